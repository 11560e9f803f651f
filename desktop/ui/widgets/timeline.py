"""A career drawn by month, so that gaps and overlaps are seen."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.careers import Career
from desktop.domain.months import YearMonth
from desktop.ui.widgets.going_on import go_past
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.looks import Tone, colour, step, tint
from desktop.ui.widgets.timeline_parts import (
    SpanKind,
    Stretch,
    caption,
    insurance_stretches,
    kind_words,
    salary_stretches,
)

_TONES = {
    SpanKind.COUNTED: Tone.ACCENT,
    SpanKind.HAZARDOUS: Tone.ACCENT,
    SpanKind.CASHED: Tone.MUTED,
    SpanKind.NOT_COUNTED: Tone.MUTED,
    SpanKind.GAP: Tone.WARNING,
    SpanKind.OVERLAP: Tone.ERROR,
}
_PATTERNS = {
    SpanKind.GAP: Qt.BrushStyle.BDiagPattern,
    SpanKind.OVERLAP: Qt.BrushStyle.DiagCrossPattern,
    SpanKind.HAZARDOUS: Qt.BrushStyle.VerPattern,
    SpanKind.CASHED: Qt.BrushStyle.HorPattern,
}
_BARS = ("career.insurance", "career.salary")


class Timeline(QWidget):
    """Two bars, insurance and salary, over the years; the sum stands above them, what the patterns mean below.

    Left and Right go from stretch to stretch, Enter and a click to its row in the table.
    """

    row_chosen = Signal(str, int)
    """The dotted field of a table, and the row that was chosen in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: tuple[tuple[str, tuple[Stretch, ...]], ...] = ()
        self._caption = ""
        self._leave_month: YearMonth | None = None
        self._current: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_career(Career())

    @property
    def caption(self) -> str:
        """The sum in words: "377 tháng"."""
        return self._caption

    def show_career(self, career: Career, leave_month: YearMonth | None = None) -> None:
        """Draw this career; a line marks the month of leaving."""
        self._bars = (
            (self.tr("BHXH"), insurance_stretches(career)),
            (self.tr("Lương"), salary_stretches(career)),
        )
        self._leave_month = leave_month
        self._current = None
        empty = not career.insurance and not career.salary
        self._caption = self.tr("Chưa nhập quá trình công tác.") if empty else caption(career, leave_month)
        self.setAccessibleName(". ".join((self._caption, *self._faults())))
        self.setAccessibleDescription(". ".join(self.lines()))
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[str, ...]:
        """Return what is drawn, line by line in words, for those who do not see it."""
        return tuple(f"{name}: {each.words}" for name, stretches in self._bars for each in stretches)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the caption, two bars and the years."""
        line = self.fontMetrics().height()
        return QSize(line * 20, round(line * (5 + 1.2 * len(self._legend_rows(self.width())))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the caption, two bars and the years."""
        return QSize(self.fontMetrics().height() * 10, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw caption, bars and years."""
        painter = QPainter(self)
        painter.setPen(colour(Tone.PLAIN, self.palette()))
        said = self._caption if self._current is None else self.lines()[self._current]
        room = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(0, self.fontMetrics().ascent(), room)
        if not self._stretches():
            return
        for place, (name, stretches) in enumerate(self._bars):
            self._draw_name(painter, name, place)
            for stretch in stretches:
                self._draw_stretch(painter, stretch, place)
        self._draw_years(painter)
        self._draw_leaving(painter)
        self._draw_current(painter)
        self._draw_legend(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the legend the lines that it needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the row of the stretch under the mouse."""
        place = event.position().toPoint()
        found = next((at for at, box in reversed(self._boxes()) if box.contains(place.x(), place.y())), None)
        if found is not None:
            self._choose(found)
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from stretch to stretch, and with Enter to the row; past the drawing where none was walked to."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        order = self._by_month()
        if by is not None and order:
            start = -1 if by > 0 else len(order)
            now = start if self._current is None else order.index(self._current)
            self._choose(order[min(max(now + by, 0), len(order) - 1)])
        elif event.key() in ENTER and self._current is None:
            go_past(self)
        elif event.key() in ENTER:
            self._go()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the stretch that was walked to."""
        self._current = None
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say on hovering what a stretch is."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def _choose(self, at: int) -> None:
        """Make a stretch current: it is framed, said in place of the sum, and told to screen readers."""
        self._current = at
        self.setAccessibleDescription(self.lines()[at])
        self.update()

    def _by_month(self) -> list[int]:
        """Return the stretches in the order in which one walks: bar by bar, from the first month on."""
        first = len(self._bars[0][1])
        stretches = self._stretches()
        return sorted(range(len(stretches)), key=lambda at: (at >= first, stretches[at].months.first.ordinal, at))

    def _go(self) -> None:
        at = self._current or 0
        bar = 0 if at < len(self._bars[0][1]) else 1
        self.row_chosen.emit(_BARS[bar], self._stretches()[at].row)

    def _boxes(self) -> list[tuple[int, QRectF]]:
        """Return where each stretch is drawn, in the order of `_stretches`."""
        boxes = (self._box(each, bar) for bar, (_, stretches) in enumerate(self._bars) for each in stretches)
        return list(enumerate(boxes))

    def words_at(self, across: int, down: int) -> str:
        """Return what is drawn at this place, "" where nothing is."""
        for place, (_, stretches) in enumerate(self._bars):
            for stretch in reversed(stretches):
                if self._box(stretch, place).contains(across, down):
                    return stretch.words
        return ""

    def _stretches(self) -> tuple[Stretch, ...]:
        return tuple(stretch for _, stretches in self._bars for stretch in stretches)

    def _faults(self) -> tuple[str, ...]:
        faulty = {SpanKind.GAP, SpanKind.OVERLAP}
        return tuple(
            f"{name}: {each.words}" for name, stretches in self._bars for each in stretches if each.kind in faulty
        )

    def _draw_name(self, painter: QPainter, name: str, place: int) -> None:
        painter.setPen(colour(Tone.MUTED, self.palette()))
        painter.drawText(QRectF(0, self._top(place), self._left(), self._tall()), Qt.AlignmentFlag.AlignVCenter, name)

    def _draw_stretch(self, painter: QPainter, stretch: Stretch, place: int) -> None:
        tone = _TONES[stretch.kind]
        painter.setPen(QPen(colour(tone, self.palette()), 1))
        painter.setBrush(self._brush(stretch.kind, tone))
        painter.drawRect(self._box(stretch, place))

    def _brush(self, kind: SpanKind, tone: Tone) -> QBrush:
        if kind in _PATTERNS:
            return QBrush(colour(tone, self.palette()), _PATTERNS[kind])
        if kind is SpanKind.NOT_COUNTED:
            return QBrush(Qt.BrushStyle.NoBrush)
        ground = QColor(tint(tone, self.palette()))
        ground.setAlphaF(0.35)
        return QBrush(ground)

    def _draw_current(self, painter: QPainter) -> None:
        if self._current is None:
            return
        painter.setPen(QPen(colour(Tone.ACCENT, self.palette()), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._boxes()[self._current][1].adjusted(-1, -2, 1, 2))

    def _kinds(self) -> list[SpanKind]:
        shown = {stretch.kind for stretch in self._stretches()}
        return [kind for kind in SpanKind if kind in shown]

    def _legend_rows(self, width: int) -> list[list[tuple[SpanKind, int]]]:
        """Return the legend in rows of (kind, how far from the left)."""
        rows: list[list[tuple[SpanKind, int]]] = []
        across = width
        for kind in self._kinds():
            wide = self._swatch() + self.fontMetrics().horizontalAdvance(kind_words(kind)) + step(self, 5)
            if not rows or across + wide > width:
                rows.append([])
                across = 0
            rows[-1].append((kind, across))
            across += wide
        return rows

    def _draw_legend(self, painter: QPainter) -> None:
        tall = self._tall()
        for row, entries in enumerate(self._legend_rows(self.width())):
            top = self._top(len(self._bars) + 1) + round(row * self.fontMetrics().height() * 1.2)
            for kind, across in entries:
                painter.setPen(QPen(colour(_TONES[kind], self.palette()), 1))
                painter.setBrush(self._brush(kind, _TONES[kind]))
                painter.drawRect(QRectF(across, top, self._swatch(), tall))
                painter.setPen(colour(Tone.MUTED, self.palette()))
                after = across + self._swatch() + step(self, 1)
                place = QRectF(after, top, self.width() - after, tall)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, kind_words(kind))

    def _swatch(self) -> int:
        return self.fontMetrics().height() * 2

    def _draw_years(self, painter: QPainter) -> None:
        painter.setPen(colour(Tone.MUTED, self.palette()))
        first, last = self._range()
        every = self._years_between_labels()
        top = self._top(len(self._bars))
        for year in range(first.year, last.year + 1):
            month = YearMonth(year, 1)
            if year % every or month < first:
                continue
            words = str(year)
            wide = self.fontMetrics().horizontalAdvance(words)
            across = min(self._across(month), self.width() - wide)
            painter.drawText(QRectF(across, top, wide + 1, self._tall()), Qt.AlignmentFlag.AlignLeft, words)

    def _draw_leaving(self, painter: QPainter) -> None:
        if self._leave_month is None:
            return
        painter.setPen(QPen(colour(Tone.PLAIN, self.palette()), 2))
        across = round(self._across(self._leave_month))
        painter.drawLine(across, self._top(0), across, self._top(len(self._bars)))

    def _years_between_labels(self) -> int:
        first, last = self._range()
        label = self.fontMetrics().horizontalAdvance("2024") + step(self, 4)
        fitting = max(1, (self.width() - self._left()) // label)
        return next(every for every in (1, 2, 5, 10, 20, 400) if (last.year - first.year + 1) / every <= fitting)

    def _range(self) -> tuple[YearMonth, YearMonth]:
        spans = [stretch.months for stretch in self._stretches()]
        ends = [span.last for span in spans] + ([self._leave_month] if self._leave_month else [])
        return min(span.first for span in spans), max(ends)

    def _across(self, month: YearMonth) -> float:
        first, last = self._range()
        room = self.width() - self._left() - 2
        return self._left() + room * (month - first) / (last - first + 1)

    def _box(self, stretch: Stretch, place: int) -> QRectF:
        start, end = self._across(stretch.months.first), self._across(stretch.months.last + 1)
        return QRectF(start, self._top(place), max(end - start, 2), self._tall())

    def _left(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(name) for name, _ in self._bars) + step(self, 2)

    def _top(self, place: int) -> int:
        line = self.fontMetrics().height()
        return round(line * 1.35) + place * round(line * 1.15)

    def _tall(self) -> int:
        return round(self.fontMetrics().height() * 0.9)
