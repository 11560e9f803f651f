"""The steps of Sở Tài chính: set up the root once, then certify one unit after the other."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.kinds import Role
from desktop.exchange.trust.enrolment import EnrolmentRequest
from desktop.exchange.trust.foreign import issuer_in
from desktop.services.keys.enrolment import issue, read_request, set_up_finance
from desktop.services.keys.signing_state import SigningState
from desktop.services.office import Office
from desktop.services.prints.print_key_pages import print_root_fingerprint
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, passphrase_edit, plain_label, quiet_label, row_of
from desktop.ui.pages.key_place import KeyPlaceBox
from desktop.ui.pages.new_passphrase import NewPassphrase
from desktop.ui.pages.root_secret import RootSecret
from desktop.ui.pages.trust_authority import AuthorityStep
from desktop.ui.pages.trust_backup import BackupStep
from desktop.ui.pages.trust_life import RenewTrustStep, RotateStep
from desktop.ui.pages.trust_parts import Fingerprint, PathChoice, StepPanel
from desktop.ui.pages.trust_recover import RecoverStep
from desktop.ui.pages.trust_revoke import RevokeStep
from desktop.ui.pages.trust_roles import RoleChoice
from desktop.ui.pages.trust_unit import trust_sentence
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import step


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class FinanceTrust(QWidget):
    """The root, then the requests of the units."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__()
        self.setup = SetupStep(office, work, messages)
        self.issue = IssueStep(office, work, messages)
        self.take_back = RevokeStep(office, work, messages)
        self.authority = AuthorityStep(office, work, messages)
        self.renew = RenewTrustStep(office, work, messages)
        self.rotate = RotateStep(office, work, messages)
        self.backup = BackupStep(office, work, messages)
        self.recover = RecoverStep(office, work, messages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 3))
        certify = (self.setup, self.issue, self.take_back)
        self._steps = (*certify, self.renew, self.rotate, self.authority, self.backup, self.recover)
        for each in self._steps:
            column.addWidget(each)
        column.addStretch(1)

    def show_state(self, state: SigningState) -> None:
        """Show what is set up."""
        for each in self._steps:
            each.show_state(state)

    def leave(self) -> None:
        """Take off the screen what nobody else should see."""
        self.backup.forget()


class FormGroup(QWidget):
    """A few fields under a small heading."""

    def __init__(self, title: str, *fields: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain_label(title))
        for each in fields:
            column.addWidget(each)
        column.addStretch(1)


class SetupStep(StepPanel):
    """Makes root, own key and first trust pack in one go; afterwards shows the root's fingerprint to print."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("1. Gốc tin cậy và khóa của Sở Tài chính"),
            _tr("Gốc tin cậy cấp chứng thư cho các đơn vị; khóa của Sở ký kết quả thẩm định. Mỗi thứ một mật khẩu."),
        )
        self._office, self._work = office, work
        self.root_name = QLineEdit(_tr("Gốc tin cậy {0}").replace("{0}", office.identity.unit.name))
        known = (office.identity.unit.name, office.operator)
        again = _tr("Nhập lại")
        self.root_typed = NewPassphrase(_tr("Mật khẩu của &gốc tin cậy"), again, known=known, stacked=True)
        self.key_typed = NewPassphrase(_tr("Mật khẩu của &khóa ký"), again, known=known, stacked=True)
        self.root_passphrase = self.root_typed.first
        self.known_passphrase = passphrase_edit()
        self._has_key = False
        self.root_place, self.key_place = KeyPlaceBox(work.tasks, messages), KeyPlaceBox(work.tasks, messages)
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi gói tin cậy đầu tiên"))
        self.make = button(_tr("&Thiết lập"), next_step=True)
        self.fingerprint = Fingerprint(_tr("Dấu vân tay của gốc tin cậy"))
        self.print = button(_tr("&In dấu vân tay của gốc…"))
        self.trusted = quiet_label()
        self._lay_out()
        for edit in (self.root_name, self.known_passphrase):
            edit.textChanged.connect(self._offer)
        for each in (self.root_place, self.key_place, self.root_typed, self.key_typed):
            each.changed.connect(self._offer)
        self.folder.chosen.connect(self._offer)
        self.make.clicked.connect(self._make)
        self.print.clicked.connect(self._print)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """The root is made once."""
        known = bool(state.root_fingerprint)
        self.print.setVisible(known)
        self.show_done(state.can_sign)
        self._fields.setVisible(not known)
        self._has_key = state.has_key
        for each in (self.key_place, self.key_typed):
            each.setVisible(not state.has_key)
        self._known_field.setVisible(state.has_key)
        self.fingerprint.show_fingerprint(state.root_fingerprint)
        self.trusted.setText(trust_sentence(state))

    def _lay_out(self) -> None:
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        name = LabelledField(_tr("T&ên gốc tin cậy"), self.root_name, need=Need.REQUIRED)
        self._known_field = LabelledField(_tr("Mật khẩu của &khóa đã tạo"), self.known_passphrase, need=Need.REQUIRED)
        where = LabelledField(_tr("Thư mục ghi gói tin cậy"), self.folder, need=Need.REQUIRED)
        fields.addLayout(row_of(self, name, where, stretch=False))
        fields.addLayout(
            row_of(
                self,
                FormGroup(_tr("Khóa của gốc tin cậy"), self.root_place, self.root_typed),
                FormGroup(_tr("Khóa ký của Sở Tài chính"), self.key_place, self.key_typed, self._known_field),
                stretch=False,
            )
        )
        fields.addLayout(row_of(self, self.make))
        self.column.addWidget(self._fields)
        self.column.addWidget(self.fingerprint)
        self.column.addWidget(self.fingerprint.words)
        self.column.addLayout(row_of(self, self.print))
        self.column.addWidget(self.trusted)

    def _offer(self) -> None:
        root_on, key_on = self.root_place.choice(), self.key_place.choice()
        on_token = self.root_place.on_token.isChecked()
        self.root_typed.setEnabled(not on_token)
        self.root_passphrase.setPlaceholderText(_tr("Gốc trên thẻ: mã PIN sẽ được hỏi") if on_token else "")
        typed = (self.root_name.text().strip(), on_token or self.root_typed.value(), self._key_passphrase())
        placed = root_on is not None and key_on is not None
        self.make.setEnabled(all(typed) and placed and self.folder.path is not None)

    def _key_passphrase(self) -> str:
        return self.known_passphrase.text() if self._has_key else self.key_typed.value()

    def _make(self) -> None:
        folder, root_on, key_on = self.folder.path, self.root_place.choice(), self.key_place.choice()
        typed = (self.root_name.text().strip(), self.root_typed.value(), self._key_passphrase())
        if folder is None or root_on is None or key_on is None:
            return

        def work() -> WrittenPackage:
            return set_up_finance(self._office, *typed, folder, root_on=root_on, key_on=key_on)

        self._work.run(_tr("Thiết lập gốc"), work, self._made)

    def _print(self) -> None:
        making = lambda _progress, target: print_root_fingerprint(self._office, target)  # noqa: E731 - one line of work
        self._work.show_print(_tr("Dấu vân tay của gốc tin cậy"), "dau-van-tay-goc-tin-cay.pdf", making)

    def _made(self, written: WrittenPackage) -> str:
        for each in (self.root_typed, self.key_typed, self.known_passphrase):
            each.clear()
        told = _tr("Đã thiết lập; gói tin cậy đầu tiên là {0}. In dấu vân tay dưới đây cho các đơn vị.")
        return told.replace("{0}", written.path.name)


class IssueStep(StepPanel):
    """Reads a request, compares the fingerprint that was read out, issues."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("2. Cấp chứng thư"),
            _tr(
                "Gọi điện cho đơn vị theo số đã biết, gõ dấu vân tay do đơn vị đọc, bằng số hoặc bằng lời (không cần "
                "gõ dấu); hoặc gõ theo tờ có đóng dấu. Chương trình so với tệp đăng ký."
            ),
        )
        self._office, self._work = office, work
        self.request: EnrolmentRequest | None = None
        self.file = PathChoice.file(messages, _tr("Tệp đăng ký của đơn vị"), _tr("Gói Tinh Giản (*.asice)"))
        self.unit, self.fingerprint = plain_label(), Fingerprint(_tr("Dấu vân tay trong tệp đăng ký"))
        self.typed, self.secret = QLineEdit(), RootSecret(_tr("Mật khẩu của gốc tin &cậy"))
        self.passphrase, self.about = self.secret.edit, quiet_label()
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi gói tin cậy mới"))
        self.rights = RoleChoice()
        self.issue = button(_tr("&Cấp chứng thư"), next_step=True)
        self._lay_out()
        self.file.chosen.connect(self._read)
        self.typed.textChanged.connect(self._offer)
        self.secret.changed.connect(self._offer)
        self.rights.changed.connect(self._offer)
        self.folder.chosen.connect(self._offer)
        self.issue.clicked.connect(self._issue)
        self._show_request(None)

    def show_state(self, state: SigningState) -> None:
        """Certificates need the root."""
        self.setEnabled(state.can_sign)
        self.secret.show_state(state)
        self.pill.setVisible(False)

    def _lay_out(self) -> None:
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        typed = LabelledField(_tr("&Dấu vân tay đơn vị đọc"), self.typed, need=Need.REQUIRED)
        where = LabelledField(_tr("Thư mục ghi gói tin cậy"), self.folder, need=Need.REQUIRED)
        fields.addWidget(self.unit)
        fields.addWidget(self.about)
        fields.addWidget(self.fingerprint)
        fields.addWidget(self.fingerprint.words)
        fields.addWidget(typed)
        fields.addWidget(self.rights)
        fields.addLayout(row_of(self, where, self.secret.field, stretch=False))
        fields.addLayout(row_of(self, self.issue))
        self.column.addWidget(LabelledField(_tr("Tệp đăng ký"), self.file, need=Need.REQUIRED))
        self.column.addWidget(self._fields)

    def _read(self, path: Path) -> None:
        try:
            self._show_request(read_request(self._office, path))
        except Refusal as refusal:
            self._show_request(None)
            self._work.refuse(refusal)

    def _show_request(self, request: EnrolmentRequest | None) -> None:
        self.request = request
        self.typed.clear()
        self._fields.setVisible(request is not None)
        self.unit.setText(shown(f"{request.unit_name} ({request.unit_code})") if request else "")
        self.fingerprint.show_fingerprint(request.fingerprint if request else "")
        self.about.setText(_about(request))
        self.about.setVisible(bool(self.about.text()))
        vouched, foreign = _is_vouched(request), request is not None and request.certificate is not None
        self.typed.setPlaceholderText(_tr("Không bắt buộc khi gia hạn") if vouched else "")
        self.issue.setText(_tr("Nhận &chứng thư này") if foreign else _tr("&Cấp chứng thư"))
        renewed = request.renews if request is not None else None
        self.rights.choose(renewed.roles if renewed else (Role.SUBMIT,))
        self._offer()
        if request is not None:
            self.typed.setFocus()

    def _offer(self) -> None:
        compared = _is_vouched(self.request) or bool(self.typed.text().strip())
        ready = compared and self.secret.given() and bool(self.rights.roles)
        self.issue.setEnabled(ready and self.request is not None and self.folder.path is not None)

    def _issue(self) -> None:
        path, folder = self.file.path, self.folder.path
        secret, roles, typed = self.passphrase.text(), self.rights.roles, self.typed.text()
        if path is None or folder is None:
            return

        def work() -> WrittenPackage:
            return issue(self._office, secret, path, roles, folder, fingerprint=typed)

        self._work.run(_tr("Cấp chứng thư"), work, self._issued)

    def _issued(self, written: WrittenPackage) -> str:
        self.passphrase.clear()
        self._show_request(None)
        return _tr("Đã cấp chứng thư. Gửi đơn vị gói tin cậy {0}.").replace("{0}", written.path.name)


def _is_vouched(request: EnrolmentRequest | None) -> bool:
    return request is not None and request.renews is not None


def _about(request: EnrolmentRequest | None) -> str:
    """Say what is special about a request: who vouches for it, and whose certificate it wants listed."""
    said = []
    if request is not None and request.renews is not None:
        said.append(
            _tr("Gia hạn: khóa đang dùng của đơn vị đã ký xác nhận khóa mới này, không bắt buộc gọi điện đối chiếu.")
        )
    if request is not None and request.certificate is not None:
        words = _tr("Đơn vị đề nghị dùng chứng thư đã có, do {0} cấp; Sở Tài chính nhận chứng thư này, không cấp mới.")
        said.append(words.replace("{0}", issuer_in(request.certificate)))
    return "\n".join(said)
