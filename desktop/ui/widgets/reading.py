"""What people type for days, months and birth dates, read without guessing."""

import re
from datetime import date, timedelta

from desktop.domain.dates import BirthDate, Precision
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth

_MONTH_WORDS = re.compile(r"tháng|năm|^t(?=\s*\d)", re.IGNORECASE)
_PARTS = re.compile(r"\s*[/.\-\s]\s*")
WORKING = range(1950, 2050)
"""What two digits of a year can be in a date of work, pay or papers."""
LEAVING = range(2007, 2050)
"""What they can be where somebody leaves: nobody in the rounds left before the first law of that kind."""


def read_date(text: str, *, month_allowed: bool = False, years: range = WORKING) -> date:
    """Read "1/7/24", "01/07/2024", "010724", and "7/2024" as the first of the month where that is allowed.

    Two digits of a year are the one of `years` that ends so. Raises Refusal("date.unreadable"), also where none does.
    """
    parts = _split(text)
    if len(parts) == 2 and month_allowed:
        parts = ("1", *parts)
    if len(parts) != 3:
        raise Refusal("date.unreadable", value=text)
    return _day(parts, _century(parts[2], years, text), text)


def read_month(text: str) -> YearMonth:
    """Read "7/2024", "07/24", "072024", "T7/2024", "tháng 7 năm 2024", "2024-07", or its first or last day.

    Another day is not read: "7/1/2024" is the first of July to those whose Excel writes months first.
    Raises Refusal("month.unreadable").
    """
    try:
        month, year = _month_and_year(_MONTH_WORDS.sub(" ", text.strip().lower()).strip(), text)
        return YearMonth(_century(year, WORKING, text), int(month))
    except (ValueError, Refusal):
        raise Refusal("month.unreadable", value=text) from None


def _month_and_year(cleaned: str, original: str) -> tuple[str, str]:
    compact = re.fullmatch(r"(\d\d)(\d{4})", cleaned, re.ASCII)
    if compact:
        return compact[1], compact[2]
    parts = _split(cleaned)
    if len(parts) == 3:
        day = read_date(cleaned)
        if day.day != 1 and (day + timedelta(days=1)).day != 1:
            raise Refusal("month.unreadable", value=original)
        return f"{day.month}", f"{day.year:04d}"
    first, second = parts
    if re.fullmatch(r"\d{4}", first, re.ASCII):
        return second, first
    if not re.fullmatch(r"\d{1,2}", first, re.ASCII):
        raise Refusal("month.unreadable", value=original)
    return first, second


def read_birth(text: str, latest_year: int) -> BirthDate:
    """Read a birth date, "6/1965" or "1965"; two digits of a year are the latest that is not after `latest_year`.

    Raises Refusal("date.unreadable").
    """
    parts = _split(text)
    if len(parts) > 3:
        raise Refusal("date.unreadable", value=text)
    year = _birth_year(parts[-1], latest_year, text)
    precision = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}[len(parts)]
    return BirthDate(_day((*("1",) * (3 - len(parts)), *parts), year, text), precision)


def _split(text: str) -> tuple[str, ...]:
    cleaned = text.strip()
    compact = re.fullmatch(r"(\d\d)(\d\d)(\d\d|\d{4})", cleaned, re.ASCII)
    return compact.groups() if compact else tuple(_PARTS.split(cleaned))


def _day(parts: tuple[str, ...], year: int, original: str) -> date:
    try:
        return date(year, int(parts[1]), int(parts[0]))
    except ValueError:
        raise Refusal("date.unreadable", value=original) from None


def _century(digits: str, years: range, original: str) -> int:
    year = _year(digits, original)
    if len(digits) == 4:
        return year
    found = next((each for each in years if each % 100 == year), None)
    if found is None:
        raise Refusal("date.unreadable", value=original)
    return found


def _birth_year(digits: str, latest: int, original: str) -> int:
    year = _year(digits, original)
    if len(digits) == 4:
        return year
    return year + (2000 if 2000 + year <= latest else 1900)


def _year(digits: str, original: str) -> int:
    if not re.fullmatch(r"\d\d|(19|20|21)\d\d", digits, re.ASCII):
        raise Refusal("date.unreadable", value=original)
    return int(digits)
