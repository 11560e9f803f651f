"""On the signing page: the code of who gets the package, whose it is, and what is wrong with one that is nobody's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.office import Office
from desktop.services.sending.recipients import possible_recipients, recipient_fault, usual_recipient
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine

_USUAL = "STC"
"""The code of Sở Tài chính, where the trust pack does not say otherwise."""


class RecipientField(QLineEdit):
    """Where there is only one who can be meant, nobody has to know the code."""

    judged = Signal()
    """What is wrong with the code may be another thing than before."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(_USUAL, parent)
        self._office = office
        self.note = MarkedLine()
        self.fault: Refusal | None = None
        self.textChanged.connect(self.judge)
        self.editingFinished.connect(self._write_as_known)

    def judge(self) -> None:
        """Look at the trust pack, and say whose code it is or what is wrong with it."""
        self._suggest()
        self.fault = recipient_fault(self._office, self.text())
        if self.fault is not None:
            self.note.show_text(Tone.ERROR, refusal_text(self.fault))
        else:
            self.note.show_text(Tone.MUTED, self.whose, word=False)
        self.judged.emit()

    @property
    def whose(self) -> str:
        """Code and name as the trust pack has them, "" where it does not have the code."""
        return shown(next((f"{code} – {name}" for code, name in self._known()), ""))

    def _known(self) -> list[tuple[str, str]]:
        typed = self.text().strip()
        known = possible_recipients(self._office)
        same = [each for each in known if each[0].casefold() == typed.casefold()]
        return [each for each in same if each[0] == typed] or same

    def _suggest(self) -> None:
        usual = usual_recipient(self._office)
        if usual and not self.isModified() and self.text() == _USUAL != usual and not self._known():
            self.setText(usual)

    def _write_as_known(self) -> None:
        code = next((code for code, _name in self._known()), self.text())
        if code != self.text():
            self.setText(code)
