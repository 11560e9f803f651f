"""The place of a page in the window: where the window is smaller than the page can be, the page scrolls.

So the window fits every screen, also one of 1366×768 at 150 %, and nothing on a page is ever squeezed.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop.ui.pages_base import Page
from desktop.ui.widgets.least_area import least_size

_SEEN_LINES = 2
"""Of what has the keyboard so much is to be seen at least."""


class PageArea(QScrollArea):
    """Gives the page all the room there is, and never less than it needs; Qt's own would give it all it would like."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._folded = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

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

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what a key or a finding gave the keyboard to; what one pressed is seen already and stays."""
        if now is not None and self._page is not None and self.isVisible() and self._page.isAncestorOf(now):
            QTimer.singleShot(0, now, lambda: self._show_focused(now))  # once it has its place

    def _show_focused(self, widget: QWidget) -> None:
        seen = widget.visibleRegion().boundingRect().height()
        if widget.hasFocus() and seen < min(widget.height(), self.fontMetrics().height() * _SEEN_LINES):
            self.ensureWidgetVisible(widget)

    def _fit(self, page: Page) -> None:
        room = self.maximumViewportSize()
        self._fold(page, room.width())
        wanted = least_size(page, room.width()).expandedTo(room)
        if wanted.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            wanted = least_size(page, room.width()).expandedTo(room)
        page.resize(wanted)

    def _fold(self, page: Page, room: int) -> None:
        """Fold a page that is too wide, as long as it is."""
        narrow = page.unfolded_width() > room
        if narrow is not self._folded:
            self._folded = narrow
            page.fold(narrow=narrow)
