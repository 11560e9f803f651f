"""Order and filter of a table of records."""

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from desktop.domain.names import fold
from desktop.ui.models.records import RecordTableModel

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex


class OrderedRecords(QSortFilterProxyModel, Generic[T]):
    """Records in the order of a column, of them only those that hold every word sought, accents or not."""

    def __init__(self, source: RecordTableModel[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._in_columns: dict[int, tuple[str, ...]] = {}
        self._folded: dict[tuple[int, int], str] = {}
        """By row and column (-1: the whole row) what was folded since the rows last changed."""
        self._source = source
        for signal in (source.modelReset, source.dataChanged):
            signal.connect(self._forget_folded)
        self.setSourceModel(source)

    def seek(self, text: str) -> None:
        """Show only rows in which every word of the text occurs, in whatever column."""
        self.beginFilterChange()
        self._words = tuple(fold(text).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def seek_in(self, column: int, text: str) -> None:
        """Show only rows in whose column every word of the text occurs; other columns' filters stay."""
        self.beginFilterChange()
        self._in_columns[column] = tuple(fold(text).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def record(self, row: int) -> T:
        """Return the record that stands in this row as shown."""
        return self._source.rows[self.mapToSource(self.index(row, 0)).row()]

    def records(self) -> tuple[T, ...]:
        """Return the records as shown."""
        return tuple(self.record(row) for row in range(self.rowCount()))

    def row_of(self, key: Hashable) -> int | None:
        """Return the row in which the record with this identity is shown, None when it is not."""
        place = self._source.row_of(key)
        if place is None:
            return None
        shown = self.mapFromSource(self._source.index(place, 0))
        return shown.row() if shown.isValid() else None

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002, N802 - Qt's name
        """Tell whether every word sought occurs in the row."""
        sought = {-1: self._words, **self._in_columns}
        return all(word in self._text_of(source_row, column) for column, words in sought.items() for word in words)

    def _text_of(self, row: int, column: int) -> str:
        """Return the folded text of a cell, of the whole row for column -1; folding is what costs."""
        known = self._folded.get((row, column))
        if known is None:
            columns = self._source.columns if column < 0 else (self._source.columns[column],)
            record = self._source.rows[row]
            known = self._folded[row, column] = fold(" ".join(each.text(record) for each in columns))
        return known

    def _forget_folded(self) -> None:
        self._folded.clear()

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802 - Qt's name
        """Compare two rows by the column's own order; what is not known comes last, equals as given."""
        first, second = self._order(left), self._order(right)
        if first is None or second is None:
            return self._unknown_last(first is None, second is None)
        return bool(first < second)

    def _order(self, index: Index) -> Any:
        return self._source.columns[index.column()].sort_value(self._source.rows[index.row()])

    def _unknown_last(self, left: bool, right: bool) -> bool:  # noqa: FBT001 - two sides of one comparison
        if left == right:
            return False
        return right if self.sortOrder() == Qt.SortOrder.AscendingOrder else left
