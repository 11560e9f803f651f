"""Tables that stand among other things: as high as their rows, not as the room that is left."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView


class TableHeight(QObject):
    """Keeps a table between `least` and `most` rows high, with room for the bar below them where there is one."""

    def __init__(self, table: QTableView, least: int, most: int) -> None:
        super().__init__(table)
        self._table, self._least, self._most = table, least, most
        self._rows = 0
        table.horizontalScrollBar().rangeChanged.connect(self._fit)
        table.installEventFilter(self)

    def hold(self, rows: int) -> None:
        """Make room for so many rows, one at least."""
        self._rows = max(rows, 1)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Measure again in another style: what is made outside of a window gets its own when it is put into one."""
        if event.type() == QEvent.Type.StyleChange and self._rows:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        table = self._table
        bar = table.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        around = table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth() + below
        row = table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(around + row * min(self._rows, self._least))
        table.setMaximumHeight(around + row * min(self._rows, self._most))
