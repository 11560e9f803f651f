"""A list of long names that wrap, none of them cut."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QWidget

from desktop.ui.widgets.looks import step

_HIGH = 10_000


class WrappedList(QListWidget):
    """Gives every item the height that its words need at the list's width; Qt's own guess leaves words out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Size the items anew; also happens whenever the list is resized."""
        around = step(self, 1)
        width = self.viewport().width() - 2 * self.spacing()
        room = QRect(0, 0, max(1, width - 4 * around), _HIGH)
        for place in range(self.count()):
            item = self.item(place)
            needed = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(width, needed.height() + 2 * around))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the items to the new width."""
        super().resizeEvent(event)
        self.fit()
