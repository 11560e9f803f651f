"""Families of formulas (law, section 5) on a law of a land that does not exist.

The person: born 06/1965, pension 01/2027, leaves 11/2024: 26 months early, which the toy law rounds to 2 years;
382 months insured, 32 years; coefficient 3.00 at a base of 1,000: 3,000 a month.
"""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.findings import Severity
from desktop.domain.money import Dong
from desktop.domain.people import Sex
from desktop.rules.amounts import apportion
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from desktop.rules.trace import Provenance
from tests.rules.records import dossier, insured, pay
from tests.rules.toy import component, parameter, toy_pack, toy_text

PER_YEAR = parameter("k", "months/year", "3")


def total(parameters: list[str], components: list[str], whole: str = '""') -> int | None:
    return compute(toy_pack(parameters, components, whole), dossier()).total


@pytest.mark.parametrize(
    ("parameters", "formula", "amount"),
    [
        pytest.param([PER_YEAR], "k * pay * early_years", 3 * 3000 * 2, id="F1 per early year"),
        pytest.param([], "3 * pay * early_years", 3 * 3000 * 2, id="F1 with a bare number"),
        pytest.param([], "min(0.5 * early_months, 12) * pay", 12 * 3000, id="F2 per early month, capped"),
        pytest.param(
            [parameter("cap", "dong", "50000")], "min(early_months * pay, cap)", 50_000, id="F2 capped in money"
        ),
        pytest.param(
            [parameter("n", "years", "20")],
            "tiered(insured_years; n: 5 flat, then 0.5) * pay",
            11 * 3000,
            id="F3 flat, then per year",
        ),
        pytest.param(
            [], "tiered(insured_years; 10: 0.5, 30: 1, then 2) * pay", (5 + 20 + 4) * 3000, id="F3 rising tiers"
        ),
        pytest.param([parameter("sum", "dong", "7000000")], "sum", 7_000_000, id="F6 fixed money"),
        pytest.param([], "6 * pay", 18_000, id="F6 fixed months"),
        pytest.param(
            [parameter("k", "ratio", "0.2")], "k * base_salary * remaining_months", 5_200, id="F8 coefficient"
        ),
        pytest.param([], "if(remaining_months <= 24, 12, 6) * pay", 18_000, id="F9 switch on a band of months"),
        pytest.param([], "band(early_months; 12: 1, 24: 2, else: 4) * pay", 12_000, id="F9 band"),
        pytest.param([], "if(sex = 'female', 2, 1) * pay".replace("'", '\\"'), 3_000, id="F9 switch on sex"),
        pytest.param([], "if(leave_on < date(2024, 11, 2), 2, 1) * pay", 6_000, id="F9 switch on a date"),
        pytest.param([], "max(2 * pay, 10%  * early_months * pay)", 7_800, id="F10 the better of two"),
        pytest.param([], "round_to(1.5 * pay, 1000, up)", 5_000, id="rounded where the text says"),
        pytest.param([], "clamp(early_months, 0, 10) * pay", 30_000, id="clamped"),
        pytest.param([], "months_between(leave_on, pension_month) * pay", 78_000, id="months between"),
    ],
)
def test_families_of_one_formula(parameters: list[str], formula: str, amount: int) -> None:
    assert total(parameters, [component("c", formula)]) == amount


def test_f5_a_percentage_of_a_named_component() -> None:
    items = [component("base", "2 * pay"), component("more", "50% * base")]
    assert total([], items) == 9_000


@pytest.mark.parametrize(
    ("whole", "amount"),
    [("min(total, cap)", 10_000), ("max(total, 6 * pay)", 18_000), ("min(max(total, 6 * pay), cap)", 10_000)],
)
def test_f7_floor_and_cap_of_the_whole(whole: str, amount: int) -> None:
    cap = parameter("cap", "dong", "10000")
    parameters = [cap] if "cap" in whole else []
    assert total(parameters, [component("c", "5 * pay")], whole) == amount


def test_an_item_whose_when_does_not_hold_is_not_paid_and_says_so() -> None:
    pack = toy_pack([], [component("a", "pay * 1"), component("b", "2 * pay", "when: early_months > 60")])
    found = compute(pack, dossier())
    assert found.total == 3_000
    assert [item.id for item in found.components] == ["a"]
    step = found.step("b")
    assert step is not None
    assert step.value == 0
    assert "không tính" in step.reason


def test_an_open_item_leaves_the_others_computed_and_the_total_unknown() -> None:
    parameters = [parameter("known", "months", "2"), parameter("unknown", "months", "", "open")]
    pack = toy_pack(parameters, [component("a", "known * pay"), component("b", "unknown * pay")])
    found = compute(pack, dossier())
    assert [(item.id, item.amount, item.provenance) for item in found.components] == [
        ("a", 6_000, Provenance.VERIFIED),
        ("b", None, Provenance.OPEN),
    ]
    assert found.total is None
    assert [str(value.citation) for value in found.open_values] == ["Điều 2 Luật số 1"]
    assert found.step("total").shown == "chưa có số liệu"  # type: ignore[union-attr]


def test_a_later_figure_holds_from_its_day() -> None:
    later = "    - {from: 2024-11-01, value: 9, cite: {document: toy_law}, provenance: verified}\n"
    pack = toy_pack([PER_YEAR + later], [component("c", "k * pay * early_years")])
    assert compute(pack, dossier()).total == 9 * 3000 * 2
    before = dossier(leave_on="2024-10-31")
    assert compute(pack, before).total == 3 * 3000 * Fraction(5, 2)


def test_a_date_before_the_first_figure_is_refused_not_zero() -> None:
    late = parameter("k", "months/year", "3").replace("2000-01-01", "2030-01-01")
    found = compute(toy_pack([late], [component("c", "k * pay * early_years")]), dossier())
    assert found.total is None
    assert "chưa có giá trị" in found.step("k").reason  # type: ignore[union-attr]


@given(st.integers(0, 60))
def test_one_more_early_month_never_pays_less(months: int) -> None:
    found = []
    for later in (months, months + 1):
        born = f"{1965 + (5 + later) // 12}-{(5 + later) % 12 + 1:02d}-03"
        record = dossier(birth=born)
        computed = compute(_MONOTONE, record)
        assert computed.total is not None
        found.append(computed.total)
    assert found[0] <= found[1]


_MONOTONE = toy_pack([PER_YEAR], [component("c", "k * pay * early_years"), component("d", "pay * early_months")])


@settings(max_examples=50)
@given(st.fractions(0, 12, max_denominator=99), st.fractions(0, 3, max_denominator=97))
def test_amounts_are_exact_until_the_one_rounding(coefficient: Fraction, position: Fraction) -> None:
    record = dossier(
        salary=(pay("2010-01", "2024-10", str(coefficient), position_allowance=str(position)),),
        insurance=(insured("1993-01", "2024-10"),),
    )
    found = compute(_THIRDS, record)
    exact = (coefficient + position) * 1000 / 3 * 3
    assert found.step("components_sum").value == exact  # type: ignore[union-attr]
    assert found.total is not None
    assert abs(found.total - exact) <= Fraction(1, 2)
    assert sum(item.amount or 0 for item in found.components) == found.total


_THIRDS = toy_pack([], [component(name, "pay * 1 / 3") for name in ("a", "b", "c")])


@given(st.lists(st.fractions(0, 10**9), min_size=1, max_size=6))
def test_items_in_whole_dong_add_up_and_stay_within_one(exact: list[Fraction]) -> None:
    whole = Dong(round(sum(exact)))
    shares = apportion(exact, whole)
    assert sum(shares) == whole
    assert all(abs(share - value) <= 1 for share, value in zip(shares, exact, strict=True))


def test_a_pack_sets_checks_and_names_quantities() -> None:
    lists = """\
checks:
  - {code: DH02, enabled: false}
  - {code: PD04, severity: E, parameters: {months: 6, words: sáu tháng}}
labels:
  - {id: early_months, text: Số tháng đi sớm}
"""
    text = toy_text([], [component("c", "early_months * pay")]) + lists
    pack = load_pack(text.encode(), "toy.yaml")
    assert not pack.checks["DH02"].enabled
    assert (pack.checks["PD04"].severity, pack.checks["PD04"].parameters) == (
        Severity.ERROR,
        {"months": 6, "words": "sáu tháng"},
    )
    assert compute(pack, dossier()).step("c").formula == "Số tháng đi sớm × Lương tháng cuối"  # type: ignore[union-attr]


def test_x2_of_the_later_decree_to_the_dong() -> None:
    """Woman born 10/1970, leaves 01/07/2026, 431 months insured, (5.70 + 0.40) × 1.34 × 2,340,000 a month."""
    items = [
        component("early_part", "5 * pay * early_years"),
        component("service_part", "tiered(insured_years; 20: 5 flat, then 0.5) * pay"),
    ]
    text = toy_text([], items).replace("value: 1000", "value: 2340000").replace("[rank, position]", _ALL_ITEMS)
    text = text.replace("{up_to: 2, years: 0}", "{up_to: 0, years: 0}")
    record = dossier(
        Sex.FEMALE,
        "1970-10-01",
        "2026-07-01",
        (pay("2020-01", "2026-06", "5.70", position_allowance="0.40", seniority="34"),),
        (insured("1990-08", "2026-06"),),
    )
    found = compute(load_pack(text.encode(), "toy.yaml"), record)
    values = {name: found.step(name).value for name in ("early_months", "insured_months", "insured_years", "pay")}  # type: ignore[union-attr]
    assert values == {"early_months": 24, "insured_months": 431, "insured_years": 36, "pay": 19_127_160}
    assert str(found.step("pension_month").value) == "2028-07"  # type: ignore[union-attr]
    assert found.total == 439_924_680


_ALL_ITEMS = "[rank, position, beyond_frame, seniority, reserved]"
