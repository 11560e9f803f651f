"""What stands in the way of signing and checking, above the steps: a mark and a sentence for each finding."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.findings import Severity
from desktop.services.keys.signing_doctor import Diagnosis, diagnose
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import Panel, button, heading, plain_label, row_of
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.pill import Pill


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class DoctorPanel(Panel):
    """Shows the findings of the signing doctor, the worst first; secrets are tried only when asked to."""

    shown = Signal()
    """Other findings stand here, in `found`."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(_tr("Kiểm tra khả năng ký"))
        self._office, self._work, self._messages = office, work, messages
        self.column.addLayout(row_of(self, heading(_tr("Kiểm tra khả năng ký"))))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(step(self, 1))
        self.column.addLayout(self._rows)
        self.again = button(_tr("Kiểm tra &lại"), quiet=True)
        self.try_passphrase = button(_tr("Thử mật khẩ&u…"), quiet=True)
        self.try_pin = button(_tr("Thử mã PI&N…"), quiet=True)
        self.column.addLayout(row_of(self, self.again, self.try_passphrase, self.try_pin))
        self.sentences: tuple[str, ...] = ()
        self.found: tuple[Diagnosis, ...] = ()
        self._looked = 0
        self.again.clicked.connect(self.look)
        self.try_passphrase.clicked.connect(self._ask_passphrase)
        self.try_pin.clicked.connect(lambda: self._examine(None, try_pin=True))

    def look(self) -> tuple[Diagnosis, ...]:
        """Show and return what is found at once; a token is asked away from the window, and shown when it answers.

        Only while somebody looks here: tokens are slow, and much else makes the page read everything anew.
        """
        state = signing_state(self._office)
        self.try_passphrase.setEnabled(state.has_key)
        self.try_pin.setVisible(bool(state.token))
        found = diagnose(self._office, ask_token=False)
        self.show_findings(found)
        if state.token and self.isVisible():
            self._examine(None)
        return found

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the token, now that somebody looks here."""
        super().showEvent(event)
        self.look()

    def _ask_passphrase(self) -> None:
        label = _tr("&Mật khẩu của khóa, chỉ để thử:")
        self._messages.ask_secret(_tr("Thử mật khẩu"), label, done=self._examine, accept=_tr("&Thử"))

    def _examine(self, passphrase: str | None, *, try_pin: bool = False) -> None:
        """Look at everything in the thread of the work; an answer that is older than the last look is let go."""
        self._looked += 1
        number = self._looked

        def done(found: tuple[Diagnosis, ...]) -> None:
            if number == self._looked:
                self.show_findings(found)

        self._work.tasks.database(
            lambda _progress: diagnose(self._office, passphrase, try_pin=try_pin),
            title=_tr("Kiểm tra khả năng ký"),
            done=done,
            failed=self._work.refuse,
            owner=self,
        )

    def show_findings(self, found: tuple[Diagnosis, ...]) -> None:
        """Show these findings instead of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                shown.deleteLater()
        self.sentences = tuple(message(each.code, **each.params) for each in found)
        self.found = found
        for each, sentence in zip(found, self.sentences, strict=True):
            self._rows.addWidget(_row(self, each.severity, sentence))
        self.shown.emit()


def _row(owner: QWidget, severity: Severity, sentence: str) -> QWidget:
    tone, word = {
        Severity.ERROR: (Tone.ERROR, _tr("Cần xử lý")),
        Severity.WARNING: (Tone.WARNING, _tr("Cần chú ý")),
        Severity.NOTE: (Tone.OK, _tr("Dùng được")),
    }[severity]
    made = QWidget(owner)
    made.setAccessibleName(f"{word}: {sentence}")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(step(owner, 2))
    row.addWidget(Pill(tone, word))
    row.addWidget(plain_label(sentence), 1)
    return made
