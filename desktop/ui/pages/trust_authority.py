"""The step of Sở Tài chính that adds a government authority, whose certificates are then listed one by one."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage
from desktop.services.keys.authorities import add_authority, authorities, read_authority
from desktop.services.keys.signing_state import SigningState
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, plain_label, quiet_label, row_of
from desktop.ui.pages.root_secret import RootSecret
from desktop.ui.pages.trust_parts import PathChoice, StepPanel
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.widgets.labelled_field import LabelledField, Need


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class AuthorityStep(StepPanel):
    """Takes an authority's certificate once its published fingerprint was typed."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("6. Cơ quan chứng thực khác"),
            _tr(
                "Để nhận chứng thư đơn vị đã có trên thẻ do cơ quan nhà nước cấp. Chỉ chứng thư nào Sở Tài chính nhận "
                "riêng ở bước 2 mới được tin; cơ quan chứng thực không tự thêm được ai."
            ),
        )
        self._office, self._work = office, work
        self.known = quiet_label()
        self.file = PathChoice.file(
            messages, _tr("Tệp chứng thư của cơ quan chứng thực"), _tr("Chứng thư (*.cer *.crt *.pem *.der)")
        )
        self.name, self.typed = plain_label(), QLineEdit()
        self.secret = RootSecret(_tr("Mật khẩu của gốc tin cậy"))
        self.folder = PathChoice.folder(messages, _tr("Thư mục ghi gói tin cậy mới"))
        self.add = button(_tr("Thêm cơ quan chứng thực"))
        self.column.addWidget(self.known)
        self.column.addWidget(LabelledField(_tr("Tệp chứng thư CA"), self.file, need=Need.REQUIRED))
        self.column.addWidget(self.name)
        self.column.addWidget(
            LabelledField(_tr("Dấu vân tay SHA-256 do cơ quan chứng thực công bố"), self.typed, need=Need.REQUIRED)
        )
        where = LabelledField(_tr("Thư mục ghi gói tin cậy"), self.folder, need=Need.REQUIRED)
        self.column.addLayout(row_of(self, where, self.secret.field, stretch=False))
        self.column.addLayout(row_of(self, self.add))
        self.file.chosen.connect(self._read)
        self.folder.chosen.connect(self._offer)
        self.typed.textChanged.connect(self._offer)
        self.secret.changed.connect(self._offer)
        self.add.clicked.connect(self._add)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """Show which are known."""
        self.setEnabled(state.can_sign)
        self.pill.setVisible(False)
        self.secret.show_state(state)
        names = [each.name for each in authorities(self._office)] if state.can_sign else []
        self.known.setText(_tr("Đang tin: {0}.").replace("{0}", "; ".join(names)) if names else "")
        self.known.setVisible(bool(names))
        self._offer()

    def _read(self) -> None:
        path = self.file.path
        if path is None:
            return
        try:
            line = read_authority(path)
        except Refusal as refusal:
            self.file.clear()
            self.name.setText("")
            self._work.refuse(refusal)
        else:
            until = f"{line.ends.astimezone():%d/%m/%Y}"
            self.name.setText(_tr("{0}, dùng đến {1}").replace("{0}", line.name).replace("{1}", until))
        self._offer()

    def _offer(self) -> None:
        self.name.setVisible(bool(self.name.text()))
        ready = self.file.path is not None and self.folder.path is not None and bool(self.typed.text().strip())
        self.add.setEnabled(ready and self.secret.given())

    def _add(self) -> None:
        path, folder, typed, secret = self.file.path, self.folder.path, self.typed.text(), self.secret.text()
        if path is not None and folder is not None:
            self._work.run(
                _tr("Thêm cơ quan chứng thực"),
                lambda: add_authority(self._office, secret, path, typed, folder),
                self._added,
            )

    def _added(self, written: WrittenPackage) -> str:
        self.secret.clear()
        self.typed.clear()
        self.file.clear()
        self.name.setText("")
        return _tr("Đã thêm. Gửi gói tin cậy {0} cho mọi đơn vị.").replace("{0}", written.path.name)
