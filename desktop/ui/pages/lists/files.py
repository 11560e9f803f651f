"""Files that the wizard writes where somebody says: a copy with the faulty cells marked, the empty template."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.documents.lists.report import write_marked_copy
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.lists.import_list import ListPreview
from desktop.services.lists.template import SUGGESTED_NAME, save_template
from desktop.ui.messages import Messages
from desktop.ui.pages.lists.cells_table import sentence_of
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone


class WizardFiles(QObject):
    """Asks where, writes away from the window's thread, says what came of it."""

    said = Signal(object)
    """`Banner`."""

    def __init__(self, tasks: Tasks, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages

    def ask_copy(self, preview: object) -> None:
        """Ask where the copy of a preview's workbook goes."""
        if isinstance(preview, ListPreview):
            self._messages.save_file(
                self.tr("Lưu bản đánh dấu ô lỗi"),
                done=partial(self._save_copy, preview),
                name=f"{preview.path.stem}-o-can-sua.xlsx",
                filters=self.tr("Bảng tính Excel (*.xlsx)"),
            )

    def _save_copy(self, preview: ListPreview, target: Path) -> None:
        def work(_progress: Progress) -> Path:
            return write_marked_copy(preview.path, preview.reading.faults, sentence_of, target)

        title = self.tr("Lưu bản đánh dấu ô lỗi")
        self._tasks.pool(work, title=title, done=self._copied, failed=self._refused, owner=self)

    def _copied(self, target: Path) -> None:
        text = self.tr("Đã lưu {file}: mỗi ô cần sửa được tô màu kèm ghi chú.").format(file=shown(target.name))
        self.said.emit(Banner(text, Tone.OK))

    def ask_template(self) -> None:
        """Ask where the empty template goes."""
        title, filters = self.tr("Lưu mẫu danh sách trống"), self.tr("Bảng tính Excel (*.xlsx)")
        self._messages.save_file(title, done=self._save_template, name=SUGGESTED_NAME, filters=filters)

    def _save_template(self, target: Path) -> None:
        def work(_progress: Progress) -> Path:
            return save_template(target)

        title = self.tr("Lưu mẫu danh sách trống")
        self._tasks.pool(work, title=title, done=self._template_saved, failed=self._refused, owner=self)

    def _template_saved(self, target: Path) -> None:
        text = self.tr("Đã lưu {file}. Điền từng người một dòng rồi nhập lại tệp ở đây.").format(
            file=shown(target.name)
        )
        self.said.emit(Banner(text, Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
