"""Reading one row field by field, writing down what was wrong and what was put right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeVar

from desktop.documents.lists.catalogue import catalogue
from desktop.documents.lists.columns import ColumnMapping, merged_down
from desktop.documents.lists.faults import Answer, CellFault, CellNote, CellPlace, Correction, Reason
from desktop.documents.lists.values import BrokenCell, CellValue, written
from desktop.documents.lists.workbook import Sheet
from desktop.domain.dates import BirthDate, format_date
from desktop.domain.errors import Param
from desktop.domain.months import YearMonth
from desktop.domain.ratios import format_ratio

Value = TypeVar("Value")


@dataclass(slots=True)
class MappedSheet:
    """A sheet seen through its mapping; a cell merged downwards holds its content in every row."""

    sheet: Sheet
    mapping: ColumnMapping
    _held_by: dict[tuple[int, int], tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self._held_by = merged_down(self.sheet)

    @property
    def rows(self) -> range:
        """Rows below the header, from 0."""
        return range(self.mapping.first_row, len(self.sheet.rows))

    def has(self, name: str) -> bool:
        """Tell whether the list has this column at all."""
        return name in self.mapping.columns

    def value(self, row: int, name: str) -> CellValue:
        """Return the raw content of a field, None when it is empty or has no column."""
        column = self.mapping.columns.get(name)
        if column is None:
            return None
        return self.sheet.at(*self._held_by.get((row, column), (row, column)))

    def header(self, column: int) -> str:
        """Return the header's text of a column."""
        return self.mapping.headers[column] if column < len(self.mapping.headers) else ""


@dataclass(slots=True)
class RowReading:
    """One row being read; `faults` and `notes` grow with each field that is taken."""

    source: MappedSheet
    row: int
    faults: list[CellFault] = field(default_factory=list)
    notes: list[CellNote] = field(default_factory=list)

    def take(self, name: str, parse: Callable[[CellValue], Answer[Value]]) -> Value | None:
        """Parse a field; note what was corrected, report what cannot be used and what is missing but required."""
        if not self.source.has(name):
            return None
        raw = self.source.value(self.row, name)
        answer: Answer[Value] = Answer.refuse(Reason.BROKEN) if isinstance(raw, BrokenCell) else parse(raw)
        if answer.reason:
            self.refuse(name, answer.reason, answer.params)
        elif answer.value is None and self._is_required(name):
            self.refuse(name, Reason.MISSING)
        elif answer.value is not None and answer.correction:
            self.note(name, answer.correction, _shown(answer.value))
        return answer.value

    def _is_required(self, name: str) -> bool:
        return name in catalogue().required[self.source.mapping.kind]

    def refuse(
        self, name: str, reason: Reason, params: Mapping[str, Param] | None = None, other_row: int | None = None
    ) -> None:
        """Report the cell of a field; `other_row` counts from 1."""
        place = self.place(name)
        other = {"other_row": other_row} if other_row else {}
        self.faults.append(CellFault(place, reason, {**place.params(), **(params or {}), **other}, other_row))

    def note(self, name: str, correction: Correction, corrected: str) -> None:
        """Write down what was put right."""
        place = self.place(name)
        self.notes.append(CellNote(place, correction, corrected, {**place.params(), "corrected": corrected}))

    def first_column(self, names: tuple[str, ...]) -> str:
        """Return the first of the fields that the sheet has a column for."""
        return next(name for name in names if self.source.has(name))

    def place(self, name: str) -> CellPlace:
        """Return where the field stands, with its raw content."""
        column = self.source.mapping.columns[name]
        return CellPlace(
            self.source.sheet.name,
            self.row + 1,
            column + 1,
            self.source.header(column),
            name,
            written(self.source.value(self.row, name)),
        )


def _shown(value: object) -> str:
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, BirthDate | YearMonth):
        return value.shown
    return format_ratio(value) if isinstance(value, Fraction) else str(value)
