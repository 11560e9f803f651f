"""Small tables of a slip."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import LongTable, Paragraph, TableStyle

from desktop.documents.forms.blocks import centred, text
from desktop.documents.forms.fonts import BOLD

SIZE = 9.0
"""Points of the text in a slip's tables."""
_GRID = Color(0.45, 0.45, 0.45)
_SHADE = Color(0.94, 0.94, 0.94)
_PADDED = [(f"{side}PADDING", (0, 0), (-1, -1), 1.2 * mm) for side in ("LEFT", "RIGHT")]
_TIGHT = [("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)]


def facts(pairs: Sequence[tuple[str, str]], width: float) -> LongTable:
    """Return two columns: what, and what the record says of it."""
    rows = [[text(name, SIZE + 1), text(words, SIZE + 1, font=BOLD)] for name, words in pairs]
    table = LongTable(rows, colWidths=[width * 0.3, width * 0.7])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.25, _GRID),
                               *_PADDED, *_TIGHT]))  # fmt: skip  # one look
    return table


def grid(head: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[Any]], width: float) -> LongTable:
    """Return a ruled table whose head is repeated on each page; `shares` are the columns' relative widths."""
    content = [[centred(words, SIZE, font=BOLD) for words in head], *(_cells(row) for row in rows)]
    widths = [width * share / sum(shares) for share in shares]
    table = LongTable(content, colWidths=widths, repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.4, _GRID), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                               ("BACKGROUND", (0, 0), (-1, 0), _SHADE), *_PADDED, *_TIGHT]))  # fmt: skip  # one look
    return table


def _cells(row: Sequence[Any]) -> list[Any]:
    return [text(cell, SIZE) if isinstance(cell, str) else cell for cell in row]


def strong(words: str) -> Paragraph:
    """Return a result that stands out."""
    return text(words, SIZE, font=BOLD)
