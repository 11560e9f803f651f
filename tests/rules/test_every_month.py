"""Every birth month 1961–1980, both sexes, every leaving month 2023–2026, both appendices of NĐ 135/2020.

The program looks for the year whose age a person reaches in that year. Here each person is lived month by month
instead: the ages stand as the decree prints them, and the first month whose age is enough ends the work.
"""

from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from desktop.domain.careers import Career
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.months import YearMonth
from desktop.domain.people import Person, Sex
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from desktop.rules.policy import PolicyPack
from desktop.rules.quantities import retirement
from desktop.rules.quantities.missing import Undetermined
from tests.rules.records import ROOT, insured

Month = tuple[int, int]
PRINTED = {
    Sex.MALE: "60.3 60.6 60.9 61.0 61.3 61.6 61.9 62.0",
    Sex.FEMALE: "55.4 55.8 56.0 56.4 56.8 57.0 57.4 57.8 58.0 58.4 58.8 59.0 59.4 59.8 60.0",
}
"""Khoản 2 Điều 4: years.months of age from 2021, one a year, the last for all years after."""
BEFORE = {Sex.MALE: 60 * 12, Sex.FEMALE: 55 * 12}
"""The age until the end of 2020."""
BIRTHS = [(year, month) for year in range(1961, 1981) for month in range(1, 13)]
LEAVES = [(year, month) for year in range(2023, 2027) for month in range(1, 13)]
LEAVING_MONTHS = [YearMonth(*month) for month in LEAVES]
"""One after the other: each is one month less early than the one before."""


def next_month(month: Month) -> Month:
    year, number = month
    return (year + 1, 1) if number == 12 else (year, number + 1)


def printed_age(sex: Sex, year: int) -> int:
    ages = [12 * int(text.split(".")[0]) + int(text.split(".")[1]) for text in PRINTED[sex].split()]
    return BEFORE[sex] if year < 2021 else ages[min(year - 2021, len(ages) - 1)]


@cache
def lived_pension_month(birth: Month, sex: Sex, lowered: int) -> Month | None:
    """Live from birth on; None for those whose time, not lowered, came before the roadmap began."""
    if lowered and lived_pension_month(birth, sex, 0) is None:
        return None
    month, age = birth, 0
    while age < printed_age(sex, month[0]) - lowered:
        month, age = next_month(month), age + 1
    return None if month[0] < 2021 and not lowered else next_month(month)


@cache
def counted_between(earlier: Month, later: Month) -> int:
    """Count the steps from one month to the other; below zero when `later` came first."""
    if later < earlier:
        return -counted_between(later, earlier)
    steps = 0
    while earlier != later:
        earlier, steps = next_month(earlier), steps + 1
    return steps


def counted_years(months: int) -> Fraction:
    """Take whole years away one by one; up to half a year left counts half, more counts one."""
    years = Fraction(0)
    while months > 12:
        months, years = months - 12, years + 1
    return years + (0 if months == 0 else Fraction(1, 2) if months <= 6 else 1)


@pytest.fixture(scope="module")
def nd29() -> PolicyPack:
    path = ROOT / "resources" / "policies" / "nd29-2023.yaml"
    return load_pack(path.read_bytes(), path.name)


@pytest.mark.parametrize("lowered", [0, 60], ids=["appendix_1", "appendix_2"])
@pytest.mark.parametrize("sex", Sex)
def test_every_birth_month_and_every_leaving_month(nd29: PolicyPack, sex: Sex, lowered: int) -> None:
    assert nd29.roadmap is not None
    roadmap, compared, refused = nd29.roadmap.content, 0, []
    for birth in BIRTHS:
        lived = lived_pension_month(birth, sex, lowered)
        if lived is None:
            refused.append(birth)
            with pytest.raises(Undetermined, match=r"rules\.birth_before_roadmap"):
                retirement.pension_month(YearMonth(*birth), sex, roadmap, lowered)
            continue
        pension = retirement.pension_month(YearMonth(*birth), sex, roadmap, lowered)
        assert (pension.year, pension.month) == lived, birth
        early = counted_between(LEAVES[0], lived)
        for leave in LEAVING_MONTHS:
            assert retirement.early_months(pension, leave) == early, (birth, leave)
            compared, early = compared + 1, early - 1
    before_1966 = [birth for birth in BIRTHS if birth[0] < 1966]
    assert refused == ([] if sex is Sex.MALE else before_1966)
    assert compared == (len(BIRTHS) - len(refused)) * len(LEAVES)


@pytest.mark.parametrize("sex", Sex)
def test_the_whole_computation_counts_the_same_months(nd29: PolicyPack, sex: Sex) -> None:
    """Each birth month once, the leaving months in turn, the day of the month in turn too."""
    for number, birth in enumerate(BIRTHS):
        lived = lived_pension_month(birth, sex, 0)
        leave = LEAVES[number % len(LEAVES)]
        person = Person(full_name="Trần Văn Mẫu", sex=sex, birth=BirthDate(date(*birth, number % 28 + 1)))
        career = Career(insurance=(insured("2000-01", "2010-12"),))
        leave_on = date(*leave, number % 27 + 1)
        record = Dossier("d", "r", 1, person, Group.DOWNSIZING, Route.EARLY_RETIREMENT, leave_on, career)
        found = {step.id: step.value for step in compute(nd29, record).trace}
        if lived is None:
            assert found["early_months"] is None
            continue
        early = counted_between(leave, lived)
        assert found["pension_month"] == YearMonth(*lived)
        assert found["early_months"] == early
        assert found["early_years"] == (counted_years(early) if early >= 0 else None), (birth, leave)


def test_only_the_year_of_birth_counts_as_its_first_day() -> None:
    for year in range(1961, 1981):
        assert BirthDate.parse(str(year)).month == YearMonth(year, 1)
