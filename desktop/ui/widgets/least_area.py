"""What scrolls up and down only where it has less room than it can do with; nothing in it is ever squeezed."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_UNWRAPPED = 10_000
"""So wide that nothing wraps."""
_LEAST_LINES = 8
"""So many lines of the content are to be seen at least."""


class LeastArea(QScrollArea):
    """Gives its content all the room there is, and never less than it needs; Qt's own would give what it would like."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        content.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the content when it needs more room, or less."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of the content and a few lines."""
        wide = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, self.fontMetrics().height() * _LEAST_LINES)

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        if least_size(self._content, room.width()).height() > room.height():
            width = room.width() - self.verticalScrollBar().sizeHint().width()
            room = QSize(width, max(room.height(), least_size(self._content, width).height()))
        self._content.resize(room)


def least_size(content: QWidget, width: int) -> QSize:
    """Return the least size of a widget in this width: as it would be in any, and what wrapping adds in this one.

    A stack tells for a width the height that it would like, not the one that it needs, so it is not asked alone.
    """
    least, layout = content.minimumSizeHint(), content.layout()
    if layout is not None and layout.hasHeightForWidth():
        here = layout.minimumHeightForWidth(max(width, least.width()))
        least.setHeight(least.height() + max(0, here - layout.minimumHeightForWidth(_UNWRAPPED)))
    return least
