"""Where a formula is typed: names are offered by their Vietnamese labels, and stand in the formula as ids."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPlainTextEdit, QWidget

from desktop.domain.names import fold
from desktop.rules.formula_slots import KnownName
from desktop.ui.widgets.keys import ENTER

_LEAST = 2
"""Letters after which names are offered by themselves; Ctrl+Space offers all."""
_ROWS = 4


class FormulaEdit(QPlainTextEdit):
    """A few lines of formula. Enter or Tab takes the name that is offered; else Tab goes to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: dict[str, str] = {}
        self._list = QStringListModel(self)
        self.completer = QCompleter(self._list, self)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # chosen by signature
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS + 2 * self.fontMetrics().height() // 2)

    def offer(self, names: Mapping[str, KnownName]) -> None:
        """Offer these names."""
        self._offers = {f"{each.label}  ({each.id})": each.id for each in names.values()}

    def offered(self) -> tuple[str, ...]:
        """Return the labels that are offered for the word before the cursor."""
        wanted = fold(self._word())
        found = [label for label in self._offers if wanted in fold(label)]
        first = [label for label in found if fold(label).startswith(wanted) or self._offers[label].startswith(wanted)]
        return tuple(dict.fromkeys((*first, *found)))

    def insert_name(self, name: str) -> None:
        """Put the name in the place of the word before the cursor."""
        cursor = self.textCursor()
        for _letter in self._word():
            cursor.deletePreviousChar()
        cursor.insertText(name)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the keys of the open list to the list; offer names while a word grows."""
        if self._popup.isVisible() and event.key() in {*ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            event.ignore()
            return
        asked = event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if not asked:
            super().keyPressEvent(event)
        if asked or (event.text() and len(self._word()) >= _LEAST):
            self._open()
        else:
            self._popup.hide()

    def _open(self) -> None:
        found = self.offered()
        self._list.setStringList(list(found))
        if not found or self._word() in self._offers.values():
            self._popup.hide()
            return
        self._popup.setCurrentIndex(self._list.index(0))
        place = self.cursorRect()
        place.setWidth(self.fontMetrics().averageCharWidth() * 60)
        self.completer.complete(place)

    @property
    def _popup(self) -> QAbstractItemView:
        popup = self.completer.popup()
        assert popup is not None  # noqa: S101 - Qt makes it on first use
        return popup

    def _take(self, index: QModelIndex) -> None:
        self.insert_name(self._offers[str(index.data())])

    def _word(self) -> str:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        before = cursor.selectedText()
        start = len(before)
        while start and (before[start - 1].isalnum() or before[start - 1] == "_"):
            start -= 1
        return before[start:]
