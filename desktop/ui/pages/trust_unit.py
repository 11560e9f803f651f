"""The steps of a unit: make a key, ask for a certificate, trust the root, take in the trust pack."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.services.enrolment import (
    SigningState,
    create_signing_key,
    install_root,
    install_trust,
    read_request,
    request_certificate,
)
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, passphrase_edit, plain_label, quiet_label, row_of
from desktop.ui.pages.trust_parts import Fingerprint, PathChoice, StepPanel
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine


class UnitTrust(QWidget):
    """Four steps, each with what it is for; what is done shows as done."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__()
        self.key = KeyStep(office, work)
        self.request = RequestStep(office, work, messages)
        self.root = RootStep(office, work, messages)
        self.pack = PackStep(office, work, messages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 3))
        for each in (self.key, self.request, self.root, self.pack):
            column.addWidget(each)
        column.addStretch(1)

    def show_state(self, state: SigningState) -> None:
        """Show which steps are done."""
        self.key.show_state(state)
        self.request.show_state(state)
        self.root.show_state(state)
        self.pack.show_state(state)


class KeyStep(StepPanel):
    """Makes the key under a passphrase typed twice."""

    def __init__(self, office: Office, work: TrustWork) -> None:
        super().__init__("", "")
        self._office, self._work = office, work
        self.setAccessibleName(self.tr("Khóa ký"))


class RequestStep(StepPanel):
    """Writes the request and shows the fingerprint that is read out."""


class RootStep(StepPanel):
    """Trusts the root whose fingerprint was typed from the print."""


class PackStep(StepPanel):
    """Takes in the trust pack."""
