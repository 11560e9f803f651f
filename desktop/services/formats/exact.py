"""Exact numbers and values as text."""

import re
from datetime import date
from fractions import Fraction

from desktop.domain.dates import parse_stored_date
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.rules.trace import Value
from desktop.services.formats.result import ValuePart


def exact_text(value: Fraction) -> str:
    """Return "3.33" where a decimal is exact, else the fraction "63/61"."""
    places = _decimal_places(value.denominator)
    if places is None:
        return str(value)
    if places == 0:
        return str(value.numerator)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


_EXACT = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,20}|/[1-9][0-9]{0,300})?")
"""An average of months is a fraction of long numbers; an exponent would let ten letters fill the memory."""


def _exact(text: str) -> Fraction:
    if not _EXACT.fullmatch(text):
        raise Refusal("number.unreadable", value=text)
    return Fraction(text)


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

    Raises Refusal: number.unreadable, date.unreadable, month.unreadable, month.impossible.
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
