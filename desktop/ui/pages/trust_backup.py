"""Backing up the keys: one file, and twelve words on a sheet for the sealed envelope."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.names import fold
from desktop.exchange.spoken.recovery_code import new_recovery_code
from desktop.services.keys.key_backup import BackupState, back_up_keys, backup_state, root_is_in_a_file
from desktop.services.keys.signing_state import SigningState
from desktop.services.office import Office
from desktop.services.prints.print_key_pages import print_recovery_page
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import bring_into_view, button, passphrase_edit, quiet_label, row_of
from desktop.ui.pages.kept_secret import KeptSecret
from desktop.ui.pages.trust_parts import PathChoice, SpokenWords, StepPanel
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.progress import Progress
from desktop.ui.widgets.labelled_field import LabelledField, Need


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class BackupStep(StepPanel):
    """Writes the backup under new words, shows the words, and prints them."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("Sao lưu khóa"),
            _tr(
                "Máy hỏng hoặc quên mật khẩu thì chỉ bản sao lưu lấy lại được khóa. Tệp sao lưu cất trong USB; mã khôi "
                "phục in ra, cho vào phong bì niêm phong, cất ở nơi khác."
            ),
        )
        self._office, self._work, self._with_root = office, work, False
        self._code: tuple[str, ...] = ()
        self._file = ""
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi bản sao lưu"))
        self.passphrase, self.root_passphrase = passphrase_edit(), passphrase_edit()
        self.kept = KeptSecret(office, self.passphrase)
        self.make = button(_tr("&Sao lưu"), next_step=True)
        self.words = SpokenWords(_tr("Mã khôi phục"))
        self.told = quiet_label()
        self.print = button(_tr("&In trang khôi phục…"))
        self._lay_out()
        for edit in (self.passphrase, self.root_passphrase):
            edit.textChanged.connect(self._offer)
            edit.returnPressed.connect(self.make.click)
        self.folder.chosen.connect(self._offer)
        self.make.clicked.connect(self._make)
        self.print.clicked.connect(self._print)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """Whether what is here is in a backup."""
        self.setEnabled(state.has_key)
        self._with_root = root_is_in_a_file(self._office)
        self._root_field.setVisible(self._with_root)
        known = backup_state(self._office)
        self.show_done(known.current and known.made_at is not None, _said(known))

    def forget(self) -> None:
        """Take the words off the screen."""
        self._code = ()
        self._show_code()

    def _lay_out(self) -> None:
        where = LabelledField(_tr("Thư mục ghi bản sao lưu"), self.folder, need=Need.REQUIRED)
        secret = LabelledField(_tr("Mật &khẩu của khóa"), self.passphrase, need=Need.REQUIRED)
        self._root_field = LabelledField(_tr("Mật khẩu của gốc tin cậ&y"), self.root_passphrase, need=Need.REQUIRED)
        self.column.addLayout(row_of(self, where, secret, self._root_field, stretch=False))
        self.column.addLayout(row_of(self, self.make, self.kept.tick))
        self._shown = QWidget()
        shown = QVBoxLayout(self._shown)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.addWidget(self.told)
        shown.addWidget(self.words)
        shown.addLayout(row_of(self, self.print))
        self.column.addWidget(self._shown)
        self._show_code()

    def _offer(self) -> None:
        typed = self.passphrase.text() and (self.root_passphrase.text() or not self._with_root)
        self.make.setEnabled(bool(typed) and self.folder.path is not None)

    def _make(self) -> None:
        folder = self.folder.path
        if folder is None or not self.make.isEnabled():
            return
        typed, root = self.passphrase.text(), self.root_passphrase.text()
        code = new_recovery_code()

        def work() -> tuple[Path, tuple[str, ...], str]:
            return back_up_keys(self._office, typed, folder, " ".join(code), root_passphrase=root), code, typed

        self._work.run(_tr("Sao lưu khóa"), work, self._made)

    def _made(self, answer: tuple[Path, tuple[str, ...], str]) -> str:
        written, self._code, typed = answer
        self._file = written.name
        refused = self.kept.used(typed)
        self.passphrase.clear()
        self.root_passphrase.clear()
        self.told.setText(
            _tr("Mã khôi phục của {0}. In ngay hoặc chép tay: rời trang này thì mã không hiện lại nữa.").replace(
                "{0}", self._file
            )
        )
        self._show_code()
        self.print.setFocus()
        bring_into_view(self.print)
        said = _tr("Đã ghi bản sao lưu {0}.").replace("{0}", self._file)
        return f"{said} {refused}".strip()

    def _show_code(self) -> None:
        self.words.show_words(self._code)
        self._shown.setVisible(bool(self._code))

    def _print(self) -> None:
        code, file = self._code, self._file

        def making(_progress: Progress, target: Path) -> int:
            return print_recovery_page(self._office, file, code, target)

        name = f"trang-khoi-phuc-{fold(self._office.identity.unit.code)}.pdf"
        self._work.show_print(_tr("Trang khôi phục khóa"), name, making)


def _said(known: BackupState) -> str:
    if known.made_at is None:
        return _tr("Chưa sao lưu")
    day = f"{known.made_at.astimezone():%d/%m/%Y}"
    told = _tr("Đã sao lưu ngày {0}") if known.current else _tr("Khóa đã đổi sau bản ngày {0}")
    return told.replace("{0}", day)
