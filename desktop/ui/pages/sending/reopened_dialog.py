"""A package opened to read: what was verified, who signed it, and what it holds. Nothing here changes anything."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop.domain.foreign_text import shown
from desktop.domain.money import Dong, format_dong
from desktop.services.arrivals.open_to_read import OpenedToRead
from desktop.services.arrivals.package_seen import DocumentSeen, PackageSeen, PersonSeen
from desktop.ui.messages import Messages
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.frames import narrow_tabs, plain_label, row_of, scrolled
from desktop.ui.pages.sending.reopened_columns import document_columns, people_columns
from desktop.ui.pages.sending.reopened_files import PackageFiles
from desktop.ui.pages.sending.reopened_origin import PackageOrigin
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone, step, write_as
from desktop.ui.widgets.pill import Pill

T = TypeVar("T")


class PackageDialog(QDialog):
    """What was decrypted to be read is gone when it is closed."""

    def __init__(self, opened: OpenedToRead, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        seen = opened.seen
        self.setWindowTitle(self.tr("Xem gói {0}").format(shown(seen.file_name)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._opened = opened
        self.origin = PackageOrigin(seen)
        self.people = self._table(people_columns(seen), self.tr("Người trong gói"), self.tr("Gói này không ghi tên ai"))
        self.documents = self._documents(seen)
        self.files = PackageFiles(opened, tasks, messages)
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.tabs = self._make_tabs(seen)
        self._lay_out(seen)
        self._fill(self.people, seen.people)
        self.files.told.connect(self._tell)
        self.finished.connect(self._close)

    def _documents(self, seen: PackageSeen) -> RecordTableView[DocumentSeen]:
        model = RecordTableModel(document_columns(seen), identity=lambda each: (each.unit, each.approval.id))
        table: RecordTableView[DocumentSeen] = RecordTableView(model, self.tr("Văn bản trong gói"))
        table.set_empty(EmptyState(self.tr("Gói này không có văn bản nào"), ""))
        self._fill(table, seen.documents)
        return table

    def _table(self, columns: Sequence[Column[PersonSeen]], name: str, empty: str) -> RecordTableView[PersonSeen]:
        model = RecordTableModel(columns, identity=lambda each: each.key)
        table: RecordTableView[PersonSeen] = RecordTableView(model, name)
        table.set_empty(EmptyState(empty, ""))
        return table

    def _fill(self, table: RecordTableView[T], rows: Sequence[T]) -> None:
        table.replace(rows)
        table.fit_columns()
        if rows:
            table.selectRow(0)

    def _make_tabs(self, seen: PackageSeen) -> QTabWidget:
        tabs = QTabWidget()
        tabs.addTab(scrolled(self.origin), self.tr("&Chữ ký, nơi nhận"))
        tabs.addTab(self.people, self.tr("&Người ({0})").format(len(seen.people)))
        tabs.addTab(self.documents, self.tr("&Văn bản ({0})").format(len(seen.documents)))
        tabs.addTab(self.files, self.tr("&Tệp ({0})").format(len(seen.files)))
        tabs.setAccessibleName(self.tr("Nội dung gói"))
        narrow_tabs(tabs)
        return tabs

    def _lay_out(self, seen: PackageSeen) -> None:
        lapsed = seen.signature.lapsed
        verdict = self.tr("Nguyên vẹn, chứng thư nay hết hiệu lực") if lapsed else self.tr("Nguyên vẹn, chữ ký đúng")
        self.verdict = Pill(Tone.WARNING if lapsed else Tone.OK, verdict)
        self.summary = plain_label(self._summary(seen))
        top = row_of(self, self.verdict, stretch=False)
        top.addWidget(self.summary, 1)
        box = QDialogButtonBox()
        box.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        foot = row_of(self, stretch=False)
        foot.addWidget(self.note, 1)
        foot.addWidget(box)
        whole = QVBoxLayout(self)
        whole.setSpacing(step(self, 2))
        whole.addLayout(top)
        whole.addWidget(self.tabs, 1)
        whole.addLayout(foot)

    def _summary(self, seen: PackageSeen) -> str:
        people = self.tr("{0} người").format(len(seen.people))
        total = format_dong(Dong(seen.total)) if seen.total is not None else ""
        only_read = self.tr("chỉ để xem, không nhận gì vào máy")
        return " · ".join(each for each in (shown(seen.signature.name), people, total, only_read) if each)

    def _tell(self, text: str, tone: Tone) -> None:
        self.note.setText(text)
        write_as(self.note, tone)

    def _close(self, *_result: int) -> None:
        self._opened.close()
