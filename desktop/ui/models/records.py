"""A table of records with named columns, that keeps each row's identity when the records change."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.foreign_text import shown
from desktop.domain.names import sort_key
from desktop.ui.foreign import tooltip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""What a row is ordered by in this column."""
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
"""The record of the row."""
_WORDS = {Qt.ItemDataRole.DisplayRole: shown, Qt.ItemDataRole.ToolTipRole: tooltip}
_MORE = {Qt.ItemDataRole.ToolTipRole: tooltip, Qt.ItemDataRole.AccessibleDescriptionRole: shown}


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column. `key` is stable (kept with the hidden and moved columns); `text` is what is shown.

    `sort` gives what to order by, the Vietnamese order of the text where None; `tooltip` explains the column.
    """

    key: str
    title: str
    text: Callable[[T], str]
    sort: Callable[[T], object] | None = None
    align_right: bool = False
    tooltip: str = ""
    decoration: Callable[[T], object] | None = None
    """The mark beside the text (QIcon), None for none."""
    total: Callable[[T], int | None] | None = None
    """The amount in the cell, None where there is none: it is added up over the selection and copied as digits."""
    more: Callable[[T], str] | None = None
    """What a cell says beside its text, when pointed at and to who listens; "" for nothing."""

    def sort_value(self, row: T) -> object:
        """Return what the row is ordered by; None comes last."""
        return sort_key(self.text(row)) if self.sort is None else self.sort(row)


class RecordTableModel(QAbstractTableModel, Generic[T]):
    """Rows are records; nothing is copied. `identity` tells which record a row is after `replace`."""

    renewed = Signal()
    """The rows were given anew, and what columns say of them may be other than before, even of the same rows."""

    def __init__(
        self, columns: Sequence[Column[T]], identity: Callable[[T], Hashable] = hash, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.identity = identity
        self._rows: tuple[T, ...] = ()

    @property
    def rows(self) -> tuple[T, ...]:
        """The records, in the order given."""
        return self._rows

    def replace(self, rows: Sequence[T]) -> None:
        """Show these records; rows that are still the same records only refresh."""
        self.renewed.emit()
        if len(rows) == len(self._rows) and all(map(self._is_same, rows, self._rows)):
            self._refresh(tuple(rows))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def _is_same(self, row: T, other: T) -> bool:
        return row is other or self.identity(row) == self.identity(other)

    def _refresh(self, rows: tuple[T, ...]) -> None:
        changed = [place for place, row in enumerate(rows) if row is not self._rows[place] and row != self._rows[place]]
        self._rows = rows
        for place in changed:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def row_of(self, key: Hashable) -> int | None:
        """Return the place of the record with this identity."""
        return next((place for place, row in enumerate(self._rows) if self.identity(row) == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and its root index
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and its root index
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, alignment, order or the record itself."""
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def cell(self, place: int, at: int, role: int) -> Any:
        """Return what `data` does, for a row and a column."""
        row, column = self._rows[place], self.columns[at]
        if role in _MORE and column.more is not None and (more := column.more(row)):
            return _MORE[Qt.ItemDataRole(role)](more)
        if role in _WORDS:
            return _WORDS[Qt.ItemDataRole(role)](column.text(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.align_right)
        if role == Qt.ItemDataRole.DecorationRole:
            return None if column.decoration is None else column.decoration(row)
        if role == SORT_ROLE:
            return column.sort_value(row)
        return row if role == ROW_ROLE else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title and explanation of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip or column.title
        return _alignment(column.align_right) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(right: bool) -> Qt.AlignmentFlag:  # noqa: FBT001 - reads as the column's own field
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
