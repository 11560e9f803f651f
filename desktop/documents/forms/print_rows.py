"""The rows of a printed table and how they are drawn."""

from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.platypus import Paragraph

from desktop.documents.forms.annex import Annex, Cell, Column, Kind, Mark, Section, column_sum
from desktop.documents.forms.blocks import centred, style, text
from desktop.documents.forms.fonts import BOLD, ITALIC, PLAIN
from desktop.documents.forms.headings import LABEL_START, heading_spans, roman, subtotal_label_end
from desktop.documents.forms.print_widths import PADDING
from desktop.documents.forms.wording import shown

HEADER_ROWS = 3
_MONEY = {Kind.MONEY, Kind.CHANGE}
_RED = "#bf0000"
_GRID = Color(0.25, 0.25, 0.25)
_ALIGNMENT: dict[Kind, int] = {
    Kind.TEXT: TA_LEFT, Kind.CENTRED: TA_CENTER, Kind.NUMBER: TA_CENTER, Kind.MONEY: TA_RIGHT, Kind.CHANGE: TA_RIGHT,
}  # fmt: skip  # one line of alignments


class PrintRows:
    """`content` are the rows of cells, `commands` the lines, spans and paddings of the table."""

    def __init__(self, annex: Annex, body: float) -> None:
        self.annex = annex
        self.body = body
        self.content: list[list[Any]] = []
        self.commands: list[tuple[Any, ...]] = _frame()
        self._head()
        for place, section in enumerate(annex.sections, 1):
            self._section(section, place)
        if annex.totalled:
            self._sums("", "TỔNG CỘNG", [row for section in annex.sections for row in section.rows])

    def _head(self) -> None:
        columns = self.annex.columns
        size = self.body
        self.content.append([centred(column.over or column.heading, size, font=BOLD) for column in columns])
        self.content.append([centred(column.heading if column.over else "", size, font=BOLD) for column in columns])
        self.content.append([centred(column.numbered, size - 0.5, font=ITALIC) for column in columns])
        for top, left, bottom, end in heading_spans(columns):
            self.commands.append(("SPAN", (left, top), (end, bottom)))
        self.commands.append(("VALIGN", (0, 0), (-1, HEADER_ROWS - 1), "MIDDLE"))

    def _section(self, section: Section, place: int) -> None:
        if section.title:
            self._sums(roman(place), section.title, list(section.rows))
        for row in section.rows:
            pairs = zip(row, self.annex.columns, strict=True)
            self.content.append([self._cell(cell, column) for cell, column in pairs])

    def _sums(self, numeral: str, label: str, rows: list[tuple[Cell, ...]]) -> None:
        columns = self.annex.columns
        line = len(self.content)
        last = subtotal_label_end(columns)
        cells: list[Any] = [centred(numeral, self.body, font=BOLD), text(label, self.body + 0.5, font=BOLD)]
        cells += [""] * (len(columns) - len(cells))
        for place, column in enumerate(columns):
            if column.totalled:
                cells[place] = self._cell(column_sum(rows, place), column, bold=True)
        self.content.append(cells)
        self.commands.append(("SPAN", (LABEL_START, line), (last, line)))

    def _cell(self, cell: Cell, column: Column, *, bold: bool = False) -> Paragraph | str:
        words = shown(cell, column.kind)
        if not words:
            return ""
        if cell.mark is Mark.STRUCK:
            struck = f'<font color="{_RED}"><strike>{words}</strike></font>'
            return Paragraph(struck, style(PLAIN, self.body, TA_RIGHT))
        font = BOLD if bold or cell.mark in {Mark.BOLD, Mark.PARTIAL} else PLAIN
        return text(words, self.body, font=font, alignment=_alignment(cell, column))


def _alignment(cell: Cell, column: Column) -> int:
    """Numbers stand at the right, words that stand in for a number in the middle."""
    standing_in = column.kind in _MONEY and not isinstance(cell.value, int)
    return TA_CENTER if standing_in else _ALIGNMENT[column.kind]


def _frame() -> list[tuple[Any, ...]]:
    everywhere = ((0, 0), (-1, -1))
    return [
        ("GRID", *everywhere, 0.4, _GRID),
        ("BOX", *everywhere, 0.8, black),
        ("VALIGN", *everywhere, "TOP"),
        ("LEFTPADDING", *everywhere, PADDING),
        ("RIGHTPADDING", *everywhere, PADDING),
        ("TOPPADDING", *everywhere, 1.2),
        ("BOTTOMPADDING", *everywhere, 2),
    ]
