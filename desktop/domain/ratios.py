"""Exact numbers that are not money: coefficients, percentages, years with halves."""

import re
from fractions import Fraction

from desktop.domain.errors import Refusal

_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})?\Z", re.ASCII)
_STORED = re.compile(r"-?\d{1,200}(?:/[1-9]\d{0,200})?\Z", re.ASCII)


def parse_ratio(text: str) -> Fraction:
    """Read what people write, "3,33" or "3.33"; raises Refusal("number.unreadable")."""
    cleaned = text.strip()
    if not _NUMBER.match(cleaned):
        raise Refusal("number.unreadable", value=text)
    return Fraction(cleaned.replace(",", "."))


def format_ratio(value: Fraction | int, places: int = 4) -> str:
    """Return the number with a decimal comma and no idle zeros: "3,33", "2,5", "12".

    A value that needs more than `places` decimals is shown rounded.
    """
    above, below = value.as_integer_ratio()
    if below == 1:
        return str(above)
    scaled, rest = divmod(abs(above) * 10**places, below)
    if 2 * rest > below or (2 * rest == below and scaled % 2):
        scaled += 1
    whole, part = divmod(scaled, 10**places)
    decimals = str(part).rjust(places, "0").rstrip("0")
    sign = "-" if above < 0 and scaled else ""
    return f"{sign}{whole},{decimals}" if decimals else f"{sign}{whole}"


def store_ratio(value: Fraction) -> str:
    """Return the exact stored form, "63/2" or "3"."""
    return str(value)


def load_ratio(text: str) -> Fraction:
    """Inverse of `store_ratio`; raises Refusal("number.unreadable")."""
    if not _STORED.match(text):
        raise Refusal("number.unreadable", value=text)
    return Fraction(text)
