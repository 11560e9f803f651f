"""The place of a page in the window: where the window is smaller than the page can be, the page scrolls.

So the window fits every screen, also one of 1366×768 at 150 %, and nothing on a page is ever squeezed.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.ui.pages_base import Page

_UNWRAPPED = 10_000
"""So wide that nothing wraps."""


class PageArea(QScrollArea):
    """Gives the page all the room there is, and never less than it needs; Qt's own would give it all it would like."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, page: Page) -> None:
        """Give this page its place; `viewport()` may be its parent already."""
        self._page = page
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the window."""
        super().resizeEvent(event)
        if self._page is not None:
            self._fit(self._page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the page when it needs more room, or less."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self._fit(self._page)
        return super().eventFilter(watched, event)

    def _fit(self, page: Page) -> None:
        room = self.maximumViewportSize()
        wanted = _least(page, room.width()).expandedTo(room)
        if wanted.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            wanted = _least(page, room.width()).expandedTo(room)
        page.resize(wanted)


def _least(page: Page, width: int) -> QSize:
    """Return the least size of the page in this width: as it would be in any, and what wrapping adds in this one.

    A stack tells for a width the height that it would like, not the one that it needs, so it is not asked alone.
    """
    least, layout = page.minimumSizeHint(), page.layout()
    if layout is not None and layout.hasHeightForWidth():
        here = layout.minimumHeightForWidth(max(width, least.width()))
        least.setHeight(least.height() + max(0, here - layout.minimumHeightForWidth(_UNWRAPPED)))
    return least
