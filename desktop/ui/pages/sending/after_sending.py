"""After a package was written: what it is, where it lies, and what to do with it now."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.domain.money import format_dong
from desktop.services.sending.export_submission import Sent
from desktop.ui.pages.frames import Panel, button, heading, plain_label, quiet_label, row_of
from desktop.ui.written_words import written_name


class AfterSending(Panel):
    """Hidden until something was sent; stays until the window closes or the next package is written."""

    to_results = Signal()
    to_read = Signal(object)
    """The path of the package: somebody wants to see what was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Đã ký và ghi gói"))
        self.folder: Path | None = None
        self._package = Path()
        self.what, self.where, self.steps = plain_label(), quiet_label(), plain_label()
        self.open_button = button(self.tr("Mở t&hư mục"))
        self.results_button = button(self.tr("Tới trang Kết &quả"))
        self.column.addWidget(heading(self.tr("Đã ký, ghi và đọc lại gói")))
        for each in (self.what, self.where, self.steps):
            self.column.addWidget(each)
        self.read_button = button(self.tr("&Xem gói vừa ghi…"))
        self.column.addLayout(row_of(self, self.open_button, self.read_button, self.results_button))
        self.open_button.clicked.connect(self.open_folder)
        self.results_button.clicked.connect(self.to_results)
        self.read_button.clicked.connect(lambda: self.to_read.emit(self._package))
        self.hide()

    def show_sent(self, sent: Sent) -> None:
        """Say what was written and what comes next."""
        submission, package = sent.submission, sent.package
        self.folder, self._package = package.path.parent, package.path
        told = self.tr("{file}: gói số {number}, {people} người, {total}.")
        self.what.setText(
            told.format(
                file=written_name(package),
                number=submission.sequence,
                people=submission.people,
                total=format_dong(submission.total),
            )
        )
        self.where.setText(self.tr("Nằm ở {0}").format(self.folder))
        self.steps.setText(
            self.tr(
                "1. Chép gói vào USB hoặc đính kèm thư gửi nơi nhận; không đổi tên, không nén lại.\n"
                "2. Nơi nhận gửi lại phiếu tiếp nhận, sau đó là gói kết quả: mở ở trang Kết quả.\n"
                "3. Chưa thấy phiếu tiếp nhận sau vài ngày thì gọi nơi nhận và đọc số gói."
            )
        )
        self.show()
        self.open_button.setFocus()

    def open_folder(self) -> bool:
        """Show the folder in the system's own window; tell whether that could be asked."""
        return self.folder is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
