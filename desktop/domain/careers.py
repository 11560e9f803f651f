"""Salary and insurance history, by month."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth


class Attendance(StrEnum):
    """Whether pay was drawn in these months; a salary base says which month stands in for the others."""

    WORKED = "worked"
    UNPAID_LEAVE = "unpaid_leave"
    SICK_LEAVE = "sick_leave"


class CashedBenefit(StrEnum):
    """The benefit that was taken for insured months, which then no longer count."""

    SEVERANCE = "severance"
    LUMP_SUM = "lump_sum"
    DEMOBILISATION = "demobilisation"


@dataclass(frozen=True, slots=True)
class SalaryPeriod:
    """Months in which the pay items did not change. Ratios are exact; percents are 5 for 5 %.

    `coefficient`, `position_allowance` and `reserved_difference` multiply the base salary;
    `beyond_frame` is a percent of the coefficient; `seniority` a percent of coefficient, position
    allowance and beyond-frame together (NĐ 29/2023 Điều 10, NĐ 204/2004). `public_service`,
    `professional_incentive` and `professional_duty` are percents of the same three items; some policies count them.
    `contract_pay` is đồng a month, in place of coefficients. `seniority_amount` is the seniority allowance as it
    was typed in đồng instead of percent. `other_allowance` (a coefficient, named by `other_allowance_name`) never
    counts; `base_salary` is the base salary that the unit's own list used, kept to compare.
    """

    months: MonthSpan
    coefficient: Fraction
    position_allowance: Fraction = Fraction(0)
    beyond_frame: Fraction = Fraction(0)
    seniority: Fraction = Fraction(0)
    reserved_difference: Fraction = Fraction(0)
    step: int | None = None
    """Bậc in the rank's ladder, from 1; None when not entered."""
    public_service: Fraction = Fraction(0)
    professional_incentive: Fraction = Fraction(0)
    professional_duty: Fraction = Fraction(0)
    contract_pay: Dong | None = None
    seniority_amount: Dong | None = None
    other_allowance: Fraction = Fraction(0)
    other_allowance_name: str = ""
    attendance: Attendance = Attendance.WORKED
    base_salary: Dong | None = None


@dataclass(frozen=True, slots=True)
class InsurancePeriod:
    """Months of social insurance at one employer.

    Only `compulsory` months that were not `cashed` (severance, lump sum, demobilisation) count.
    """

    months: MonthSpan
    employer: str = ""
    compulsory: bool = True
    cashed: bool = False
    hazardous: bool = False
    special_area: bool = False
    cashed_as: CashedBenefit | None = None
    """Which benefit was taken, where it is known; counts only with `cashed`."""

    @property
    def counts(self) -> bool:
        """Whether these months count as service time."""
        return self.compulsory and not self.cashed


@dataclass(frozen=True, slots=True)
class Career:
    """A person's history, rows in the order entered; gaps and overlaps are findings, not errors."""

    rank: str = ""
    salary: tuple[SalaryPeriod, ...] = ()
    insurance: tuple[InsurancePeriod, ...] = ()
    checked_against_book: bool = False

    def salary_in(self, month: YearMonth) -> SalaryPeriod | None:
        """Return the period that holds `month`, the last entered if rows overlap, else None."""
        return next((period for period in reversed(self.salary) if month in period.months), None)

    def insured_spans(self) -> tuple[MonthSpan, ...]:
        """Return the spans that count as insured service, unmerged."""
        return tuple(period.months for period in self.insurance if period.counts)


def gaps(spans: tuple[MonthSpan, ...]) -> tuple[MonthSpan, ...]:
    """Return the months between the spans that no span covers, in order."""
    found: list[MonthSpan] = []
    covered_to: YearMonth | None = None
    for span in sorted(spans, key=lambda each: each.first.ordinal):
        if covered_to is not None and span.first - covered_to > 1:
            found.append(MonthSpan(covered_to + 1, span.first + -1))
        covered_to = span.last if covered_to is None else max(covered_to, span.last)
    return tuple(found)


def overlaps(spans: tuple[MonthSpan, ...]) -> tuple[tuple[int, int, YearMonth], ...]:
    """Return (row, row, first shared month) for rows that share months; rows count from 0."""
    found = []
    for left in range(len(spans)):
        for right in range(left + 1, len(spans)):
            first = max(spans[left].first, spans[right].first)
            if first <= min(spans[left].last, spans[right].last):
                found.append((left, right, first))
    return tuple(found)
