"""The step that renews a key whose certificate runs out: one button, with a new key that the old one vouches for."""

from PySide6.QtCore import QCoreApplication

from desktop.exchange.container.contents import WrittenPackage
from desktop.services.keys.renew_key import renew_key
from desktop.services.keys.signing_state import SigningState
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, passphrase_edit, row_of
from desktop.ui.pages.key_place import KeyPlaceBox
from desktop.ui.pages.secret_words import tell_secret
from desktop.ui.pages.trust_parts import PathChoice, StepPanel
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.widgets.labelled_field import LabelledField, Need


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class RenewStep(StepPanel):
    """Makes a new key beside the one in force, and writes the request that both sign."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("Gia hạn chứng thư"),
            _tr(
                "Tạo khóa mới, khóa đang dùng ký xác nhận cho khóa mới nên không phải đọc dấu vân tay. Vẫn ký bằng "
                "khóa cũ cho đến khi nạp gói tin cậy có chứng thư mới; gói cũ vẫn mở được."
            ),
        )
        self._office, self._work = office, work
        self._renewing = False
        self.place = KeyPlaceBox(work.tasks, messages, may_stay=True)
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi tệp đăng ký"))
        self.passphrase = passphrase_edit()
        self.renew = button(_tr("Gia &hạn"), next_step=True)
        where = LabelledField(_tr("Thư mục ghi tệp"), self.folder, need=Need.REQUIRED)
        secret = LabelledField(_tr("Mật khẩu đang dùng"), self.passphrase, need=Need.REQUIRED)
        self.column.addWidget(self.place)
        self.column.addLayout(row_of(self, where, secret, stretch=False))
        self.column.addLayout(row_of(self, self.renew))
        self.place.changed.connect(self._offer)
        self.folder.chosen.connect(self._offer)
        self.passphrase.textChanged.connect(self._offer)
        self.passphrase.returnPressed.connect(self.renew.click)
        self.renew.clicked.connect(self._renew)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """A key that waits for its certificate asks again, unless another place is chosen for yet another."""
        waits = _tr("Khóa mới đã tạo, đan&g chờ chứng thư")
        self.place.stay.setText(waits if state.renewing else _tr("Cù&ng nơi với khóa đang dùng"))
        tell_secret(self.passphrase, state.token)
        self.show_done(done=False, words=_tr("Đang chờ chứng thư") if state.renewing else "")
        self._renewing = state.renewing
        self._offer()

    def _offer(self) -> None:
        again = self._renewing and self.place.stays()
        self.renew.setText(_tr("Ghi lại tệp đăng &ký") if again else _tr("Gia &hạn"))
        placed = self.place.stays() or self.place.choice() is not None
        self.renew.setEnabled(placed and self.folder.path is not None and bool(self.passphrase.text()))

    def _renew(self) -> None:
        folder, secret = self.folder.path, self.passphrase.text()
        where = None if self.place.stays() else self.place.choice()
        if folder is not None:
            self._work.run(_tr("Gia hạn"), lambda: renew_key(self._office, secret, folder, where), self._renewed)

    def _renewed(self, written: WrittenPackage) -> str:
        self.passphrase.clear()
        told = _tr("Đã tạo khóa mới và ghi {0}. Gửi tệp cho Sở Tài chính, rồi nạp gói tin cậy nhận lại.")
        return told.replace("{0}", written.path.name)
