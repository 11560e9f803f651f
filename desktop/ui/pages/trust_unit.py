"""The steps of a unit: make a key, ask for a certificate, trust the root, take in the trust pack."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.kinds import Role
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.services.keys.enrolment import create_signing_key, request_certificate
from desktop.services.keys.kept_passphrase import can_keep_passphrase
from desktop.services.keys.own_fingerprint import own_fingerprint
from desktop.services.keys.signing_state import SigningState, own_roles
from desktop.services.keys.trust_files import install_root, install_trust
from desktop.services.office import Mode, Office
from desktop.services.prints.print_key_pages import print_key_fingerprint
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, passphrase_edit, quiet_label, row_of
from desktop.ui.pages.kept_secret import KeptSecret, keep_if_asked, keep_tick
from desktop.ui.pages.key_place import KeyPlaceBox
from desktop.ui.pages.new_passphrase import NewPassphrase
from desktop.ui.pages.secret_words import tell_secret
from desktop.ui.pages.trust_backup import BackupStep
from desktop.ui.pages.trust_parts import Fingerprint, PathChoice, StepPanel
from desktop.ui.pages.trust_rebuild import RebuildStep
from desktop.ui.pages.trust_recover import RecoverStep
from desktop.ui.pages.trust_roles import role_words
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import step


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class UnitTrust(QWidget):
    """Four steps, each with what it is for; what is done shows as done. Below them what one needs in distress."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__()
        self.key = KeyStep(office, work, messages)
        self.request = RequestStep(office, work, messages)
        self.root = RootStep(office, work, messages)
        self.pack = PackStep(office, work, messages)
        self.backup = BackupStep(office, work, messages)
        self.recover = RecoverStep(office, work, messages)
        self.rebuild = RebuildStep(office, work, messages)
        self._steps = (self.key, self.request, self.root, self.pack, self.backup, self.recover, self.rebuild)
        if office.identity.mode is not Mode.UNIT:
            self.rebuild.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 3))
        for each in self._steps:
            column.addWidget(each)
        column.addStretch(1)

    def show_state(self, state: SigningState) -> None:
        """Show which steps are done."""
        for each in self._steps:
            each.show_state(state)

    def leave(self) -> None:
        """Take off the screen what nobody else should see."""
        self.backup.forget()


class KeyStep(StepPanel):
    """Makes the key, in a file or on a token, and a passphrase typed twice."""

    made = Signal(str)
    """The passphrase under which the key was made, for what follows at once."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("1. Khóa ký của đơn vị"),
            _tr("Khóa để ký gói gửi đi. Mật khẩu không lấy lại được: ghi ra giấy và cất riêng."),
        )
        self._office, self._work = office, work
        known = (office.identity.unit.name, office.identity.unit.code, office.operator, office.identity.head)
        self.place = KeyPlaceBox(work.tasks, messages)
        self.secrets = quiet_label()
        self.typed = NewPassphrase(_tr("Mật khẩu &mới"), _tr("Nhập &lại mật khẩu"), known=known)
        self.passphrase, self.again = self.typed.first, self.typed.again
        self.tick = keep_tick()
        self._state: SigningState | None = None
        self.make = button(_tr("&Tạo khóa"), next_step=True)
        self.column.addWidget(self.place)
        self.column.addWidget(self.typed)
        self.column.addWidget(self.secrets)
        self.column.addLayout(row_of(self, self.make, self.tick))
        self.place.changed.connect(self._offer)
        self.typed.changed.connect(self._offer)
        self.typed.entered.connect(self.make.click)
        self.make.clicked.connect(self._make)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """A key is made once."""
        self._state = state
        self.show_done(state.has_key)
        for each in (self.place, self.typed, self.make):
            each.setVisible(not state.has_key)
        self.tick.setVisible(not state.has_key and can_keep_passphrase())
        self._offer()

    def _offer(self) -> None:
        self.make.setEnabled(bool(self.typed.value()) and self.place.choice() is not None)
        self.secrets.setText(self._secret_words())
        self.secrets.setVisible(bool(self.secrets.text()))

    def _secret_words(self) -> str:
        """Say which secret does what, where there are two."""
        if self._state is not None and self._state.has_key:
            words = _tr("Khóa nằm trên thẻ “{0}”: mã PIN để ký, mật khẩu để mở gói nhận về.")
            return words.replace("{0}", self._state.token) if self._state.token else ""
        if self.place.in_file.isChecked():
            return ""
        return _tr("Thẻ chỉ ký, không mở gói: mã PIN để ký, mật khẩu này để mở gói nhận về.")

    def _make(self) -> None:
        typed, where = self.typed.value(), self.place.choice()
        if where is None:
            return

        def work() -> str:
            create_signing_key(self._office, typed, where)
            return typed

        self._work.run(_tr("Tạo khóa"), work, self._made)

    def _made(self, typed: str) -> str:
        refused = keep_if_asked(self._office, self.tick, typed)
        self.made.emit(typed)
        self.typed.clear()
        return f"{_tr('Đã tạo khóa. Sao lưu khóa ngay, rồi đăng ký với Sở Tài chính.')} {refused}".strip()


class RequestStep(StepPanel):
    """Writes the request and shows the fingerprint that is read out."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("2. Đăng ký với Sở Tài chính"),
            _tr(
                "Ghi tệp đăng ký, chuyển cho Sở Tài chính. Để Sở biết tệp đúng là của đơn vị: đọc dấu vân tay (bằng số "
                "hoặc bằng lời) qua điện thoại, hoặc in ra, ký, đóng dấu và gửi kèm."
            ),
        )
        self._office, self._work = office, work
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi tệp đăng ký"))
        self.passphrase = passphrase_edit()
        self.kept = KeptSecret(office, self.passphrase)
        self.write = button(_tr("&Ghi tệp đăng ký"))
        self.print = button(_tr("&In dấu vân tay…"))
        self.fingerprint = Fingerprint(_tr("Dấu vân tay của khóa"))
        where = LabelledField(_tr("Thư mục ghi tệp"), self.folder, need=Need.REQUIRED)
        secret = LabelledField(_tr("Mật khẩu của &khóa"), self.passphrase, need=Need.REQUIRED)
        self.column.addLayout(row_of(self, where, secret, stretch=False))
        self.column.addLayout(row_of(self, self.write, self.print, self.kept.tick))
        self.column.addWidget(self.fingerprint)
        self.column.addWidget(self.fingerprint.words)
        self.folder.chosen.connect(self._offer)
        self.passphrase.textChanged.connect(self._offer)
        self.passphrase.returnPressed.connect(self.write.click)
        self.write.clicked.connect(self._write)
        self.print.clicked.connect(self._print)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """Whether the certificate came back tells the trust pack."""
        self.setEnabled(state.has_key)
        tell_secret(self.passphrase, state.token)
        self.show_done(state.trust_version > 0, "" if state.trust_version else _tr("Chưa có chứng thư"))
        self._show_fingerprint()

    def _show_fingerprint(self) -> None:
        known = own_fingerprint(self._office)
        self.fingerprint.show_fingerprint(known)
        self.print.setEnabled(bool(known))

    def _offer(self) -> None:
        self.write.setEnabled(self.folder.path is not None and bool(self.passphrase.text()))

    def _write(self) -> None:
        folder, typed = self.folder.path, self.passphrase.text()
        if folder is None:
            return

        def work() -> tuple[WrittenPackage, str]:
            return request_certificate(self._office, typed, folder), typed

        self._work.run(_tr("Ghi tệp đăng ký"), work, self._written)

    def _written(self, answer: tuple[WrittenPackage, str]) -> str:
        written, typed = answer
        refused = self.kept.used(typed)
        self.passphrase.clear()
        self._show_fingerprint()
        told = _tr("Đã ghi {0}. Chuyển tệp cho Sở Tài chính; đọc dấu vân tay qua điện thoại hoặc in, đóng dấu gửi kèm.")
        return f"{told.replace('{0}', written.path.name)} {refused}".strip()

    def _print(self) -> None:
        name = f"dau-van-tay-{self._office.identity.unit.code}.pdf"
        making = lambda _progress, target: print_key_fingerprint(self._office, target)  # noqa: E731 - one line of work
        self._work.show_print(_tr("Dấu vân tay khóa ký"), name, making)


class RootStep(StepPanel):
    """Trusts the root whose fingerprint was typed from the print."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("3. Gốc tin cậy của Sở Tài chính"),
            _tr(
                "Nhập dấu vân tay từ bản in của Sở Tài chính: tám nhóm đầu, hoặc mười sáu từ, không cần gõ dấu. Không "
                "chép từ tệp vừa nhận."
            ),
        )
        self._office, self._work = office, work
        self.file = PathChoice.file(messages, _tr("Tệp gốc tin cậy (root.pem)"), _tr("Tệp gốc (*.pem)"))
        self.typed = QLineEdit()
        self.trust = button(_tr("Tin cậy &gốc này"))
        self.fingerprint = Fingerprint(_tr("Dấu vân tay của gốc tin cậy"))
        file_field = LabelledField(_tr("Tệp gốc"), self.file, need=Need.REQUIRED)
        typed_field = LabelledField(_tr("&Dấu vân tay trên bản in"), self.typed, need=Need.REQUIRED)
        self._fields = QWidget()
        self._fields.setLayout(row_of(self, file_field, typed_field, stretch=False))
        self.column.addWidget(self._fields)
        self.column.addLayout(row_of(self, self.trust))
        self.column.addWidget(self.fingerprint)
        self.column.addWidget(self.fingerprint.words)
        self.file.chosen.connect(self._offer)
        self.typed.textChanged.connect(self._offer)
        self.typed.returnPressed.connect(self.trust.click)
        self.trust.clicked.connect(self._trust)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """A root is trusted once."""
        known = bool(state.root_fingerprint)
        self.show_done(known)
        self._fields.setVisible(not known)
        self.trust.setVisible(not known)
        self.fingerprint.show_fingerprint(state.root_fingerprint)

    def _offer(self) -> None:
        self.trust.setEnabled(self.file.path is not None and bool(self.typed.text().strip()))

    def _trust(self) -> None:
        path, typed = self.file.path, self.typed.text()
        if path is not None:
            told = _tr("Đã tin cậy gốc của Sở Tài chính.")
            self._work.run(_tr("Tin cậy gốc"), lambda: install_root(self._office, path, typed), lambda _whole: told)


class PackStep(StepPanel):
    """Takes in the trust pack; a newer one may come at any time."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("4. Gói tin cậy"),
            _tr("Gói do Sở Tài chính gửi lại, có chứng thư của đơn vị và danh sách các đơn vị được tin cậy."),
        )
        self._office, self._work = office, work
        self.file = PathChoice.file(messages, _tr("Gói tin cậy"), _tr("Gói Tinh Giản (*.asice)"))
        self.install = button(_tr("&Nạp gói tin cậy"))
        self.units, self.rights = quiet_label(), quiet_label()
        self._rights = own_roles(office)
        self.column.addWidget(LabelledField(_tr("Tệp gói tin cậy"), self.file, need=Need.REQUIRED))
        self.column.addLayout(row_of(self, self.install))
        self.column.addWidget(self.units)
        self.column.addWidget(self.rights)
        self.file.chosen.connect(self._offer)
        self.install.clicked.connect(self._install)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """Show the pack in force."""
        self.setEnabled(bool(state.root_fingerprint))
        self.show_done(state.trust_version > 0)
        self.units.setText(trust_sentence(state))
        rights = self._rights = own_roles(self._office)
        words = "; ".join(text for role, text in role_words().items() if role in rights)
        self.rights.setText(_tr("Chứng thư ở đây được: {0}.").replace("{0}", words))
        self.rights.setVisible(bool(words))

    def _offer(self) -> None:
        self.install.setEnabled(self.file.path is not None)

    def _install(self) -> None:
        path: Path | None = self.file.path
        if path is not None:
            self._work.run(_tr("Nạp gói tin cậy"), lambda: install_trust(self._office, path), self._installed)

    def _installed(self, anchors: TrustAnchors) -> str:
        told = _tr("Gói tin cậy số {0} có hiệu lực.").replace("{0}", str(anchors.version))
        if Role.CONSOLIDATE not in own_roles(self._office) - self._rights:
            return told
        return told + " " + _tr("Đơn vị được gộp gói: đóng rồi mở lại chương trình để có trang Đơn vị trực thuộc.")


def trust_sentence(state: SigningState) -> str:
    """Say which trust pack is in force, until when, and for whom."""
    if not state.trust_version or state.next_update is None:
        return ""
    until = state.next_update.astimezone()
    sentence = _tr("Gói số {0}, dùng đến {1}. Đơn vị được tin cậy: {2}.")
    return sentence.format(state.trust_version, f"{until:%d/%m/%Y}", "; ".join(state.units))
