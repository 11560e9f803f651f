"""Widths and heights in a workbook, in points. Merged cells and old programs do not grow rows by themselves."""

from math import ceil

from desktop.documents.forms.annex import Annex, Cell, Column, Kind
from desktop.documents.forms.fonts import BOLD, PLAIN, text_width
from desktop.documents.forms.print_widths import column_widths
from desktop.documents.forms.wording import composed, shown

_POINTS_PER_LETTER = 5.25
_EDGES = 3.75
"""What a spreadsheet adds to the letters of a column for its edges."""
_AIR = 1.02
"""The substitute for a missing typeface may be wider."""


def sheet_widths(annex: Annex, width: float, body: float) -> list[float]:
    """Return the columns' widths in points, in the proportions of the print."""
    return column_widths(annex, width, body * _AIR)


def letters(points: float) -> float:
    """Return the width as spreadsheets count it, in digits of their standard typeface."""
    return max(1.0, (points - _EDGES) / _POINTS_PER_LETTER)


def line_height(size: float) -> float:
    """Return the height of one line of text."""
    return size * 1.3


def heading_height(columns: tuple[Column, ...], widths: list[float], body: float) -> float:
    """Return the height that the tallest heading needs beside the row of shared headings above it."""
    lines = (
        lines_of(column.heading, width, body, BOLD) - (0 if column.over else 2)
        for column, width in zip(columns, widths, strict=True)
    )
    return max(2, *lines) * line_height(body) + 4


def row_height(row: tuple[Cell, ...], columns: tuple[Column, ...], widths: list[float], body: float) -> float:
    """Return the height that the longest text of the row needs; 400 points are the most a row can have."""
    lines = (
        lines_of(shown(cell, column.kind), width, body)
        for cell, column, width in zip(row, columns, widths, strict=True)
        if column.kind in {Kind.TEXT, Kind.CENTRED} or not isinstance(cell.value, int)
    )
    return min(400.0, max(1, *lines) * line_height(body) + 3)


def lines_of(words: str, width: float, size: float, font: str = PLAIN) -> int:
    """Return how many lines the words take, broken between words, in a column of that width."""
    room = max(1.0, width - _EDGES)
    space = text_width(" ", font, size)
    lines, used = 1, 0.0
    for word in composed(words).split(" "):
        long = text_width(word, font, size)
        if used and used + space + long > room:
            lines, used = lines + 1, 0.0
        lines += max(0, ceil(long / room) - 1)
        used += min(long, room) + (space if used else 0)
    return lines
