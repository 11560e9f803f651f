"""The marks beside words: one shape per tone, so that they differ without colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF

from desktop.ui.widgets.looks import Tone, colour


def mark_icon(tone: Tone, palette: QPalette, side: int) -> QIcon:
    """Return the mark as an icon."""
    return QIcon(mark_pixmap(tone, palette, side))


def mark_pixmap(tone: Tone, palette: QPalette, side: int, ratio: float = 2.0) -> QPixmap:
    """Return the mark, `side` logical pixels square: a cross in a disc, a triangle, a tick, an i."""
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, tone, QRectF(0, 0, side, side), palette)
    painter.end()
    return drawn


def draw_mark(painter: QPainter, tone: Tone, box: QRectF, palette: QPalette) -> None:
    """Draw the mark of the tone into the square `box`."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tone, palette))
    if tone is Tone.WARNING:
        painter.drawPolygon(QPolygonF([QPointF(8, 1), QPointF(15.5, 15), QPointF(0.5, 15)]))
    else:
        painter.drawEllipse(QRectF(1, 1, 14, 14))
    _draw_sign(painter, tone, palette)
    painter.restore()


def _draw_sign(painter: QPainter, tone: Tone, palette: QPalette) -> None:
    pen = QPen(palette.color(QPalette.ColorRole.Window), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for start, end in _SIGNS.get(tone, ()):
        painter.drawLine(QPointF(*start), QPointF(*end))


_SIGNS = {
    Tone.ERROR: (((5.4, 5.4), (10.6, 10.6)), ((10.6, 5.4), (5.4, 10.6))),
    Tone.WARNING: (((8, 6), (8, 10)), ((8, 12.6), (8, 12.7))),
    Tone.OK: (((4.8, 8.3), (7, 10.6)), ((7, 10.6), (11.2, 5.8))),
    Tone.INFO: (((8, 7.4), (8, 11.4)), ((8, 4.6), (8, 4.7))),
    Tone.ACCENT: (((5, 8), (11, 8)), ((8.4, 5.4), (11, 8)), ((8.4, 10.6), (11, 8))),
}
