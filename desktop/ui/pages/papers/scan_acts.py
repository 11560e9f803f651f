"""What can be done to the scans of the chosen document: edit them, pack them smaller, look at them again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.services.papers.exchange_files import FilesExchanged
from desktop.services.papers.recheck import Rechecked, recheck_scans
from desktop.services.papers.smaller_scans import scan_budget
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.papers.compression import CompressionDialog, in_mb
from desktop.ui.pages.papers.undoing import note_exchange
from desktop.ui.pages.papers.workshop import WorkshopDialog
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.menus import menu_item


class ScanActs(QWidget):
    """Emits `changed` when the round is other than before, `said` with what can be undone."""

    changed = Signal()
    said = Signal(object)
    """`Banner`."""

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._messages = desk, tasks, messages
        self._approval: Approval | None = None
        self.opened: QDialog | None = None
        """The dialog that was opened last."""
        self.edit_button = QPushButton(self.tr("&Sửa bản quét…"))
        self.edit_button.setToolTip(self.tr("Nối, tách, xoay, nắn thẳng, đổi thứ tự trang (Ctrl+E)"))
        self.edit_button.clicked.connect(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step(self, 2))
        row.addWidget(self.edit_button)

    def add_to(self, menu: QMenu) -> None:
        """Offer in the page's menu what concerns the scans of the whole round."""
        self.pack_action = menu_item(menu, self.tr("&Nén bản quét…"), self.pack)
        self.pack_action.setToolTip(self.tr("Dung lượng của gói và bản nén của các bản quét"))
        self.recheck_action = menu_item(menu, self.tr("&Xem lại chất lượng"), self.recheck)
        self.recheck_action.setToolTip(self.tr("Kiểm tra lại mọi tệp của đợt: hỏng, trang trắng, mờ, lộn ngược"))

    def show_document(self, approval: Approval | None) -> None:
        """Work on this document's files."""
        self._approval = approval
        self.edit_button.setEnabled(approval is not None)

    def budget_words(self) -> str:
        """Say how much of what one package may hold is used, "" while there is no scan."""
        view = self._desk.view
        if view is None or not view.attachments:
            return ""
        budget = scan_budget(self._desk.office, view)
        text = self.tr("Gói đang dùng {used} / {limit} MB").format(used=in_mb(budget.used), limit=in_mb(budget.limit))
        return text + self.tr(", lớn hơn một tệp được phép: nén hoặc gửi nhiều phần") if budget.over else text

    def edit(self) -> None:
        """Open the workshop."""
        if self._approval is None:
            return
        shop = WorkshopDialog(self._desk.office, self._approval, self._tasks, self._messages, self.window())
        shop.saved.connect(self._edited)
        shop.resize(self.window().size() * 0.95)
        self.opened = shop
        shop.open()

    def pack(self) -> None:
        """Open the table on which copies are compared."""
        view = self._desk.view
        if view is None or not view.attachments:
            return
        table = CompressionDialog(self._desk.office, view, self._tasks, self.window())
        table.taken.connect(self._packed)
        table.resize(self.window().size() * 0.95)
        self.opened = table
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
        numbers = ", ".join(self._number(each) for each in done.after)
        label = self.tr("sửa bản quét của {number}").format(number=numbers)
        self._tell_exchange(label, text, done, Tone.WARNING if done.pins.lost else Tone.OK)

    def _packed(self, done: FilesExchanged) -> None:
        text = self.tr("Đã thay {files} tệp bằng bản nén. Tệp cũ vẫn được giữ.").format(files=len(done.files))
        self._tell_exchange(self.tr("nén {count} bản quét").format(count=len(done.files)), text, done, Tone.OK)

    def _number(self, approval_id: str) -> str:
        view = self._desk.view
        return view.approvals[approval_id].number if view and approval_id in view.approvals else ""

    def _tell_exchange(self, label: str, text: str, done: FilesExchanged, tone: Tone) -> None:
        step_back = note_exchange(self._desk, label, done)
        self._renew()
        self.said.emit(undo_banner(self._desk, step_back, text, self.said.emit, self._renew, tone))

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
