"""Monthly salary in the month before leaving and on average over the last months, exact: nothing is rounded here."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

import msgspec

from desktop.domain.careers import Attendance, Career, SalaryPeriod
from desktop.domain.months import MonthSpan, YearMonth
from desktop.rules.quantities.base_salaries import BaseSalaryTable
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.quantities.pay import Pay, is_simple, pay_of, refuse_uncounted, simple_coefficient
from desktop.rules.quantities.pay_items import LeaveRule, SalaryBase
from desktop.rules.quantities.service import insured_months
from desktop.rules.quantities.sums import Exact, quotient_sum


class SalarySegment(msgspec.Struct, frozen=True):
    """`count` months, from `months.first` to `months.last`, with the same pay and the same base salary."""

    months: MonthSpan
    count: int
    base_salary: Exact
    period: SalaryPeriod
    pay: Pay
    monthly: Fraction
    """The pay of one of the months, in đồng."""


def current_salary(career: Career, leave: YearMonth, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the salary of the month before `leave`; raises Missing("rules.salary_month_missing")."""
    return segment_average(segments(career, month_before(career, leave, base), base, table))


def average_salary(career: Career, leave: YearMonth, months: int, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the exact average over the last `months` calendar months before `leave`.

    With fewer insured months than that, the average over all insured months (NĐ 29/2023 Điều 10). Raises
    Missing("rules.salary_month_missing", month=...) for the first month without salary.
    """
    return segment_average(segments(career, averaged_spans(career, leave, months), base, table))


Months: TypeAlias = tuple[tuple[int, int], ...]
"""Rising spans of months by their ordinals, both ends included; no month twice."""


def month_before(career: Career, leave: YearMonth, base: SalaryBase) -> Months:
    """Return the month before `leave`, or the last one before it that the base does not leave out."""
    month = leave.ordinal - 1
    while base.rule((period := _period_in(career, month)).attendance) is LeaveRule.LEFT_OUT:
        month = period.months.first.ordinal - 1
    return ((month, month),)


def averaged_months(career: Career, leave: YearMonth, months: int) -> tuple[YearMonth, ...]:
    """Return the months that the average runs over, oldest first."""
    spans = averaged_spans(career, leave, months)
    return tuple(YearMonth.from_ordinal(each) for first, last in spans for each in range(first, last + 1))


def averaged_spans(career: Career, leave: YearMonth, months: int, insured: int | None = None) -> Months:
    """Return the same months as spans; `insured` are the insured months where they are known already."""
    if (insured_months(career, leave) if insured is None else insured) >= months:
        return ((leave.ordinal - months, leave.ordinal - 1),)
    return all_insured_months(career, leave)


def all_insured_months(career: Career, leave: YearMonth) -> Months:
    """Return every insured month before `leave`; raises Missing("rules.insurance_missing")."""
    spans = sorted((span.first.ordinal, span.last.ordinal) for span in career.insured_spans())
    found: list[tuple[int, int]] = []
    for first, last in spans:
        start, end = max(first, found[-1][1] + 1 if found else first), min(last, leave.ordinal - 1)
        if end >= start:
            found.append((start, end))
    if not found:
        raise Missing("rules.insurance_missing", "career.insurance")
    return tuple(found)


def segments(career: Career, months: Months, base: SalaryBase, table: BaseSalaryTable) -> tuple[SalarySegment, ...]:
    """Group the months into runs of equal pay; raises Missing for the first month without salary.

    Months that the base leaves out are left out; raises Undetermined("rules.no_month_counts") when none remains.
    """
    return tuple(run.segment() for run in _runs(career, months, base, table))


def average_over(career: Career, months: Months, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the average monthly salary over the months; the same as `segment_average` of their segments."""
    sums: dict[int, _Sum] = {}
    count = 0
    for first, last, period in _stretches(career, months, base, table):
        length = last - first + 1
        found = sums.get(id(period))
        if found is None:
            found = sums[id(period)] = _Sum(period)
        if base.of_base_salary:
            found.base_salaries += table.total(first, last)
        found.months += length
        count += length
    if not count:
        raise Undetermined("rules.no_month_counts")
    return quotient_sum([each.paid(base) for each in sums.values()], count)


class _Sum(msgspec.Struct):
    period: SalaryPeriod
    base_salaries: Exact = 0
    months: int = 0

    def paid(self, base: SalaryBase) -> tuple[int, int]:
        """Return the pay of these months, above and below the line."""
        if not is_simple(self.period, base):
            return pay_of(self.period, base).over(self.base_salaries, self.months).as_integer_ratio()
        refuse_uncounted(self.period, base)
        above, below = simple_coefficient(self.period, base)
        more, part = self.base_salaries.as_integer_ratio()
        return above * more, below * part


def _runs(career: Career, months: Months, base: SalaryBase, table: BaseSalaryTable) -> "list[_RunOfMonths]":
    runs: list[_RunOfMonths] = []
    pays: dict[int, Pay] = {}
    for first, last, period, amount in _blocks(career, months, base, table):
        if runs and runs[-1].period is period and runs[-1].base_salary == amount:
            runs[-1].go_on(first, last)
            continue
        if id(period) not in pays:
            pays[id(period)] = pay_of(period, base)
        runs.append(_RunOfMonths(period, amount, pays[id(period)], first, last, last - first + 1))
    if not runs:
        raise Undetermined("rules.no_month_counts")
    return runs


class _RunOfMonths(msgspec.Struct):
    period: SalaryPeriod
    base_salary: Exact
    pay: Pay
    first: int
    last: int
    count: int

    def go_on(self, first: int, last: int) -> None:
        self.last = last
        self.count += last - first + 1

    def segment(self) -> SalarySegment:
        span = MonthSpan(YearMonth.from_ordinal(self.first), YearMonth.from_ordinal(self.last))
        monthly = self.pay.at(self.base_salary)
        return SalarySegment(span, self.count, self.base_salary, self.period, self.pay, monthly)


def _blocks(
    career: Career, months: Months, base: SalaryBase, table: BaseSalaryTable
) -> Iterator[tuple[int, int, SalaryPeriod, Exact]]:
    """Cut the months wherever a row of salary begins or ends, or the base salary changes.

    Yields first and last month, the row whose pay counts and the base salary; nothing for months left out.
    """
    for first, last, row in _stretches(career, months, base, table):
        while first <= last:
            amount, until = table.from_to(first) if base.of_base_salary else (0, last)
            yield first, min(until, last), row, amount
            first = until + 1  # noqa: PLW2901 - goes on through the stretch


def _stretches(
    career: Career, months: Months, base: SalaryBase, table: BaseSalaryTable
) -> Iterator[tuple[int, int, SalaryPeriod]]:
    """Cut the months wherever a row of salary begins or ends; nothing for months left out.

    Yields first and last month and the row whose pay counts.
    """
    rows = [(row.months.first.ordinal, row.months.last.ordinal, row) for row in reversed(career.salary)]
    for begin, end in months:
        first = begin
        while first <= end:
            last, row = _row_at(rows, first, end)
            if row.attendance is Attendance.WORKED:
                yield first, last, row
            else:
                if base.of_base_salary:
                    table.at(first)  # a month before the table is refused, whatever stands in for it
                if base.rule(row.attendance) is not LeaveRule.LEFT_OUT:
                    yield first, last, _standing_in(career, row, base)
            first = last + 1


def _row_at(rows: list[tuple[int, int, SalaryPeriod]], first: int, end: int) -> tuple[int, SalaryPeriod]:
    """Return the row that holds a month, the last entered, and the last month up to which it does so."""
    last = end
    for begins, ends, row in rows:
        if begins <= first <= ends:
            return min(last, ends), row
        if first < begins <= last:
            last = begins - 1
    raise Missing("rules.salary_month_missing", "career.salary", month=YearMonth.from_ordinal(first).shown)


def segment_average(parts: tuple[SalarySegment, ...]) -> Fraction:
    """Return the average monthly salary over the segments."""
    if len(parts) == 1:
        return parts[0].monthly
    quotients = [(part.monthly.as_integer_ratio(), part.count) for part in parts]
    return quotient_sum([(above * count, below) for (above, below), count in quotients], sum(n for _, n in quotients))


def _period_in(career: Career, ordinal: int) -> SalaryPeriod:
    year, month = divmod(ordinal, 12)
    wanted = (year, month + 1)
    for period in reversed(career.salary):
        first, last = period.months.first, period.months.last
        if (first.year, first.month) <= wanted <= (last.year, last.month):
            return period
    raise Missing("rules.salary_month_missing", "career.salary", month=YearMonth.from_ordinal(ordinal).shown)


def _standing_in(career: Career, period: SalaryPeriod, base: SalaryBase) -> SalaryPeriod:
    """Return the last period before the leave where the base counts that instead."""
    while base.rule(period.attendance) is not LeaveRule.AS_RECORDED:
        period = _period_in(career, period.months.first.ordinal - 1)
    return period
