"""Two steps of Sở Tài chính: publish the trust pack anew before it runs out, and hand over to a new root."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from desktop.exchange.container.contents import WrittenPackage
from desktop.services.keys.certificates import renew_trust, rotate_root
from desktop.services.keys.signing_state import SigningState
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, plain_label, quiet_label, row_of
from desktop.ui.pages.key_place import KeyPlaceBox
from desktop.ui.pages.new_passphrase import NewPassphrase
from desktop.ui.pages.root_secret import RootSecret
from desktop.ui.pages.trust_parts import PathChoice, StepPanel
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.widgets.labelled_field import LabelledField, Need


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class RenewTrustStep(StepPanel):
    """Publishes the trust pack in force once more, under the next number and with a new date."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("4. Gia hạn gói tin cậy"),
            _tr("Phát lại gói tin cậy với số mới và hạn mới, rồi gửi cho mọi đơn vị trước khi gói cũ hết hạn."),
        )
        self._office, self._work, self._messages = office, work, messages
        self._version = 0
        self.until = quiet_label()
        self.secret = RootSecret(_tr("Mật khẩu của gốc t&in cậy"))
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi gói tin cậy gia hạn"))
        self.renew = button(_tr("&Gia hạn…"))
        where = LabelledField(_tr("Thư mục ghi gói tin cậy"), self.folder, need=Need.REQUIRED)
        self.column.addWidget(self.until)
        self.column.addLayout(row_of(self, where, self.secret.field, stretch=False))
        self.column.addLayout(row_of(self, self.renew))
        self.secret.changed.connect(self._offer)
        self.folder.chosen.connect(self._offer)
        self.renew.clicked.connect(self._ask)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """Show until when the pack in force is good."""
        self.setEnabled(state.can_sign)
        self.pill.setVisible(False)
        self.secret.show_state(state)
        self._version = state.trust_version
        self.until.setVisible(state.next_update is not None)
        if state.next_update is not None:
            until = f"{state.next_update.astimezone():%d/%m/%Y}"
            self.until.setText(_tr("Gói đang dùng: số {0}, hạn {1}.").format(state.trust_version, until))

    def _offer(self) -> None:
        self.renew.setEnabled(self.secret.given() and self.folder.path is not None)

    def _ask(self) -> None:
        told = _tr("Gói số {0} thay gói số {1}. Sau đó gửi gói mới cho mọi đơn vị; gói cũ còn dùng được đến hết hạn.")
        self._messages.confirm(
            _tr("Phát gói tin cậy mới?"),
            told.format(self._version + 1, self._version),
            yes=_tr("Phát gói số {0}").replace("{0}", str(self._version + 1)),
            done=self._renew,
        )

    def _renew(self) -> None:
        folder, secret = self.folder.path, self.secret.text()
        if folder is not None:
            title = _tr("Gia hạn gói tin cậy")
            self._work.run(title, lambda: renew_trust(self._office, secret, folder), self._renewed)

    def _renewed(self, written: WrittenPackage) -> str:
        self.secret.clear()
        return _tr("Đã phát gói tin cậy {0}. Gửi gói này cho mọi đơn vị.").replace("{0}", written.path.name)


class RotateStep(StepPanel):
    """Makes a new root; the old one and the new one sign the trust pack that hands over."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("5. Thay gốc tin cậy"),
            _tr(
                "Khi gốc sắp hết hạn, hoặc đổi người giữ. Gốc cũ ký giới thiệu gốc mới, nên đơn vị chỉ cần nạp gói tin "
                "cậy mới, không phải so lại dấu vân tay; chứng thư đã cấp vẫn dùng được. Khi gốc cũ đã bị lộ thì cách "
                "này không đủ, vì người lấy được nó cũng ký được: cần lập gốc mới và đăng ký lại mọi đơn vị."
            ),
        )
        self._office, self._work, self._messages = office, work, messages
        self.root_name = QLineEdit(_tr("Gốc tin cậy {0}").replace("{0}", office.identity.unit.name))
        self.secret = RootSecret(_tr("Mật khẩu của gốc đan&g dùng"))
        self.place = KeyPlaceBox(work.tasks, messages)
        known = (office.identity.unit.name, office.operator)
        self.typed = NewPassphrase(_tr("&Mật khẩu của gốc mới"), _tr("Nhập &lại mật khẩu mới"), known=known)
        self.new, self.again = self.typed.first, self.typed.again
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi gói tin cậy chuyển gốc"))
        self.rotate = button(_tr("Tha&y gốc…"))
        self._lay_out()
        self.root_name.textChanged.connect(self._offer)
        for part in (self.secret, self.place, self.typed):
            part.changed.connect(self._offer)
        self.folder.chosen.connect(self._offer)
        self.rotate.clicked.connect(self._ask)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """There must be a root to hand over."""
        self.setEnabled(state.can_sign)
        self.secret.show_state(state)
        self.pill.setVisible(False)

    def _lay_out(self) -> None:
        name = LabelledField(_tr("Tê&n gốc mới"), self.root_name, need=Need.REQUIRED)
        where = LabelledField(_tr("Thư mục ghi gói tin cậy"), self.folder, need=Need.REQUIRED)
        self.column.addLayout(row_of(self, name, where, stretch=False))
        self.column.addWidget(plain_label(_tr("Gốc mới để ở đâu")))
        self.column.addWidget(self.place)
        self.column.addWidget(self.typed)
        self.column.addWidget(self.secret.field)
        self.column.addLayout(row_of(self, self.rotate))

    def _offer(self) -> None:
        in_file = self.place.in_file.isChecked()
        self.typed.setVisible(in_file)
        placed = bool(self.typed.value()) if in_file else self.place.choice() is not None
        named = bool(self.root_name.text().strip())
        self.rotate.setEnabled(named and placed and self.secret.given() and self.folder.path is not None)

    def _ask(self) -> None:
        self._messages.confirm(
            _tr("Thay gốc tin cậy?"),
            _tr(
                "Không quay lại gốc cũ được. Sau khi thay: in dấu vân tay mới, cất mật khẩu mới như mật khẩu cũ, gửi "
                "gói tin cậy mới cho mọi đơn vị. Đơn vị đăng ký sau dùng tệp root.pem mới."
            ),
            yes=_tr("Thay gốc tin cậy"),
            done=self._rotate,
        )

    def _rotate(self) -> None:
        folder, name = self.folder.path, self.root_name.text().strip()
        old, new, where = self.secret.text(), self.new.text(), self.place.choice()
        if folder is not None and where is not None:
            self._work.run(
                _tr("Thay gốc tin cậy"),
                lambda: rotate_root(self._office, old, name, new, folder, where=where),
                self._rotated,
            )

    def _rotated(self, written: WrittenPackage) -> str:
        self.secret.clear()
        self.typed.clear()
        told = _tr("Đã thay gốc tin cậy. In dấu vân tay mới ở bước 1; gửi gói {0} cho mọi đơn vị.")
        return told.replace("{0}", written.path.name)
