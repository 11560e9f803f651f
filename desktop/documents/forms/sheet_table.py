"""The table of a form in a workbook."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from desktop.documents.forms.annex import Annex, Cell, Column, Section, column_sum
from desktop.documents.forms.headings import LABEL_START, heading_spans, roman, subtotal_label_end
from desktop.documents.forms.sheet_sizes import heading_height, letters, line_height, row_height
from desktop.documents.forms.wording import composed, shown
from desktop.documents.forms.workbook_looks import Looks


class SheetTable:
    """Writes head, people, subtotals and total; `widths` in points; lines and columns count from 0."""

    def __init__(self, sheet: Any, annex: Annex, looks: Looks, widths: list[float]) -> None:
        self._sheet = sheet
        self._annex = annex
        self._looks = looks
        self._widths = widths
        self._head = 0
        self._next = 0
        self._group_lines: list[int] = []

    def write(self, head: int) -> int:
        """Write the whole table from the line `head` on; return the first free line."""
        self._head, self._next = head, head + 3
        self._write_head()
        for place, section in enumerate(self._annex.sections, 1):
            self._write_section(section, place)
        if self._annex.totalled:
            self._write_total()
        last = self._next - 1
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(last, len(self._annex.columns))}"})
        return self._next

    def _write_head(self) -> None:
        columns = self._annex.columns
        look = self._looks.heading()
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, letters(self._widths[place]))
            self._text(self._head + 1, place, column.heading, look)
            numbered = self._looks.heading(bold=False, italic=True, font_size=self._looks.body - 1)
            self._text(self._head + 2, place, column.numbered, numbered)
        for top, left, bottom, end in heading_spans(columns):
            words = columns[left].over or columns[left].heading
            self._merge((self._head + top, left, self._head + bottom, end), words, look)
        self._sheet.set_row(self._head, line_height(self._looks.body) * 2)
        self._sheet.set_row(self._head + 1, heading_height(columns, self._widths, self._looks.body))

    def _write_section(self, section: Section, place: int) -> None:
        first = self._next + 1 if section.title else self._next
        if section.title:
            self._group_lines.append(self._next)
            self._sums(roman(place), section.title, list(section.rows), (first, first + len(section.rows) - 1))
        for row in section.rows:
            self._sheet.set_row(self._next, row_height(row, self._annex.columns, self._widths, self._looks.body))
            for column_place, cell in enumerate(row):
                self._cell(self._next, column_place, cell)
            self._next += 1

    def _write_total(self) -> None:
        rows = [row for section in self._annex.sections for row in section.rows]
        self._sums("", "TỔNG CỘNG", rows, (self._head + 3, self._next - 1))

    def _sums(self, numeral: str, label: str, rows: list[tuple[Cell, ...]], lines: tuple[int, int]) -> None:
        line = self._next
        look = self._looks.heading(align="left")
        self._text(line, 0, numeral, self._looks.heading())
        self._merge((line, LABEL_START, line, subtotal_label_end(self._annex.columns)), label, look)
        for place in range(subtotal_label_end(self._annex.columns) + 1, len(self._annex.columns)):
            column = self._annex.columns[place]
            cell = column_sum(rows, place) if column.totalled else Cell()
            self._value(line, place, cell, self._sum_formula(place, lines, of_groups=not numeral), bold=True)
        self._sheet.set_row(line, line_height(self._looks.body) * 1.4)
        self._next += 1

    def _sum_formula(self, place: int, lines: tuple[int, int], *, of_groups: bool) -> str:
        if of_groups and self._group_lines:
            return f"=SUM({','.join(xl_rowcol_to_cell(line, place) for line in self._group_lines)})"
        return f"=SUM({xl_rowcol_to_cell(lines[0], place)}:{xl_rowcol_to_cell(lines[1], place)})"

    def _cell(self, line: int, place: int, cell: Cell) -> None:
        column = self._annex.columns[place]
        self._value(line, place, cell, self._adding(line, column) if column.adds else "")

    def _adding(self, line: int, column: Column) -> str:
        places = [self._annex.index_of[code] for code in column.adds]
        neighbours = all(after - before == 1 for before, after in pairwise(places))
        cells = [xl_rowcol_to_cell(line, place) for place in places]
        return f"=SUM({cells[0]}:{cells[-1]})" if neighbours else f"=SUM({','.join(cells)})"

    def _value(self, line: int, place: int, cell: Cell, formula: str, *, bold: bool = False) -> None:
        kind = self._annex.columns[place].kind
        look = self._looks.cell(cell, kind, bold=bold)
        if cell.value is None or cell.value == "":
            self._sheet.write_blank(line, place, None, look)
        elif isinstance(cell.value, int) and formula:
            self._sheet.write_formula(line, place, formula, look, cell.value)
        elif isinstance(cell.value, int):
            self._sheet.write_number(line, place, cell.value, look)
        else:
            self._words_or_fraction(line, place, cell, look)

    def _words_or_fraction(self, line: int, place: int, cell: Cell, look: Any) -> None:
        if isinstance(cell.value, Fraction):
            self._sheet.write_number(line, place, float(cell.value), look)
        else:
            self._text(line, place, shown(cell, self._annex.columns[place].kind), look)

    def _text(self, line: int, place: int, words: str, look: Any) -> None:
        """Write text as text whatever it begins with."""
        self._sheet.write_string(line, place, composed(words), look)

    def _merge(self, span: tuple[int, int, int, int], words: str, look: Any) -> None:
        top, left, bottom, right = span
        if (top, left) != (bottom, right):
            self._sheet.merge_range(top, left, bottom, right, "", look)
        self._text(top, left, words, look)
