"""Where a formula is typed: names are offered by their Vietnamese labels, and stand in the formula as ids."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPlainTextEdit, QWidget

from desktop.domain.names import fold
from desktop.rules.formula_slots import KnownName
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.offers import dress_offers

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
        dress_offers(self.completer, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # chosen by signature
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS + 2 * self.fontMetrics().height() // 2)

    def offer(self, names: Mapping[str, KnownName]) -> None:
        """Offer these names."""
        self._offers = {f"{each.label}  ({each.id})": each.id for each in names.values()}

    def offered(self) -> tuple[str, ...]:
        """Return the labels that are offered for the word before the cursor."""
        phrase, word = fold(self._phrase()), fold(self._word())
        wanted = phrase if any(phrase in fold(label) for label in self._offers) else word
        found = [label for label in self._offers if wanted in fold(label)]
        first = [label for label in found if fold(label).startswith(wanted) or self._offers[label].startswith(wanted)]
        return tuple(dict.fromkeys((*first, *found)))

    def insert_name(self, name: str) -> None:
        """Put the name in the place of the word before the cursor, or of the words that its label has."""
        cursor = self.textCursor()
        for _letter in self._asked(name):
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

    def _asked(self, name: str) -> str:
        """Return what was typed to find this name: several words of its label, or the one before the cursor."""
        phrase = self._phrase()
        label = next((each for each, offered in self._offers.items() if offered == name), "")
        return phrase if phrase.strip() and fold(phrase) in fold(label) else self._word()

    def _phrase(self) -> str:
        """Return the words before the cursor, back to the last sign that is none."""
        return self._before(lambda letter: letter.isalnum() or letter in "_ ").lstrip()

    def _word(self) -> str:
        return self._before(lambda letter: letter.isalnum() or letter == "_")

    def _before(self, belongs: Callable[[str], bool]) -> str:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        before = cursor.selectedText()
        start = len(before)
        while start and belongs(before[start - 1]):
            start -= 1
        return before[start:]
