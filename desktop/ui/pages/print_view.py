"""A form before it is printed: its pages as they will be, then a file or the system's own viewer."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.documents.forms.files import write_atomically
from desktop.documents.scans import render_print
from desktop.domain.errors import Refusal
from desktop.ui.messages import Messages
from desktop.ui.pages.preview_source import PreviewRunner
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.page_preview import PagePreview, RenderedPage
from desktop.ui.widgets.rooms import Rooms

Making = Callable[[Progress, Path], int]
"""Writes the form to the path and returns how many pages it has; away from the window's thread."""


class PrintView(QWidget):
    """Stands in the place of what it was called from; Escape leads back. Nothing lies about once it is left."""

    closed = Signal()
    said = Signal(object)
    """`Banner`."""

    def __init__(self, tasks: Tasks, messages: Messages, home: Path) -> None:
        super().__init__()
        self._tasks, self._messages = tasks, messages
        self._private = home / "private"
        self._scratch: TemporaryDirectory[str] | None = None
        self._file = Path()
        self._working: Progress | None = None
        self.heading = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.heading.setProperty("role", "title")
        self.preview = PagePreview(PreviewRunner(tasks, self, self.tr("Xem trước bản in")))
        self.back = QPushButton(self.tr("‹ Quay lại"))
        self.save = QPushButton(self.tr("Lưu thành tệp…"))
        self.open = QPushButton(self.tr("Mở để in"))
        self._lay_out()
        self._connect()
        self._offer(ready=False)

    def make(self, title: str, name: str, making: Making) -> None:
        """Write the form and show it; `name` is offered for the file."""
        self._drop()
        self._private.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._scratch = TemporaryDirectory(dir=self._private, ignore_cleanup_errors=True)
        self._file = Path(self._scratch.name) / name
        self.heading.setText(title)
        self.preview.clear(self.tr("Đang lập bản in…"))
        self._offer(ready=False)
        self._working = self._tasks.database(
            partial(_made, making, self._file), title=title, done=self._show, failed=self._refused, owner=self
        )

    def close_view(self) -> None:
        """Stop what is being written, throw the file away, lead back."""
        self._drop()
        self.preview.clear()
        self.closed.emit()

    def _show(self, pages: int) -> None:
        self._working = None
        self.preview.set_source(pages, partial(_drawn, self._file))
        self.preview.setFocus()
        self._offer(ready=True)

    def _offer(self, *, ready: bool) -> None:
        for button in (self.save, self.open):
            button.setEnabled(ready)

    def _drop(self) -> None:
        if self._working is not None:
            self._working.cancel()
            self._working = None
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def _stopped(self, title: str) -> None:
        """Lead back when the person stopped the writing on the strip of tasks."""
        if self._working is not None and title == self.heading.text():
            self.close_view()

    def _ask_where(self) -> None:
        title = self.tr("Lưu bản in")
        self._messages.save_file(title, done=self._save, name=self._file.name, filters=self.tr("Tệp PDF (*.pdf)"))

    def _save(self, target: Path) -> None:
        try:
            write_atomically(target, self._copy)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self.said.emit(Banner(self.tr("Đã lưu {file}.").format(file=target.name), Tone.OK))

    def _copy(self, path: Path) -> None:
        shutil.copyfile(self._file, path)

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file))):
            text = self.tr("Máy này chưa có chương trình mở tệp PDF. Lưu thành tệp rồi in ở máy khác.")
            self.said.emit(Banner(text, Tone.WARNING))

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
        if self._working is not None:
            self.close_view()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.heading, 1)
        top.addWidget(self.save)
        top.addWidget(self.open)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.preview, 1)
        self.open.setToolTip(self.tr("Mở bằng chương trình xem PDF của máy, in từ đó"))
        self.setFocusProxy(self.preview)

    def _connect(self) -> None:
        self._tasks.cancelled.connect(self._stopped)
        self.back.clicked.connect(self.close_view)
        self.save.clicked.connect(self._ask_where)
        self.open.clicked.connect(self._open)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_view)
        keep = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keep.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keep.activated.connect(self.save.click)


class PrintStack(Rooms):
    """The work of a page, and in its place, when asked, a form before it is printed."""

    said = Signal(object)
    """`Banner`."""

    def __init__(self, work: QWidget, tasks: Tasks, messages: Messages, home: Path) -> None:
        super().__init__()
        self._work = work
        self.view = PrintView(tasks, messages, home)
        self.addWidget(work)
        self.addWidget(self.view)
        self.view.closed.connect(self._show_work)
        self.view.said.connect(self.said)

    @property
    def covered(self) -> bool:
        """Whether a form stands in the place of the work."""
        return self.currentWidget() is self.view

    def make(self, title: str, name: str, making: Making) -> None:
        """Write the form and show it in the place of the work."""
        self.setCurrentWidget(self.view)
        self.view.make(title, name, making)

    def _show_work(self) -> None:
        self.setCurrentWidget(self._work)


def _made(making: Making, path: Path, progress: Progress) -> int:
    return making(progress, path)


def _drawn(path: Path, page: int, width_px: int) -> RenderedPage:
    found = render_print(path, page + 1, width_px)
    return RenderedPage(found.width, found.height, found.rgb)
