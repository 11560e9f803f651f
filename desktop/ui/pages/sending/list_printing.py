"""Printing what is signed on paper: the list of those who go, and the register of their documents."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.prints.print_forms import PrintedList
from desktop.services.prints.print_register import print_register
from desktop.services.sending.going_list import print_going_list
from desktop.services.sending.plan_sending import SendingPlan
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone


class ListPrinting(QObject):
    """Asks for a folder, writes PDF and workbook there, and offers to open what is to be printed."""

    said = Signal(object)
    """`Banner`."""

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._messages = desk, tasks, messages

    def ask_list(self, plan: SendingPlan | None) -> None:
        """Print the list of those who would go."""
        if plan is not None:
            office = self._desk.office
            self._ask(self.tr("In danh sách"), lambda folder: print_going_list(office, plan, folder))

    def ask_register(self) -> None:
        """Print the register of the round's documents."""
        view = self._desk.view
        if view is not None:
            office = self._desk.office
            self._ask(self.tr("In bảng kê hồ sơ"), lambda folder: print_register(office, view, folder))

    def _ask(self, title: str, write: Callable[[Path], PrintedList]) -> None:
        self._messages.choose_folder(self.tr("Ghi bản in vào"), done=partial(self._write, title, write))

    def _write(self, title: str, write: Callable[[Path], PrintedList], folder: Path) -> None:
        def work(_progress: Progress) -> PrintedList:
            return write(folder)

        self._tasks.database(work, title=title, done=self._printed, failed=self._refused, owner=self)

    def _printed(self, printed: PrintedList) -> None:
        names = {"pdf": printed.pdf.name, "xlsx": printed.xlsx.name, "folder": shown(str(printed.pdf.parent))}
        act = partial(self._open, printed.pdf)
        self._desk.read()
        self.said.emit(Banner(message("ui.list_written", **names), Tone.OK, self.tr("&Mở để in"), act))

    def _open(self, pdf: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(pdf))):
            text = self.tr("Máy này chưa có chương trình mở tệp PDF. Chép tệp sang máy khác rồi in.")
            self.said.emit(Banner(text, Tone.WARNING))

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
