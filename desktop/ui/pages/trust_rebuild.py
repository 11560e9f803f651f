"""Building the unit's data anew from its own packages: a folder, the passphrase, and what came of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QListWidget

from desktop.services.keys.signing_state import SigningState
from desktop.services.office import Office
from desktop.services.recovery.rebuild_unit import Rebuilt, rebuild_unit
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import bring_into_view, button, passphrase_edit, plain_label, row_of
from desktop.ui.pages.trust_parts import PathChoice, StepPanel
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.progress import Progress
from desktop.ui.rebuilt_words import rebuilt_lines, skipped_line
from desktop.ui.widgets.flow_row import FlowRow
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.number_box import NumberBox


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


class RebuildStep(StepPanel):
    """Reads the packages, puts back what is missing, and says what could not be found."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        super().__init__(
            _tr("Dựng lại dữ liệu từ gói đã gửi"),
            _tr(
                "Máy cũ hỏng: gom mọi gói nop-… đã gửi và tra-… đã nhận vào một thư mục. Chương trình kiểm tra chữ ký, "
                "lấy lại đợt, người, văn bản, kết quả; không ghi đè lên gì đang có. Phần chưa gửi thì không có lại."
            ),
        )
        self._office, self._work = office, work
        self.folder = PathChoice.folder(messages, _tr("Thư mục có các gói"))
        self.passphrase = passphrase_edit()
        self.last_sent = NumberBox(0, 9999)
        self.last_sent.setSpecialValueText(_tr("chưa biết"))
        self.rebuild = button(_tr("&Dựng lại"), next_step=True)
        self.result, self.skipped = plain_label(), QListWidget()
        self._lay_out()
        self.folder.chosen.connect(self._offer)
        self.passphrase.textChanged.connect(self._offer)
        self.passphrase.returnPressed.connect(self.rebuild.click)
        self.rebuild.clicked.connect(self._rebuild)
        self._offer()

    def show_state(self, state: SigningState) -> None:
        """The own signature is verified by the trust pack, what is encrypted is opened with the key."""
        self.setEnabled(state.can_sign)
        self.pill.hide()

    def _lay_out(self) -> None:
        where = LabelledField(_tr("Thư mục có các gói"), self.folder, need=Need.REQUIRED)
        secret = LabelledField(_tr("&Mật khẩu của khóa"), self.passphrase, need=Need.REQUIRED)
        hint = _tr("Hỏi Sở Tài chính; để số của gói sau không trùng với gói đã gửi mà ở đây không còn.")
        number = LabelledField(_tr("&Số gói cuối Sở đã nhận"), self.last_sent, help=hint)
        self.column.addLayout(FlowRow(self, where, secret, number))
        self.column.addLayout(row_of(self, self.rebuild))
        self.column.addWidget(self.result)
        self.column.addWidget(self.skipped)
        self.skipped.setWordWrap(True)
        self.skipped.setAccessibleName(_tr("Tệp không dùng được và lý do"))
        self.skipped.setMaximumHeight(self.fontMetrics().height() * 8)
        self.result.hide()
        self.skipped.hide()

    def _offer(self) -> None:
        self.rebuild.setEnabled(self.folder.path is not None and bool(self.passphrase.text()))

    def _rebuild(self) -> None:
        folder, typed, last = self.folder.path, self.passphrase.text(), self.last_sent.value()
        if folder is None:
            return

        def work(progress: Progress) -> Rebuilt:
            return rebuild_unit(
                self._office,
                Path(folder),
                typed,
                last_sent=last,
                report=progress.report,
                cancelled=progress.cancelled,
            )

        self._work.follow(_tr("Dựng lại dữ liệu"), work, self._rebuilt)

    def _rebuilt(self, done: Rebuilt) -> str:
        first, *others = rebuilt_lines(done)
        self.passphrase.clear()
        self.result.setText("\n".join(others))
        self.result.show()
        self.skipped.clear()
        self.skipped.addItems([skipped_line(each) for each in done.skipped])
        self.skipped.setVisible(bool(done.skipped))
        bring_into_view(self.result)
        return first
