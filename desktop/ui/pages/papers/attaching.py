"""Put files onto the chosen document and take them off again, as steps of the history."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.papers.coming_in import CameIn, take_each
from desktop.services.papers.edit_approval import attach_scan, detach_scan
from desktop.services.papers.held_files import FilesHeld
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.papers.came_together import CameTogether
from desktop.ui.pages.papers.undoing import note_files
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.looks import Tone


class Attaching(QObject):
    """Emits `changed` when the round is other than before, `said` with what became of all files of one act."""

    changed = Signal()
    said = Signal(object)
    """`Banner`, or None to take it away."""

    def __init__(
        self, desk: Desk, tasks: Tasks, parent: QObject | None = None, *, together: CameTogether | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._together = together or CameTogether(desk)

    def attach(self, approval: Approval, paths: Sequence[Path], wrong: Sequence[Path] = ()) -> None:
        """Attach files; `wrong` are those of the same act whose kind is not taken, to be told with the others."""
        office = self._desk.office

        def work(progress: Progress) -> CameIn:
            keep = partial(attach_scan, office, approval.id)
            return take_each(paths, keep, progress.report, progress.cancelled)

        title = self.tr("Gắn bản quét vào {number}").format(number=approval.number)
        self._tasks.database(
            work, title=title, done=partial(self._attached, wrong=wrong), failed=self._refused, owner=self
        )

    def detach(self, approval: Approval, sha256: str, name: str) -> None:
        """Take a file off the document."""
        try:
            bare = detach_scan(self._desk.office, approval.id, sha256)
        except Refusal as refusal:
            self._refused(refusal)
            return
        label = self.tr("gỡ {name} khỏi {number}").format(name=shown(name), number=approval.number)
        step = note_files(self._desk, label, FilesHeld(approval.id, approval.attachments, bare.attachments))
        self._renew()
        text = self.tr("Đã {act}.").format(act=label)
        self.said.emit(undo_banner(self._desk, step, text, self.said.emit, self._renew))

    def _attached(self, came: CameIn, wrong: Sequence[Path]) -> None:
        self._together.tell(came, self.said.emit, self._renew, wrong)

    def _renew(self) -> None:
        self._desk.read()
        self.changed.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
