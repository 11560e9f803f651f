"""A career drawn by month, so that gaps and overlaps are seen."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.careers import Career
from desktop.domain.months import YearMonth
from desktop.ui.widgets.looks import Tone, colour, step, tint
from desktop.ui.widgets.timeline_parts import (
    SpanKind,
    Stretch,
    caption,
    insurance_stretches,
    salary_stretches,
)

_TONES = {
    SpanKind.COUNTED: Tone.ACCENT,
    SpanKind.NOT_COUNTED: Tone.MUTED,
    SpanKind.GAP: Tone.WARNING,
    SpanKind.OVERLAP: Tone.ERROR,
}
_PATTERNS = {SpanKind.GAP: Qt.BrushStyle.BDiagPattern, SpanKind.OVERLAP: Qt.BrushStyle.DiagCrossPattern}


class Timeline(QWidget):
    """Two bars, insurance and salary, over the years; the sum stands above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: tuple[tuple[str, tuple[Stretch, ...]], ...] = ()
        self._caption = ""
        self._leave_month: YearMonth | None = None
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
        empty = not career.insurance and not career.salary
        self._caption = self.tr("Chưa nhập quá trình công tác.") if empty else caption(career, leave_month)
        self.setAccessibleName(". ".join((self._caption, *self._faults())))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the caption, two bars and the years."""
        line = self.fontMetrics().height()
        return QSize(line * 20, line * 5)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the caption, two bars and the years."""
        return QSize(self.fontMetrics().height() * 10, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw caption, bars and years."""
        painter = QPainter(self)
        painter.setPen(colour(Tone.PLAIN, self.palette()))
        painter.drawText(0, self.fontMetrics().ascent(), self._caption)
        if not self._stretches():
            return
        for place, (name, stretches) in enumerate(self._bars):
            self._draw_name(painter, name, place)
            for stretch in stretches:
                self._draw_stretch(painter, stretch, place)
        self._draw_years(painter)
        self._draw_leaving(painter)

    def event(self, event: QEvent) -> bool:
        """Say on hovering what a stretch is."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

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
