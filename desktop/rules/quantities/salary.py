"""Monthly salary by a named base, in the month before leaving and on average over the last months.

Formula of one month (NĐ 29/2023 Điều 10, NĐ 204/2004): coefficient, position allowance and beyond-frame part,
raised by the percents of seniority and the like, plus the reserved difference, times the base salary of that month.
Nothing is rounded here: amounts are exact fractions of a đồng.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from desktop.domain.careers import Attendance, Career, SalaryPeriod
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

    def shares(self, item: PayItem) -> tuple[PayItem, ...]:
        """Return the items that a percent is taken of."""
        if item in self.percent_of:
            return self.percent_of[item]
        usual = _OF_RANK if item is PayItem.BEYOND_FRAME else _OF_THREE
        return tuple(each for each in usual if self.counts(each))

    def counts(self, item: PayItem) -> bool:
        """Whether the item counts; contract pay makes the place of the rank count."""
        return item in self.items or (item is PayItem.RANK and PayItem.CONTRACT_PAY in self.items)

    @property
    def of_base_salary(self) -> bool:
        """Whether any item is a multiple of the base salary."""
        return self.items != {PayItem.CONTRACT_PAY}

    def rule(self, attendance: Attendance) -> LeaveRule:
        """Return what months of this attendance count as."""
        return {Attendance.UNPAID_LEAVE: self.unpaid_leave, Attendance.SICK_LEAVE: self.sick_leave}.get(
            attendance, LeaveRule.AS_RECORDED
        )


ALL_ITEMS = SalaryBase(
    frozenset({PayItem.RANK, PayItem.POSITION, PayItem.BEYOND_FRAME, PayItem.SENIORITY, PayItem.RESERVED})
)


@dataclass(frozen=True, slots=True)
class BaseSalaryTable:
    """Base salary (lương cơ sở, đồng a month) by the month from which it holds, oldest first."""

    rows: tuple[tuple[YearMonth, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay of a month: a multiple of the base salary, and đồng besides."""

    coefficient: Fraction = Fraction(0)
    dong: Fraction = Fraction(0)

    def __add__(self, other: "Pay") -> "Pay":
        return Pay(self.coefficient + other.coefficient, self.dong + other.dong)

    def times(self, ratio: Fraction) -> "Pay":
        """Return a part or multiple of it."""
        return Pay(self.coefficient * ratio, self.dong * ratio)

    def at(self, base_salary: Fraction) -> Fraction:
        """Return the pay in đồng."""
        return self.coefficient * base_salary + self.dong


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


def pay_of(period: SalaryPeriod, base: SalaryBase) -> Pay:
    """Return the sum of the counted items.

    Raises Undetermined("rules.contract_pay_not_counted") for people on contract pay that the base does not know.
    """
    only_contract = period.contract_pay is not None and not period.coefficient
    if only_contract and PayItem.CONTRACT_PAY not in base.items and PayItem.RANK in base.items:
        raise Undetermined("rules.contract_pay_not_counted", month=period.months.last.shown)
    if period.contract_pay is None and base.items == {PayItem.CONTRACT_PAY}:
        raise Missing("rules.contract_pay_missing", "career.salary", month=period.months.last.shown)
    total = Pay()
    for item in counted_items(period, base):
        total += item_pay(item, period, base)
    return total


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
    return segment_average(segments(career, (month_before(career, leave, base),), base, table))


def average_salary(career: Career, leave: YearMonth, months: int, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the exact average over the last `months` calendar months before `leave`.

    With fewer insured months than that, the average over all insured months (NĐ 29/2023 Điều 10). Raises
    Missing("rules.salary_month_missing", month=...) for the first month without salary.
    """
    return segment_average(segments(career, averaged_months(career, leave, months), base, table))


def month_before(career: Career, leave: YearMonth, base: SalaryBase) -> YearMonth:
    """Return the month before `leave`, or the last one before it that the base does not leave out."""
    month = leave + -1
    while _left_out(_period_in(career, month), base):
        month += -1
    return month


def averaged_months(career: Career, leave: YearMonth, months: int) -> tuple[YearMonth, ...]:
    """Return the months that the average runs over, oldest first."""
    if insured_months(career, leave) >= months:
        return tuple(leave + offset for offset in range(-months, 0))
    return all_insured_months(career, leave)


def all_insured_months(career: Career, leave: YearMonth) -> tuple[YearMonth, ...]:
    """Return every insured month before `leave`, oldest first; raises Missing("rules.insurance_missing")."""
    insured = {month for span in spans_before(career.insured_spans(), leave) for month in span}
    if not insured:
        raise Missing("rules.insurance_missing", "career.insurance")
    return tuple(sorted(insured))


def segments(
    career: Career, months: tuple[YearMonth, ...], base: SalaryBase, table: BaseSalaryTable
) -> tuple[SalarySegment, ...]:
    """Group rising `months` into runs of equal pay; raises Missing for the first month without salary.

    Months that the base leaves out are left out; raises Undetermined("rules.no_month_counts") when none remains.
    """
    runs: list[tuple[SalaryPeriod, Fraction, list[YearMonth]]] = []
    for month in months:
        recorded = _period_in(career, month)
        if _left_out(recorded, base):
            continue
        period = _standing_in(career, recorded, base)
        amount = base_salary(month, table) if base.of_base_salary else Fraction(0)
        if runs and runs[-1][0] is period and runs[-1][1] == amount:
            runs[-1][2].append(month)
        else:
            runs.append((period, amount, [month]))
    if not runs:
        raise Undetermined("rules.no_month_counts")
    return tuple(
        SalarySegment(MonthSpan(run[0], run[-1]), len(run), amount, period, pay_of(period, base).at(amount))
        for period, amount, run in runs
    )


def segment_average(parts: tuple[SalarySegment, ...]) -> Fraction:
    """Return the average monthly salary over the segments."""
    total = sum((part.monthly * part.count for part in parts), Fraction(0))
    return total / sum(part.count for part in parts)


def _period_in(career: Career, month: YearMonth) -> SalaryPeriod:
    period = career.salary_in(month)
    if period is None:
        raise Missing("rules.salary_month_missing", "career.salary", month=month.shown)
    return period


def _left_out(period: SalaryPeriod, base: SalaryBase) -> bool:
    return base.rule(period.attendance) is LeaveRule.LEFT_OUT


def _standing_in(career: Career, period: SalaryPeriod, base: SalaryBase) -> SalaryPeriod:
    """Return the last period before the leave where the base counts that instead."""
    while base.rule(period.attendance) is not LeaveRule.AS_RECORDED:
        period = _period_in(career, period.months.first + -1)
    return period
