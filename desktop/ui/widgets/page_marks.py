"""Marks on a page: shown with their labels, drawn and moved with the mouse or with the arrows."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import load_tokens
from desktop.ui.widgets.page_places import LEAST, Mark, held_inside, in_floats, seen, spanned, unturned

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DONE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STRIDE, _FINE = 0.01, 0.002
_NEW = QSizeF(0.36, 0.03)
"""Of a mark drawn by keyboard: about a line of a table."""
_ON_PAPER = load_tokens(dark=False)
"""Paper is white in the dark too."""
_NEAR = 3.0
_COVER = QColor(Qt.GlobalColor.black)
_GRIP = 9.0
"""Logical pixels around a corner or edge in which one sizes instead of moving."""


class _Doing(Enum):
    NOTHING = auto()
    DRAWING = auto()
    MOVING = auto()
    SIZING = auto()


class PageMarks(QObject):
    """The marks of one page over `box`, which its owner keeps up to date. Places are in parts of the unturned page."""

    drawn = Signal(QRectF)
    """A new place was drawn."""
    moved = Signal(str, QRectF)
    """The mark with this key has another place."""
    chosen = Signal(str)
    """The mark with this key was clicked."""
    changed = Signal()
    """Draw again."""
    wanted = Signal(QRectF)
    """Bring this part of the page into view: the place that is being moved by keyboard."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.box = QRectF()
        self.turns = 0
        self.hides = False
        """Whether marks are painted black over what they mark."""
        self._marks: tuple[Mark, ...] = ()
        self._chosen = ""
        self._may_draw = False
        self._doing = _Doing.NOTHING
        self._from = QPointF()
        self._draft: QRectF | None = None
        self._draft_of = ""
        self._before = QRectF()

    @property
    def drafting(self) -> bool:
        """Whether a place is being drawn or moved and not kept yet."""
        return self._draft is not None

    @property
    def may_draw(self) -> bool:
        """Whether places can be drawn and moved."""
        return self._may_draw

    @property
    def label_of_chosen(self) -> str:
        """What the mark that stands out is, "" where none does."""
        mark = self._mark(self._chosen)
        return mark.label if mark else ""

    def allow_drawing(self, *, allowed: bool) -> None:
        """Let places be drawn and moved, or not."""
        self._may_draw = allowed
        self.give_up()

    def show_marks(self, marks: Sequence[Mark], chosen: str = "") -> None:
        """Show these marks of the page; the one with the key `chosen` stands out."""
        self._marks, self._chosen = tuple(marks), chosen
        self.give_up()

    def start(self, around: QRectF) -> None:
        """Begin a new place by keyboard in the middle of what is seen of the page."""
        middle = around.center()
        size = QSizeF(min(_NEW.width(), around.width()), min(_NEW.height(), around.height()))
        corner = QPointF(middle.x() - size.width() / 2, middle.y() - size.height() / 2)
        self._take_up("", QRectF(corner, size))

    def edit(self, key: str) -> None:
        """Begin to move the mark with this key by keyboard."""
        mark = self._mark(key)
        if mark is not None and self._may_draw:
            self._take_up(key, in_floats(mark.place))

    def give_up(self) -> None:
        """Forget the place that was not kept yet."""
        self._draft, self._draft_of, self._doing = None, "", _Doing.NOTHING
        self.changed.emit()

    def keep(self) -> None:
        """Keep the place as it is."""
        draft, of = self._draft, self._draft_of
        self.give_up()
        if draft is not None:
            self._tell(draft, of)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether this key is for the place in hand."""
        return self._draft is not None and event.key() in {*_ARROWS, *_DONE, Qt.Key.Key_Escape}

    def press_key(self, event: QKeyEvent) -> bool:
        """Take a key while a place is in hand: arrows move, Shift sizes, Ctrl is fine; Enter keeps, Escape gives up."""
        if self._draft is None:
            return False
        if event.key() in _DONE:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in _ARROWS:
            self._shift(_ARROWS[Qt.Key(event.key())], event.modifiers())
        else:
            return False
        return True

    def press(self, event: QMouseEvent) -> bool:
        """Take the mouse down: on a mark it is chosen and, where one may draw, moved; beside, a new one begins."""
        if event.button() is not Qt.MouseButton.LeftButton or self.box.isEmpty():
            return False
        hit = self._at(event.position())
        if hit is not None:
            self._chosen = hit.key
            self.chosen.emit(hit.key)
        if not self._may_draw:
            return hit is not None
        point = self._on_page(event.position())
        if hit is not None and hit.own:
            place = self._seen(in_floats(hit.place))
            self._begin(_Doing.SIZING if self._on_grip(place, event.position()) else _Doing.MOVING, hit.key, place)
        elif hit is None and QRectF(0, 0, 1, 1).contains(point):
            self._begin(_Doing.DRAWING, "", QRectF(point, QSizeF(0, 0)))
        self._from = point
        return True

    def drag(self, event: QMouseEvent) -> bool:
        """Follow the mouse."""
        if self._doing is _Doing.NOTHING:
            return False
        point = self._on_page(event.position())
        by = point - self._from
        place = self._before
        if self._doing is _Doing.DRAWING:
            place = spanned(self._from, point)
        elif self._doing is _Doing.MOVING:
            place = held_inside(place.translated(by))
        else:
            place = spanned(place.topLeft(), place.bottomRight() + by)
        self._draft = unturned(place, self.turns)
        self.changed.emit()
        return True

    def release(self) -> bool:
        """Keep what was drawn or moved; what is too small for a place was a click."""
        if self._doing is _Doing.NOTHING:
            return False
        draft, doing, of = self._draft, self._doing, self._draft_of
        still = draft is None or draft == unturned(self._before, self.turns)
        small = draft is None or min(draft.width(), draft.height()) < LEAST
        self.give_up()
        if draft is not None and not small and (doing is _Doing.DRAWING or not still):
            self._tell(draft, of)
        return True

    def label_at(self, position: QPointF) -> str:
        """Return the label of the mark under the mouse, "" beside all."""
        hit = self._at(position)
        return hit.label if hit else ""

    def paint(self, painter: QPainter, widget: QWidget) -> None:
        """Draw the marks over the page, the chosen one and the one in hand on top."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFontMetricsF(widget.font())
        for mark in sorted(self._marks, key=lambda each: each.key == self._chosen):
            if not self._draft_of or mark.key != self._draft_of:
                self._paint_mark(painter, font, mark)
        if self._draft is not None:
            ink = QColor(_ON_PAPER.accent)
            pen = QPen(ink, 2.5, Qt.PenStyle.DashLine)
            _paint_box(painter, self._screen(self._draft), pen, _thin(ink, 0.18))

    def _paint_mark(self, painter: QPainter, font: QFontMetricsF, mark: Mark) -> None:
        standing_out = mark.key == self._chosen
        ink = QColor(_ON_PAPER.accent if standing_out or mark.own else _ON_PAPER.muted)
        box = self._screen(in_floats(mark.place))
        if self.hides:
            _paint_box(painter, box, QPen(ink if standing_out else QColor(Qt.GlobalColor.black), 3.0), _COVER)
            return
        _paint_box(painter, box, QPen(ink, 3.0 if standing_out else 1.5), _thin(ink, 0.16 if standing_out else 0.07))
        if mark.label and (standing_out or mark.own):
            _paint_label(painter, font, box, ink, mark.label, self.box)

    def _take_up(self, key: str, place: QRectF) -> None:
        self._draft, self._draft_of, self._doing = held_inside(place), key, _Doing.NOTHING
        self.changed.emit()
        self.wanted.emit(self._draft)

    def _shift(self, by: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        assert self._draft is not None  # noqa: S101 - asked before
        stride = _FINE if keys & Qt.KeyboardModifier.ControlModifier else _STRIDE
        x, y = by[0] * stride, by[1] * stride
        place = self._seen(self._draft)
        if keys & Qt.KeyboardModifier.ShiftModifier:
            size = QSizeF(max(place.width() + x, 2 * LEAST), max(place.height() + y, 2 * LEAST))
            place = spanned(place.topLeft(), place.topLeft() + QPointF(size.width(), size.height()))
        else:
            place = place.translated(x, y)
        self._draft = unturned(held_inside(place), self.turns)
        self.changed.emit()
        self.wanted.emit(self._draft)

    def _begin(self, doing: _Doing, key: str, place: QRectF) -> None:
        self._doing, self._draft_of, self._before = doing, key, place
        self._draft = unturned(place, self.turns)

    def _tell(self, place: QRectF, of: str) -> None:
        if of:
            self.moved.emit(of, place)
        else:
            self.drawn.emit(place)

    def _mark(self, key: str) -> Mark | None:
        return next((each for each in self._marks if each.key == key), None)

    def _at(self, position: QPointF) -> Mark | None:
        """Return the mark there: the chosen one before others, a small one before those around it."""
        near = (-_NEAR, -_NEAR, _NEAR, _NEAR)  # a corner is hit from a little outside as well
        under = [each for each in self._marks if self._screen(in_floats(each.place)).adjusted(*near).contains(position)]
        area = {each.key: each.place.width * each.place.height for each in under}
        return min(under, key=lambda each: (each.key != self._chosen, area[each.key]), default=None)

    def _on_grip(self, place: QRectF, position: QPointF) -> bool:
        corner = self._whole(place).bottomRight()
        return abs(corner.x() - position.x()) <= _GRIP and abs(corner.y() - position.y()) <= _GRIP

    def _on_page(self, position: QPointF) -> QPointF:
        """Return where on the page as seen a point of the screen is, in parts."""
        return QPointF(
            (position.x() - self.box.left()) / self.box.width(), (position.y() - self.box.top()) / self.box.height()
        )

    def _seen(self, place: QRectF) -> QRectF:
        return seen(place, self.turns)

    def _screen(self, place: QRectF) -> QRectF:
        return self._whole(self._seen(place))

    def _whole(self, place: QRectF) -> QRectF:
        box = self.box
        return QRectF(
            box.left() + place.left() * box.width(),
            box.top() + place.top() * box.height(),
            place.width() * box.width(),
            place.height() * box.height(),
        )


def _thin(ink: QColor, part: float) -> QColor:
    thin = QColor(ink)
    thin.setAlphaF(part)
    return thin


def _paint_box(painter: QPainter, box: QRectF, pen: QPen, fill: QColor) -> None:
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, 2, 2)


def _paint_label(  # noqa: PLR0913, PLR0917 - what a label is drawn with
    painter: QPainter, font: QFontMetricsF, box: QRectF, ink: QColor, text: str, page: QRectF
) -> None:
    """Write the label on a chip above the box, below it where there is no room above."""
    room = max(page.right() - box.left(), font.averageCharWidth() * 12)
    words = font.elidedText(text, Qt.TextElideMode.ElideRight, room - font.averageCharWidth() * 2)
    size = QSizeF(font.horizontalAdvance(words) + font.averageCharWidth(), font.height())
    top = box.top() - size.height() - 2
    chip = QRectF(QPointF(box.left(), top if top >= page.top() else box.bottom() + 2), size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(chip, 3, 3)
    painter.setPen(QColor(_ON_PAPER.surface))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
