"""The files of a package: listed, leafed through beside the list, and saved one by one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.documents.scans import count_pages, render_page
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.arrivals.open_to_read import OpenedToRead
from desktop.services.arrivals.package_seen import FileSeen
from desktop.ui.messages import Messages
from desktop.ui.models.records import RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.frames import button, row_of
from desktop.ui.pages.preview_source import PreviewRunner
from desktop.ui.pages.sending.reopened_columns import file_columns
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.page_preview import PagePreview, RenderedPage

_LIST_SHARE, _PAGE_SHARE = 4, 5


class PackageFiles(QWidget):
    """What is shown is taken out of the package for it, its digest checked, and gone with the dialog."""

    told = Signal(str, object)
    """What came of saving, and its `Tone`."""

    def __init__(self, opened: OpenedToRead, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened, self._tasks, self._messages = opened, tasks, messages
        model = RecordTableModel(file_columns(opened.seen), identity=lambda each: each.number)
        self.table: RecordTableView[FileSeen] = RecordTableView(model, self.tr("Các tệp trong gói"))
        self.table.set_empty(EmptyState(self.tr("Gói này không kèm tệp nào"), ""))
        self.preview = PagePreview(PreviewRunner(tasks, self, self.tr("Mở tệp trong gói")))
        self.save_button = button(self.tr("&Lưu tệp…"))
        self._lay_out()
        self.table.current_row_changed.connect(self._show_file)
        self.table.activated_row.connect(self._save)
        self.save_button.clicked.connect(self._save_current)
        self.table.replace(opened.seen.files)
        self.table.fit_columns()
        if opened.seen.files:
            self.table.selectRow(0)
        self._show_file(self.table.current_record())

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(row_of(self, self.save_button))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(0, _LIST_SHARE)
        splitter.setStretchFactor(1, _PAGE_SHARE)
        splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addWidget(splitter)

    def _show_file(self, file: object) -> None:
        self.save_button.setEnabled(isinstance(file, FileSeen))
        if not isinstance(file, FileSeen):
            self.preview.clear()
        elif file.is_package:
            self.preview.clear(
                self.tr("Đây là gói của đơn vị trực thuộc: người và tệp của gói ấy đã có trong các danh sách ở đây.")
            )
        elif file.pages:
            self._leaf_through(file, file.pages)
        else:
            self._count(file)

    def _leaf_through(self, file: FileSeen, pages: int) -> None:
        if file == self.table.current_record():
            self.preview.set_source(pages, partial(_drawn, self._opened, file), shown(file.name))

    def _count(self, file: FileSeen) -> None:
        """Count the pages of a file of which the package says nothing, as of a printed form."""
        self.preview.clear(shown(file.name))

        def work(_progress: Progress) -> int:
            return count_pages(self._opened.page_source(file))

        title, done = self.tr("Mở tệp trong gói"), partial(self._leaf_through, file)
        self._tasks.pool(work, title=title, done=done, failed=self._refused, owner=self)

    def _save_current(self) -> None:
        self._save(self.table.current_record())

    def _save(self, file: object) -> None:
        if isinstance(file, FileSeen):
            name = Path(shown(file.name)).name
            self._messages.save_file(self.tr("Lưu tệp trong gói"), name=name, done=partial(self._write, file))

    def _write(self, file: FileSeen, target: Path) -> None:
        def work(_progress: Progress) -> None:
            self._opened.save(file, target)

        def done(_none: None) -> None:
            self.told.emit(self.tr("Đã lưu {0}.").format(shown(target.name)), Tone.OK)

        title = self.tr("Lưu tệp trong gói")
        self._tasks.pool(work, title=title, done=done, failed=self._refused, owner=self)

    def _refused(self, refusal: Refusal) -> None:
        self.told.emit(refusal_text(refusal), Tone.ERROR)


def _drawn(opened: OpenedToRead, file: FileSeen, page: int, width_px: int) -> RenderedPage:
    found = render_page(opened.page_source(file), page + 1, width_px)
    return RenderedPage(found.width, found.height, found.rgb)
