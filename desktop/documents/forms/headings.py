"""How the headings of a table form merge, in a print as in a workbook."""

from collections.abc import Iterator
from itertools import groupby

from desktop.documents.forms.annex import Column

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
LABEL_START = 1
"""The column in which the label of a group or total row begins; the numeral stands before it."""


def roman(number: int) -> str:
    """Return 1 as I, 4 as IV, 12 as XII."""
    numeral = ""
    for value, letters in _ROMAN:
        while number >= value:
            numeral += letters
            number -= value
    return numeral


def heading_spans(columns: tuple[Column, ...]) -> Iterator[tuple[int, int, int, int]]:
    """Yield (top, left, bottom, right) of the merged headings; rows 0 and 1, columns from 0."""
    start = 0
    for over, group in groupby(columns, key=lambda column: column.over):
        count = len(list(group))
        if over:
            yield 0, start, 0, start + count - 1
        else:
            yield from ((0, place, 1, place) for place in range(start, start + count))
        start += count


def subtotal_label_end(columns: tuple[Column, ...]) -> int:
    """Return the last column that the label of a subtotal may cover."""
    first = next((place for place, column in enumerate(columns) if column.totalled), len(columns))
    return max(LABEL_START, first - 1)
