"""Exact numbers and values as text."""

import re
from datetime import date
from fractions import Fraction

from desktop.domain.dates import parse_stored_date
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.rules.trace import Value
from desktop.services.formats.result import ValuePart

_EXACT = re.compile(r"-?\d{1,200}(?:\.\d{1,20}|/[1-9]\d{0,199})?\Z", re.ASCII)
"""What `exact_text` writes; a short text with an exponent would be a number larger than memory."""


def exact_text(value: Fraction) -> str:
    """Return "3.33" where a decimal is exact, else the fraction "63/61"."""
    places = _decimal_places(value.denominator)
    if places is None:
        return str(value)
    if places == 0:
        return str(value.numerator)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _decimal_places(denominator: int) -> int | None:
    """Return how many decimals write 1/denominator exactly, None when none do (or more than 20)."""
    return next((places for places in range(21) if 10**places % denominator == 0), None)


def value_part(value: Value | None) -> ValuePart | None:
    """Return the value with how to read it."""
    match value:
        case None:
            return None
        case bool():
            return ValuePart(kind="flag", text="true" if value else "false")
        case int() | Fraction():
            return ValuePart(kind="exact", text=exact_text(Fraction(value)))
        case date():
            return ValuePart(kind="day", text=value.isoformat())
        case YearMonth():
            return ValuePart(kind="month", text=str(value))
        case str():
            return ValuePart(kind="text", text=value)


def value_of(part: ValuePart | None) -> Value | None:
    """Inverse of `value_part`; whole numbers come back as Fraction, which compares equal.

    Raises Refusal: number.unreadable, date.unreadable, month.unreadable.
    """
    if part is None:
        return None
    match part.kind:
        case "flag":
            return part.text == "true"
        case "exact":
            return _exact(part.text)
        case "day":
            return parse_stored_date(part.text)
        case "month":
            return YearMonth.parse(part.text)
        case _:
            return part.text


def _exact(text: str) -> Fraction:
    if not _EXACT.match(text):
        raise Refusal("number.unreadable", value=text)
    return Fraction(text)
