"""Which items of pay a named base counts, each a percent of what, and what months of leave count as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from desktop.domain.careers import Attendance, SalaryPeriod


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


PERCENTS: dict[PayItem, Callable[[SalaryPeriod], Fraction]] = {
    PayItem.BEYOND_FRAME: lambda period: period.beyond_frame,
    PayItem.SENIORITY: lambda period: period.seniority,
    PayItem.PUBLIC_SERVICE: lambda period: period.public_service,
    PayItem.PROFESSIONAL_INCENTIVE: lambda period: period.professional_incentive,
    PayItem.PROFESSIONAL_DUTY: lambda period: period.professional_duty,
}
"""How each percent stands in a period."""
PERCENT_ITEMS = frozenset(PERCENTS)
"""Items that are a percent of others."""

_OF_RANK = (PayItem.RANK,)
_OF_THREE_PERCENTS = tuple(item for item in PERCENTS if item is not PayItem.BEYOND_FRAME)
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
        counted = tuple(PERCENTS[item] for item in _OF_THREE_PERCENTS if item in self.items)
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
