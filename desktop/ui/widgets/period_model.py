"""Rows of typed cells; a period is read from each, and what cannot be read is kept and marked."""

from collections.abc import Sequence
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

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return text, tick, alignment, and the marks of what is wrong."""
        if not index.isValid():
            return None
        column, text = self.kind.columns[index.column()], self._rows[index.row()][index.column()]
        if column.ticked:
            return self._tick(text, role)
        if role in {_Role.DisplayRole, _Role.EditRole}:
            return text
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._marks(self.kind.faults(self._rows[index.row()]).get(index.column(), ""), role)

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Keep what was typed, written out in full where it can be read."""
        if role == _Role.CheckStateRole:
            return self._put(index, YES if Qt.CheckState(value) == Qt.CheckState.Checked else "")
        column = self.kind.columns[index.column()]
        text = str(value).strip()
        return self._put(index, column.write(text) if text and not column.fault(text) else text)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: N802
        """Return titles and explanations of columns, numbers of rows from 1."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _Role.DisplayRole else None
        if role == _Role.DisplayRole:
            return self.kind.columns[section].title
        return self.kind.columns[section].explanation if role == _Role.ToolTipRole else None

    def _put(self, index: Index, text: str) -> bool:
        row = self._rows[index.row()]
        if text == row[index.column()]:
            return True
        typed = (*row[: index.column()], text, *row[index.column() + 1 :])
        self._rows[index.row()] = typed
        if self.kind.is_blank(typed) or not self.kind.faults(typed):
            self._read[index.row()] = self.kind.read(typed)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(row) - 1))
        self.edited.emit()
        return True

    def _tick(self, text: str, role: int) -> object:
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if text == YES else Qt.CheckState.Unchecked
        if role == _Role.AccessibleTextRole:
            return self.tr("có") if text == YES else self.tr("không")
        return None

    def _marks(self, fault: str, role: int) -> object:
        if not fault:
            return None
        marks: dict[int, object] = {
            _Role.ToolTipRole: fault,
            _Role.AccessibleDescriptionRole: fault,
            _Role.DecorationRole: mark_icon(Tone.ERROR, self._view.palette()),
            _Role.ForegroundRole: colour(Tone.ERROR, self._view.palette()),
            _Role.BackgroundRole: tint(Tone.ERROR, self._view.palette()),
        }
        return marks.get(role)
