"""Small pictures of pages, drawn one after the other off the window's thread and kept."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.documents.scans.page_work import PageTake, draw_page
from desktop.domain.errors import Refusal
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks

_KEPT = 400
"""Pictures of 300 pages of the longest file, and of what is added to it."""


class Thumbnails(QObject):
    """Ask for what is seen; `drawn` tells of each page as it is ready. A page that cannot be drawn stays empty."""

    drawn = Signal(object)
    """`PageTake`."""

    def __init__(self, tasks: Tasks, width_px: int, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._width = tasks, width_px
        self._known: OrderedDict[PageTake, QPixmap] = OrderedDict()
        self._waiting: list[PageTake] = []
        self._busy = False

    def of(self, take: PageTake) -> QPixmap | None:
        """Return the picture, None while it is not drawn."""
        if take in self._known:
            self._known.move_to_end(take)
        return self._known.get(take)

    def want(self, takes: Iterable[PageTake]) -> None:
        """Have these drawn, and nothing else any more."""
        self._waiting = [take for take in dict.fromkeys(takes) if take not in self._known]
        self._draw_next()

    def _draw_next(self) -> None:
        if self._busy or not self._waiting:
            return
        take = self._waiting.pop(0)
        self._busy = True

        def work(_progress: Progress) -> tuple[PageTake, QImage]:
            return take, _drawn(take, self._width)

        def failed(_refusal: Refusal) -> None:
            self._keep((take, QImage()))

        self._tasks.pool(work, title=self.tr("Vẽ trang thu nhỏ"), done=self._keep, failed=failed, owner=self)

    def _keep(self, found: tuple[PageTake, QImage]) -> None:
        take, image = found
        self._known[take] = QPixmap.fromImage(image)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self._busy = False
        self.drawn.emit(take)
        self._draw_next()


def _drawn(take: PageTake, width: int) -> QImage:
    picture = draw_page(take, width)
    data = picture.tobytes()
    return QImage(data, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888).copy()
