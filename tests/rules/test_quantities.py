"""Quantities, against the appendices of NĐ 135/2020 and sixty made-up people."""

import csv
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.careers import Career
from desktop.domain.dossiers import Dossier
from desktop.domain.money import round_half_up
from desktop.domain.months import YearMonth
from desktop.domain.people import Sex
from desktop.rules.quantities import retirement, salary, service
from desktop.rules.quantities.base_salaries import BaseSalaryTable, base_salary
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.quantities.pay import monthly_salary
from desktop.rules.quantities.pay_items import ALL_ITEMS, PayItem, SalaryBase
from tests.rules.records import ROOT, Expected, insured, pay, true_people

ROADMAP = retirement.Roadmap(
    male=retirement.RoadmapLine(2021, 60 * 12 + 3, 3, 62 * 12),
    female=retirement.RoadmapLine(2021, 55 * 12 + 4, 4, 60 * 12),
)
HALVES = service.RoundingTable(
    (
        service.RoundingBand(0, Fraction(0)),
        service.RoundingBand(6, Fraction(1, 2)),
        service.RoundingBand(11, Fraction(1)),
    )
)
BASE_SALARY = BaseSalaryTable(
    (
        (YearMonth(2019, 7), Fraction(1_490_000)),
        (YearMonth(2023, 7), Fraction(1_800_000)),
        (YearMonth(2024, 7), Fraction(2_340_000)),
    )
)
SEX = {"nam": Sex.MALE, "nữ": Sex.FEMALE}


def appendix_rows() -> list[tuple[str, int, dict[str, str]]]:
    rows = []
    for name, lowered in (("I", 0), ("II", 60)):
        path = ROOT / "resources" / "catalogues" / f"retirement_age_appendix_{name}.csv"
        with path.open(encoding="utf-8", newline="") as opened:
            rows += [(name, lowered, row) for row in csv.DictReader(opened)]
    return rows


def test_both_appendices_are_whole() -> None:
    assert len(appendix_rows()) == 354


def test_every_row_of_both_appendices() -> None:
    for name, lowered, row in appendix_rows():
        birth, sex = YearMonth.parse(row["birth_month_from"]), SEX[row["sex"]]
        age = 12 * int(row["retirement_age_years"]) + int(row["retirement_age_months"])
        assert retirement.retirement_age(birth, sex, ROADMAP, lowered) == age, (name, row)
        months = (
            retirement.retirement_month(birth, sex, ROADMAP, lowered),
            retirement.pension_month(birth, sex, ROADMAP, lowered),
        )
        for found, printed in zip(months, (row["retire_month"], row["pension_month"]), strict=True):
            offset = printed.removeprefix("birth+").removesuffix(" months")
            wanted = birth + int(offset) if printed.startswith("birth+") else YearMonth.parse(printed)
            assert found == wanted, (name, row)


@pytest.mark.parametrize(("sex", "birth"), [(Sex.MALE, "1960-12"), (Sex.FEMALE, "1965-12"), (Sex.MALE, "1950-01")])
def test_people_who_retired_before_the_roadmap_are_refused(sex: Sex, birth: str) -> None:
    with pytest.raises(Undetermined, match=r"rules\.birth_before_roadmap"):
        retirement.retirement_month(YearMonth.parse(birth), sex, ROADMAP)


@pytest.mark.parametrize(("birth", "pension"), [("1970-03", "2020-04"), ("1970-12", "2021-01"), ("1971-01", "2021-06")])
def test_a_lowered_age_reached_before_the_roadmap_is_one_step_below_its_first(birth: str, pension: str) -> None:
    """50 years of age for women until 2020; their own pension by the full age is still to come."""
    found = retirement.pension_month(YearMonth.parse(birth), Sex.FEMALE, ROADMAP, 60)
    assert found == YearMonth.parse(pension)


@pytest.mark.parametrize("year", [1930, 1990, 2026, 2100])
def test_an_age_that_never_rises_is_the_same_in_every_year(year: int) -> None:
    line = retirement.RoadmapLine(1900, 720, 0, 720)
    constant = retirement.Roadmap(line, line)
    assert retirement.retirement_age(YearMonth(year, 5), Sex.MALE, constant) == 720


@given(st.integers(1961 * 12, 2005 * 12), st.sampled_from(Sex))
def test_the_younger_never_retire_before_the_older(ordinal: int, sex: Sex) -> None:
    older = YearMonth.from_ordinal(max(ordinal, 1966 * 12))
    assert retirement.retirement_month(older, sex, ROADMAP) < retirement.retirement_month(older + 1, sex, ROADMAP)


@pytest.mark.parametrize(
    ("months", "years"), [(0, "0"), (1, "1/2"), (6, "1/2"), (7, "1"), (11, "1"), (12, "1"), (32, "3"), (50, "9/2")]
)
def test_x1_odd_months(months: int, years: str) -> None:
    assert service.rounded_years(months, HALVES) == Fraction(years)


@given(st.integers(0, 600))
def test_rounded_years_never_fall_and_stay_within_a_year(months: int) -> None:
    years = service.rounded_years(months, HALVES)
    assert years <= service.rounded_years(months + 1, HALVES)
    assert 0 <= 12 * years - months < 12
    assert (2 * years).denominator == 1


def test_months_below_zero_are_not_rounded() -> None:
    with pytest.raises(Undetermined, match="months_negative"):
        service.rounded_years(-1, HALVES)


def test_a_month_counts_once_and_only_before_the_leave() -> None:
    career = Career(insurance=(insured("2020-01", "2020-12"), insured("2020-06", "2021-03")))
    assert service.insured_months(career, YearMonth(2021, 3)) == 14


def test_cashed_and_voluntary_months_do_not_count() -> None:
    rows = (
        insured("2000-01", "2000-12", cashed=True),
        insured("2001-01", "2001-12", compulsory=False),
        insured("2002-01", "2002-12"),
    )
    assert service.insured_months(Career(insurance=rows), YearMonth(2020, 1)) == 12


def test_a_month_both_hazardous_and_in_a_special_area_counts_once() -> None:
    rows = (insured("2000-01", "2000-12", hazardous=True), insured("2000-07", "2001-06", special_area=True))
    career = Career(insurance=rows)
    assert service.lowered_age_months(career, YearMonth(2020, 1)) == 18
    assert service.hazardous_months(career, YearMonth(2020, 1)) == 12
    assert service.special_area_months(career, YearMonth(2020, 1)) == 12


def test_no_insurance_row_is_missing_not_zero() -> None:
    with pytest.raises(Missing) as refused:
        service.insured_months(Career(), YearMonth(2020, 1))
    assert refused.value.field == "career.insurance"


def test_a_missing_month_of_salary_is_named() -> None:
    career = Career(
        salary=(pay("2015-01", "2020-03", "3.00"), pay("2020-05", "2024-10", "3.33")),
        insurance=(insured("2000-01", "2024-10"),),
    )
    with pytest.raises(Missing) as refused:
        salary.average_salary(career, YearMonth(2024, 11), 60, ALL_ITEMS, BASE_SALARY)
    assert refused.value.params == {"month": "04/2020"}
    assert refused.value.field == "career.salary"


def test_a_month_before_the_oldest_base_salary_is_refused() -> None:
    with pytest.raises(Undetermined, match="base_salary_not_covered"):
        base_salary(YearMonth(2019, 6), BASE_SALARY)


def test_a_short_service_is_averaged_over_all_of_it() -> None:
    career = Career(salary=(pay("2024-06", "2024-07", "2.00"),), insurance=(insured("2024-06", "2024-07"),))
    average = salary.average_salary(career, YearMonth(2024, 8), 60, ALL_ITEMS, BASE_SALARY)
    assert average == Fraction(2 * 1_800_000 + 2 * 2_340_000, 2)


def test_a_base_counts_only_its_items() -> None:
    period = pay("2024-07", "2024-12", "4.00", position_allowance="0.5", beyond_frame="5", seniority="10")
    month = YearMonth(2024, 8)
    bare = SalaryBase(frozenset({PayItem.RANK}))
    assert monthly_salary(period, month, bare, BASE_SALARY) == 4 * 2_340_000
    whole = monthly_salary(period, month, ALL_ITEMS, BASE_SALARY)
    assert whole == Fraction("5.17") * 2_340_000


@pytest.mark.parametrize(("record", "truth"), true_people())
def test_quantities_of_sixty_people(record: Dossier, truth: Expected) -> None:
    assert record.person.birth is not None
    assert record.person.sex is not None
    assert record.leave_month is not None
    pension = retirement.pension_month(record.person.birth.month, record.person.sex, ROADMAP)
    early = retirement.early_months(pension, record.leave_month)
    months = service.insured_months(record.career, record.leave_month)
    current = salary.current_salary(record.career, record.leave_month, ALL_ITEMS, BASE_SALARY)
    average = salary.average_salary(record.career, record.leave_month, 60, ALL_ITEMS, BASE_SALARY)
    assert (early, service.rounded_years(early, HALVES)) == (truth.early_months, truth.early_years)
    assert (months, service.rounded_years(months, HALVES)) == (truth.insured_months, truth.insured_years)
    assert (round_half_up(current), round_half_up(average)) == (truth.current_salary, truth.average_salary)
