"""How a law counts: the leave month, unknown birth days, age, rounding tables, dates of figures; and by arguments."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop.domain.months import YearMonth
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Computation, Step
from tests.rules.records import dossier
from tests.rules.toy import component, parameter, toy_text

OLD = "conventions: {early_years: thirds, insured_years: thirds}"
CITE = 'cite: {document: toy_law, article: "6"}'


def counting(more: str, formula: str = "1 * pay", *parameters: str) -> PolicyPack:
    text = toy_text(list(parameters), [component("c", formula)])
    assert OLD in text
    conventions = f"conventions:\n  early_years: thirds\n  insured_years: thirds\n  {more}"
    return load_pack(text.replace(OLD, conventions).encode(), "toy.yaml")


def step(found: Computation, name: str) -> Step:
    each = found.step(name)
    assert each is not None, name
    return each


@pytest.mark.parametrize(
    ("rule", "leave_on", "month", "early"),
    [
        ("same_month", "2024-11-15", "2024-11", 26),
        ("next_month", "2024-11-15", "2024-12", 25),
        ("next_month", "2024-11-01", "2024-11", 26),
    ],
)
def test_the_month_of_leaving(rule: str, leave_on: str, month: str, early: int) -> None:
    pack = counting(f"leave_month: {{counts_as: {rule}, {CITE}, note: Ghi chú.}}")
    found = compute(pack, dossier(leave_on=leave_on))
    assert step(found, "leave_month").value == YearMonth.parse(month)
    assert str(step(found, "leave_month").citation) == "Điều 6 Luật số 1"
    assert step(found, "early_months").value == early


@pytest.mark.parametrize(
    ("birth", "birth_month", "birth_on"),
    [
        ("1965", "1965-07", date(1965, 7, 31)),
        ("1965-02", "1965-02", date(1965, 2, 28)),
        ("1965-02-03", "1965-02", date(1965, 2, 3)),
    ],
)
def test_what_stands_in_for_unknown_parts_of_a_birth_date(birth: str, birth_month: str, birth_on: date) -> None:
    pack = counting(f"unknown_birth: {{month: 7, day: 31, {CITE}}}", "if(birth_on < date(2000, 1, 1), 1, 2) * pay")
    found = compute(pack, dossier(birth=birth))
    assert step(found, "birth_month").value == YearMonth.parse(birth_month)
    assert step(found, "birth_on").value == birth_on
    assert (step(found, "birth_month").citation is not None) == (birth == "1965")


def test_without_a_word_of_the_pack_january_stands_in() -> None:
    found = compute(counting("age: {counted_from: month_after_birth}"), dossier(birth="1965"))
    assert step(found, "birth_month").value == YearMonth(1965, 1)


@pytest.mark.parametrize(
    ("rule", "leave_on", "age"),
    [
        ("month_after_birth", "2024-06-30", 59 * 12 - 1),
        ("month_after_birth", "2024-07-01", 59 * 12),
        ("birth_day", "2024-06-02", 59 * 12 - 1),
        ("birth_day", "2024-06-03", 59 * 12),
    ],
)
def test_age(rule: str, leave_on: str, age: int) -> None:
    pack = counting(f"age: {{counted_from: {rule}, {CITE}}}", "age_on_leave * pay + age_on(leave_on) * pay")
    found = compute(pack, dossier(leave_on=leave_on))
    assert step(found, "age_on_leave").value == age
    assert step(found, "age_on(leave_on)").value == age


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("age_on(month(2024, 7))", 59 * 12),
        ("age_on(date(2024, 7, 31))", 59 * 12),
        ("early_months_by(0)", 26),
        ("early_months_by(12)", 11),
        ("early_months_by(lowered)", 11),
    ],
)
def test_quantities_with_arguments_in_months(asked: str, value: int) -> None:
    parameters = [parameter("lowered", "months", "12")] if "lowered" in asked else []
    pack = load_pack(toy_text(parameters, [component("c", f"max({asked}, 0) * pay")]).encode(), "toy.yaml")
    found = compute(pack, dossier())
    assert step(found, asked).value == value
    assert step(found, "early_months").value == 26


LOWERED_IF = """\
  - id: lowered
    label: Tuổi thấp hơn
    groups: [downsizing]
    routes: [early_retirement]
    lowered_by: less
    when: hazardous_months >= 100
    components: [c]
    cite: {document: toy_law}
"""


def with_a_lower_age() -> PolicyPack:
    text = toy_text([parameter("less", "months", "12")], [component("c", "early_months * 1 * pay")])
    return load_pack(text.replace("cases:\n", f"cases:\n{LOWERED_IF}", 1).encode(), "toy.yaml")


def test_an_age_that_nobody_knows_to_be_lower_is_not_shown_lowered() -> None:
    pack = with_a_lower_age()
    assert step(compute(pack, dossier()), "early_months").value == 26
    unknown = compute(pack, dossier(insurance=()))
    assert step(unknown, "case").value is None
    assert unknown.missing == ("career.insurance",)
    assert step(unknown, "early_months").value == 26
    assert step(unknown, "pension_month").value == YearMonth(2027, 1)


def test_both_appendices_at_once() -> None:
    formula = "months_between(pension_month_by(12), pension_month) * pay"
    found = compute(counting("age: {counted_from: birth_day}", formula), dossier())
    assert step(found, "pension_month_by(12)").value == YearMonth(2025, 10)
    assert found.total == 15 * 3_000


def test_the_base_salary_of_any_day() -> None:
    later = "    - {from: 2024-07-01, value: 2000, cite: {document: toy_law}, provenance: verified}\n  rounding:"
    text = toy_text([], [component("c", "early_months * base_salary_on(date(2024, 6, 30))")])
    found = compute(load_pack(text.replace("  rounding:", later, 1).encode(), "toy.yaml"), dossier())
    assert found.total == 26_000
    assert step(found, "base_salary_on(date(2024, 6, 30))").formula == "Mức của tháng 06/2024"
    assert step(found, "base_salary.2000-01").value == 1_000


@pytest.mark.parametrize(("table", "years"), [("thirds", Fraction(5, 2) - Fraction(1, 2)), ("any", Fraction(3))])
def test_a_rounding_table_by_name(table: str, years: Fraction) -> None:
    other = """\
    - id: any
      label: Tháng lẻ nào cũng tính một năm
      bands: [{up_to: 0, years: 0}, {up_to: 11, years: 1}]
      cite: {document: toy_law, article: "8"}
      provenance: recalled
"""
    text = toy_text([], [component("c", f"years(early_months, {table}) * 3 * pay")])
    if table == "any":
        text = text.replace("conventions:", f"{other}conventions:".removeprefix("    "), 1).replace(
            "- id: any", "    - id: any"
        )
    found = compute(load_pack(text.encode(), "toy.yaml"), dossier())
    assert step(found, f"years(early_months, {table})").value == years
    assert found.total == years * 9_000
    assert bool(found.warnings) == (table == "any")


def test_a_part_of_a_month_is_not_rounded_to_years() -> None:
    found = compute(counting("age: {counted_from: birth_day}", "years(early_months / 4, thirds) * 3 * pay"), dossier())
    assert found.total is None
    assert "không phải số nguyên" in step(found, "years(early_months/4, thirds)").reason


DATED = """\
- id: k
  label: Hệ số
  unit: months
  dated_by: {by}
  values:
    - {{from: 1960-01-01, value: 1, cite: {{document: toy_law}}, provenance: verified}}
    - {{from: 2024-10-01, value: 5, cite: {{document: toy_law}}, provenance: verified}}
"""


@pytest.mark.parametrize(("by", "amount"), [("leave_on", 15_000), ("approved_on", 3_000), ("birth_on", 3_000)])
def test_figures_dated_by_another_day(by: str, amount: int) -> None:
    pack = load_pack(toy_text([DATED.format(by=by)], [component("c", "k * pay")]).encode(), "toy.yaml")
    assert compute(pack, dossier(), approved_on=date(2024, 9, 30)).total == amount


def test_a_figure_dated_by_a_day_that_the_record_lacks_says_so() -> None:
    pack = load_pack(toy_text([DATED.format(by="approved_on")], [component("c", "k * pay")]).encode(), "toy.yaml")
    found = compute(pack, dossier())
    assert found.total is None
    assert found.missing == ("approval_id",)


def test_a_day_as_a_figure_of_the_law() -> None:
    day = DATED.replace("unit: months", "unit: date").replace("value: 1", "day: 2024-01-01")
    day = day.replace("value: 5", "day: 2024-12-31").format(by="leave_on")
    formula = "if(approved_on <= k, 2, 1) * pay"
    pack = load_pack(toy_text([day], [component("c", formula)]).encode(), "toy.yaml")
    assert compute(pack, dossier(), approved_on=date(2024, 12, 1)).total == 6_000
    earlier = replace(dossier(), leave_on=date(2024, 9, 30))
    assert compute(pack, earlier, approved_on=date(2024, 12, 1)).total == 3_000


@pytest.mark.parametrize(("leave_on", "amount"), [("2024-02-29", 6_000), ("2024-03-01", 3_000)])
def test_a_window_of_whole_months_after_a_day(leave_on: str, amount: int) -> None:
    formula = "if(leave_on <= add_months(approved_on, 3), 2, 1) * pay"
    pack = load_pack(toy_text([], [component("c", formula)]).encode(), "toy.yaml")
    found = compute(pack, dossier(leave_on=leave_on), approved_on=date(2023, 11, 30))
    assert found.total == amount
    assert "cộng 3 tháng" in step(found, "c").substituted
