"""Parsers of days and months: always day before month, never a guess."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from desktop.documents.lists.catalogue import catalogue
from desktop.documents.lists.faults import Answer, Correction, Reason
from desktop.documents.lists.values import CellValue, written
from desktop.domain.dates import BirthDate, Precision
from desktop.domain.months import YearMonth
from desktop.domain.names import fold

_DAY = re.compile(
    r"(?:tu )?(?:ngay )?(\d{1,2})\s*[/.\- ]\s*(?:thang )?(\d{1,2})\s*[/.\- ]\s*(?:nam )?(\d{4}|\d{2})\Z", re.ASCII
)
_PLAIN_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z", re.ASCII)
"""How nearly all days are written; the same as _DAY finds, told at once."""
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00(?:\.0+)?)?)?\Z", re.ASCII)
_MONTH = re.compile(r"(?:tu )?(?:thang |t\.? ?)?(\d{1,2})\s*(?:[/.\-]|nam )\s*(\d{4})\Z", re.ASCII)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})\Z", re.ASCII)
_YEAR = re.compile(r"(?:nam )?(\d{4})\Z", re.ASCII)
_IN_SPAN = re.compile(r"(?:\d{1,2}\s*[/.]\s*)?\d{1,2}\s*[/.]\s*\d{4}", re.ASCII)
_DAY_NUMBER = re.compile(r"\d{5}\Z", re.ASCII)

_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_FIRST_DAY_NUMBER = 10_000
"""Smaller numbers are years or slips: day 10,000 is in May 1927."""
_LAST_DAY_NUMBER = 73_050


@dataclass(frozen=True, slots=True)
class DateFrame:
    """What a sheet's dates are read against: its epoch, and the year in which its people leave."""

    starts_in_1904: bool = False
    leave_year: int | None = None


class _Parts(NamedTuple):
    """Numbers as written; None for what is not given. `short` tells that the year had two digits."""

    year: int
    month: int | None = None
    day: int | None = None
    short: bool = False
    correction: Correction | None = None


def parse_birth(value: CellValue, frame: DateFrame, century_hint: int | None = None) -> Answer[BirthDate]:
    """Read a birth date; month and year, or the year alone, are kept with that precision.

    A two-digit year is 19xx when 20xx would make a child. `century_hint` is the birth year that a valid citizen
    id tells; it decides where it ends in the same two digits.
    """
    parts = _parts(value, frame)
    if isinstance(parts, Answer):
        return Answer(reason=parts.reason)
    if not parts.short:
        return _birth(parts)
    year = _full_birth_year(parts.year, frame, century_hint)
    if year is None:
        return Answer.refuse(Reason.CENTURY_UNKNOWN)
    return _birth(_Parts(year, parts.month, parts.day, correction=Correction.CENTURY))


def parse_leave(value: CellValue, frame: DateFrame) -> Answer[date]:
    """Read the day of leaving; month and year mean the first of that month."""
    parts = _parts(value, frame)
    if isinstance(parts, Answer):
        return parts
    if parts.month is not None and parts.day is None:
        return _day(_Parts(parts.year, parts.month, 1, correction=Correction.FIRST_OF_MONTH))
    return _day(_in_this_century(parts))


def parse_day(value: CellValue, frame: DateFrame) -> Answer[date]:
    """Read a day that must be given in full."""
    parts = _parts(value, frame)
    return parts if isinstance(parts, Answer) else _day(_in_this_century(parts))


def parse_month(value: CellValue, frame: DateFrame) -> Answer[YearMonth]:
    """Read a month: "08/2018", "tháng 8 năm 2018", or the month of a full date."""
    parts = _parts(value, frame)
    if isinstance(parts, Answer):
        unreadable = parts.reason in {Reason.DATE_UNREADABLE, Reason.NO_SUCH_DAY}
        return Answer.refuse(Reason.MONTH_UNREADABLE) if unreadable else Answer(reason=parts.reason)
    if parts.short or parts.month is None:
        return Answer.refuse(Reason.MONTH_UNREADABLE)
    day = _day(_Parts(parts.year, parts.month, 1 if parts.day is None else parts.day, correction=parts.correction))
    if day.value is None:
        return Answer(reason=day.reason if day.reason is Reason.DATE_IMPLAUSIBLE else Reason.MONTH_UNREADABLE)
    return Answer(YearMonth.of(day.value), day.correction)


def parse_first_month(value: CellValue, frame: DateFrame) -> Answer[YearMonth]:
    """Read where a span of months begins: "01/2005 - 12/2008", "từ 01/2005 đến 12/2008"."""
    return _parse_end(value, frame, 0)


def parse_last_month(value: CellValue, frame: DateFrame) -> Answer[YearMonth]:
    """Read where a span of months ends; "đến nay" is no month."""
    return _parse_end(value, frame, 1)


def _parse_end(value: CellValue, frame: DateFrame, which: int) -> Answer[YearMonth]:
    text = written(value)
    if not text:
        return Answer()
    months = _IN_SPAN.findall(text)
    told = which < len(months) <= 2
    return parse_month(months[which], frame) if told else Answer.refuse(Reason.MONTH_UNREADABLE)


@lru_cache(maxsize=4096, typed=True)
def _parts(value: CellValue, frame: DateFrame) -> "_Parts | Answer[date]":
    if isinstance(value, date):
        return _Parts(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number_parts(value, frame)
    if isinstance(value, str) and (plain := _PLAIN_DAY.match(value)):
        return _Parts(int(plain[3]), int(plain[2]), int(plain[1]))
    text = fold(written(value)).replace(",", " ").strip()
    if not text:
        return Answer()
    if _DAY_NUMBER.match(text):
        return _number_parts(int(text), frame)
    return _text_parts(text) or Answer.refuse(Reason.DATE_UNREADABLE)


def _text_parts(text: str) -> _Parts | None:
    if found := _DAY.match(text):
        day, month, year = found.groups()
        return _Parts(int(year), int(month), int(day), short=len(year) == 2)
    if found := _ISO.match(text):
        return _Parts(int(found[1]), int(found[2]), int(found[3]))
    if found := _ISO_MONTH.match(text):
        return _Parts(int(found[1]), int(found[2]))
    if found := _MONTH.match(text):
        return _Parts(int(found[2]), int(found[1]))
    return _Parts(int(found[1])) if (found := _YEAR.match(text)) else None


def _number_parts(number: float, frame: DateFrame) -> "_Parts | Answer[date]":
    """Read a bare number: a day number of the spreadsheet, or a year."""
    if number % 1 != 0:
        return Answer.refuse(Reason.DATE_UNREADABLE)
    whole = int(number)
    plausible = catalogue().plausible
    if plausible.first_year <= whole <= plausible.last_year:
        return _Parts(whole)
    if not _FIRST_DAY_NUMBER <= whole <= _LAST_DAY_NUMBER:
        return Answer.refuse(Reason.DATE_UNREADABLE)
    day = (_EPOCH_1904 if frame.starts_in_1904 else _EPOCH_1900) + timedelta(days=whole)
    return _Parts(day.year, day.month, day.day, correction=Correction.DAY_NUMBER)


def _in_this_century(parts: _Parts) -> _Parts:
    """Papers of a round are of this century: nobody's leave was decided in 19xx."""
    if not parts.short:
        return parts
    return _Parts(2000 + parts.year, parts.month, parts.day, correction=Correction.CENTURY)


def _full_birth_year(short: int, frame: DateFrame, hint: int | None) -> int | None:
    if hint is not None and hint % 100 == short:
        return hint
    if frame.leave_year is None:
        return None
    child = 2000 + short > frame.leave_year - catalogue().plausible.child_under
    return (1900 if child else 2000) + short


def _birth(parts: _Parts) -> Answer[BirthDate]:
    month = 1 if parts.month is None else parts.month
    day = _day(_Parts(parts.year, month, 1 if parts.day is None else parts.day, correction=parts.correction))
    if day.value is None:
        return Answer(reason=day.reason, params=day.params)
    return Answer(BirthDate(day.value, _precision(parts)), parts.correction)


def _precision(parts: _Parts) -> Precision:
    if parts.month is None:
        return Precision.YEAR
    return Precision.MONTH if parts.day is None else Precision.DAY


def _day(parts: _Parts) -> Answer[date]:
    if parts.day is None or parts.month is None:
        return Answer.refuse(Reason.DAY_NOT_GIVEN)
    plausible = catalogue().plausible
    if not plausible.first_year <= parts.year <= plausible.last_year:
        return Answer.refuse(Reason.DATE_IMPLAUSIBLE)
    try:
        return Answer(date(parts.year, parts.month, parts.day), parts.correction)
    except ValueError:
        return Answer.refuse(Reason.NO_SUCH_DAY)
