"""A field with its label, how much it is needed, its help, and what was found about it."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from desktop.domain.findings import Severity
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.looks import Tone, step, write_as
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.tones import tone_of


class Need(Enum):
    """How much a record needs this field."""

    REQUIRED = auto()
    RECOMMENDED = auto()
    OPTIONAL = auto()


class LabelledField(QWidget):
    """Label above, editor below it, then help (F1) and findings. `name` is the dotted field of the record."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        need: Need = Need.OPTIONAL,
        help: str = "",  # noqa: A002 - the word of the field's own F1 help
        name: str = "",
    ) -> None:
        super().__init__()
        self.name = name
        self.editor = editor
        self._chosen = isinstance(editor, QComboBox | QAbstractButton | QListWidget)
        self._needed = need
        self._plain = _without_mnemonic(label)
        self._finding: tuple[Tone, str] = (Tone.PLAIN, "")
        self._written = label
        self._label = QLabel()
        self._label.setBuddy(editor)
        self._because = QLabel()
        self._help = QLabel()
        self._line = MarkedLine()
        self._lay_out()
        self.set_need(need)
        self.set_help(help)
        if name:
            editor.setObjectName(name)
        editor.installEventFilter(self)
        if hasattr(editor, "problem_changed"):
            editor.problem_changed.connect(self._show_line)
        self._show_line()

    @property
    def help(self) -> str:
        """What F1 shows: what to write, and by which article."""
        return self._help.text()

    @property
    def need(self) -> Need:
        """How much a record needs this field."""
        return self._needed

    def set_need(self, need: Need, because: str = "") -> None:
        """Say how much this record needs the field, and why where that is not so of everybody."""
        self._needed = need
        mark = self._need_text(need)
        self._label.setText(f"{self._written} {mark}" if mark else self._written)
        self._because.setText(because)
        self._because.setVisible(bool(because))
        word = {Need.REQUIRED: self.tr("bắt buộc"), Need.RECOMMENDED: self.tr("nên có"), Need.OPTIONAL: ""}[need]
        said = ", ".join(part for part in (self._plain, word, because) if part)
        self.editor.setAccessibleName(said)
        self._label.setToolTip(word)

    def wrap_label(self) -> None:
        """Let the label take two lines where its column is narrow; the field then asks for more height."""
        self._label.setWordWrap(True)

    def set_help(self, help: str, basis: str = "") -> None:  # noqa: A002 - the word of the field's own F1 help
        """Say what to write here and by which article."""
        lines = (help, self.tr("Căn cứ: {0}.").replace("{0}", basis) if basis else "")
        self._help.setText("\n".join(line for line in lines if line))
        self.editor.setToolTip(self._help.text())

    @property
    def line(self) -> MarkedLine:
        """The line below the editor that says what was found."""
        return self._line

    def show_finding(self, severity: Severity, text: str) -> None:
        """Say under the field what a check found."""
        self._finding = (tone_of(severity), text)
        self._show_line()

    def clear_finding(self) -> None:
        """Take back what a check found; what cannot be read stays marked."""
        self._finding = (Tone.PLAIN, "")
        self._show_line()

    def focus_editor(self) -> None:
        """Put the cursor into the field, as F8 and the list of findings do."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def plain_label(self) -> str:
        """The label as it is read out."""
        return self._plain

    def add_to_head(self, widget: QWidget) -> None:
        """Put something small at the end of the label's row."""
        self._head.addWidget(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the help with F1; where it is shown, or there is none, F1 is the window's. It goes when one leaves.

        Enter goes on from a choice or a tick, as lines and tables do by themselves.
        """
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in ENTER
            and self._chosen
        ):
            self.focusNextChild()
            return True
        if event.type() == QEvent.Type.FocusOut:
            self._help.hide()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1 and self._has_more_to_say():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._help.show()
                return True
        return super().eventFilter(watched, event)

    def _has_more_to_say(self) -> bool:
        return bool(self._help.text()) and self._help.isHidden()

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(step(self, 1))
        head.addWidget(self._label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addLayout(head)
        for widget in (self._because, self.editor, self._help, self._line):
            column.addWidget(widget)
        column.addStretch(1)
        for wrapped in (self._because, self._help):
            wrapped.setWordWrap(True)
        self._help.setTextFormat(Qt.TextFormat.PlainText)
        self._help.setVisible(False)
        for quiet in (self._because, self._help):
            write_as(quiet, Tone.MUTED)

    def _need_text(self, need: Need) -> str:
        return {Need.REQUIRED: "*", Need.RECOMMENDED: self.tr("(nên có)").replace(" ", "\u00a0"), Need.OPTIONAL: ""}[
            need
        ]

    def _show_line(self) -> None:
        problem = getattr(self.editor, "problem", "")
        tone, text = (Tone.ERROR, problem) if problem else self._finding
        self._line.show_text(tone, text)
        self.editor.setAccessibleDescription(self._line.text())


def _without_mnemonic(label: str) -> str:
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")
