"""The surface on which one page of a paper is shown, scrolled and turned."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desktop.ui.widgets.looks import Tone, colour, tokens_of
from desktop.ui.widgets.page_marks import PageMarks
from desktop.ui.widgets.page_places import seen


class PageCanvas(QAbstractScrollArea):
    """Shows an image `wide` logical pixels wide, turned by quarter turns; a message while there is none."""

    resized = Signal()
    zoom_requested = Signal(int)
    """+1 or -1: the wheel was turned with Ctrl."""
    moved_by_hand = Signal()
    """Somebody scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._message = ""
        self._wide = 0
        self.marks = PageMarks(self)
        self.marks.changed.connect(self._scrolled)
        self.marks.wanted.connect(self.bring_into_view)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.actionTriggered.connect(self.moved_by_hand)

    @property
    def image(self) -> QImage:
        """The page as shown, turned; null while there is none."""
        return self._image

    def show_image(self, image: QImage, wide: int, turns: int) -> None:
        """Show this page `wide` logical pixels wide after `turns` quarter turns clockwise."""
        self._image = image.transformed(QTransform().rotate(90 * turns)) if turns else image
        self._wide, self._message, self.marks.turns = wide, "", turns
        self.setAccessibleDescription("")
        self._measure()

    def show_message(self, message: str) -> None:
        """Say why there is no page."""
        self._image, self._message = QImage(), message
        self.setAccessibleDescription(message)
        self._measure()

    def shown_size(self) -> QSize:
        """Return the page's size on the screen, in logical pixels."""
        if self._image.isNull():
            return QSize()
        return QSize(self._wide, round(self._wide * self._image.height() / self._image.width()))

    def fitting_width(self) -> int:
        """Return the width of a page that fits, in logical pixels: the same whether there is a bar at the side or not.

        Else a page that is too high only without the bar would take the bar away and bring it back for ever.
        """
        return max(self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width(), 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the page or the message on the desk."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens_of(self.palette()).sunken))
        if self._image.isNull():
            painter.setPen(colour(Tone.MUTED, self.palette()))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            margin = self.fontMetrics().height()
            painter.drawText(self.viewport().rect().adjusted(margin, margin, -margin, -margin), flags, self._message)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self._box(), self.palette().color(QPalette.ColorRole.Base))
        painter.drawImage(self._box(), self._image)
        self.marks.box = self._box()
        self.marks.paint(painter, self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that there is another width to fit."""
        super().resizeEvent(event)
        self._measure()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move a place in hand; leave Page Up and Page Down to the pages; else arrows scroll."""
        if self.marks.press_key(event):
            return
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move a place in hand from being taken as shortcuts of the page around."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.marks.takes(event):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose a mark or draw a place."""
        self.marks.box = self._box() if not self._image.isNull() else QRectF()
        if not self.marks.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Draw on, move or size."""
        if not self.marks.drag(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what was drawn."""
        if not self.marks.release():
            super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say in the tooltip what the mark under the mouse is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            label = self.marks.label_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), label, self.viewport())
            return True
        return super().viewportEvent(event)

    def seen_part(self) -> QRectF:
        """Return the part of the turned page that is in sight, in parts of it."""
        size, room = self.shown_size(), self.viewport().size()
        if size.isEmpty():
            return QRectF(0, 0, 1, 1)
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        wide, high = min(room.width(), size.width()), min(room.height(), size.height())
        return QRectF(left / size.width(), top / size.height(), wide / size.width(), high / size.height())

    def go_to_part(self, part: QRectF) -> None:
        """Scroll so that the corner of this part of the turned page (as of `seen_part`) is that of the view."""
        size = self.shown_size()
        self.horizontalScrollBar().setValue(round(part.left() * size.width()))
        self.verticalScrollBar().setValue(round(part.top() * size.height()))

    def bring_into_view(self, place: QRectF) -> None:
        """Scroll as little as is needed to see this part of the unturned page."""
        wanted, sight = seen(place, self.marks.turns), self.seen_part()
        if not sight.contains(wanted):
            self.centre_on(place)

    def centre_on(self, place: QRectF) -> None:
        """Scroll so that the middle of this part of the unturned page is in the middle of what is seen."""
        size, room = self.shown_size(), self.viewport().size()
        middle = seen(place, self.marks.turns).center()
        self.horizontalScrollBar().setValue(round(middle.x() * size.width() - room.width() / 2))
        self.verticalScrollBar().setValue(round(middle.y() * size.height() - room.height() / 2))

    def _box(self) -> QRectF:
        size, room = self.shown_size(), self.viewport().size()
        left = max((room.width() - size.width()) // 2, 0) - self.horizontalScrollBar().value()
        return QRectF(QPoint(left, -self.verticalScrollBar().value()).toPointF(), size.toSizeF())

    def _measure(self) -> None:
        size, room = self.shown_size(), self.viewport().size()
        sides = (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        )
        for bar, whole, sight in sides:
            bar.setRange(0, max(0, whole - sight))
            bar.setPageStep(sight)
            bar.setSingleStep(self.fontMetrics().height() * 3)
        self.viewport().update()

    def _scrolled(self) -> None:
        self.viewport().update()
