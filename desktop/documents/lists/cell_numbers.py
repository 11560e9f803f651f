"""Parsers of exact numbers: coefficients, percents, lengths of time."""

import re
from fractions import Fraction
from functools import lru_cache

from desktop.documents.lists.catalogue import catalogue
from desktop.documents.lists.faults import Answer, Correction, Reason
from desktop.documents.lists.values import CellValue, decimal_text, written
from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.domain.ratios import parse_ratio

_YEARS_AND_MONTHS = re.compile(r"(\d{1,2}) ?(?:nam|n)(?: ?,? ?(?:va )?(\d{1,2}) ?(?:thang|th|t)?)?\Z", re.ASCII)
_MONTHS_ONLY = re.compile(r"(\d{1,3}) ?thang\Z", re.ASCII)
_YEARS_ONLY = re.compile(r"(\d{1,2}) ?(?:nam|n)?\Z", re.ASCII)
_ODD_MONTHS = re.compile(r"(\d{1,2}) ?(?:thang|th|t)?\Z", re.ASCII)
_SCALE = 10_000
"""Pay tables use four decimals at most."""
_NOISE = Fraction(1, 1_000_000)
"""What single-precision programs leave behind: 3.33 becomes 3.3299999."""


@lru_cache(maxsize=4096, typed=True)
def parse_coefficient(value: CellValue) -> Answer[Fraction]:
    """Read a coefficient or allowance, "3,33" or 3.33; a mark such as "-" means there is none."""
    answer = _number(value)
    if answer.value is not None and not 0 <= answer.value <= catalogue().plausible.coefficient:
        return Answer.refuse(Reason.NUMBER_IMPLAUSIBLE)
    return answer


@lru_cache(maxsize=4096, typed=True)
def parse_percent(value: CellValue) -> Answer[Fraction]:
    """Read a percentage: 5, "5 %", "5,5"; a number formatted as a percentage is stored as 0.05."""
    if isinstance(value, str):
        return _percent(_number(written(value).removesuffix("%").strip() or None))
    answer = _number(value)
    formatted = answer.value is not None and 0 < answer.value < 1 and (answer.value * 100).denominator == 1
    if answer.value is not None and formatted:
        return Answer(answer.value * 100, Correction.PERCENT_FORMAT)
    return _percent(answer)


def _percent(answer: Answer[Fraction]) -> Answer[Fraction]:
    if answer.value is not None and not 0 <= answer.value <= catalogue().plausible.percent:
        return Answer.refuse(Reason.NUMBER_IMPLAUSIBLE)
    return answer


def parse_duration(value: CellValue, *, counts_months: bool = False) -> Answer[int]:
    """Read "31 năm 05 tháng", "31 năm", "377 tháng" or "31n5t" as months.

    A bare whole number is understood only in a column that is headed as a number of months (`counts_months`).
    """
    text = fold(written(value))
    if not text:
        return Answer()
    if counts_months and text.isascii() and text.isdigit():
        return Answer(int(text))
    if found := _MONTHS_ONLY.match(text):
        return Answer(int(found[1]))
    found = _YEARS_AND_MONTHS.match(text)
    if found is None or int(found[2] or 0) > 11:
        return Answer.refuse(Reason.DURATION_NOT_EXACT)
    return Answer(int(found[1]) * 12 + int(found[2] or 0))


def parse_whole_years(value: CellValue) -> Answer[int]:
    """Read the whole years of a time whose odd months stand in the next column: 25, "25 năm"."""
    return _whole(value, _YEARS_ONLY, 99, Reason.DURATION_YEARS)


def parse_odd_months(value: CellValue) -> Answer[int]:
    """Read the months beyond whole years, 0 to 11: 5, "05", "5 tháng"."""
    return _whole(value, _ODD_MONTHS, 11, Reason.DURATION_ODD_MONTHS)


def _whole(value: CellValue, form: re.Pattern[str], most: int, otherwise: Reason) -> Answer[int]:
    text = fold(written(value))
    if not text:
        return Answer()
    found = form.match(text)
    return Answer(int(found[1])) if found and int(found[1]) <= most else Answer.refuse(otherwise)


def _number(value: CellValue) -> Answer[Fraction]:
    if value is None:
        return Answer()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_binary(value)
    if not isinstance(value, str):
        return Answer.refuse(Reason.NUMBER_UNREADABLE)
    text = written(value)
    if text in catalogue().none_marks:
        return Answer()
    try:
        number = parse_ratio(text)
    except Refusal:
        return Answer.refuse(Reason.NUMBER_UNREADABLE)
    return Answer(number) if _is_short(number) else Answer.refuse(Reason.NUMBER_NOT_EXACT)


def _from_binary(value: float) -> Answer[Fraction]:
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - only NaN differs from itself
        return Answer.refuse(Reason.NUMBER_UNREADABLE)
    number = Fraction(decimal_text(value))
    if _is_short(number):
        return Answer(number)
    nearest = Fraction(round(number * _SCALE), _SCALE)
    if abs(nearest - number) < _NOISE:
        return Answer(nearest, Correction.BINARY_NOISE)
    return Answer.refuse(Reason.NUMBER_NOT_EXACT)


def _is_short(number: Fraction) -> bool:
    return _SCALE % number.denominator == 0
