"""Retirement age by roadmap, the month the pension starts, and how many months early a person leaves.

Nghị định 135/2020/NĐ-CP: Điều 3 (the pension starts on the first day of the month after the month in which
the age is reached), Điều 4 (roadmap, Phụ lục I), Điều 5 (lowered age, Phụ lục II). The figures come from the pack.
"""

from dataclasses import dataclass

from desktop.domain.months import YearMonth
from desktop.domain.people import Sex
from desktop.rules.quantities.missing import Undetermined


@dataclass(frozen=True, slots=True)
class RoadmapLine:
    """One sex's roadmap. Ages and the step are in months; `final_age` ends the rise."""

    first_year: int
    first_age: int
    yearly_step: int
    final_age: int

    def age_in(self, year: int) -> int:
        """Return the retirement age, in months, of those who reach it in `year`."""
        return min(self.first_age + self.yearly_step * (year - self.first_year), self.final_age)

    @property
    def last_year(self) -> int:
        """The first year in which the final age applies."""
        if self.yearly_step == 0:
            return self.first_year
        return self.first_year + -(-(self.final_age - self.first_age) // self.yearly_step)


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The retirement-age roadmap of both sexes."""

    male: RoadmapLine
    female: RoadmapLine

    def line(self, sex: Sex) -> RoadmapLine:
        """Return the roadmap of `sex`."""
        return self.male if sex is Sex.MALE else self.female


def retirement_age(birth: YearMonth, sex: Sex, roadmap: Roadmap, lowered_months: int = 0) -> int:
    """Return the person's retirement age in months: that of the smallest year in which they reach its age.

    `lowered_months` is 60 for Phụ lục II. The age before the roadmap is one step below its first age. Who reached
    the lowered age by then has that one: the month lies in the past, and other cases may still be theirs. Raises
    Undetermined("rules.birth_before_roadmap") for people who reached the full age before the first year.
    """
    line, born = roadmap.line(sex), birth.ordinal - lowered_months
    before = line.age_in(line.first_year - 1)
    if (born + before) // 12 < line.first_year:
        if lowered_months and (birth.ordinal + before) // 12 >= line.first_year:
            return before - lowered_months
        raise Undetermined("rules.birth_before_roadmap", month=birth.shown, year=line.first_year)
    for year in range(line.first_year, line.last_year):
        age = line.age_in(year)
        if (born + age) // 12 == year:
            return age - lowered_months
    return line.final_age - lowered_months


def retirement_month(birth: YearMonth, sex: Sex, roadmap: Roadmap, lowered_months: int = 0) -> YearMonth:
    """Return the month at whose end the person retires (Điều 3 NĐ 135/2020)."""
    return birth + retirement_age(birth, sex, roadmap, lowered_months)


def pension_month(birth: YearMonth, sex: Sex, roadmap: Roadmap, lowered_months: int = 0) -> YearMonth:
    """Return the month the pension starts: the one after the retirement month (the Appendix's last column)."""
    return retirement_month(birth, sex, roadmap, lowered_months) + 1


def early_months(pension: YearMonth, leave: YearMonth) -> int:
    """Return the months from the leave to the pension; below zero when the pension would have started already."""
    return pension - leave


def age_on(birth: YearMonth, on: YearMonth) -> int:
    """Return the age in months on the first day of `on`, counted from the first of the month after birth."""
    return on - birth - 1
