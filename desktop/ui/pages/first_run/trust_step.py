"""Step 3: whom to trust: a unit compares fingerprints with Sở Tài chính, Sở Tài chính makes the root."""

from desktop.services.keys.signing_state import SigningState, signing_state
from desktop.services.office import Mode, Office
from desktop.ui.messages import Messages
from desktop.ui.pages.first_run.step import Step
from desktop.ui.pages.trust_backup import BackupStep
from desktop.ui.pages.trust_finance import SetupStep
from desktop.ui.pages.trust_parts import StepPanel
from desktop.ui.pages.trust_unit import PackStep, RequestStep, RootStep
from desktop.ui.pages.trust_work import TrustWork


class UnitTrustStep(Step):
    """Request, root, trust pack: the last two may come days later."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        self.title = self.tr("Tin cậy: so dấu vân tay")
        self.without = self.tr(
            "Bỏ qua bước này thì chưa ký được gói gửi đi (chưa có chứng thư) và chưa kiểm tra được gói gửi đến. "
            "Gói tin cậy thường đến sau vài ngày: khi đó nạp ở trang Đơn vị & chứng thư."
        )
        super().__init__(
            self.tr(
                "Sở Tài chính cấp chứng thư sau khi so dấu vân tay của khóa; đơn vị so dấu vân tay của gốc tin cậy."
            )
        )
        self._office = office
        self.request = RequestStep(office, work, messages)
        self.root = RootStep(office, work, messages)
        self.pack = PackStep(office, work, messages)
        self._panels: tuple[StepPanel, ...] = (self.request, self.root, self.pack)
        for each in self._panels:
            each.drop_number()
            self.column.addWidget(each)
        work.done.connect(self._show)
        self._show()

    @property
    def done(self) -> bool:
        """Whether a trust pack is in force."""
        return self._state.trust_version > 0

    def take_passphrase(self, passphrase: str) -> None:
        """Fill in the passphrase of the key that was made just now."""
        self.request.passphrase.setText(passphrase)

    def enter(self) -> None:
        """Give the keyboard to the folder of the request."""
        self._show()
        self.request.folder.setFocus()

    def _show(self) -> None:
        self._state: SigningState = signing_state(self._office)
        self.request.show_state(self._state)
        self.root.show_state(self._state)
        self.pack.show_state(self._state)
        self.changed.emit()


class FinanceTrustStep(Step):
    """Root and first trust pack, the sheet with the root's fingerprint, and the backup of all keys."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        self.title = self.tr("Tin cậy: gốc của Sở Tài chính")
        self.without = self.tr(
            "Bỏ qua bước này thì chưa cấp được chứng thư cho đơn vị nào và chưa nhận được gói nào. Thiết lập sau ở "
            "trang Đơn vị & chứng thư."
        )
        super().__init__(
            self.tr("Mọi chứng thư dẫn về gốc tin cậy. Đơn vị chỉ tin gốc có dấu vân tay giống tờ do Sở in, đóng dấu.")
        )
        self._office = office
        self.setup = SetupStep(office, work, messages)
        self.backup = BackupStep(office, work, messages)
        self.setup.drop_number()
        self.column.addWidget(self.setup)
        self.column.addWidget(self.backup)
        work.done.connect(self._show)
        self._show()

    @property
    def done(self) -> bool:
        """Whether the root's first trust pack is in force."""
        return self._state.can_sign

    def take_passphrase(self, passphrase: str) -> None:
        """Fill in the passphrase of the key that was made just now."""
        self.setup.known_passphrase.setText(passphrase)

    def enter(self) -> None:
        """Give the keyboard to the root's passphrase, or to the folder of the backup."""
        self._show()
        (self.backup.folder if self.done else self.setup.root_passphrase).setFocus()

    def leave(self) -> bool:
        """Take the recovery code off the screen."""
        self.backup.forget()
        return True

    def _show(self) -> None:
        self._state: SigningState = signing_state(self._office)
        self.setup.show_state(self._state)
        self.backup.show_state(self._state)
        self.backup.setVisible(self._state.can_sign)
        self.changed.emit()


def trust_step(office: Office, work: TrustWork, messages: Messages) -> UnitTrustStep | FinanceTrustStep:
    """Return the step of this office."""
    finance = office.identity.mode is Mode.FINANCE
    return FinanceTrustStep(office, work, messages) if finance else UnitTrustStep(office, work, messages)
