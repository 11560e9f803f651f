"""A list and what is chosen in it: side by side, or one over the other in a narrow window."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

_TIGHT_LETTERS = 138
"""Below this width, in average letters, list, form and amount do not fit beside each other."""
_LIST_LETTERS = 53
_DETAIL_LETTERS = 150


class Sides(QObject):
    """Turns a splitter of two into one that shows either; `back` leads from the detail to the list, as Escape does."""

    turned = Signal()

    def __init__(self, splitter: QSplitter, sides: tuple[QWidget, QWidget], rows: QWidget, back: str) -> None:
        super().__init__(splitter)
        self._master, self._person = sides
        self._rows = rows
        for side in sides:
            splitter.addWidget(side)
        self._splitter = splitter
        self._tight = False
        self._detail = self._wide = False
        self.back = QPushButton(back)
        self.back.clicked.connect(self.show_list)
        self.back.hide()
        letter = splitter.fontMetrics().averageCharWidth()
        splitter.setSizes([letter * _LIST_LETTERS, letter * _DETAIL_LETTERS])
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), splitter)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.show_list)

    @property
    def covered(self) -> bool:
        """Whether the detail covers the list."""
        return self._detail and (self._tight or self._wide)

    @property
    def tight(self) -> bool:
        """Whether only one of both has room."""
        return self._tight

    def fit(self, width: int) -> None:
        """Follow the width of the page."""
        self._tight = width < self._splitter.fontMetrics().averageCharWidth() * _TIGHT_LETTERS
        self._show()

    def show_detail(self) -> None:
        """Bring forward what is chosen."""
        self._detail = True
        self._show()

    def widen(self, *, wide: bool) -> None:
        """Give the detail the room of the list, as beside a paper, or give it back."""
        self._wide = wide
        self._detail = self._detail or wide
        self._show()

    def show_list(self) -> None:
        """Bring forward the list, with the keyboard in it."""
        covered, self._detail, self._wide = self.covered, False, False
        self._show()
        if covered:
            self._rows.setFocus()

    def _show(self) -> None:
        self._master.setVisible(not self.covered)
        self._person.setVisible(self._detail or not self._tight)
        self.back.setVisible(self.covered)
        self.turned.emit()
