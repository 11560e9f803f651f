"""Reading the rows of a sheet column by column, writing down what was wrong and what was put right."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeVar

from desktop.documents.lists.catalogue import catalogue
from desktop.documents.lists.columns import ColumnMapping, filled_down
from desktop.documents.lists.faults import Answer, CellFault, CellNote, CellPlace, Correction, Reason
from desktop.documents.lists.old_text import ColumnFont
from desktop.documents.lists.values import BrokenCell, CellValue, written
from desktop.documents.lists.watching import UNWATCHED, Watch
from desktop.documents.lists.workbook import Sheet
from desktop.domain.dates import BirthDate, format_date
from desktop.domain.errors import Param
from desktop.domain.months import YearMonth
from desktop.domain.names import compose
from desktop.domain.ratios import format_ratio

Value = TypeVar("Value")

_NUMBERS = frozenset({int, float, bool})
_FINAL = frozenset({None, Reason.MISSING, Reason.BROKEN, Reason.OLD_FONT})
"""Answers that no second look changes."""


@dataclass(slots=True)
class MappedSheet:
    """A sheet seen through its mapping; a cell merged downwards holds its content in every row."""

    sheet: Sheet
    mapping: ColumnMapping
    old_fonts: Mapping[int, ColumnFont] = field(default_factory=dict)
    """Columns in a font from before Unicode that nobody agreed to convert: a cell in it is a fault."""
    columns: Sequence[Sequence[CellValue]] = field(init=False)
    """The cells of the sheet column by column, merges filled downwards."""
    _fields: Mapping[str, int] = field(init=False)
    """Where the fields stand that lie within the sheet."""

    def __post_init__(self) -> None:
        width = self.sheet.width
        self._fields = {name: column for name, column in self.mapping.columns.items() if column < width}
        self.columns = tuple(zip(*self._with_whole_names(filled_down(self.sheet)), strict=True))

    def _with_whole_names(self, rows: Sequence[Sequence[CellValue]]) -> Sequence[Sequence[CellValue]]:
        """Join names that stand in two columns, family and middle names apart from given names."""
        name, given = self.column("full_name"), self.column("given_name")
        if name is None or given is None:
            return rows
        return [_joined(row, name, given) if at >= self.mapping.first_row else row for at, row in enumerate(rows)]

    @property
    def rows(self) -> range:
        """Rows below the header, from 0."""
        return range(self.mapping.first_row, len(self.sheet.rows))

    def has(self, name: str) -> bool:
        """Tell whether the list has this column at all."""
        return name in self.mapping.columns

    def column(self, name: str) -> int | None:
        """Return the field's column, None when it has none or it lies outside of the sheet."""
        return self._fields.get(name)

    def value(self, row: int, name: str) -> CellValue:
        """Return the raw content of a field, None when it is empty or has no column."""
        column = self._fields.get(name)
        return None if column is None else self.columns[column][row]

    def is_example(self, row: int) -> bool:
        """Tell whether the row only shows how to fill the list in: its first cell says so."""
        cells = self.sheet.rows[row]
        first = cells[0] if cells[0] is not None else next((value for value in cells if value is not None), None)
        return isinstance(first, str) and not first.isdigit() and compose(first).casefold() in catalogue().examples

    def header(self, column: int) -> str:
        """Return the header's text of a column."""
        return self.mapping.headers[column] if column < len(self.mapping.headers) else ""


def _apart(cells: list[CellValue]) -> Sequence[object]:
    """Return keys that differ where contents do: Python takes 1, 1.0 and True for the same."""
    if len(_NUMBERS.intersection(map(type, cells))) < 2:
        return cells
    return [(cell.__class__, cell) for cell in cells]


def _joined(row: Sequence[CellValue], name: int, given: int) -> Sequence[CellValue]:
    first, second = row[name], row[given]
    if not (isinstance(first, str) and isinstance(second, str)):
        return row
    return [*row[:name], f"{first} {second}", *row[name + 1 :]]


class SheetReading:
    """Rows of a sheet being read column by column; `faults` (by row, from 0) and `notes` grow with each field taken.

    A column holds few different contents many times over: each is parsed once.
    """

    def __init__(self, source: MappedSheet, rows: Sequence[int], watch: Watch = UNWATCHED) -> None:
        self.source = source
        self.rows = rows
        self.faults: dict[int, list[CellFault]] = {}
        self.notes: list[CellNote] = []
        self._watch = watch
        self._taken = 0

    def cells(self, name: str) -> list[CellValue]:
        """Return the raw contents of a field in the rows, None where it is empty or has no column."""
        column = self.source.column(name)
        return (
            [None] * len(self.rows) if column is None else list(map(self.source.columns[column].__getitem__, self.rows))
        )

    def take(
        self,
        name: str,
        parse: Callable[[CellValue], Answer[Value]],
        *,
        second: Callable[[CellValue, int], Answer[Value]] | None = None,
        skip: Collection[int] = (),
    ) -> list[Value | None]:
        """Parse a field in all rows; note what was corrected, report what cannot be used and what is missing.

        `second` looks again at what was refused, with the place of the row among `rows`; places in `skip` are
        passed over.
        """
        if not self.source.has(name):
            return [None] * len(self.rows)
        self._tell()
        cells = self.cells(name)
        keys = _apart(cells)
        judge = self._judge(name, parse)
        answers = {key: judge(raw) for key, raw in dict(zip(keys, cells, strict=True)).items()}
        values = {key: answer.value for key, answer in answers.items()}
        found = list(map(values.__getitem__, keys))
        doubtful = {key for key, answer in answers.items() if answer.reason or answer.correction}
        for place, key in enumerate(keys) if doubtful else ():
            if key in doubtful and place not in skip:
                answer = answers[key]
                final = second(cells[place], place) if second and answer.reason not in _FINAL else answer
                found[place] = self._settle(name, place, final)
        return [None if place in skip else value for place, value in enumerate(found)] if skip else found

    def take_at(self, name: str, place: int, parse: Callable[[CellValue], Answer[Value]]) -> Value | None:
        """Parse a field in one row, as `take` does."""
        if not self.source.has(name):
            return None
        return self._settle(name, place, self._judge(name, parse)(self.source.value(self.rows[place], name)))

    def _tell(self) -> None:
        columns = len(self.source.mapping.columns)
        self._watch.tell(min(self._taken, columns) * len(self.rows) // columns, len(self.rows), self.source.sheet.name)
        self._taken += 1

    def _judge(self, name: str, parse: Callable[[CellValue], Answer[Value]]) -> Callable[[CellValue], Answer[Value]]:
        """Return what says of a cell of this field whether it can be used."""
        font = self.source.old_fonts.get(self.source.mapping.columns[name])
        required = name in catalogue().required[self.source.mapping.kind]

        def judge(raw: CellValue) -> Answer[Value]:
            if isinstance(raw, BrokenCell):
                return Answer.refuse(Reason.BROKEN)
            if font is not None and isinstance(raw, str) and font.holds(raw):
                return Answer.refuse(Reason.OLD_FONT)
            answer = parse(raw)
            empty = required and answer.value is None and answer.reason is None
            return Answer.refuse(Reason.MISSING) if empty else answer

        return judge

    def _settle(self, name: str, place: int, answer: Answer[Value]) -> Value | None:
        row = self.rows[place]
        if answer.reason:
            self.refuse(row, name, answer.reason, answer.params)
        elif answer.value is not None and answer.correction:
            self.note(row, name, answer.correction, _shown(answer.value))
        return answer.value

    def refuse(
        self,
        row: int,
        name: str,
        reason: Reason,
        params: Mapping[str, Param] | None = None,
        other_row: int | None = None,
    ) -> None:
        """Report the cell of a field; `row` counts from 0, `other_row` from 1."""
        place = self.place(row, name)
        other = {"other_row": other_row} if other_row else {}
        fault = CellFault(place, reason, {**place.params(), **(params or {}), **other}, other_row)
        self.faults.setdefault(row, []).append(fault)

    def note(self, row: int, name: str, correction: Correction, corrected: str) -> None:
        """Write down what was put right."""
        self.notes.append(CellNote(self.place(row, name), correction, corrected))

    def faults_in(self, row: int) -> tuple[CellFault, ...]:
        """Return what is wrong in the row, from left to right."""
        return tuple(in_order(self.faults.get(row, ())))

    def faulty(self, row: int, names: Collection[str]) -> bool:
        """Tell whether one of these fields was refused in the row."""
        return any(fault.field in names for fault in self.faults.get(row, ()))

    def place(self, row: int, name: str) -> CellPlace:
        """Return where the field stands in the row, with its raw content."""
        column = self.source.mapping.columns[name]
        return CellPlace(
            self.source.sheet.name,
            row + 1,
            column + 1,
            self.source.header(column),
            name,
            written(self.source.value(row, name)),
        )


Found = TypeVar("Found", CellFault, CellNote)


def in_order(found: Iterable[Found]) -> list[Found]:
    """Return them by row, then by column."""
    return sorted(found, key=lambda each: (each.row, each.column))


def _shown(value: object) -> str:
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, BirthDate | YearMonth):
        return value.shown
    return format_ratio(value) if isinstance(value, Fraction) else str(value)
