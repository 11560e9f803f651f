"""Salary bases as packs define them: which items, percents of what, which months, leave, contract pay, rounding."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop.domain.careers import Attendance, SalaryPeriod
from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Step
from tests.rules.records import dossier, insured, pay, span
from tests.rules.toy import component, parameter, toy_text

ROW = "items: [rank, position]\n    over: month_before_leaving"


def law(base: str, *parameters: str) -> PolicyPack:
    """A toy law whose one salary is written by `base`, with 1,000 as its base salary, 2,000 from 07/2024."""
    text = toy_text(list(parameters), [component("c", "1 * pay")])
    later = "    - {from: 2024-07-01, value: 2000, cite: {document: toy_law}, provenance: verified}\n  rounding:"
    assert ROW in text
    return load_pack(text.replace(ROW, base).replace("  rounding:", later, 1).encode(), "toy.yaml")


def person(*rows: SalaryPeriod) -> Dossier:
    return dossier(salary=rows, insurance=(insured("1993-01", "2024-10"),))


def step(pack: PolicyPack, record: Dossier) -> Step:
    found = compute(pack, record).step("pay")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("items", "coefficient"),
    [
        ("[position]", "0.5"),
        ("[rank, position, public_service]", "4.375"),
        ("[rank, {item: seniority, percent_of: [rank]}]", "3.3"),
        ("[{item: public_service, percent_of: [rank, position]}]", "0.875"),
        ("[rank, {item: professional_incentive, percent_of: [rank, reserved]}]", "4.24"),
        ("[rank, {item: professional_duty, percent_of: [rank, seniority]}, {item: seniority, percent_of: [rank]}]",
         "3.465"),
        ("[rank, position, beyond_frame, seniority, reserved]", "4.2"),
    ],
)  # fmt: skip
def test_items_and_what_percents_are_of(items: str, coefficient: str) -> None:
    record = person(
        pay("2010-01", "2024-10", "3", position_allowance="0.5", seniority="10", reserved_difference="0.1",
            beyond_frame="7.5", public_service="25", professional_incentive="40", professional_duty="5"),
    )  # fmt: skip
    pack = law(f"items: {items}\n    over: month_before_leaving")
    expected = Fraction(coefficient) * 2000
    if "beyond_frame" in items:
        expected = ((3 + Fraction("0.5") + Fraction("0.225")) * Fraction("1.1") + Fraction("0.1")) * 2000
    assert step(pack, record).value == expected


def test_an_item_that_others_are_a_percent_of_need_not_count_itself() -> None:
    record = person(pay("2010-01", "2024-10", "3", public_service="25"))
    pack = law("items: [{item: public_service, percent_of: [rank]}]\n    over: month_before_leaving")
    found = step(pack, record)
    assert found.value == 1_500
    assert "phụ cấp công vụ (% của hệ số lương)" in found.formula


def test_contract_pay_stands_in_the_place_of_the_rank() -> None:
    record = person(replace(pay("2010-01", "2024-10", "0", position_allowance="0.5"), contract_pay=Dong(7_000)))
    found = step(law("items: [rank, position, contract_pay]\n    over: month_before_leaving"), record)
    assert found.value == 8_000
    assert found.substituted == "7.000 (lương theo hợp đồng) + 1.000 (phụ cấp chức vụ) (tháng 10/2024)"


def test_contract_pay_that_the_law_does_not_know_is_refused_not_zero() -> None:
    record = person(replace(pay("2010-01", "2024-10", "0"), contract_pay=Dong(7_000)))
    found = step(law(ROW), record)
    assert found.value is None
    assert "lương theo hợp đồng" in found.reason


def test_a_monthly_allowance_alone_needs_no_base_salary() -> None:
    only = "items: [contract_pay]\n    over: month_before_leaving"
    record = person(replace(pay("2010-01", "2024-10", "0"), contract_pay=Dong(7_000)))
    assert step(law(only), record).value == 7_000
    missing = compute(law(only), person(pay("2010-01", "2024-10", "3")))
    assert missing.total is None
    assert missing.missing == ("career.salary",)


def test_a_seniority_allowance_typed_in_dong() -> None:
    record = person(replace(pay("2010-01", "2024-10", "3"), seniority_amount=Dong(450)))
    assert step(law("items: [rank, seniority]\n    over: month_before_leaving"), record).value == 6_450


ON_LEAVE = (
    pay("2010-01", "2024-05", "3", position_allowance="0.4"),
    replace(pay("2024-06", "2024-10", "0.75"), attendance=Attendance.SICK_LEAVE),
)


@pytest.mark.parametrize(
    ("rule", "amount"),
    [
        ("", Fraction("0.75") * 2000),
        ("sick_leave: as_recorded", Fraction("0.75") * 2000),
        ("unpaid_leave: month_before_leave", Fraction("0.75") * 2000),
        ("sick_leave: month_before_leave", Fraction("3.4") * 2000),
        ("sick_leave: left_out", Fraction("3.4") * 1000),
    ],
)
def test_the_month_before_leaving_spent_on_sick_leave(rule: str, amount: Fraction) -> None:
    found = step(law(f"{ROW}\n    {rule}" if rule else ROW), person(*ON_LEAVE))
    assert found.value == amount


def test_the_trace_says_which_month_stands_in_for_the_leave() -> None:
    found = step(law(f"{ROW}\n    sick_leave: month_before_leave"), person(*ON_LEAVE))
    assert "tháng 10/2024 nghỉ, lấy các khoản của tháng 05/2024" in found.substituted


@pytest.mark.parametrize(
    ("rule", "amount"),
    [
        ("sick_leave: month_before_leave", (Fraction("3.4") * 1000 + 4 * Fraction("3.4") * 2000) / 5),
        ("sick_leave: left_out", Fraction("3.4") * 1000),
    ],
)
def test_leave_within_an_average(rule: str, amount: Fraction) -> None:
    months = parameter("n", "months", "5" if "before" in rule else "6")
    base = f"items: [rank, position]\n    over: last_months\n    months: n\n    {rule}"
    assert step(law(base, months), person(*ON_LEAVE)).value == amount


def test_only_months_that_are_left_out_make_no_salary() -> None:
    base = "items: [rank]\n    over: last_months\n    months: n\n    sick_leave: left_out"
    found = step(law(base, parameter("n", "months", "3")), person(*ON_LEAVE))
    assert found.value is None
    assert "tháng nghỉ không được tính" in found.reason


def test_the_whole_insured_period() -> None:
    record = dossier(
        salary=(pay("2024-01", "2024-08", "2"), pay("2024-09", "2024-10", "4")),
        insurance=(insured("2024-05", "2024-10"),),
    )
    found = step(law("items: [rank]\n    over: whole_period"), record)
    assert found.value == Fraction(2 * 2 * 1000 + 2 * 2 * 2000 + 2 * 4 * 2000, 6)
    assert "chia cho 6" in found.formula


def test_a_monthly_salary_rounded_where_the_text_says_so() -> None:
    record = person(pay("2010-01", "2024-10", "3.1234"))
    found = step(law(f"{ROW}\n    rounding: {{to: 1000, mode: up}}"), record)
    assert found.value == 7_000
    assert "làm tròn lên đến 1.000 đồng" in found.formula


def test_leave_in_the_middle_of_nowhere_says_which_month_is_missing() -> None:
    alone = replace(pay("2024-06", "2024-10", "1"), attendance=Attendance.UNPAID_LEAVE)
    found = step(law(f"{ROW}\n    unpaid_leave: month_before_leave"), person(alone))
    assert found.value is None
    assert "05/2024" in found.reason
    assert alone.months == span("2024-06", "2024-10")
