"""Take an Excel list in from the window: ask for the file, read it, take it in, say what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Refusal
from desktop.services.import_list import ListPreview, ListTakenIn, preview_list, take_in_list
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone


class ListIntake(QObject):
    """Works off the window's thread; the page stays usable."""

    taken_in = Signal()
    said = Signal(object)
    """`Banner`"""
    go = Signal(str, object)

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._messages = desk, tasks, messages

    def ask(self) -> None:
        """Ask for a workbook and take it in; leads home where there is no round yet."""
        if self._desk.round is None:
            self.go.emit("home", None)
            return
        files = self.tr("Bảng tính (*.xlsx *.xlsm *.xls *.ods)")
        self._messages.open_file(self.tr("Nhập danh sách Excel"), done=self._read, filters=files)

    def _read(self, path: Path) -> None:
        def read(progress: Progress) -> ListPreview:
            return preview_list(path, progress=progress.report, cancelled=progress.cancelled)

        self._tasks.pool(read, title=self.tr("Đọc danh sách"), done=self._take_in, failed=self._refused, owner=self)

    def _take_in(self, preview: ListPreview) -> None:
        opened = self._desk.round
        if opened is None:
            return

        def work(progress: Progress) -> ListTakenIn:
            return take_in_list(
                self._desk.office, opened.id, preview, progress=progress.report, cancelled=progress.cancelled
            )

        self._tasks.database(work, title=self.tr("Nhập danh sách"), done=self._done, failed=self._refused, owner=self)

    def _done(self, done: ListTakenIn) -> None:
        self.taken_in.emit()
        text = self.tr("Đã nhập {people} người: {complete} đủ số liệu, {drafts} còn thiếu.").format(
            people=len(done.dossiers), complete=done.complete, drafts=done.drafts
        )
        if done.known:
            text += " " + self.tr("{known} người đã có trong đợt, giữ nguyên.").format(known=len(done.known))
        if done.faults:
            self.said.emit(Banner(text, Tone.WARNING, self.tr("&Xem các ô cần sửa"), self._show_checks))
        else:
            self.said.emit(Banner(text, Tone.OK))

    def _show_checks(self) -> None:
        self.go.emit("checks", None)

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
