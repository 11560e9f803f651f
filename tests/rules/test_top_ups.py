"""Packs that rest on another pack's answer, earlier payments, reasons and obstacles: families F4, F5, F10, F11."""

from dataclasses import replace
from datetime import date
from textwrap import indent

import pytest

from desktop.domain.dossiers import EarlierPayment
from desktop.domain.money import Dong
from desktop.rules.amount_only import answer_alone
from desktop.rules.evaluate import compute
from desktop.rules.own_checks import failed_checks
from desktop.rules.pack import PackError, load_pack
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Computation, Step
from tests.rules.records import dossier
from tests.rules.toy import component, parameter, toy_text

FIRST = toy_text(
    [parameter("k", "months/year", "3")],
    [component("early_part", "k * pay * early_years"), component("fixed_part", "2.5 * pay")],
).replace("id: toy\n", "id: old-law\n", 1)
OLD_LAW = load_pack(FIRST.encode(), "old.yaml")
"""18,000 for 2 early years, 7,500 fixed: 25,500."""


def topping(formula: str, total: str = '""', *parameters: str, more: str = "") -> PolicyPack:
    text = toy_text(list(parameters), [component("c", formula.replace('"', '\\"'))], total)
    return load_pack(
        (text + more).replace("kind: central", "kind: city\nneeds: [old-law]").encode(), "toy.yaml", (OLD_LAW,)
    )


def step(found: Computation, name: str) -> Step:
    each = found.step(name)
    assert each is not None, name
    return each


@pytest.mark.parametrize(
    ("formula", "amount"),
    [
        pytest.param("60% * amount_of(old-law.total)", 15_300, id="F4 a percentage of the whole"),
        pytest.param('amount_of("old-law.total")', 25_500, id="F4 the same again"),
        pytest.param("50% * amount_of(old-law.early_part)", 9_000, id="F5 a percentage of one item"),
        pytest.param("max(amount_of(old-law.total), 9 * pay)", 27_000, id="F10 the better of two"),
        pytest.param("max(9 * pay - amount_of(old-law.total), 0)", 1_500, id="F11 the difference"),
        pytest.param('if(eligible_for("old-law"), amount_of(old-law.total), 0)', 25_500, id="only who gets the other"),
        pytest.param(
            "if(leave_on <= add_months(approved_on, 12), 60%, 30%) * amount_of(old-law.total)", 15_300, id="F9 window"
        ),
    ],
)
def test_amounts_of_another_law(formula: str, amount: int) -> None:
    found = compute(topping(formula), dossier(), approved_on=date(2024, 6, 1), others=(OLD_LAW,))
    assert found.total == amount


def test_the_other_law_is_one_step_with_its_version_and_digest() -> None:
    found = compute(topping("60% * amount_of(old-law.total)"), dossier(), others=(OLD_LAW,))
    each = step(found, "amount_of(old-law.total)")
    assert each.value == 25_500
    assert "old-law phiên bản 1" in each.formula
    assert OLD_LAW.ref.sha256 in each.reason
    assert each.id in step(found, "c").inputs


def test_what_is_open_in_the_other_law_is_open_here() -> None:
    text = FIRST.replace("value: 3, ", "").replace("provenance: verified}\n", "provenance: open}\n", 1)
    opened = load_pack(text.encode(), "old.yaml")
    found = compute(topping("60% * amount_of(old-law.total)"), dossier(), others=(opened,))
    assert found.total is None
    assert [value.parameter for value in found.open_values] == ["k"]
    assert found.components[0].amount is None
    part = compute(topping("60% * amount_of(old-law.fixed_part)"), dossier(), others=(opened,))
    assert part.total == 4_500


def test_a_law_that_is_not_at_hand_is_said_not_zero() -> None:
    text = toy_text([], [component("c", "60% * amount_of(old-law.total)")])
    alone = load_pack(text.replace("kind: central", "kind: city\nneeds: [old-law]").encode(), "toy.yaml")
    found = compute(alone, dossier())
    assert found.total is None
    assert "old-law" in step(found, "amount_of(old-law.total)").reason


def test_who_gets_nothing_by_the_other_law_gets_no_percentage_of_it() -> None:
    late = dossier(leave_on="2027-01-01")
    text = topping("60% * amount_of(old-law.total)")
    assert compute(text, late, others=(OLD_LAW,)).total is None
    pack = load_pack(
        toy_text([], [component("c", '2 * pay + if(eligible_for(\\"old-law\\"), 1, 0) * pay')])
        .replace("formula: early_months >= 1", "formula: early_months < 99")
        .replace("kind: central", "kind: city\nneeds: [old-law]")
        .encode(),
        "toy.yaml",
    )
    record = dossier(leave_on="2027-01-01", salary=(dossier().career.salary[0],))
    record = replace(record, career=replace(record.career, salary=(replace(record.career.salary[0]),)))
    found = compute(pack, dossier(leave_on="2024-11-01"), others=(OLD_LAW,))
    assert found.total == 9_000


def test_what_the_record_lacks_for_the_other_law_is_missing_here() -> None:
    nobody = replace(dossier(), career=replace(dossier().career, insurance=()))
    needing = load_pack(FIRST.replace("2.5 * pay", "2.5 * pay * insured_years / early_years").encode(), "old.yaml")
    found = compute(topping("60% * amount_of(old-law.total)"), nobody, others=(needing,))
    assert found.total is None
    assert found.missing == ("career.insurance",)


def test_two_laws_that_need_each_other_are_refused() -> None:
    first = topping("60% * amount_of(old-law.total)")
    second = FIRST.replace("2.5 * pay", "amount_of(toy.total)").replace("kind: central", "kind: central\nneeds: [toy]")
    with pytest.raises(PackError) as refused:
        load_pack(second.encode(), "old.yaml", (first,))
    assert refused.value.code == "pack.needs_itself"
    alone = load_pack(second.encode(), "old.yaml")
    found = compute(first, dossier(), others=(alone, first))
    assert found.total is None
    assert "thành vòng" in step(compute(alone, dossier(), others=(alone, first)), "amount_of(toy.total)").reason


def test_an_item_that_the_other_law_does_not_have_is_refused() -> None:
    with pytest.raises(PackError) as refused:
        topping("60% * amount_of(old-law.late_part)")
    assert refused.value.code == "pack.unknown_name"
    assert "early_part" in str(refused.value.params["expected"])


def test_an_example_can_state_what_the_other_law_gives() -> None:
    example = """\
examples:
  - id: stated
    source: Tự tính.
    record:
      {group: downsizing, route: early_retirement, sex: male, birth: "1965-06-03", leave_on: 2024-11-01,
       salary: [{from: 2010-01, to: 2024-10, coefficient: 3}], other_amounts: {old-law.total: 1000}}
    expect: {total: 600, values: {amount_of(old-law.total): "1000"}}
"""
    pack = topping("60% * amount_of(old-law.total)", more=example)
    assert pack.examples[0].record.other_amounts == {"old-law.total": 1_000}


PAID = (
    EarlierPayment("nq27-2019", Dong(4_000)),
    EarlierPayment("nq27-2019", Dong(1_000)),
    EarlierPayment("Nghị quyết khác", Dong(7_000)),
)


def test_what_was_paid_before_is_deducted() -> None:
    pack = topping("amount_of(old-law.total)", "max(total - already_paid('nq27-2019'), 0)".replace("'", '"').join("''"))
    found = compute(pack, replace(dossier(), earlier_payments=PAID), others=(OLD_LAW,))
    assert found.total == 20_500
    each = step(found, 'already_paid("nq27-2019")')
    assert (each.value, each.substituted) == (5_000, "4.000 đ + 1.000 đ")
    assert compute(pack, dossier(), others=(OLD_LAW,)).total == 25_500


LISTS = """\
reasons:
  - {id: merged, label: Sắp xếp tổ chức, groups: [downsizing], cite: {document: toy_law, article: "2"}}
  - {id: redundant, label: Dôi dư, cite: {document: toy_law, article: "2"}}
obstacles:
  - {id: on_trial, label: Đang bị xét xử, cite: {document: toy_law, article: "4"}}
  - {id: at_sea, label: Đang đi biển, cite: {document: toy_law, article: "4"}}
"""


def test_reasons_and_obstacles_decide() -> None:
    formula = 'if(reason = "merged", 3, 1) * pay + if(has_obstacle("at_sea"), 1, 0) * pay'
    pack = topping(f"{formula} + 0 * amount_of(old-law.total)", more=LISTS)
    assert [each.id for each in pack.reasons] == ["merged", "redundant"]
    assert pack.reasons[1].open_to(None)
    merged = replace(dossier(), reason="merged", obstacles=("at_sea",))
    found = compute(pack, merged, others=(OLD_LAW,))
    assert found.total == 12_000
    assert step(found, "reason").shown == "Sắp xếp tổ chức"
    assert "Có dấu hiệu (Đang đi biển)" in step(found, "c").formula
    assert compute(pack, replace(merged, reason="redundant", obstacles=()), others=(OLD_LAW,)).total == 3_000
    assert compute(pack, replace(merged, reason=""), others=(OLD_LAW,)).missing == ("reason",)


OWN = """\
own_checks:
  - code: XK01
    severity: W
    stage: T
    groups: [downsizing]
    label: Nghỉ quá sớm
    formula: early_months > 24
    message: Nghỉ sớm {early_months}, được {total}.
    fix: Kiểm tra lại ngày sinh, tháng hưởng {pension_month}.
    field: leave_on
    cite: {document: toy_law, article: "5"}
  - code: XK02
    severity: E
    label: Khoản quá lớn
    formula: c > 100 * pay
    message: Khoản {c} quá lớn.
    cite: {document: toy_law, article: "5"}
    justifiable: false
  - code: XK03
    severity: I
    routes: [severance]
    label: Không xét
    formula: early_months > 0
    message: Không bao giờ hiện.
    cite: {document: toy_law}
"""


def test_own_checks_find_faults_in_words() -> None:
    pack = topping("60% * amount_of(old-law.total)", more=OWN)
    found = failed_checks(pack, dossier(), others=(OLD_LAW,))
    assert [(each.check.code, each.message, each.fix) for each in found] == [
        ("XK01", "Nghỉ sớm 26 tháng, được 15.300 đ.", "Kiểm tra lại ngày sinh, tháng hưởng 01/2027.")
    ]
    assert (pack.own_checks[1].stage, pack.own_checks[1].justifiable) == ("N", False)


def test_an_own_check_on_an_item_that_the_person_does_not_get_says_nothing() -> None:
    pack = topping("60% * amount_of(old-law.total)", more=OWN)
    late = dossier(leave_on="2027-01-01")
    assert failed_checks(pack, late, others=(OLD_LAW,)) == ()


def test_examples_hold_own_checks() -> None:
    example = """\
examples:
  - id: checked
    source: Tự tính.
    record:
      {group: downsizing, route: early_retirement, sex: male, birth: "1965-06-03", leave_on: 2024-11-01,
       salary: [{from: 2010-01, to: 2024-10, coefficient: 3}], other_amounts: {old-law.total: 1000}}
    expect: {total: 600, own_checks: [XK01]}
"""
    assert topping("60% * amount_of(old-law.total)", more=OWN + example).examples[0].expect.own_checks == ("XK01",)
    with pytest.raises(PackError) as refused:
        topping("60% * amount_of(old-law.total)", more=OWN + example.replace("[XK01]", "[]"))
    assert (refused.value.code, refused.value.params["step"]) == ("pack.example_failed", "own_checks")


VALUES = """\
values:
  - id: half_pay
    label: Nửa tháng lương
    unit: dong/month
    formula: pay / 2
    rounding: {to: 1000, mode: up}
    cite: {document: toy_law, article: "7"}
  - id: counted
    label: Số tháng được tính
    unit: months
    formula: clamp(early_months, 6, 20)
    cite: {document: toy_law, article: "7"}
"""


def test_values_on_the_way_have_steps_of_their_own() -> None:
    text = toy_text([], [component("c", "half_pay * counted")]).replace("groups:\n", f"{VALUES}groups:\n", 1)
    found = compute(load_pack(text.encode(), "toy.yaml"), dossier())
    assert found.total == 2_000 * 20
    assert step(found, "half_pay").formula == "Lương tháng cuối ÷ 2, làm tròn lên đến 1.000"
    assert step(found, "counted").shown == "20 tháng"
    assert step(found, "c").formula == "Nửa tháng lương × Số tháng được tính"


TABLES = """\
  ladders:
    - id: soldiers
      label: Lính
      ranks: [Lính, "01.001"]
      coefficients: [1.5, 2, 2.5]
      beyond_frame: {first: 5, yearly: 1, after_months: 36}
      cite: {document: toy_law}
      provenance: verified
  management_levels:
    - {level: other, approvers: [Hội đồng], cite: {document: toy_law}, provenance: reported, note: Ghi chú.}
  provinces: [{code: "031", name: Xứ Không Có}]
  units:
    - {name: Làng cũ, effective_to: 2025-06-30, successors: [Làng mới], cite: {document: toy_law}, provenance: verified}
    - {name: Làng mới, effective_from: 2025-07-01, cite: {document: toy_law}, provenance: verified}
"""


def test_tables_for_the_checks() -> None:
    text = toy_text([], [component("c", "2 * pay")]).replace("  rounding:\n", f"{TABLES}  rounding:\n", 1)
    pack = load_pack(text.encode(), "toy.yaml")
    ladder = pack.ladders[0].content
    assert (ladder.at(3), ladder.at(4), ladder.at(0)) == (2.5, None, None)
    assert ladder.beyond_frame is not None
    assert (ladder.beyond_frame.first, ladder.beyond_frame.yearly, ladder.beyond_frame.after_months) == (5, 1, 36)
    assert pack.approving_levels[0].approvers == ("Hội đồng",)
    assert pack.provinces == {"031": "Xứ Không Có"}
    old, new = pack.units
    assert (old.exists_on(date(2025, 6, 30)), old.exists_on(date(2025, 7, 1))) == (True, False)
    assert (new.exists_on(date(2025, 6, 30)), old.successors) == (False, ("Làng mới",))


def without_a_condition_judged(figure: str) -> PolicyPack:
    """Return the other law with a condition that rests on a figure, open or known."""
    asked = 'early_months >= least or sex = "female"'
    text = FIRST.replace("parameters:\n", f"parameters:\n{indent(figure, '  ')}", 1)
    return load_pack(text.replace("formula: early_months >= 1", f"formula: {asked}").encode(), "old.yaml")


_IF_ELIGIBLE = 'if(eligible_for("old-law"), 2, 1) * pay'


def test_what_the_other_law_cannot_judge_is_no_no_here() -> None:
    opened = without_a_condition_judged(parameter("least", "months", "", "open"))
    pack = topping(_IF_ELIGIBLE)
    found = compute(pack, dossier(), others=(opened,))
    assert (found.total, [value.parameter for value in found.open_values]) == (None, ["least"])
    alone = answer_alone(pack, dossier(), others=(opened,))
    assert (alone.amount, alone.open) == (None, True)


def test_what_the_record_lacks_for_the_other_law_is_missing_for_eligibility_too() -> None:
    asked = FIRST.replace("formula: early_months >= 1", "formula: hazardous_months >= 1")
    other, pack = load_pack(asked.encode(), "old.yaml"), topping(_IF_ELIGIBLE)
    uninsured = dossier(insurance=())
    found = compute(pack, uninsured, others=(other,))
    assert (found.total, found.missing) == (None, ("career.insurance",))
    assert answer_alone(pack, uninsured, others=(other,)).amount is None


def test_a_no_of_the_other_law_is_a_no_though_an_amount_there_is_open() -> None:
    """One who is not eligible there is known to be so."""
    other = without_a_condition_judged(parameter("least", "months", "99"))
    found = compute(topping(_IF_ELIGIBLE), dossier(), others=(other,))
    assert found.total == 3_000
    assert answer_alone(topping(_IF_ELIGIBLE), dossier(), others=(other,)).amount == 3_000
