"""Widths and heights in a workbook: columns in letters, rows in points. Merged cells do not grow by themselves."""

from math import ceil

from desktop.documents.forms.annex import Annex, Cell, Column, Kind
from desktop.documents.forms.fonts import BOLD, PLAIN, text_width
from desktop.documents.forms.wording import composed, shown

_LETTERS_PER_MM = 0.72
_POINTS_PER_LETTER = 5.6
_NAME_LIMIT = 34.0


def column_size(column: Column, annex: Annex, place: int) -> float:
    """Return the width in letters; the names' column takes the longest name on one line."""
    designed = column.width * _LETTERS_PER_MM
    if place != annex.name_column:
        return designed
    names = (shown(row[place], column.kind) for section in annex.sections for row in section.rows)
    longest = max((text_width(name, PLAIN, 9) for name in names), default=0.0)
    return min(_NAME_LIMIT, max(designed, longest / _POINTS_PER_LETTER + 2))


def line_height(body: float) -> float:
    """Return the height of one line of text."""
    return body * 1.32


def heading_height(columns: tuple[Column, ...], body: float) -> float:
    """Return the height that the tallest heading needs beside the row of shared headings above it."""
    lines = (
        lines_of(column.heading, column.width * _LETTERS_PER_MM, body, BOLD) - (0 if column.over else 2)
        for column in columns
    )
    return max(2, *lines) * line_height(body) + 4


def row_height(row: tuple[Cell, ...], annex: Annex, body: float) -> float:
    """Return the height that the longest text of the row needs; 400 points are the most a row can have."""
    lines = (
        lines_of(shown(cell, column.kind), column_size(column, annex, place), body)
        for place, (cell, column) in enumerate(zip(row, annex.columns, strict=True))
        if column.kind in {Kind.TEXT, Kind.CENTRED} or not isinstance(cell.value, int)
    )
    return float(min(400.0, max(1, *lines) * line_height(body) + 3))


def lines_of(words: str, letters: float, body: float, font: str = PLAIN) -> int:
    """Return how many lines the words take, broken between words, in a column of so many letters."""
    room = max(1.0, letters * _POINTS_PER_LETTER - 4)
    lines, used = 1, 0.0
    for word in composed(words).split():
        width = text_width(word + " ", font, body)
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        lines += max(0, ceil(width / room) - 1)
        used += min(width, room)
    return lines
