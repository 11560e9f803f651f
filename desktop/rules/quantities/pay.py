"""Pay of one month by a named base, as coefficient and đồng.

Formula of one month (NĐ 29/2023 Điều 10, NĐ 204/2004): coefficient, position allowance and beyond-frame part,
raised by the percents of seniority and the like, plus the reserved difference, times the base salary of that month.
Nothing is rounded here: amounts are exact fractions of a đồng.
"""

from fractions import Fraction

import msgspec

from desktop.domain.careers import SalaryPeriod
from desktop.domain.months import YearMonth
from desktop.rules.quantities.base_salaries import BaseSalaryTable, base_salary
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.quantities.pay_items import PERCENTS, PayItem, SalaryBase
from desktop.rules.quantities.sums import Exact


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


def pay_of(period: SalaryPeriod, base: SalaryBase) -> Pay:
    """Return the sum of the counted items.

    Raises Undetermined("rules.contract_pay_not_counted") for people on contract pay that the base does not know.
    """
    refuse_uncounted(period, base)
    if is_simple(period, base):
        return Pay(Fraction(*simple_coefficient(period, base)))
    total = Pay()
    for item in counted_items(period, base):
        total += item_pay(item, period, base)
    return total


def refuse_uncounted(period: SalaryPeriod, base: SalaryBase) -> None:
    """Raise Undetermined or Missing for pay that the base says nothing of, such as a contract it does not know."""
    only_contract = period.contract_pay is not None and not period.coefficient
    if only_contract and PayItem.CONTRACT_PAY not in base.items and PayItem.RANK in base.items:
        raise Undetermined("rules.contract_pay_not_counted", month=period.months.last.shown)
    if period.contract_pay is None and not base.of_base_salary:
        raise Missing("rules.contract_pay_missing", "career.salary", month=period.months.last.shown)


def is_simple(period: SalaryPeriod, base: SalaryBase) -> bool:
    """Tell whether every percent is of what it usually is, so that `simple_coefficient` may be asked."""
    return period.seniority_amount is None and usual(period, base)


def simple_coefficient(period: SalaryPeriod, base: SalaryBase) -> tuple[int, int]:
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
    percent = PERCENTS[item](period)
    if not percent:
        return Pay()
    whole = Pay()
    for share in base.shares(item):
        whole += item_pay(share, period, base)
    return whole.times(percent / 100)


def percent_in(item: PayItem, period: SalaryPeriod) -> Fraction:
    """Return the percent of an item that is one: 5 for 5 %."""
    return PERCENTS[item](period)


def salary_coefficient(period: SalaryPeriod, base: SalaryBase) -> Fraction:
    """Return the sum of the counted items as a multiple of the base salary; what is đồng is left aside."""
    return pay_of(period, base).coefficient


def monthly_salary(period: SalaryPeriod, month: YearMonth, base: SalaryBase, table: BaseSalaryTable) -> Fraction:
    """Return the salary of `month`, exact, in đồng."""
    return pay_of(period, base).at(base_salary(month, table))
