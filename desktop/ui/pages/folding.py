"""List, person and paper side by side; a narrow window shows the person with one of the other two."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

_ROOM = 106
"""Per cent of what the three need at least: with less they are too close, and the window could not become narrower."""


class Folding(QObject):
    """Turns a splitter of three into one of two; `button` and F6 change the list for the paper and back.

    In a wide window they fold the paper away, so that list and person have its room.
    """

    def __init__(self, splitter: QSplitter, columns: tuple[QWidget, QWidget, QWidget], button: QPushButton) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._columns = columns
        self._list, _, self._paper = columns
        self._tight = True  # three columns would ask for a wider window than the screen may have
        self._paper_wanted: dict[bool, bool] = {True: False, False: True}
        """Whether the paper shall be seen, in a narrow window and in a wide one."""
        self.button = button
        self.button.setCheckable(True)
        self.button.clicked.connect(self.turn)
        key = QShortcut(QKeySequence(Qt.Key.Key_F6), splitter)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.turn)
        splitter.installEventFilter(self)
        self._show()

    @property
    def tight(self) -> bool:
        """Whether the window is too narrow for all three."""
        return self._tight

    def turn(self) -> None:
        """Show the paper, or fold it away."""
        self._paper_wanted[self._tight] = not self._paper_wanted[self._tight]
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the width."""
        if watched is self._splitter and isinstance(event, QResizeEvent):
            self._fit(event.size().width())
        return super().eventFilter(watched, event)

    def _fit(self, width: int) -> None:
        needed = sum(max(each.minimumSizeHint().width(), each.minimumWidth()) for each in self._columns)
        tight = width * 100 < needed * _ROOM
        if tight != self._tight:
            self._tight = tight
            self._show()

    def _show(self) -> None:
        paper = self._paper_wanted[self._tight]
        self._paper.setVisible(paper)
        self._list.setVisible(not (paper and self._tight))
        self.button.setChecked(paper)
