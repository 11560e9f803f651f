"""Parts of the page of trust: a step with its mark, a fingerprint to read aloud, a file or folder to choose."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.services.prints.print_key_pages import spoken_words
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import Panel, button, heading, quiet_label, row_of
from desktop.ui.widgets.looks import Size, Tone, step, write_as
from desktop.ui.widgets.pill import Pill

_GROUPS_A_LINE = 8
_WORDS_A_LINE = 4
_WORD_ROOM = 13
"""Letters for a number, a word and the gap after it."""


class StepPanel(Panel):
    """A step: its heading, whether it is done, what it is for, then its fields."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.pill = Pill(Tone.MUTED, "")
        self._heading = heading(title)
        self.column.addLayout(row_of(self, self._heading, self.pill))
        if text:
            self.column.addWidget(quiet_label(text))

    def drop_number(self) -> None:
        """Take the number off the heading, where other numbers lead."""
        _, _, bare = self._heading.text().rpartition(". ")
        self._heading.setText(bare)
        self.setAccessibleName(bare)

    def show_done(self, done: bool, words: str = "") -> None:  # noqa: FBT001 - reads as a state
        """Mark the step as done, or as still to do."""
        said = words or (self.tr("Đã xong") if done else self.tr("Chưa làm"))
        self.pill.show_state(Tone.OK if done else Tone.WARNING, said)


class Fingerprint(QLabel):
    """A fingerprint, large, in groups of four, eight to a line; hidden while there is none.

    `words` says the same to be read out; whoever shows the fingerprint puts it below.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        write_as(self, Tone.PLAIN, Size.DISPLAY)
        self.words = SpokenWords(name)
        self.show_fingerprint("")

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show this one."""
        groups = fingerprint.split()
        lines = [" ".join(groups[at : at + _GROUPS_A_LINE]) for at in range(0, len(groups), _GROUPS_A_LINE)]
        self.setText("\n".join(lines))
        self.setAccessibleName(f"{self._name}: {fingerprint}")
        self.setVisible(bool(fingerprint))
        self.words.show_words(spoken_words(fingerprint))


class SpokenWords(QLabel):
    """Words to read out or to write down, numbered, four to a line; hidden while there are none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        write_as(self, Tone.PLAIN, Size.HEADING)
        self.show_words(())

    def show_words(self, words: Sequence[str]) -> None:
        """Show these."""
        cells = [f"{place:>2}. {word}".ljust(_WORD_ROOM) for place, word in enumerate(words, start=1)]
        lines = ["".join(cells[at : at + _WORDS_A_LINE]).rstrip() for at in range(0, len(cells), _WORDS_A_LINE)]
        self.setText("\n".join(lines))
        self.setAccessibleName(f"{self._name}: {' '.join(words)}")
        self.setVisible(bool(words))


class PathChoice(QWidget):
    """A file or folder, chosen in the dialog; what was chosen stands beside the button."""

    chosen = Signal(object)
    """The Path."""

    def __init__(self, text: str, ask: Callable[..., None], title: str, filters: str = "") -> None:
        super().__init__()
        self._ask, self._title, self._filters = ask, title, filters
        self.path: Path | None = None
        self.shown = QLineEdit()
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(title)
        self.shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the button beside it is the way to change it
        self.button = button(text)
        self.button.setAccessibleName(f"{title}: {text}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step(self, 2))
        row.addWidget(self.shown, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self._open)

    @classmethod
    def file(cls, messages: Messages, title: str, filters: str) -> "PathChoice":
        """Return a choice of one file that is there."""
        return cls(QCoreApplication.translate("PathChoice", "Chọn tệp…"), messages.open_file, title, filters)

    @classmethod
    def folder(cls, messages: Messages, title: str) -> "PathChoice":
        """Return a choice of a folder."""
        return cls(QCoreApplication.translate("PathChoice", "Chọn thư mục…"), messages.choose_folder, title)

    def _open(self) -> None:
        if self._filters:
            self._ask(self._title, done=self.take, filters=self._filters)
        else:
            self._ask(self._title, done=self.take)

    def clear(self) -> None:
        """Choose nothing any more; nobody is told."""
        self.path = None
        self.shown.clear()
        self.button.setAccessibleDescription("")

    def take(self, path: Path) -> None:
        """Take this path."""
        self.path = path
        self.shown.setText(str(path))
        self.button.setAccessibleDescription(str(path))
        self.chosen.emit(path)
