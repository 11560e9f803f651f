"""The two acts on somebody who was sent: take the record up again, or take the person out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.services.corrections.correct_sent import keep_in, reopen, was_told, withdraw_person
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.frames import row_of
from desktop.ui.pages_base import Banner
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone

_ACTED_ON = frozenset({DossierState.SENT, DossierState.RETURNED})


class PersonCorrections(QObject):
    """Two buttons that are there only for whom they can do something."""

    said = Signal(object)
    """`Banner`."""
    done = Signal(str)
    """Id of the dossier that was taken up again; "" when somebody was taken out or kept."""

    def __init__(self, desk: Desk, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._messages = desk, messages
        self._dossier: Dossier | None = None
        self._told = False
        self.reopen_button = QPushButton(_tr("Sửa bả&n đã gửi…"))
        self.reopen_button.setToolTip(_tr("Lập bản sau của hồ sơ đã gửi; bản đã gửi giữ nguyên"))
        self.withdraw_button = QPushButton()
        self.bar = QWidget()
        """Both buttons in a row, hidden while there is nothing to do."""
        row = row_of(self.bar, self.reopen_button, self.withdraw_button)
        self.bar.setLayout(row)
        self.reopen_button.clicked.connect(self._ask_reopen)
        self.withdraw_button.clicked.connect(self._ask_withdraw)
        self.show_for(None)

    def show_for(self, dossier: Dossier | None) -> None:
        """Offer what can be done with this person."""
        self._dossier = dossier
        out = dossier is not None and dossier.state is DossierState.WITHDRAWN
        self._told = out and dossier is not None and was_told(self._desk.office, dossier)
        again = dossier is not None and dossier.revision > 1 and editable(dossier)
        stands = dossier is not None and dossier.state in _ACTED_ON
        self.reopen_button.setVisible(stands or self._told)
        self.withdraw_button.setVisible(stands or again or (out and not self._told))
        self.bar.setVisible(stands or again or out)
        self.withdraw_button.setText(_tr("&Hủy việc rút") if out else _tr("&Rút khỏi đề nghị…"))

    def _ask_reopen(self) -> None:
        label = _tr("Vì sao sửa bản đã gửi?")
        self._messages.ask_text(_tr("Sửa bản đã gửi"), label, done=partial(self._act, reopen, goes_on=True))

    def _ask_withdraw(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        if dossier.state is DossierState.WITHDRAWN:
            self._keep(dossier)
            return
        label = _tr("Vì sao rút {0}?").replace("{0}", dossier.person.full_name)
        self._messages.ask_text(_tr("Rút khỏi đề nghị"), label, done=partial(self._act, withdraw_person, goes_on=False))

    def _act(self, act: Callable[[Office, str, str], Dossier], reason: str, *, goes_on: bool) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        try:
            after = act(self._desk.office, dossier.id, reason)
        except Refusal as refusal:
            self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        self.done.emit(after.id if goes_on else "")
        if not goes_on:
            text = message("correction.person_withdrawn", name=after.person.full_name)
            undo = partial(self._keep, after)
            self.said.emit(Banner(text, Tone.INFO, _tr("&Hoàn tác"), undo, undo=True))

    def _keep(self, dossier: Dossier) -> None:
        try:
            kept = keep_in(self._desk.office, dossier.id)
        except Refusal as refusal:
            self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        self.done.emit("")
        self.said.emit(Banner(message("correction.person_kept", name=kept.person.full_name), Tone.INFO))


def _tr(text: str) -> str:
    return QCoreApplication.translate("PersonCorrections", text)
