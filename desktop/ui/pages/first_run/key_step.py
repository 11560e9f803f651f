"""Step 2: the key under its passphrase, and its backup while the passphrase is fresh."""

from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Mode, Office
from desktop.ui.messages import Messages
from desktop.ui.pages.first_run.step import Step
from desktop.ui.pages.trust_backup import BackupStep
from desktop.ui.pages.trust_unit import KeyStep
from desktop.ui.pages.trust_work import TrustWork


class KeysStep(Step):
    """The panels of the page of trust; Sở Tài chính backs up after its root is made, both at once."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        self.title = self.tr("Khóa và mật khẩu")
        self.without = self.tr(
            "Bỏ qua bước này thì nhập và kiểm tra hồ sơ được, nhưng chưa ký, chưa gửi và chưa mở được gói mã hóa nào. "
            "Tạo khóa sau ở trang Đơn vị & chứng thư."
        )
        super().__init__(self.tr("Khóa dùng để ký gói thay cho chữ ký của cơ quan, và để mở gói gửi đến cơ quan."))
        self._office = office
        self.key = KeyStep(office, work, messages)
        self.backup = BackupStep(office, work, messages)
        self.column.addWidget(self.key)
        self.column.addWidget(self.backup)
        self.key.drop_number()
        self.key.made.connect(self._made)
        work.done.connect(self._show)
        self._show()

    @property
    def done(self) -> bool:
        """Whether there is a key."""
        return signing_state(self._office).has_key

    def enter(self) -> None:
        """Give the keyboard to the passphrase, or to the folder of the backup."""
        self._show()
        (self.backup.folder if self.done else self.key.passphrase).setFocus()

    def leave(self) -> bool:
        """Take the recovery code off the screen."""
        self.backup.forget()
        return True

    def _made(self, passphrase: str) -> None:
        """Go on to the backup, for which the passphrase need not be typed again."""
        self.backup.passphrase.setText(passphrase)
        self._show()
        if self.backup.isVisible():
            self.backup.folder.setFocus()

    def _show(self) -> None:
        state = signing_state(self._office)
        self.key.show_state(state)
        self.backup.show_state(state)
        self.backup.setVisible(state.has_key and self._office.identity.mode is not Mode.FINANCE)
        self.changed.emit()
