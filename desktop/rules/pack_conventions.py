"""Conventions of a pack file: how dates become months, months years, and birth dates ages."""

from typing import Annotated

import msgspec

from desktop.rules.pack_values import Cite, Id, Note, Part, said
from desktop.rules.quantities.conventions import AgeStart, LeaveMonth


class LeaveMonthConvention(Part, frozen=True, kw_only=True):
    """Which month counts as the month of leaving when the leave does not begin on the 1st."""

    counts_as: Annotated[
        LeaveMonth, said("same_month: the month that the day lies in; next_month: the one after, unless it is the 1st.")
    ]
    cite: Annotated[Cite | None, said("Where the text says so.")] = None
    note: Note = ""


class UnknownBirthConvention(Part, frozen=True, kw_only=True):
    """What stands in for the parts of a birth date that nobody knows."""

    month: Annotated[int, msgspec.Meta(ge=1, le=12), said("When only the year is known.")] = 1
    day: Annotated[int, msgspec.Meta(ge=1, le=31), said("When the day is not known; the month's last at most.")] = 1
    cite: Annotated[Cite | None, said("Where the text says so.")] = None
    note: Note = ""


class AgeConvention(Part, frozen=True, kw_only=True):
    """From which day age is counted."""

    counted_from: Annotated[
        AgeStart, said("month_after_birth: the 1st of the month after the birth month; birth_day: the day itself.")
    ]
    cite: Annotated[Cite | None, said("Where the text says so.")] = None
    note: Note = ""


class Conventions(Part, frozen=True, kw_only=True):
    """How this law counts. What is left out is counted as the decrees on downsizing do."""

    early_years: Annotated[Id | None, said("Rounding table that makes early_years of early_months.")] = None
    insured_years: Annotated[Id | None, said("Rounding table that makes insured_years of insured_months.")] = None
    leave_month: Annotated[LeaveMonthConvention | None, said("Left out: same_month.")] = None
    unknown_birth: Annotated[UnknownBirthConvention | None, said("Left out: 1 January, the 1st.")] = None
    age: Annotated[AgeConvention | None, said("Left out: month_after_birth.")] = None
