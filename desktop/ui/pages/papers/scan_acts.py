"""What can be done to the scans of the chosen document: edit them, pack them smaller, look at them again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.services.papers.exchange_files import FilesExchanged, take_back
from desktop.services.papers.recheck import Rechecked, recheck_scans
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.papers.compression import CompressionDialog
from desktop.ui.pages.papers.workshop import WorkshopDialog
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone, step


class ScanActs(QWidget):
    """Emits `changed` when the round is other than before, `said` with what can be undone."""

    changed = Signal()
    said = Signal(object)
    """`Banner`."""

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._messages = desk, tasks, messages
        self._approval: Approval | None = None
        self.edit_button = QPushButton(self.tr("&Sửa bản quét…"))
        self.edit_button.setToolTip(self.tr("Nối, tách, xoay, nắn thẳng, đổi thứ tự trang (Ctrl+E)"))
        self.pack_button = QPushButton(self.tr("&Nén…"))
        self.pack_button.setToolTip(self.tr("Dung lượng của gói và bản nén của các bản quét"))
        self.recheck_button = QPushButton(self.tr("&Xem lại chất lượng"))
        self.recheck_button.setToolTip(self.tr("Kiểm tra lại mọi tệp của đợt: hỏng, trang trắng, mờ, lộn ngược"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step(self, 2))
        for button, act in (
            (self.edit_button, self.edit),
            (self.pack_button, self.pack),
            (self.recheck_button, self.recheck),
        ):
            button.clicked.connect(act)
            row.addWidget(button)

    def show_document(self, approval: Approval | None) -> None:
        """Work on this document's files."""
        self._approval = approval
        view = self._desk.view
        self.edit_button.setEnabled(approval is not None)
        some = bool(view and view.attachments)
        self.pack_button.setEnabled(some)
        self.recheck_button.setEnabled(some)

    def edit(self) -> None:
        """Open the workshop."""
        if self._approval is None:
            return
        shop = WorkshopDialog(self._desk.office, self._approval, self._tasks, self._messages, self.window())
        shop.saved.connect(self._edited)
        shop.resize(self.window().size() * 0.95)
        shop.open()

    def pack(self) -> None:
        """Open the table on which copies are compared."""
        view = self._desk.view
        if view is None or not view.attachments:
            return
        table = CompressionDialog(self._desk.office, view, self._tasks, self.window())
        table.taken.connect(self._packed)
        table.resize(self.window().size() * 0.95)
        table.open()

    def recheck(self) -> None:
        """Look at every file of the round again."""
        of = self._desk.round
        if of is None:
            return

        def work(progress: Progress) -> Rechecked:
            def report(done: int, total: int, item: str) -> None:
                progress.stop_if_cancelled()
                progress.report(done, total, item)

            return recheck_scans(self._desk.office, of.id, report)

        self._tasks.database(
            work, title=self.tr("Xem lại bản quét"), done=self._rechecked, failed=self._refused, owner=self
        )

    def _edited(self, done: FilesExchanged) -> None:
        pages = sum(each.pages for each in done.files)
        text = self.tr("Đã ghi bản quét mới: {files} tệp, {pages} trang. Tệp cũ vẫn được giữ.")
        text = text.format(files=len(done.files), pages=pages)
        if done.pins.lost:
            text += self.tr(" {count} ghim nằm ở trang đã bỏ hoặc đã nắn: ghim lại.").format(count=done.pins.lost)
        self._tell_exchange(text, done, Tone.WARNING if done.pins.lost else Tone.OK)

    def _packed(self, done: FilesExchanged) -> None:
        text = self.tr("Đã thay {files} tệp bằng bản nén. Tệp cũ vẫn được giữ.").format(files=len(done.files))
        self._tell_exchange(text, done, Tone.OK)

    def _tell_exchange(self, text: str, done: FilesExchanged, tone: Tone) -> None:
        def back() -> None:
            try:
                take_back(self._desk.office, done)
            except Refusal as refusal:
                self._refused(refusal)
            self._renew()

        self._renew()
        self.said.emit(Banner(text, tone, self.tr("&Hoàn tác"), back, undo=True))

    def _rechecked(self, found: Rechecked) -> None:
        self._renew()
        if not found.changed:
            text = self.tr("Đã xem lại {count} tệp: không có gì khác trước.").format(count=found.looked_at)
            self.said.emit(Banner(text, Tone.OK))
            return
        names = ", ".join(each.name for each in found.changed)
        text = self.tr("Đã xem lại {count} tệp; kết quả khác trước: {names}. Xem ở trang Kiểm tra.")
        self.said.emit(Banner(text.format(count=found.looked_at, names=names), Tone.WARNING))

    def _renew(self) -> None:
        self._desk.read()
        self.changed.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
