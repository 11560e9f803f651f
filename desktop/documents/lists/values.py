"""What a cell of a hand-made workbook can hold."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from desktop.domain.names import compose


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """A cell in which the spreadsheet itself shows an error ("#REF!") or a formula that has no result ("=")."""

    shown: str


CellValue: TypeAlias = str | int | float | bool | date | BrokenCell | None
"""Raw content; None is an empty cell. Text is as it stands in the file, not yet composed."""


class CellKind(StrEnum):
    """The type that the spreadsheet gives a cell."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    BROKEN = "broken"


def kind_of(value: CellValue) -> CellKind:
    """Return the kind of a raw value."""
    if value is None or isinstance(value, str):
        return CellKind.TEXT if value else CellKind.EMPTY
    if isinstance(value, bool):
        return CellKind.FLAG
    if isinstance(value, date):
        return CellKind.DATE
    return CellKind.BROKEN if isinstance(value, BrokenCell) else CellKind.NUMBER


def written(value: CellValue) -> str:
    """Return the content as stable text: composed text, ISO dates, exact decimals, "" for empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return compose(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, BrokenCell):
        return value.shown
    return value.isoformat() if isinstance(value, date) else decimal_text(value)


def decimal_text(number: float) -> str:
    """Return the decimal that a spreadsheet shows for the number: 15 digits, so 3.33 and never 3.3300000000000001."""
    text = format(number, ".15g")
    if "e" not in text:
        return text
    return format(number, ".0f") if abs(number) >= 1 else format(number, ".15f").rstrip("0")


def column_letter(column: int) -> str:
    """Return the letters of a column counted from 1: 5 is "E", 27 is "AA"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Inverse of `column_letter`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
