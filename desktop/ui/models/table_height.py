"""Tables that stand among other things: as high as their rows, not as the room that is left."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView


class TableHeight(QObject):
    """Keeps a table between `least` and `most` rows high, with room for the bar below them where there is one."""

    def __init__(self, table: QTableView, least: int, most: int) -> None:
        super().__init__(table)
        self._table, self._least, self._most = table, least, most
        self._rows = 0
        table.horizontalScrollBar().rangeChanged.connect(self._fit)

    def hold(self, rows: int) -> None:
        """Make room for so many rows, one at least."""
        self._rows = max(rows, 1)
        self._fit()

    def _fit(self) -> None:
        table = self._table
        bar = table.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        around = table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth() + below
        row = table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(around + row * min(self._rows, self._least))
        table.setMaximumHeight(around + row * min(self._rows, self._most))
