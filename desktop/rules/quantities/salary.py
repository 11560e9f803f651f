"""Monthly salary by a named base, in the month before leaving and on average over the last months.

Formula of one month (NĐ 29/2023 Điều 10, NĐ 204/2004): coefficient, position allowance and beyond-frame part,
raised by the seniority percent, plus the reserved difference, times the base salary of that month. Nothing is
rounded here: amounts are exact fractions of a đồng.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop.domain.careers import Career, SalaryPeriod
from desktop.domain.months import MonthSpan, YearMonth
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.quantities.service import insured_months, spans_before


class PayItem(StrEnum):
    """Items of pay that a base may count."""

    RANK = "rank"
    POSITION = "position"
    BEYOND_FRAME = "beyond_frame"
    SENIORITY = "seniority"
    RESERVED = "reserved"


@dataclass(frozen=True, slots=True)
class SalaryBase:
    """Which items of pay count."""

    items: frozenset[PayItem]


ALL_ITEMS = SalaryBase(frozenset(PayItem))


@dataclass(frozen=True, slots=True)
class BaseSalaryTable:
    """Base salary (lương cơ sở, đồng a month) by the month from which it holds, oldest first."""

    rows: tuple[tuple[YearMonth, Fraction], ...]


@dataclass(frozen=True, slots=True)
class SalarySegment:
    """`count` months, from `months.first` to `months.last`, with the same pay and the same base salary."""

    months: MonthSpan
    count: int
    base_salary: Fraction
    period: SalaryPeriod
    monthly: Fraction


def base_salary(month: YearMonth, table: BaseSalaryTable) -> Fraction:
    """Return the base salary of `month`; raises Undetermined("rules.base_salary_not_covered")."""
    found = next((value for first, value in reversed(table.rows) if first <= month), None)
    if found is None:
        raise Undetermined("rules.base_salary_not_covered", month=month.shown)
    return found


def salary_coefficient(period: SalaryPeriod, base: SalaryBase) -> Fraction:
    """Return the sum of the counted items as a multiple of the base salary."""

    def counted(item: PayItem, value: Fraction) -> Fraction:
        return value if item in base.items else Fraction(0)

    rank = counted(PayItem.RANK, period.coefficient)
    position = counted(PayItem.POSITION, period.position_allowance)
    beyond_frame = counted(PayItem.BEYOND_FRAME, period.coefficient * period.beyond_frame / 100)
    seniority = 1 + counted(PayItem.SENIORITY, period.seniority) / 100
    return (rank + position + beyond_frame) * seniority + counted(PayItem.RESERVED, period.reserved_difference)


def monthly_salary(period: SalaryPeriod, month: YearMonth, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the salary of `month`, exact, in đồng."""
    return salary_coefficient(period, base) * base_salary(month, table)


def current_salary(career: Career, leave: YearMonth, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the salary of the month before `leave`; raises Missing("rules.salary_month_missing")."""
    return segment_average(segments(career, (leave + -1,), base, table))


def average_salary(career: Career, leave: YearMonth, months: int, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the exact average over the last `months` calendar months before `leave`.

    With fewer insured months than that, the average over all insured months (NĐ 29/2023 Điều 10). Raises
    Missing("rules.salary_month_missing", month=...) for the first month without salary.
    """
    return segment_average(segments(career, averaged_months(career, leave, months), base, table))


def averaged_months(career: Career, leave: YearMonth, months: int) -> tuple[YearMonth, ...]:
    """Return the months that the average runs over, oldest first."""
    if insured_months(career, leave) >= months:
        return tuple(leave + offset for offset in range(-months, 0))
    insured = {month for span in spans_before(career.insured_spans(), leave) for month in span}
    if not insured:
        raise Missing("rules.insurance_missing", "career.insurance")
    return tuple(sorted(insured))


def segments(
    career: Career, months: tuple[YearMonth, ...], base: SalaryBase, table: BaseSalaryTable
) -> tuple[SalarySegment, ...]:
    """Group rising `months` into runs of equal pay; raises Missing for the first month without salary."""
    runs: list[tuple[SalaryPeriod, Fraction, list[YearMonth]]] = []
    for month in months:
        period = career.salary_in(month)
        if period is None:
            raise Missing("rules.salary_month_missing", "career.salary", month=month.shown)
        amount = base_salary(month, table)
        if runs and runs[-1][0] is period and runs[-1][1] == amount:
            runs[-1][2].append(month)
        else:
            runs.append((period, amount, [month]))
    return tuple(
        SalarySegment(MonthSpan(run[0], run[-1]), len(run), amount, period, salary_coefficient(period, base) * amount)
        for period, amount, run in runs
    )


def segment_average(parts: tuple[SalarySegment, ...]) -> Fraction:
    """Return the average monthly salary over the segments."""
    total = sum((part.monthly * part.count for part in parts), Fraction(0))
    return total / sum(part.count for part in parts)
