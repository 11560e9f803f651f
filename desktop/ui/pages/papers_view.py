"""The scanned papers of the person looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.documents.scans import render_page
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dates import format_date
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.office import Office
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import word
from desktop.ui.widgets.looks import step
from desktop.ui.widgets.page_preview import PagePreview, RenderedPage


class PapersView(QWidget):
    """One paper at a time; with several files a choice above. Pages are drawn away from the window."""

    def __init__(self, office: Office, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._tasks = office, tasks
        self._files: tuple[Attachment, ...] = ()
        self._caption = ""
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Bản quét"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.preview = PagePreview(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self.choice)
        column.addWidget(self.preview, 1)
        self.choice.currentIndexChanged.connect(self._show_file)
        self.show_papers(None, ())

    def show_papers(self, approval: Approval | None, files: tuple[Attachment, ...]) -> None:
        """Show the approval's files; the same ones again stay at the page they are at."""
        self._caption = _caption(approval)
        if files == self._files and files:
            return
        self._files = files
        self.choice.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.choice.clear()
        self.choice.addItems([shown(each.name) for each in files])
        self.choice.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.choice.setVisible(len(files) > 1)
        self._show_file(0)

    def _show_file(self, place: int) -> None:
        if not 0 <= place < len(self._files):
            self.preview.clear(self.tr("Người này không có bản quét văn bản nào kèm theo."))
            return
        chosen = self._files[place]
        draw = partial(_drawn, self._office, chosen.sha256)
        self.preview.set_source(chosen.pages, draw, shown(self._caption or chosen.name))

    def _run(
        self,
        work: Callable[[], RenderedPage],
        done: Callable[[RenderedPage], None],
        failed: Callable[[Exception], None],
    ) -> object:
        def drawn(_progress: Progress) -> RenderedPage:
            return work()

        def refused(refusal: Refusal) -> None:
            failed(refusal)

        return self._tasks.pool(drawn, title=self.tr("Mở bản quét"), done=done, failed=refused, owner=self)


def _drawn(office: Office, sha256: str, page: int, width_px: int) -> RenderedPage:
    found = render_page(office.store.blobs.path(sha256), page + 1, width_px)
    return RenderedPage(found.width, found.height, found.rgb)


def _caption(approval: Approval | None) -> str:
    if approval is None:
        return ""
    parts = [f"{word(approval.kind)} {approval.number}"]
    parts += [format_date(approval.issued_on)] if approval.issued_on else []
    return " · ".join([*parts, approval.issuer])
