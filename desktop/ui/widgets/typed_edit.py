"""A line in which something with a type is written. What cannot be read stays, marked; nothing is lost."""

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.ui.widgets.keys import COPY_ABOVE, ENTER, REDO
from desktop.ui.widgets.looks import Tone, set_state
from desktop.ui.widgets.marks import mark_icon

T = TypeVar("T")


class TypedEdit(QLineEdit, Generic[T]):
    """Reads when the field is left; Enter goes to the next field.

    `value()` is None while the line is empty or unreadable; `problem` tells the two apart.
    """

    committed = Signal()
    """The text was left and differs from what it was when it was last set or left."""
    problem_changed = Signal(str)
    """The sentence that says why the text cannot be read, "" when it can."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = ""
        self._settled = ""
        self._mark = QAction(self)  # made here and kept, for the reason that `menus.menu_item` gives
        self.textEdited.connect(self._follow)
        self.editingFinished.connect(self.commit)

    @abstractmethod
    def read(self, text: str) -> T:
        """Return what the text means; raises Refusal when it cannot be read."""

    @abstractmethod
    def show_value(self, value: T) -> str:
        """Return how the value is written."""

    @abstractmethod
    def explain(self, text: str) -> str:
        """Return the sentence that says why this text cannot be read and how to write it."""

    @property
    def problem(self) -> str:
        """Why the text cannot be read, "" when it can."""
        return self._problem

    @property
    def half_typed(self) -> bool:
        """Whether something was typed that was not read yet."""
        return self.text() != self._settled

    @property
    def standing(self) -> str:
        """What was read last, as it was written; "" where nothing was, or it could not be read."""
        return self._settled if self.means(self._settled) is not None else ""

    def value(self) -> T | None:
        """Return what is written, None when nothing is or it cannot be read."""
        return self.means(self.text())

    def set_value(self, value: T | None) -> None:
        """Write this value; does not count as the clerk's change."""
        self.setText("" if value is None else self.show_value(value))
        if not self.hasFocus():
            self.setCursorPosition(0)  # of what is longer than the line the beginning is seen
        self._settle()

    def set_text(self, text: str) -> None:
        """Write this text as it stands, readable or not (a draft, a cell of a list)."""
        self.setText(text)
        self._settle()

    def commit(self) -> None:
        """Read what is written, write it out in full, and tell of a change."""
        typed, before = self.text(), self._settled
        value = self.means(typed)
        if value is not None:
            self.setText(self.show_value(value))
        changed = typed != before and self.text() != before
        self._settle()
        if changed:
            self.committed.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undoing and redoing to the window, unless there is typing of this line to take back; Ctrl+D always."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._not_mine(event):
            event.ignore()
            return True
        return super().event(event)

    def _not_mine(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not (self.half_typed and self.isUndoAvailable())
        if event.keyCombination() in REDO:
            return not self.isRedoAvailable()
        return event.keyCombination() == COPY_ABOVE  # elsewhere than on Windows it would delete a letter

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the next field with Enter."""
        if event.key() in ENTER:
            self.commit()
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's signature
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        mark: QAction | None = getattr(self, "_mark", None)
        if event.type() == QEvent.Type.PaletteChange and mark is not None and self._problem:
            mark.setIcon(mark_icon(Tone.ERROR, self.palette()))

    def means(self, text: str) -> T | None:
        """Return what this text would say here, None when it says nothing or cannot be read."""
        if not text.strip():
            return None
        try:
            return self.read(compose(text))
        except Refusal:
            return None

    def _follow(self, text: str) -> None:
        """While typing a mark goes away as soon as the text can be read; it comes only when the field is left."""
        if self._problem and (not text.strip() or self.means(text) is not None):
            self._set_problem("")

    def _settle(self) -> None:
        self._settled = self.text()
        text = self.text().strip()
        self._set_problem(self.explain(text) if text and self.means(text) is None else "")

    def _set_problem(self, problem: str) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        self._show_mark()
        self.problem_changed.emit(problem)

    def _show_mark(self) -> None:
        self.removeAction(self._mark)
        if self._problem:
            self._mark.setIcon(mark_icon(Tone.ERROR, self.palette()))
            self._mark.setToolTip(self._problem)
            self.addAction(self._mark, QLineEdit.ActionPosition.TrailingPosition)
        self.setAccessibleDescription(self._problem)
        set_state(self, "fault", bool(self._problem))
