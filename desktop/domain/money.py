"""Money: whole đồng, never a float."""

import re
from fractions import Fraction
from typing import NewType

from desktop.domain.errors import Refusal
from desktop.domain.names import compose

Dong = NewType("Dong", int)

ZERO = Dong(0)

_UNITS = {
    **dict.fromkeys(("tỷ", "tỉ"), 1_000_000_000),
    **dict.fromkeys(("triệu", "tr.", "tr"), 1_000_000),
    **dict.fromkeys(("nghìn", "ngàn"), 1_000),
}
_CURRENCY = re.compile(r"(?:đồng|vnđ|vnd|đ)\.?\Z")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}")
"""Commas between groups of three; a single one can also stand before a fraction."""
_DECIMAL = re.compile(r"([0-9]{1,9})(?:([.,])([0-9]{1,6}))?")
_MOST_DIGITS = 15


def group_digits(number: int) -> str:
    """Return `number` with the Vietnamese thousands dot: 91630786 -> "91.630.786"."""
    return f"{number:,}".replace(",", ".")


def format_dong(amount: Dong) -> str:
    """Return the amount as screens and prints show it: "91.630.786 đ"."""
    return f"{group_digits(amount)} đ"


def round_half_up(value: Fraction | int) -> int:
    """Round to the nearest whole number, halves away from zero (the way offices round money)."""
    whole, part = value.numerator, value.denominator
    rounded = (2 * abs(whole) + part) // (2 * part)
    return rounded if whole >= 0 else -rounded


def parse_dong(text: str) -> Dong:
    """Read what a clerk types: "2.340.000", "2340000 đ", "2,340,000", "2,34tr", "2,34 triệu", "1,5 tỷ", "500 nghìn".

    Raises Refusal("money.unreadable") when the text is anything else, has a fraction of a đồng, is negative, has
    more than fifteen digits, or can be read in two ways ("1.500tr", "2,340").
    """
    cleaned = _CURRENCY.sub("", compose(text).lower()).replace(" ", "")
    for unit, amount in _UNITS.items():
        if cleaned.endswith(unit):
            return _of_unit(cleaned.removesuffix(unit), amount, text)
    return _plain(cleaned, text)


def _plain(cleaned: str, original: str) -> Dong:
    groups = cleaned.split("," if _ENGLISH.fullmatch(cleaned) else ".")
    grouped = len(groups) > 1
    well_grouped = not grouped or (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
    digits = "".join(groups)
    if not digits.isascii() or not digits.isdigit() or not well_grouped or len(digits) > _MOST_DIGITS:
        raise Refusal("money.unreadable", value=original)
    return Dong(int(digits))


def _of_unit(cleaned: str, unit: int, original: str) -> Dong:
    found = _DECIMAL.fullmatch(cleaned)
    if not found:
        raise Refusal("money.unreadable", value=original)
    whole, mark, part = found[1], found[2], found[3] or ""
    places = len(str(unit)) - 1
    two_ways = mark == "." and len(part) == 3  # 1.500tr: one and a half million to some, fifteen hundred to others
    if two_ways or len(part) > places:
        raise Refusal("money.unreadable", value=original)
    return Dong(int(whole) * unit + int(part.ljust(places, "0")))
