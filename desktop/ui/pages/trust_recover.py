"""When the passphrase is forgotten or the key is lost: the backup, or a new key in its place."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.exchange.container.contents import WrittenPackage
from desktop.services.keys.kept_passphrase import forget_passphrase, is_kept
from desktop.services.keys.key_backup import open_backup, restore_keys
from desktop.services.keys.replace_key import replace_key
from desktop.services.keys.signing_state import SigningState
from desktop.services.office import Mode, Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, quiet_label, row_of
from desktop.ui.pages.key_place import KeyPlaceBox
from desktop.ui.pages.new_passphrase import NewPassphrase
from desktop.ui.pages.trust_parts import PathChoice, StepPanel
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import step

BACKUPS = "*.age"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


@dataclass(frozen=True)
class BackupAnswer:
    """What was typed to open a backup and to lock what is in it again."""

    file: Path
    code: str
    passphrase: str
    root_passphrase: str


class BackupFields(QWidget):
    """A backup, its code, and the passphrases that its keys get."""

    def __init__(self, messages: Messages, *, with_root: bool) -> None:
        super().__init__()
        title = _tr("Bản sao lưu khóa")
        self.file = PathChoice.file(messages, title, _tr("Bản sao lưu khóa ({0})").replace("{0}", BACKUPS))
        self.code = QLineEdit()
        self.code.setPlaceholderText(_tr("mười hai từ, không cần gõ dấu"))
        self.passphrase = NewPassphrase(_tr("Mật khẩu &mới của khóa"), _tr("Nhập &lại"))
        self.root = NewPassphrase(_tr("Mật khẩu mới của &gốc tin cậy"), _tr("Nhập lại mật khẩ&u của gốc"))
        self._with_root = with_root
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 2))
        where = LabelledField(title, self.file, need=Need.REQUIRED)
        code = LabelledField(_tr("Mã &khôi phục"), self.code, need=Need.REQUIRED)
        column.addLayout(row_of(self, where, code, stretch=False))
        column.addWidget(self.passphrase)
        column.addWidget(self.root)
        self.show_root(with_root=with_root)

    def show_root(self, *, with_root: bool) -> None:
        """Ask for the root's new passphrase too, or not."""
        self._with_root = with_root
        self.root.setVisible(with_root)

    def answer(self) -> BackupAnswer | None:
        """Return what was typed, None while something is missing."""
        typed, root = self.passphrase.value(), self.root.value()
        if self.file.path is None or not self.code.text().strip() or not typed or (self._with_root and not root):
            return None
        return BackupAnswer(self.file.path, self.code.text(), typed, root if self._with_root else "")

    def clear(self) -> None:
        """Forget what was typed."""
        self.code.clear()
        self.passphrase.clear()
        self.root.clear()


class RecoverStep(StepPanel):
    """Two ways, each opened by its button; and forgetting what this machine keeps."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("Quên mật khẩu, mất khóa"),
            _tr(
                "Có bản sao lưu và mã khôi phục: lấy lại khóa, đặt mật khẩu mới. Không có: tạo khóa mới, đăng ký lại; "
                "Sở Tài chính thu hồi chứng thư cũ. Gói nhận bằng khóa cũ thì đề nghị nơi gửi xuất lại."
            ),
        )
        self._office, self._work, self._messages = office, work, messages
        self.from_backup = button(_tr("&Khôi phục từ bản sao lưu"), quiet=True)
        self.new_key = button(_tr("&Tạo khóa mới"), quiet=True)
        self.forget = button(_tr("&Xóa mật khẩu đã nhớ trên máy này"), quiet=True)
        self.fields = BackupFields(messages, with_root=office.identity.mode is Mode.FINANCE)
        self.restore = button(_tr("Khôi &phục"), next_step=True)
        known = (office.identity.unit.name, office.operator)
        self.passphrase = NewPassphrase(_tr("Mật khẩu &mới"), _tr("Nhập &lại mật khẩu"), known=known)
        self.place = KeyPlaceBox(work.tasks, messages)
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi tệp đăng ký"))
        self.replace = button(_tr("Tạo khóa &mới và ghi tệp đăng ký"), next_step=True)
        self._lay_out()
        self._connect()

    def show_state(self, state: SigningState) -> None:
        """There is something to replace only where a key is."""
        self.pill.hide()
        self.new_key.setEnabled(state.has_key)
        self.forget.setVisible(is_kept(self._office))

    def _lay_out(self) -> None:
        self.column.addLayout(row_of(self, self.from_backup, self.new_key, self.forget))
        self._restoring, self._replacing = QWidget(), QWidget()
        first = QVBoxLayout(self._restoring)
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.fields)
        first.addLayout(row_of(self, self.restore))
        second = QVBoxLayout(self._replacing)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self.place)
        second.addWidget(self.passphrase)
        second.addWidget(LabelledField(_tr("Thư mục ghi tệp đăng ký"), self.folder, need=Need.REQUIRED))
        second.addLayout(row_of(self, self.replace))
        for each in (self._restoring, self._replacing):
            self.column.addWidget(each)
            each.hide()
        self.hint = quiet_label(
            _tr("Khóa cũ không bị xóa: chương trình cất vào thư mục keys của hồ sơ, phòng khi nhớ lại mật khẩu.")
        )
        second.addWidget(self.hint)

    def _connect(self) -> None:
        self.from_backup.clicked.connect(lambda: self._open(self._restoring))
        self.new_key.clicked.connect(lambda: self._open(self._replacing))
        self.forget.clicked.connect(self._forget)
        self.restore.clicked.connect(self._restore)
        self.replace.clicked.connect(self._ask)
        self.fields.passphrase.entered.connect(self._restore)

    def _open(self, way: QWidget) -> None:
        for each in (self._restoring, self._replacing):
            each.setVisible(each is way and each.isHidden())
        (self.fields.file.button if way is self._restoring else self.passphrase).setFocus()

    def _restore(self) -> None:
        answer = self.fields.answer()
        if answer is None:
            self._missing()
            return

        def work() -> str:
            backup = open_backup(answer.file, answer.code)
            restore_keys(
                self._office, answer.file.name, backup, answer.passphrase, root_passphrase=answer.root_passphrase
            )
            return backup.made_at

        self._work.run(_tr("Khôi phục khóa"), work, self._restored)

    def _restored(self, _made_at: str) -> str:
        self.fields.clear()
        self._restoring.hide()
        return _tr("Đã khôi phục khóa; từ nay dùng mật khẩu mới. Mã khôi phục và bản sao lưu vẫn dùng được.")

    def _ask(self) -> None:
        if not self.passphrase.value() or self.folder.path is None or self.place.choice() is None:
            self._missing()
            return
        text = _tr(
            "Khóa đang có sẽ được cất đi và không ký được nữa. Đơn vị chỉ ký được sau khi Sở Tài chính cấp chứng thư "
            "cho khóa mới và đơn vị nạp gói tin cậy mới."
        )
        self._messages.confirm(_tr("Tạo khóa mới"), text, yes=_tr("Tạo khóa mới"), done=self._replace)

    def _replace(self) -> None:
        typed, folder, where = self.passphrase.value(), self.folder.path, self.place.choice()
        if folder is not None and where is not None:
            work = lambda: replace_key(self._office, typed, folder, where)  # noqa: E731 - one line of work
            self._work.run(_tr("Tạo khóa mới"), work, self._replaced)

    def _replaced(self, written: WrittenPackage) -> str:
        self.passphrase.clear()
        self._replacing.hide()
        told = _tr("Đã tạo khóa mới và ghi {0}. Gọi Sở Tài chính: thu hồi chứng thư cũ, cấp chứng thư cho khóa mới.")
        return told.replace("{0}", written.path.name)

    def _forget(self) -> None:
        told = _tr("Máy này không còn nhớ mật khẩu của khóa.")
        self._work.run(_tr("Xóa mật khẩu đã nhớ"), lambda: forget_passphrase(self._office), lambda _none: told)

    def _missing(self) -> None:
        self._messages.inform(
            self.accessibleName(), _tr("Còn ô bắt buộc chưa điền, hoặc hai lần nhập mật khẩu khác nhau.")
        )
