"""Rows of a table on the clipboard, as Excel takes them: no cell turns into a formula, no number loses its zeros."""

import re
from collections.abc import Sequence
from html import escape
from typing import TypeVar

from PySide6.QtCore import QMimeData

from desktop.domain.foreign_text import shown_lines
from desktop.ui.models.records import Column

T = TypeVar("T")
Cells = list[list[str]]

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*\Z")
_NEEDS_QUOTES = re.compile(r'[\t\r\n"]')
_AS_TEXT = "mso-number-format:'\\@'"
"""Tells Excel to take the cell as text: identity numbers keep their zeros."""


def cells_of(columns: Sequence[Column[T]], rows: Sequence[T], *, titles: bool) -> Cells:
    """Return the texts of the cells, the titles first if wanted."""
    head = [[column.title for column in columns]] if titles else []
    return head + [[_text(column, row) for column in columns] for row in rows]


def tab_text(cells: Cells) -> str:
    """Return the cells apart by tabs; tabs, lines and quotes inside are quoted, what looks like a formula is text."""
    return "\n".join("\t".join(map(_plain, line)) for line in cells)


def clipboard_data(cells: Cells) -> QMimeData:
    """Return the cells both as text and as a table whose cells are texts, which Excel prefers."""
    data = QMimeData()
    data.setText(tab_text(cells))
    rows = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in cells)
    data.setHtml(f"<table>{rows}</table>")
    return data


def _text(column: Column[T], row: T) -> str:
    """Money goes as its digits, so that a spreadsheet can add it up; all else as it is shown."""
    if column.total is not None:
        amount = column.total(row)
        return "" if amount is None else str(amount)
    return shown_lines(column.text(row))


def _plain(text: str) -> str:
    safe = f"'{text}" if _is_formula(text) else text
    return '"' + safe.replace('"', '""') + '"' if _NEEDS_QUOTES.search(safe) else safe


def _is_formula(text: str) -> bool:
    return bool(_FORMULA.match(text)) and not _NUMBER.match(text)


def _cell(text: str) -> str:
    style = "" if _NUMBER.match(text) and not text.startswith("0") else f' style="{_AS_TEXT}"'
    return f"<td{style}>{escape(text).replace(chr(10), '<br>')}</td>"
