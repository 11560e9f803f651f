"""Rows of typed cells; a period is read from each, and what cannot be read is kept and marked."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.looks import Tone, colour, tint
from desktop.ui.widgets.marks import mark_icon
from desktop.ui.widgets.period_cells import YES, RowKind

P = TypeVar("P")
Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class PeriodModel(QAbstractTableModel, Generic[P]):
    """Editable rows of one kind of period."""

    edited = Signal()
    """The clerk changed something."""

    def __init__(self, kind: RowKind[P], view: QWidget) -> None:
        super().__init__(view)
        self.kind = kind
        self._view = view
        self._rows: list[tuple[str, ...]] = []
        self._read: list[P | None] = []
        self._removed: list[tuple[int, tuple[str, ...], P | None]] = []
        self._doubts: dict[tuple[int, int], str] | None = None
        for signal in (self.modelReset, self.rowsInserted, self.rowsRemoved):
            signal.connect(self._forget_doubts)

    def _forget_doubts(self) -> None:
        self._doubts = None

    def set_value(self, periods: Sequence[P]) -> None:
        """Show these periods; does not count as the clerk's change."""
        self.beginResetModel()
        self._rows = [self.kind.cells(period) for period in periods]
        self._read = list(periods)
        self._removed = []
        self.endResetModel()

    def value(self) -> tuple[P, ...]:
        """Return the periods in the order of the rows; a row with a fault counts as it was last readable."""
        return tuple(period for period in self._read if period is not None)

    def unread(self) -> tuple[tuple[int, tuple[str, ...], bool], ...]:
        """Return (row, cells, known) of each row with a fault; blank rows do not count, `known` ones were read once."""
        found, place = [], 0
        for cells, period in zip(self._rows, self._read, strict=True):
            if not self.kind.is_blank(cells):
                if self.kind.faults(cells):
                    found.append((place, cells, period is not None))
                place += 1
        return tuple(found)

    def take_up_unread(self, rows: Sequence[tuple[int, tuple[str, ...], bool]]) -> None:
        """Show rows with faults among those that are shown; does not count as the clerk's change."""
        self.beginResetModel()
        for row, cells, known in rows:
            if known and row < len(self._rows):
                self._rows[row] = cells
            else:
                self._rows.insert(row, cells)
                self._read.insert(row, None)
        self.endResetModel()

    def used(self, column: int) -> bool:
        """Tell whether some row holds something in the column."""
        start = self.kind.columns[column].start
        return any(row[column].strip() != start for row in self._rows)

    def faults(self) -> tuple[tuple[int, int, str], ...]:
        """Return (row, column, sentence) of every cell that cannot be read."""
        return tuple(
            (place, column, fault)
            for place, row in enumerate(self._rows)
            for column, fault in self.kind.faults(row).items()
        )

    def add_row(self, place: int | None = None, cells: tuple[str, ...] | None = None, period: P | None = None) -> int:
        """Put in a row, at the end when no place is given; return where. `period` is what its cells last said."""
        at = len(self._rows) if place is None else place
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, cells or tuple(column.start for column in self.kind.columns))
        self._read.insert(at, period)
        self.endInsertRows()
        return at

    def remove_row(self, place: int) -> None:
        """Take out a row; `restore_row` brings it back."""
        self.beginRemoveRows(QModelIndex(), place, place)
        self._removed.append((place, self._rows.pop(place), self._read.pop(place)))
        self.endRemoveRows()
        self.edited.emit()

    def restore_row(self) -> int | None:
        """Bring back the row that was taken out last; return where it stands."""
        if not self._removed:
            return None
        place, cells, period = self._removed.pop()
        at = self.add_row(min(place, len(self._rows)), cells, period)
        self.edited.emit()
        return at

    @property
    def can_restore(self) -> bool:
        """Whether a row that was taken out can be brought back."""
        return bool(self._removed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and its root index
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and its root index
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.kind.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be typed in or ticked."""
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticked = index.isValid() and self.kind.columns[index.column()].ticked
        return able | (Qt.ItemFlag.ItemIsUserCheckable if ticked else Qt.ItemFlag.ItemIsEditable)

    def advice(self) -> tuple[tuple[int, int, str], ...]:
        """Return (row, column, sentence) of every cell that can be read and is doubtful."""
        return tuple((row, column, said) for (row, column), said in self._doubted().items())

    def doubt_anew(self) -> None:
        """Look anew at what is doubtful: what it depends on has changed."""
        self._doubts = None
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def _doubted(self) -> dict[tuple[int, int], str]:
        if self._doubts is None:
            self._doubts = self.kind.advice(self._rows)
        return self._doubts

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return text, tick, alignment, and the marks of what is wrong."""
        if not index.isValid():
            return None
        column, text = self.kind.columns[index.column()], self._rows[index.row()][index.column()]
        if column.ticked and text in {YES, ""}:
            return self._tick(text, role)
        if role in {_Role.DisplayRole, _Role.EditRole}:
            return text
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        row = self._rows[index.row()]
        fault = self.kind.faults(row).get(index.column(), "")
        if fault:
            return self._marks(Tone.ERROR, fault, role)
        return self._marks(Tone.WARNING, self._doubted().get((index.row(), index.column()), ""), role)

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Keep what was typed, written out in full where it can be read."""
        ticked = role == _Role.CheckStateRole
        text = (YES if Qt.CheckState(value) == Qt.CheckState.Checked else "") if ticked else str(value)
        row, column = index.row(), index.column()
        if self._write(row, column, text):
            self._rows[row] = self.kind.follow(self._rows[row], column)
            self._tell({row})
        return True

    def put_cells(self, cells: Iterable[tuple[int, int, str]]) -> None:
        """Put texts into (row, column), into new rows where there are none yet: one change of the clerk.

        Nothing follows from them: what was pasted stands as it was pasted.
        """
        changed: set[int] = set()
        for row, column, text in cells:
            while row >= len(self._rows):
                self.add_row()
            if self._write(row, column, text):
                changed.add(row)
        self._tell(changed)

    def _tell(self, changed: set[int]) -> None:
        self._doubts = None
        for row in changed:
            self._take(row)
        if changed:
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), self.columnCount() - 1))
            self.edited.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: N802
        """Return titles and explanations of columns, numbers of rows from 1."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _Role.DisplayRole else None
        if role == _Role.DisplayRole:
            return self.kind.columns[section].title
        return self.kind.columns[section].explanation if role == _Role.ToolTipRole else None

    def _write(self, row: int, column: int, text: str) -> bool:
        """Write a cell, in full where it can be read; return whether it says something else now."""
        kind, stripped = self.kind.columns[column], text.strip()
        written = kind.write(stripped) if stripped and not kind.fault(stripped) else stripped
        before = self._rows[row]
        if written == before[column]:
            return False
        self._rows[row] = (*before[:column], written, *before[column + 1 :])
        return True

    def _take(self, row: int) -> None:
        """Read a row anew; one with a fault counts as it was last readable."""
        typed = self._rows[row]
        if self.kind.is_blank(typed) or not self.kind.faults(typed):
            self._read[row] = self.kind.read(typed)

    def _tick(self, text: str, role: int) -> object:
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if text == YES else Qt.CheckState.Unchecked
        if role == _Role.AccessibleTextRole:
            return self.tr("có") if text == YES else self.tr("không")
        return None

    def _marks(self, tone: Tone, said: str, role: int) -> object:
        if not said:
            return None
        marks: dict[int, object] = {
            _Role.ToolTipRole: said,
            _Role.AccessibleDescriptionRole: said,
            _Role.DecorationRole: mark_icon(tone, self._view.palette()),
            _Role.ForegroundRole: colour(tone, self._view.palette()),
            _Role.BackgroundRole: tint(tone, self._view.palette()),
        }
        return marks.get(role)
