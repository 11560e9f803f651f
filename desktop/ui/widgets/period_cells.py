"""Cells in which periods of a career are typed: how each is read, written and explained."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Refusal
from desktop.domain.months import MonthSpan
from desktop.domain.names import compose, fold
from desktop.domain.ratios import format_ratio, parse_ratio
from desktop.ui.widgets.reading import read_month

P = TypeVar("P")
_YES_WORDS = frozenset({"x", "co", "1", "true", "dung", "yes", "v", "✓", "✔"})
_NO_WORDS = frozenset({"", "khong", "0", "false", "sai", "no", "-"})
YES = "x"
"""What a ticked cell holds; an unticked one holds ""."""


def no_doubt(text: str) -> str:  # noqa: ARG001 - nothing is doubtful
    """Return "": a cell that can be read says what it says."""
    return ""


@dataclass(frozen=True, slots=True)
class CellKind:
    """One column. `fault` returns the sentence that says what is wrong with a cell's text, "" when nothing is."""

    title: str
    explanation: str
    fault: Callable[[str], str]
    write: Callable[[str], str] = compose
    """Returns the text written out in full; called only where there is no fault."""
    align_right: bool = False
    ticked: bool = False
    start: str = ""
    """What a new row holds here."""
    letters: int = 9
    """Usual width."""
    folded: bool = False
    """Whether the column shows only where it is used or asked for."""
    doubt: Callable[[str], str] = no_doubt
    """Returns what is doubtful about a cell's text, "" for nothing; a text that cannot be read is no doubt."""
    choices: tuple[str, ...] = ()
    """What can be chosen here; the first one leaves the cell as it starts, empty."""


@dataclass(frozen=True, slots=True)
class RowKind(Generic[P]):
    """How rows of one kind are typed: columns, and to and from cells."""

    columns: tuple[CellKind, ...]
    build: Callable[[tuple[str, ...]], P]
    """Makes what the row says of its cells, none of which has a fault."""
    cells: Callable[[P], tuple[str, ...]]

    def faults(self, row: tuple[str, ...]) -> dict[int, str]:
        """Return what is wrong, by column; {} for a row in which nothing was typed yet."""
        if self.is_blank(row):
            return {}
        found = {place: kind.fault(row[place]) for place, kind in enumerate(self.columns)}
        return {place: fault for place, fault in found.items() if fault}

    def advice(self, rows: Sequence[tuple[str, ...]]) -> dict[tuple[int, int], str]:
        """Return what is doubtful about cells that can be read, by row and column."""
        doubted = [(column, kind) for column, kind in enumerate(self.columns) if kind.doubt is not no_doubt]
        found = {(place, column): kind.doubt(row[column]) for place, row in enumerate(rows) for column, kind in doubted}
        return {place: said for place, said in found.items() if said}

    def follow(self, row: tuple[str, ...], column: int) -> tuple[str, ...]:  # noqa: ARG002 - for kinds that know more
        """Return the row after the cell in `column` was typed, with what follows from it; nothing by default."""
        return row

    def is_blank(self, row: tuple[str, ...]) -> bool:
        """Tell whether nothing was typed in the row."""
        return all(text.strip() == kind.start for text, kind in zip(row, self.columns, strict=True))

    def read(self, row: tuple[str, ...]) -> P | None:
        """Return what the row says, None when it is blank or something in it is wrong."""
        return None if self.is_blank(row) or self.faults(row) else self.build(row)


@dataclass(frozen=True, slots=True)
class PeriodKind(RowKind[P]):
    """Rows whose first two columns are the months from and to."""

    across: Callable[[tuple[str, ...], dict[int, str]], dict[int, str]] = lambda _row, found: found
    """Goes over the faults of single cells, for what depends on more than one."""

    def faults(self, row: tuple[str, ...]) -> dict[int, str]:
        """Return what is wrong, by column; {} for a row in which nothing was typed yet."""
        found = RowKind.faults(self, row)
        if self.is_blank(row):
            return found
        if not found.keys() & {0, 1} and read_month(row[1]) < read_month(row[0]):
            found[1] = QCoreApplication.translate("Cells", "Tháng cuối đứng trước tháng đầu. Sửa một trong hai tháng.")
        return self.across(row, found)


def span_of(row: tuple[str, ...]) -> MonthSpan:
    """Return the months of a row without fault."""
    return MonthSpan(read_month(row[0]), read_month(row[1]))


def month_cell(title: str, explanation: str) -> CellKind:
    """Return a column of months."""
    return CellKind(title, explanation, _month_fault, _write_month)


def ratio_cell(title: str, explanation: str, *, needed: bool = False, folded: bool = False) -> CellKind:
    """Return a column of coefficients or percents; an empty one is 0 unless it is needed.

    In one of percents, whose title says so, "5 %" is 5.
    """
    if title.endswith("%"):
        return CellKind(title, explanation, _percent_fault, _write_percent, align_right=True, folded=folded)
    fault = _needed_ratio_fault if needed else _ratio_fault
    return CellKind(title, explanation, fault, _write_ratio, align_right=True, folded=folded)


def tick_cell(title: str, explanation: str, *, start: bool = False) -> CellKind:
    """Return a column of ticks."""
    begins = YES if start else ""
    return CellKind(title, explanation, _tick_fault, write=tick_text, ticked=True, start=begins, letters=11)


def tick_text(text: str) -> str:
    """Return what a cell with ticks holds for a word that was pasted; a word that is neither yes nor no stays."""
    plain = fold(text)
    if plain in _YES_WORDS:
        return YES
    return "" if plain in _NO_WORDS else text


def text_cell(title: str, explanation: str, *, folded: bool = False) -> CellKind:
    """Return a column of free text."""
    return CellKind(title, explanation, _no_fault, letters=15 if folded else 24, folded=folded)


def ratio_of(cell: str) -> Fraction:
    """Return the number in a cell without fault; 0 in an empty one."""
    return parse_ratio(cell) if cell.strip() else Fraction(0)


def show_cell(ratio: Fraction) -> str:
    """Return how a number stands in its cell; 0 leaves it empty."""
    return format_ratio(ratio, 6) if ratio else ""


def span_cells(span: MonthSpan) -> tuple[str, str]:
    """Return the first two cells."""
    return span.first.shown, span.last.shown


def _write_month(text: str) -> str:
    return read_month(text).shown


def _percent(text: str) -> str:
    return text.strip().removesuffix("%").strip()


def _percent_fault(text: str) -> str:
    return _ratio_fault(_percent(text)) if _percent(text) or not text.strip() else _ratio_fault(text)


def _write_percent(text: str) -> str:
    return _write_ratio(_percent(text))


def _write_ratio(text: str) -> str:
    return show_cell(ratio_of(text)) or text.strip()


def _tick_fault(text: str) -> str:
    if tick_text(text) in {YES, ""}:
        return ""
    sentence = QCoreApplication.translate("Cells", "“{0}” chưa rõ là có hay không. Bấm phím cách để đánh dấu hoặc bỏ.")
    return sentence.replace("{0}", text)


def _no_fault(text: str) -> str:  # noqa: ARG001 - every text will do
    return ""


def _month_fault(text: str) -> str:
    if not text.strip():
        return QCoreApplication.translate("Cells", "Chưa có tháng. Viết tháng/năm.")
    try:
        read_month(text)
    except Refusal:
        sentence = QCoreApplication.translate("Cells", "“{0}” không phải là một tháng. Viết tháng/năm.")
        return sentence.replace("{0}", text)
    return ""


def _ratio_fault(text: str) -> str:
    try:
        positive = ratio_of(text) >= 0
    except Refusal:
        positive = False
    sentence = QCoreApplication.translate("Cells", "“{0}” không phải là một số. Viết số với dấu phẩy thập phân.")
    return "" if positive else sentence.replace("{0}", text)


def _needed_ratio_fault(text: str) -> str:
    if not text.strip():
        return QCoreApplication.translate("Cells", "Chưa có hệ số lương. Viết hệ số với dấu phẩy thập phân.")
    return _ratio_fault(text)
