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
        self._source = source
        self.setSourceModel(source)

    def seek(self, text: str) -> None:
        """Show only rows in which every word of the text occurs, in whatever column."""
        self.beginFilterChange()
        self._words = tuple(fold(text).split())
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
        if not self._words:
            return True
        row = self._source.rows[source_row]
        text = fold(" ".join(column.text(row) for column in self._source.columns))
        return all(word in text for word in self._words)

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
