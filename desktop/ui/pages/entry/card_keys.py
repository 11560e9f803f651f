"""A card's text typed by a keyboard scanner, whichever field of the form the cursor is in."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from desktop.domain.identity_cards import MOST_LETTERS, begins_like_card

_NUMBER = 12
_BAR = "|"
_PAUSE = 600
"""Milliseconds without a key after which a scanner has ended that sends no Enter."""
_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class CardKeys(QObject):
    """Watches the field with the cursor: twelve digits and a bar in a row are a card, which nobody types by hand.

    From then on keys go into no field until the scanner ends, and the field has its text of before the digits.
    """

    scanned = Signal(str)
    """The text of a card's code, as typed or pasted."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._watched: QWidget | None = None
        self._run = ""
        self._restorers: deque[Callable[[], None]] = deque(maxlen=_NUMBER)
        """What puts the field back as it was before each of the last twelve digits."""
        self._caught: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.end)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @property
    def catching(self) -> bool:
        """Whether a scanner is typing."""
        return self._caught is not None

    def end(self) -> None:
        """Tell of what the scanner typed."""
        self._pause.stop()
        caught, self._caught, self._run = self._caught, None, ""
        if caught is not None:
            self.scanned.emit(caught)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hold back what a scanner types or what is pasted of a card."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and self.catching:
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._caught_key(event) if self.catching else self._began(watched, event)
        return kind == QEvent.Type.KeyRelease and self.catching

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        inside = now is not None and self._form.isAncestorOf(now)
        if not (now is not None and inside and _opened_in(now, self._watched)):
            self._forget_run()
        self._watched = now if inside else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None

    def _began(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._pasted()
        text = event.text()
        if text == _BAR and len(self._run) == _NUMBER:
            self._take_over()
            return True
        if len(text) == 1 and text in "0123456789":
            self._note_digit(watched, text)
        elif text:
            self._forget_run()
        return False

    def _forget_run(self) -> None:
        self._run = ""
        self._restorers.clear()

    def _note_digit(self, watched: QObject, digit: str) -> None:
        self._restorers.append(_restorer(watched))
        self._run = (self._run + digit)[-_NUMBER:]

    def _take_over(self) -> None:
        self._caught, self._run = self._run + _BAR, ""
        self._restorers[0]()
        self._restorers.clear()
        self._pause.start()

    def _caught_key(self, event: QKeyEvent) -> bool:
        """Keep the key; an input method that composes letters takes some of them back with Backspace."""
        caught = self._caught or ""
        if event.key() in _ENDS:
            self.end()
            return True
        if event.key() == Qt.Key.Key_Backspace:
            caught = caught[:-1]
        elif event.text().isprintable() and len(caught) <= MOST_LETTERS:
            caught += event.text()
        self._caught = caught
        self._pause.start()
        return True

    def _pasted(self) -> bool:
        text = QGuiApplication.clipboard().text()
        if not begins_like_card(text):
            return False
        self.scanned.emit(text)
        return True


def _opened_in(now: QWidget, before: QWidget | None) -> bool:
    """Tell whether the cell in which one types was opened by the first key in its table."""
    return before is not None and (before is now or before.isAncestorOf(now))


def _restorer(watched: QObject) -> Callable[[], None]:
    """Return what puts the field back as it is now."""
    if isinstance(watched, QLineEdit):
        text, place = watched.text(), watched.cursorPosition()

        def write_back() -> None:
            watched.setText(text)
            watched.setCursorPosition(place)

        return write_back
    if isinstance(watched, QComboBox):
        index = watched.currentIndex()

        def choose_back() -> None:
            if watched.currentIndex() != index:
                watched.setCurrentIndex(index)
                watched.activated.emit(index)

        return choose_back
    return _close_cell if isinstance(watched, QAbstractItemView) else _nothing


def _close_cell() -> None:
    """Close the cell that the digits opened, as Escape does: it keeps what stood there."""
    editor = QApplication.focusWidget()
    if isinstance(editor, QLineEdit):
        escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(editor, escape)


def _nothing() -> None:
    return None
