"""The step of Sở Tài chính that takes a certificate back."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from desktop.domain.foreign_text import shown
from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.trust.memory import RevocationReason
from desktop.services.keys.certificates import certificates, revoke
from desktop.services.keys.signing_state import SigningState
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, row_of
from desktop.ui.pages.root_secret import RootSecret
from desktop.ui.pages.trust_parts import PathChoice, StepPanel
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.widgets.labelled_field import LabelledField, Need


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class RevokeStep(StepPanel):
    """Revokes one certificate with a reason; nothing is chosen beforehand."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("3. Thu hồi chứng thư"),
            _tr("Khi khóa bị lộ, bị mất, hoặc đơn vị sáp nhập, giải thể. Thu hồi rồi thì không khôi phục lại được."),
        )
        self._office, self._work = office, work
        self.which, self.reason = QComboBox(), QComboBox()
        for reason, words in _reason_words().items():
            self.reason.addItem(words, reason)
        self.reason.setCurrentIndex(-1)
        self.secret = RootSecret(_tr("Mật khẩu của gốc tin cậ&y"))
        self.passphrase = self.secret.edit
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi gói tin cậy mới"))
        self.revoke = button(_tr("Thu &hồi"))
        which = LabelledField(_tr("&Chứng thư"), self.which, need=Need.REQUIRED)
        why = LabelledField(_tr("&Lý do"), self.reason, need=Need.REQUIRED)
        where = LabelledField(_tr("Thư mục ghi gói tin cậy"), self.folder, need=Need.REQUIRED)
        self.column.addLayout(row_of(self, which, why, stretch=False))
        self.column.addLayout(row_of(self, where, self.secret.field, stretch=False))
        self.column.addLayout(row_of(self, self.revoke))
        for box in (self.which, self.reason):
            box.currentIndexChanged.connect(self._offer)
        self.secret.changed.connect(self._offer)
        self.folder.chosen.connect(self._offer)
        self.revoke.clicked.connect(self._revoke)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """List the certificates that still hold."""
        self.setEnabled(state.can_sign)
        self.secret.show_state(state)
        self.pill.setVisible(False)
        self.which.clear()
        if state.can_sign:
            for each in certificates(self._office):
                if each.revoked is None:
                    until = _tr("đến {0}").replace("{0}", f"{each.ends.astimezone():%d/%m/%Y}")
                    self.which.addItem(shown(f"{each.unit_name} ({each.unit_code}), {until}"), each.serial)
        self.which.setCurrentIndex(-1)

    def _offer(self) -> None:
        chosen = self.which.currentIndex() >= 0 and self.reason.currentIndex() >= 0
        self.revoke.setEnabled(chosen and self.secret.given() and self.folder.path is not None)

    def _revoke(self) -> None:
        folder, secret = self.folder.path, self.passphrase.text()
        serial, reason = self.which.currentData(), RevocationReason(self.reason.currentData())
        if folder is not None:
            self._work.run(
                _tr("Thu hồi chứng thư"), lambda: revoke(self._office, secret, serial, reason, folder), self._revoked
            )

    def _revoked(self, written: WrittenPackage) -> str:
        self.passphrase.clear()
        self.reason.setCurrentIndex(-1)
        return _tr("Đã thu hồi. Gửi gói tin cậy {0} cho mọi đơn vị.").replace("{0}", written.path.name)


def _reason_words() -> dict[RevocationReason, str]:
    return {
        RevocationReason.KEY_COMPROMISE: _tr("Khóa bị lộ hoặc mất"),
        RevocationReason.AFFILIATION_CHANGED: _tr("Đơn vị sáp nhập, đổi tên"),
        RevocationReason.SUPERSEDED: _tr("Đã cấp chứng thư khác thay thế"),
        RevocationReason.CESSATION: _tr("Đơn vị giải thể, thôi gửi hồ sơ"),
    }
