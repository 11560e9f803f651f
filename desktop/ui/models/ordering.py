"""Order and filter of a table of records."""

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractProxyModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.names import fold
from desktop.ui.models.records import RecordTableModel

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_WHOLE = -1
"""Stands for all columns of a row."""


class OrderedRecords(QAbstractProxyModel, Generic[T]):
    """Records in the order of a column, of them only those that hold every word sought, accents or not.

    Which rows stand where is one list, made anew at once: Qt's own proxy asks about each row and each pair of rows,
    which takes seconds for a hundred thousand of them. What a row is ordered and searched by is worked out once.
    """

    def __init__(self, source: RecordTableModel[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._sought: dict[int, tuple[str, ...]] = {}
        self._column, self._direction = -1, Qt.SortOrder.AscendingOrder
        self._folded: dict[int, list[str]] = {}
        self._keys: dict[int, list[object]] = {}
        self._order: list[int] | None = None
        self._rows: list[int] = []
        self._places: dict[int, int] | None = None
        self._kept: Hashable = None
        self.seeking = False
        """Whether rows come and go because of what is sought, not because there are others."""
        self.setSourceModel(source)
        source.modelAboutToBeReset.connect(self.beginResetModel)
        source.modelReset.connect(self._source_reset)
        source.dataChanged.connect(self._source_changed)
        source.renewed.connect(self._forget)
        self._rows = self._arranged()

    def seek(self, text: str) -> None:
        """Show only rows in which every word of the text occurs, in whatever column."""
        self.seek_in(_WHOLE, text)

    def seek_in(self, column: int, text: str) -> None:
        """Show only rows in whose column every word of the text occurs; other columns' filters stay."""
        self._sought[column] = tuple(fold(text).split())
        self._kept = None
        self.seeking = True
        self.beginResetModel()
        self._take(self._arranged())
        self.endResetModel()
        self.seeking = False

    def keep(self, key: Hashable) -> None:
        """Go on showing this record until something else is sought, whatever becomes of it: somebody works on it."""
        self._kept = key

    def record(self, row: int) -> T:
        """Return the record that stands in this row as shown."""
        return self._source.rows[self._rows[row]]

    def records(self) -> tuple[T, ...]:
        """Return the records as shown."""
        return tuple(self._source.rows[row] for row in self._rows)

    def row_of(self, key: Hashable) -> int | None:
        """Return the row in which the record with this identity is shown, None when it is not."""
        place = self._source.row_of(key)
        return None if place is None else self._shown_at(place)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column's own order, -1 as given; what is not known comes last, equals as given."""
        self._column, self._direction, self._order = column, order, None
        self._rearrange()

    def sourceModel(self) -> RecordTableModel[T]:  # noqa: N802 - Qt's name
        """Return the records as given."""
        return self._source

    def setSourceModel(self, model: QAbstractItemModel) -> None:  # noqa: N802 - Qt's name
        """Take the records; only once."""
        super().setSourceModel(model)

    def mapToSource(self, index: Index) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return where a shown cell stands among the records as given."""
        if not index.isValid():
            return QModelIndex()
        return self._source.index(self._rows[index.row()], index.column())

    def mapFromSource(self, index: Index) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return where a cell is shown, an invalid index when it is not."""
        row = self._shown_at(index.row()) if index.isValid() else None
        return QModelIndex() if row is None else self.index(row, index.column())

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's root
        """Return a shown cell."""
        inside = not parent.isValid() and 0 <= row < len(self._rows) and 0 <= column < len(self._source.columns)
        return self.createIndex(row, column) if inside else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: ARG002, B008 - a table
        """Return nothing: a table has no levels."""
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and its root index
        """Return the number of records shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and its root index
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._source.columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, also where there is no row."""
        return self._source.headerData(section, orientation, role)

    def _arranged(self) -> list[int]:
        """Return which records are shown, in their order; of the same records the order is worked out once."""
        if self._order is None:
            self._order = self._ordered()
        rows = self._order
        kept = None if self._kept is None else self._source.row_of(self._kept)
        for column, words in self._sought.items():
            for word in words:
                texts = self._texts_of(column)
                rows = [row for row in rows if row == kept or word in texts[row]]
        return rows

    def _ordered(self) -> list[int]:
        rows = list(range(len(self._source.rows)))
        if self._column < 0:
            return rows
        keys = self._keys_of(self._column)
        unknown = [row for row in rows if keys[row] is None]
        known: list[Any] = [row for row in rows if keys[row] is not None]
        known.sort(key=keys.__getitem__, reverse=self._direction == Qt.SortOrder.DescendingOrder)
        return known + unknown

    def _texts_of(self, column: int) -> list[str]:
        """Return the folded text of each row in a column, of all columns for -1."""
        if column not in self._folded:
            columns = self._source.columns if column == _WHOLE else (self._source.columns[column],)
            rows = self._source.rows
            self._folded[column] = [fold(" ".join(each.text(row) for each in columns)) for row in rows]
        return self._folded[column]

    def _keys_of(self, column: int) -> list[object]:
        if column not in self._keys:
            of = self._source.columns[column].sort_value
            self._keys[column] = [of(row) for row in self._source.rows]
        return self._keys[column]

    def _forget(self) -> None:
        """What rows say may have changed with them, or with what lies around them."""
        self._folded.clear()
        self._keys.clear()
        self._order = None

    def _take(self, rows: list[int]) -> None:
        self._rows, self._places = rows, None

    def _shown_at(self, source_row: int) -> int | None:
        if self._places is None:
            self._places = {row: place for place, row in enumerate(self._rows)}
        return self._places.get(source_row)

    def _source_reset(self) -> None:
        self._forget()
        self._take(self._arranged())
        self.endResetModel()

    def _source_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._forget()
        for row in range(first.row(), last.row() + 1):
            place = self._shown_at(row)
            if place is not None:
                self.dataChanged.emit(self.index(place, first.column()), self.index(place, last.column()))
        if self._column >= 0 or any(self._sought.values()):
            self._rearrange()

    def _rearrange(self) -> None:
        """Put the rows where they belong now; who is current and selected stays so."""
        rows = self._arranged()
        if rows == self._rows:
            return
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._take(rows)
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        sources = [self._rows[index.row()] for index in held]
        self._take(rows)
        places = (self._shown_at(source) for source in sources)
        moved = [
            QModelIndex() if place is None else self.index(place, index.column())
            for index, place in zip(held, places, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()
