"""The program's own template of a list, saved where somebody says."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.lists.template import SUGGESTED_NAME, save_template
from desktop.ui.messages import Messages
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone


class TemplateSaving(QObject):
    """Asks where, writes away from the window's thread, says what came of it."""

    said = Signal(object)
    """`Banner`."""

    def __init__(self, tasks: Tasks, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._messages = tasks, messages

    def ask(self) -> None:
        """Ask where the template goes."""
        filters = self.tr("Bảng tính Excel (*.xlsx)")
        self._messages.save_file(self.tr("Lưu mẫu danh sách"), done=self._save, name=SUGGESTED_NAME, filters=filters)

    def _save(self, target: Path) -> None:
        work = partial(_saved, target)
        title = self.tr("Lưu mẫu danh sách")
        self._tasks.pool(work, title=title, done=self._done, failed=self._refused, owner=self)

    def _done(self, saved: Path) -> None:
        text = self.tr("Đã lưu mẫu danh sách {file}. Mở bằng Excel, ghi mỗi người một dòng rồi nhập lại ở đây.")
        self.said.emit(Banner(text.format(file=shown(saved.name)), Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))


def _saved(target: Path, _progress: Progress) -> Path:
    return save_template(target)
