"""Pages of attached files for the preview, drawn away from the window's thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.documents.scans import render_page
from desktop.domain.errors import Refusal
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.page_preview import Render, RenderedPage


class PreviewRunner:
    """Runs the drawing of a page in the pool; what fails is told to the preview itself."""

    def __init__(self, tasks: Tasks, owner: QObject, title: str) -> None:
        self._tasks = tasks
        self._owner = owner
        self._title = title

    def __call__(
        self,
        work: Callable[[], RenderedPage],
        done: Callable[[RenderedPage], None],
        failed: Callable[[Exception], None],
    ) -> object:
        """Start the drawing."""

        def draw(_progress: Progress) -> RenderedPage:
            return work()

        def refused(refusal: Refusal) -> None:
            failed(refusal)

        return self._tasks.pool(draw, title=self._title, done=done, failed=refused, owner=self._owner)


def drawer(path: Path) -> Render:
    """Return what draws pages (from 0) of the file at `path`."""

    def draw(page: int, width_px: int) -> RenderedPage:
        drawn = render_page(path, page + 1, width_px)
        return RenderedPage(drawn.width, drawn.height, drawn.rgb)

    return draw
