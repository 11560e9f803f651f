"""How a law counts: the month of leaving, unknown parts of a birth date, from which day age runs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.dates import BirthDate, Precision
from desktop.domain.months import YearMonth


class LeaveMonth(StrEnum):
    """Which month a leave counts for that does not begin on the 1st."""

    SAME_MONTH = "same_month"
    NEXT_MONTH = "next_month"


class AgeStart(StrEnum):
    """From which day age is counted."""

    MONTH_AFTER_BIRTH = "month_after_birth"
    """The 1st of the month after the birth month (NĐ 29/2023 Điều 10, NĐ 154/2025 Điều 5 khoản 3)."""
    BIRTH_DAY = "birth_day"


@dataclass(frozen=True, slots=True)
class UnknownBirth:
    """The month that stands in when only the year is known, the day when the day is not."""

    month: int = 1
    day: int = 1


def leave_month(leave_on: date, rule: LeaveMonth) -> YearMonth:
    """Return the month that the leave counts for."""
    month = YearMonth.of(leave_on)
    return month + 1 if rule is LeaveMonth.NEXT_MONTH and leave_on.day > 1 else month


def birth_day(birth: BirthDate, unknown: UnknownBirth) -> date:
    """Return the day of birth, with what stands in for its unknown parts; no day after the month's last."""
    if birth.precision is Precision.DAY:
        return birth.day
    month = birth.day.month if birth.precision is Precision.MONTH else unknown.month
    return _day_in(YearMonth(birth.day.year, month), unknown.day)


def age_in_months(birth: date, on: date, start: AgeStart) -> int:
    """Return the age in whole months on a day; below zero before it begins."""
    months = YearMonth.of(on) - YearMonth.of(birth)
    if start is AgeStart.MONTH_AFTER_BIRTH:
        return months - 1
    return months if on >= _day_in(YearMonth.of(on), birth.day) else months - 1


def _day_in(month: YearMonth, day: int) -> date:
    last = ((month + 1).first_day - month.first_day).days
    return month.first_day.replace(day=min(day, last))
