"""Instead of the four steps: an office back from its backup, then its data from its packages."""

from collections.abc import Callable
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.services.keys.key_backup import has_root, open_backup, restore_office
from desktop.services.office import Clock, Office
from desktop.ui.messages import Messages
from desktop.ui.pages.first_run.step import Step
from desktop.ui.pages.frames import button, row_of
from desktop.ui.pages.trust_parts import StepPanel
from desktop.ui.pages.trust_recover import BackupFields
from desktop.ui.pages.trust_work import TrustWork


class RestoreStep(Step):
    """A backup, its code, new passphrases; the root's is asked for once the backup turns out to hold a root."""

    def __init__(
        self, home: Path, now: Clock, work: TrustWork, messages: Messages, restored: Callable[[Office], None]
    ) -> None:
        self.title = self.tr("Khôi phục từ bản sao lưu")
        super().__init__(
            self.tr(
                "Dùng khi máy cũ hỏng: chọn tệp sao lưu khóa (sao-luu-khoa-….khoa.age), nhập mười hai từ trên tờ giấy "
                "trong phong bì, đặt mật khẩu mới. Tên cơ quan, khóa, chứng thư và gói tin cậy trở lại như cũ."
            )
        )
        self._home, self._now, self._work, self._messages, self._restored = home, now, work, messages, restored
        panel = StepPanel(self.tr("Bản sao lưu và mã khôi phục"), "")
        panel.pill.hide()
        self.fields = BackupFields(messages, with_root=False)
        self.restore = button(self.tr("Khôi &phục"), next_step=True)
        panel.column.addWidget(self.fields)
        panel.column.addLayout(row_of(self, self.restore))
        self.column.addWidget(panel)
        self.restore.clicked.connect(self._restore)
        self.fields.passphrase.entered.connect(self._restore)
        self.fields.root.entered.connect(self._restore)

    def enter(self) -> None:
        """Give the keyboard to the choice of the file."""
        self.fields.file.setFocus()

    def _restore(self) -> None:
        answer = self.fields.answer()
        if answer is None:
            told = self.tr("Còn ô bắt buộc chưa điền, hoặc hai lần nhập mật khẩu khác nhau.")
            self._messages.inform(self.title, told)
            return

        def work() -> Office | None:
            backup = open_backup(answer.file, answer.code)
            if has_root(backup) and not answer.root_passphrase:
                return None
            return restore_office(
                self._home, backup, answer.passphrase, now=self._now, root_passphrase=answer.root_passphrase
            )

        self._work.run(self.title, work, self._settle)

    def _settle(self, office: Office | None) -> str:
        if office is None:
            self.fields.show_root(with_root=True)
            self.fields.root.setFocus()
            self._work.refuse(Refusal("backup.root_passphrase_missing"))
            return ""
        self.fields.clear()
        self._restored(office)
        return self.tr("Đã khôi phục khóa. Nếu có các gói đã gửi, dựng lại dữ liệu ngay dưới đây.")
