"""Months side by side: what each would give. One of them is chosen, by keys or with the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.months import YearMonth
from desktop.services.amounts.turning_points import MonthAnswer, Standing
from desktop.ui.widgets.looks import Tone, colour, step, tint

_YEAR = 12
_LOOKS = {
    Standing.GRANTED: (Tone.ACCENT, Qt.BrushStyle.SolidPattern),
    Standing.OPEN: (Tone.WARNING, Qt.BrushStyle.BDiagPattern),
    Standing.NOT_ELIGIBLE: (Tone.MUTED, Qt.BrushStyle.NoBrush),
    Standing.NOT_COVERED: (Tone.MUTED, Qt.BrushStyle.NoBrush),
    Standing.UNDETERMINED: (Tone.MUTED, Qt.BrushStyle.Dense6Pattern),
}


class MonthStrip(QWidget):
    """A bar for each month, as high as its amount; patterns tell open and undetermined apart, not colour alone.

    Left and Right go by a month, Page Up and Page Down by a year, Home and End to the ends.
    """

    month_chosen = Signal(object)
    """`YearMonth`: the person chose another."""

    def __init__(self, words: Callable[[MonthAnswer], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._answers: tuple[MonthAnswer, ...] = ()
        self._chosen: YearMonth | None = None
        self._recorded: YearMonth | None = None
        self._turns: frozenset[YearMonth] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._name()

    @property
    def chosen(self) -> YearMonth | None:
        """The month chosen."""
        return self._chosen

    @property
    def answers(self) -> tuple[MonthAnswer, ...]:
        """The months shown, oldest first."""
        return self._answers

    def show_answers(
        self, answers: tuple[MonthAnswer, ...], recorded: YearMonth | None, turns: frozenset[YearMonth]
    ) -> None:
        """Show these months; `recorded` is the record's own, `turns` are where an answer flips."""
        self._answers, self._recorded, self._turns = answers, recorded, turns
        self._name()
        self.update()

    def choose(self, month: YearMonth | None) -> None:
        """Mark this month; does not count as the person's choice."""
        self._chosen = month
        self._name()
        self.update()

    def answer_of(self, month: YearMonth | None) -> MonthAnswer | None:
        """Return what a month gives, None when it is not shown."""
        return next((each for each in self._answers if each.month == month), None)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the bars and the years."""
        line = self.fontMetrics().height()
        return QSize(line * 18, line * 5)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the bars and the years."""
        return QSize(self.fontMetrics().height() * 10, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from month to month."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -_YEAR,
            Qt.Key.Key_PageDown: _YEAR,
            Qt.Key.Key_Home: -len(self._answers),
            Qt.Key.Key_End: len(self._answers),
        }
        by = steps.get(Qt.Key(event.key()))
        if by is None or not self._answers:
            super().keyPressEvent(event)
        else:
            self._move(by)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the month under the mouse."""
        found = self.month_at(event.position().toPoint())
        if found is not None:
            self._tell(found)

    def event(self, event: QEvent) -> bool:
        """Say on hovering what a month gives."""
        if isinstance(event, QHelpEvent):
            answer = self.answer_of(self.month_at(event.pos()))
            QToolTip.showText(event.globalPos(), self._said(answer) if answer else "", self)
            return True
        return super().event(event)

    def month_at(self, place: QPoint) -> YearMonth | None:
        """Return the month drawn at this place."""
        if not self._answers:
            return None
        at = int(place.x() * len(self._answers) / max(self.width(), 1))
        return self._answers[min(max(at, 0), len(self._answers) - 1)].month

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the bars, the flips, the years, the month chosen."""
        painter = QPainter(self)
        for place, answer in enumerate(self._answers):
            self._draw_bar(painter, place, answer)
        self._draw_years(painter)
        self._draw_marks(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(Tone.ACCENT, self.palette()), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _move(self, by: int) -> None:
        months = [each.month for each in self._answers]
        start = months.index(self._chosen) if self._chosen in months else 0
        self._tell(months[min(max(start + by, 0), len(months) - 1)])

    def _tell(self, month: YearMonth) -> None:
        if month != self._chosen:
            self.choose(month)
            self.month_chosen.emit(month)

    def _name(self) -> None:
        answer = self.answer_of(self._chosen)
        name = self.tr("Các tháng nghỉ có thể thử")
        self.setAccessibleName(f"{name}. {self._said(answer)}" if answer else name)
        self.setAccessibleDescription(self.tr("Phím mũi tên trái, phải đổi tháng; Page Up, Page Down đổi năm."))

    def _said(self, answer: MonthAnswer) -> str:
        return self.tr("Tháng {month}: {words}").format(month=answer.month.shown, words=self._words(answer))

    def _draw_bar(self, painter: QPainter, place: int, answer: MonthAnswer) -> None:
        tone, pattern = _LOOKS[answer.standing]
        box = self._box(place, self._height_of(answer))
        painter.setPen(Qt.PenStyle.NoPen)
        if pattern is Qt.BrushStyle.NoBrush:
            painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), colour(tone, self.palette()))
            return
        if answer.month == self._chosen:
            painter.fillRect(box, colour(tone, self.palette()))
            return
        solid = pattern is Qt.BrushStyle.SolidPattern
        shade = tint(tone, self.palette())
        shade.setAlphaF(0.45)
        painter.fillRect(box, QBrush(shade) if solid else QBrush(colour(tone, self.palette()), pattern))

    def _height_of(self, answer: MonthAnswer) -> float:
        """Return the share of the room: amounts by their size, what has none by half."""
        if answer.standing is not Standing.GRANTED or answer.amount is None:
            return 0.5
        most = max(each.amount or 0 for each in self._answers)
        return 0.15 + 0.85 * answer.amount / most if most else 0.15

    def _draw_years(self, painter: QPainter) -> None:
        painter.setPen(colour(Tone.MUTED, self.palette()))
        floor = self._floor()
        for place, answer in enumerate(self._answers):
            if answer.month.month != 1:
                continue
            across = self._left(place)
            painter.drawLine(round(across), floor, round(across), floor + step(self, 1))
            words = str(answer.month.year)
            if across + self.fontMetrics().horizontalAdvance(words) <= self.width():
                painter.drawText(round(across) + 3, floor + self.fontMetrics().ascent() + 2, words)

    def _draw_marks(self, painter: QPainter) -> None:
        """Draw a notch at each flip, a line at the record's own month, a frame around the one chosen."""
        text = colour(Tone.PLAIN, self.palette())
        for place, answer in enumerate(self._answers):
            if answer.month in self._turns:
                painter.setPen(QPen(text, 1, Qt.PenStyle.DashLine))
                painter.drawLine(round(self._left(place)), 2, round(self._left(place)), self._floor())
            if answer.month == self._recorded:
                painter.fillRect(QRectF(self._left(place), self._floor() + 1, max(self._wide(), 3), 3), text)
            if answer.month == self._chosen:
                painter.setPen(QPen(text, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self._left(place), 2, max(self._wide(), 4), self._floor() - 2))

    def _wide(self) -> float:
        return self.width() / max(len(self._answers), 1)

    def _left(self, place: int) -> float:
        return place * self._wide()

    def _floor(self) -> int:
        return self.height() - self.fontMetrics().height() - step(self, 1)

    def _box(self, place: int, share: float) -> QRectF:
        room = (self._floor() - 4) * share
        return QRectF(self._left(place) + 0.5, self._floor() - room, max(self._wide() - 1, 1), room)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
