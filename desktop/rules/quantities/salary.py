"""Monthly salary by a named base, in the month before leaving and on average over the last months.

Formula of one month (NĐ 29/2023 Điều 10, NĐ 204/2004): coefficient, position allowance and beyond-frame part,
raised by the percents of seniority and the like, plus the reserved difference, times the base salary of that month.
Nothing is rounded here: amounts are exact fractions of a đồng.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TypeAlias

import msgspec

from desktop.domain.careers import Attendance, Career, SalaryPeriod
from desktop.domain.months import MonthSpan, YearMonth
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.quantities.service import insured_months
from desktop.rules.quantities.sums import Exact, quotient_sum


class PayItem(StrEnum):
    """Items of pay that a base may count."""

    RANK = "rank"
    POSITION = "position"
    BEYOND_FRAME = "beyond_frame"
    SENIORITY = "seniority"
    RESERVED = "reserved"
    PUBLIC_SERVICE = "public_service"
    PROFESSIONAL_INCENTIVE = "professional_incentive"
    PROFESSIONAL_DUTY = "professional_duty"
    CONTRACT_PAY = "contract_pay"
    """Đồng a month; stands in the place of `rank` for those who have it."""


class LeaveRule(StrEnum):
    """What a month of unpaid or sick leave counts as."""

    AS_RECORDED = "as_recorded"
    MONTH_BEFORE_LEAVE = "month_before_leave"
    """The pay items of the last month before that leave, with the base salary of the month itself."""
    LEFT_OUT = "left_out"


FOREVER = 10**6
"""The ordinal of a month after all others."""
_PERCENTS: dict[PayItem, Callable[[SalaryPeriod], Fraction]] = {
    PayItem.BEYOND_FRAME: lambda period: period.beyond_frame,
    PayItem.SENIORITY: lambda period: period.seniority,
    PayItem.PUBLIC_SERVICE: lambda period: period.public_service,
    PayItem.PROFESSIONAL_INCENTIVE: lambda period: period.professional_incentive,
    PayItem.PROFESSIONAL_DUTY: lambda period: period.professional_duty,
}
PERCENT_ITEMS = frozenset(_PERCENTS)
"""Items that are a percent of others."""
_OF_RANK = (PayItem.RANK,)
_OF_THREE_PERCENTS = tuple(item for item in _PERCENTS if item is not PayItem.BEYOND_FRAME)
_OF_THREE = (PayItem.RANK, PayItem.POSITION, PayItem.BEYOND_FRAME)


@dataclass(frozen=True, slots=True)
class SalaryBase:
    """Which items of pay count, what percents are taken of, and what months of leave count as.

    A percent that `percent_of` does not name is taken of those items that count themselves: beyond_frame of the
    rank, the others of rank, position and beyond_frame.
    """

    items: frozenset[PayItem]
    percent_of: Mapping[PayItem, tuple[PayItem, ...]] = field(default_factory=dict)
    unpaid_leave: LeaveRule = LeaveRule.AS_RECORDED
    sick_leave: LeaveRule = LeaveRule.AS_RECORDED
    of_base_salary: bool = field(init=False, compare=False, repr=False)
    """Whether any item is a multiple of the base salary."""
    percents: tuple[Callable[[SalaryPeriod], Fraction], ...] = field(init=False, compare=False, repr=False)
    """The counted percents of rank, position and beyond-frame."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "of_base_salary", self.items != {PayItem.CONTRACT_PAY})
        counted = tuple(_PERCENTS[item] for item in _OF_THREE_PERCENTS if item in self.items)
        object.__setattr__(self, "percents", counted)

    def shares(self, item: PayItem) -> tuple[PayItem, ...]:
        """Return the items that a percent is taken of."""
        if item in self.percent_of:
            return self.percent_of[item]
        usual = _OF_RANK if item is PayItem.BEYOND_FRAME else _OF_THREE
        return tuple(each for each in usual if self.counts(each))

    def counts(self, item: PayItem) -> bool:
        """Whether the item counts; contract pay makes the place of the rank count."""
        return item in self.items or (item is PayItem.RANK and PayItem.CONTRACT_PAY in self.items)

    def rule(self, attendance: Attendance) -> LeaveRule:
        """Return what months of this attendance count as."""
        if attendance is Attendance.WORKED:
            return LeaveRule.AS_RECORDED
        return self.unpaid_leave if attendance is Attendance.UNPAID_LEAVE else self.sick_leave


ALL_ITEMS = SalaryBase(
    frozenset({PayItem.RANK, PayItem.POSITION, PayItem.BEYOND_FRAME, PayItem.SENIORITY, PayItem.RESERVED})
)


@dataclass(frozen=True, slots=True)
class BaseSalaryTable:
    """Base salary (lương cơ sở, đồng a month) by the month from which it holds, oldest first."""

    rows: tuple[tuple[YearMonth, Fraction], ...]
    ordinals: tuple[int, ...] = field(init=False, repr=False, compare=False)
    amounts: tuple[Exact, ...] = field(init=False, repr=False, compare=False)
    sums: tuple[Exact, ...] = field(init=False, repr=False, compare=False)
    """The base salaries of all months before each row's first, added up."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ordinals", tuple(first.ordinal for first, _ in self.rows))
        whole = (value.numerator if value.denominator == 1 else value for _, value in self.rows)
        object.__setattr__(self, "amounts", tuple(whole))
        months = (later - first for first, later in pairwise(self.ordinals))
        rows = (amount * count for amount, count in zip(self.amounts, months, strict=False))
        object.__setattr__(self, "sums", tuple(accumulate(rows, initial=0)))

    def at(self, ordinal: int) -> Exact:
        """Return the base salary of a month by its ordinal; raises Undetermined("rules.base_salary_not_covered")."""
        place = bisect_right(self.ordinals, ordinal) - 1
        if place < 0:
            raise Undetermined("rules.base_salary_not_covered", month=YearMonth.from_ordinal(ordinal).shown)
        return self.amounts[place]

    def total(self, first: int, last: int) -> Exact:
        """Return the base salaries of all months from `first` to `last`, added up; raises as `at` does."""
        return self._before(last + 1) - self._before(first)

    def _before(self, ordinal: int) -> Exact:
        """Return the base salaries of all months of the table before a month, added up."""
        place = bisect_right(self.ordinals, ordinal) - 1
        if place < 0:
            raise Undetermined("rules.base_salary_not_covered", month=YearMonth.from_ordinal(ordinal).shown)
        return self.sums[place] + self.amounts[place] * (ordinal - self.ordinals[place])

    def from_to(self, ordinal: int) -> tuple[Exact, int]:
        """Return the base salary of a month and the last month up to which it holds."""
        place = bisect_right(self.ordinals, ordinal)
        if place == 0:
            raise Undetermined("rules.base_salary_not_covered", month=YearMonth.from_ordinal(ordinal).shown)
        return self.amounts[place - 1], self.ordinals[place] - 1 if place < len(self.ordinals) else FOREVER


class Pay(msgspec.Struct, frozen=True):
    """Pay of a month: a multiple of the base salary, and đồng besides."""

    coefficient: Fraction = Fraction(0)
    dong: Fraction = Fraction(0)

    def __add__(self, other: "Pay") -> "Pay":
        return Pay(self.coefficient + other.coefficient, self.dong + other.dong)

    def times(self, ratio: Fraction) -> "Pay":
        """Return a part or multiple of it."""
        return Pay(self.coefficient * ratio, self.dong * ratio)

    def at(self, base_salary: Exact) -> Fraction:
        """Return the pay in đồng."""
        whole = self.coefficient * base_salary
        return whole + self.dong if self.dong else whole

    def over(self, base_salaries: Exact, months: int) -> Fraction:
        """Return the pay of several months, whose base salaries are summed."""
        whole = self.coefficient * base_salaries
        return whole + self.dong * months if self.dong else whole


class SalarySegment(msgspec.Struct, frozen=True):
    """`count` months, from `months.first` to `months.last`, with the same pay and the same base salary."""

    months: MonthSpan
    count: int
    base_salary: Exact
    period: SalaryPeriod
    pay: Pay
    monthly: Fraction
    """The pay of one of the months, in đồng."""


def base_salary(month: YearMonth, table: BaseSalaryTable) -> Exact:
    """Return the base salary of `month`; raises Undetermined("rules.base_salary_not_covered")."""
    return table.at(month.ordinal)


def pay_of(period: SalaryPeriod, base: SalaryBase) -> Pay:
    """Return the sum of the counted items.

    Raises Undetermined("rules.contract_pay_not_counted") for people on contract pay that the base does not know.
    """
    _refuse_uncounted(period, base)
    if _simple(period, base):
        return Pay(Fraction(*_simple_coefficient(period, base)))
    total = Pay()
    for item in counted_items(period, base):
        total += item_pay(item, period, base)
    return total


def _refuse_uncounted(period: SalaryPeriod, base: SalaryBase) -> None:
    only_contract = period.contract_pay is not None and not period.coefficient
    if only_contract and PayItem.CONTRACT_PAY not in base.items and PayItem.RANK in base.items:
        raise Undetermined("rules.contract_pay_not_counted", month=period.months.last.shown)
    if period.contract_pay is None and not base.of_base_salary:
        raise Missing("rules.contract_pay_missing", "career.salary", month=period.months.last.shown)


def _simple(period: SalaryPeriod, base: SalaryBase) -> bool:
    return period.seniority_amount is None and usual(period, base)


def _simple_coefficient(period: SalaryPeriod, base: SalaryBase) -> tuple[int, int]:
    """Return the sum where percents are of what they usually are: one product in place of a sum of parts.

    Worked out above and below the line in whole numbers, which takes a third of the time of fractions.
    """
    items = base.items
    above, below = period.coefficient.as_integer_ratio() if PayItem.RANK in items else (0, 1)
    if PayItem.BEYOND_FRAME in items:
        above, below = _raised(above, below, period.beyond_frame)
    if PayItem.POSITION in items:
        above, below = _plus(above, below, period.position_allowance)
    percents = [percent for read in base.percents if (percent := read(period))]
    if percents:
        above, below = _raised(above, below, sum(percents, Fraction(0)))
    if PayItem.RESERVED in items:
        above, below = _plus(above, below, period.reserved_difference)
    return above, below


def _raised(above: int, below: int, percent: Fraction) -> tuple[int, int]:
    if not percent:
        return above, below
    more, part = percent.as_integer_ratio()
    return above * (100 * part + more), below * 100 * part


def _plus(above: int, below: int, term: Fraction) -> tuple[int, int]:
    if not term:
        return above, below
    more, part = term.as_integer_ratio()
    return above * part + more * below, below * part


def counted_items(period: SalaryPeriod, base: SalaryBase) -> tuple[PayItem, ...]:
    """Return the items that count in these months; those on contract pay have it as the rank's."""
    on_contract = contracted(period, base)
    return tuple(item for item in PayItem if item in base.items or (item is PayItem.RANK and on_contract))


def item_pay(item: PayItem, period: SalaryPeriod, base: SalaryBase) -> Pay:
    """Return what one item brings, whether or not the base counts it; contract pay comes as the rank's."""
    match item:
        case PayItem.RANK:
            return _rank(period, base)
        case PayItem.CONTRACT_PAY:
            return Pay()
        case PayItem.POSITION:
            return Pay(period.position_allowance)
        case PayItem.RESERVED:
            return Pay(period.reserved_difference)
        case PayItem.SENIORITY if period.seniority_amount is not None and not period.seniority:
            return Pay(dong=Fraction(period.seniority_amount))
        case _:
            return _percent(item, period, base)


def usual(period: SalaryPeriod, base: SalaryBase) -> bool:
    """Whether percents are of what they usually are and everything paid is a multiple of the base salary."""
    return not base.percent_of and not contracted(period, base)


def contracted(period: SalaryPeriod, base: SalaryBase) -> bool:
    """Whether contract pay stands in the place of the rank."""
    return period.contract_pay is not None and PayItem.CONTRACT_PAY in base.items


def _rank(period: SalaryPeriod, base: SalaryBase) -> Pay:
    if period.contract_pay is not None and contracted(period, base):
        return Pay(dong=Fraction(period.contract_pay))
    return Pay(period.coefficient)


def _percent(item: PayItem, period: SalaryPeriod, base: SalaryBase) -> Pay:
    percent = _PERCENTS[item](period)
    if not percent:
        return Pay()
    whole = Pay()
    for share in base.shares(item):
        whole += item_pay(share, period, base)
    return whole.times(percent / 100)


def percent_in(item: PayItem, period: SalaryPeriod) -> Fraction:
    """Return the percent of an item that is one: 5 for 5 %."""
    return _PERCENTS[item](period)


def salary_coefficient(period: SalaryPeriod, base: SalaryBase) -> Fraction:
    """Return the sum of the counted items as a multiple of the base salary; what is đồng is left aside."""
    return pay_of(period, base).coefficient


def monthly_salary(period: SalaryPeriod, month: YearMonth, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the salary of `month`, exact, in đồng."""
    return pay_of(period, base).at(base_salary(month, table))


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
        if not _simple(self.period, base):
            return pay_of(self.period, base).over(self.base_salaries, self.months).as_integer_ratio()
        _refuse_uncounted(self.period, base)
        above, below = _simple_coefficient(self.period, base)
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
