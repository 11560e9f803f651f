"""A word in a rounded frame: the state of a person, of a package, of practice."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.looks import Tone, colour, step, tint
from desktop.ui.widgets.marks import mark_icon


class Pill(QWidget):
    """Mark and word in the colour of the tone."""

    def __init__(self, tone: Tone, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone, self._text = tone, ""
        self.show_state(tone, text)

    @property
    def tone(self) -> Tone:
        """The tone shown."""
        return self._tone

    def text(self) -> str:
        """Return the word."""
        return self._text

    def show_state(self, tone: Tone, text: str) -> None:
        """Show another state."""
        self._tone, self._text = tone, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for mark and word."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._text) + step(self, 4)
        mark = metrics.height() if self._has_mark() else 0
        return QSize(words + mark, metrics.height() + step(self, 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the frame, the mark and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        written = colour(self._tone, self.palette())
        painter.setPen(QPen(written, 1))
        painter.setBrush(self._ground())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._draw_words(painter, written)

    def _ground(self) -> QColor:
        plain = self._tone in {Tone.PLAIN, Tone.MUTED}
        return self.palette().color(QPalette.ColorRole.AlternateBase) if plain else tint(self._tone, self.palette())

    def _draw_words(self, painter: QPainter, written: QColor) -> None:
        side = self.fontMetrics().height() if self._has_mark() else 0
        inside = self.rect().adjusted(step(self, 2), 0, -step(self, 2), 0)
        if side:
            mark = mark_icon(self._tone, self.palette())
            painter_box = inside.adjusted(-step(self, 1) // 2, 0, 0, 0)
            painter_box.setWidth(side - step(self, 1) // 2)
            mark.paint(painter, painter_box)
        painter.setPen(written)
        painter.drawText(inside.adjusted(side, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)

    def _has_mark(self) -> bool:
        return self._tone not in {Tone.PLAIN, Tone.MUTED}
