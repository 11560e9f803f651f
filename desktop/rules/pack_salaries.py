"""Salary bases of a pack file: which pay counts, of which months."""

from enum import StrEnum
from typing import Annotated

import msgspec

from desktop.rules.pack_values import FILLED_LIST, Cite, Id, Note, Part, Words, said
from desktop.rules.quantities.pay_items import LeaveRule, PayItem
from desktop.rules.trace import Provenance


class PercentItem(Part, frozen=True, kw_only=True):
    """A pay item that is a percent, and what it is a percent of, whether or not these items count themselves."""

    item: Annotated[
        PayItem,
        said("beyond_frame, seniority, public_service, professional_incentive or professional_duty."),
    ]
    percent_of: Annotated[tuple[PayItem, ...], FILLED_LIST, said("The items that the percent is taken of, summed.")]


class Over(StrEnum):
    """Which months a salary base looks at."""

    MONTH_BEFORE_LEAVING = "month_before_leaving"
    LAST_MONTHS = "last_months"
    WHOLE_PERIOD = "whole_period"


class MoneyRounding(Part, frozen=True, kw_only=True):
    """How đồng are rounded: to a multiple of `to`."""

    to: Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000), said("1 for whole đồng, 1000 for thousands.")] = 1
    mode: Annotated[str, msgspec.Meta(pattern="^(up|down|half_up)$"), said("up, down or half_up.")] = "half_up"


class SalaryBaseDefinition(Part, frozen=True, kw_only=True):
    """A monthly salary that formulas name by its id, in đồng a month.

    One month's pay: the coefficients of the items that count, times the base salary of that month; percents are of
    the items before them (beyond_frame of rank, the others of rank, position and beyond_frame as far as these
    count) unless `percent_of` says otherwise. `contract_pay` is đồng and stands in the place of `rank` for those who
    have it.
    """

    id: Annotated[Id, said("Name that formulas use.")]
    label: Annotated[Words, said("Vietnamese words: Tiền lương tháng hiện hưởng.")]
    items: Annotated[
        tuple[PayItem | PercentItem, ...],
        FILLED_LIST,
        said("What counts. [position] alone is a base of the position allowance only."),
    ]
    over: Annotated[
        Over,
        said(
            "month_before_leaving; last_months: average over the last `months` (over all insured months when they are "
            "fewer); whole_period: average over all insured months."
        ),
    ]
    months: Annotated[Id | None, said("Parameter in months, with last_months only.")] = None
    unpaid_leave: Annotated[
        LeaveRule,
        said(
            "What a month of unpaid leave counts as: as_recorded; month_before_leave: the pay items of the last month "
            "before that leave, with the base salary of the month itself; left_out: the month does not count."
        ),
    ] = LeaveRule.AS_RECORDED
    sick_leave: Annotated[LeaveRule, said("The same for months of sick leave.")] = LeaveRule.AS_RECORDED
    rounding: Annotated[
        MoneyRounding | None, said("Only where the text rounds the monthly salary before it is used.")
    ] = None
    cite: Cite
    provenance: Provenance
    note: Note = ""
