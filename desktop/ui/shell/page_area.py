"""The place of a page in the window: where the window is smaller than the page can be, the page scrolls.

So the window fits every screen, also one of 1366×768 at 150 %, and nothing on a page is ever squeezed.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.ui.pages_base import Page

_UNWRAPPED = 10_000
"""So wide that nothing wraps."""


class PageArea(QScrollArea):
    """Gives the page all the room there is, and never less than it needs; Qt's own would give it all it would like."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the window."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the page when it needs more room, or less."""
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        wanted = self._least(room.width()).expandedTo(room)
        if wanted.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            wanted = self._least(room.width()).expandedTo(room)
        self.page.resize(wanted)

    def _least(self, width: int) -> QSize:
        """Return the least size of the page in this width: as it would be in any, and what wrapping adds in this one.

        A stack tells for a width the height that it would like, not the one that it needs, so it is not asked alone.
        """
        least, layout = self.page.minimumSizeHint(), self.page.layout()
        if layout is not None and layout.hasHeightForWidth():
            here = layout.minimumHeightForWidth(max(width, least.width()))
            least.setHeight(least.height() + max(0, here - layout.minimumHeightForWidth(_UNWRAPPED)))
        return least
