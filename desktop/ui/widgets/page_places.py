"""Places on a page: in parts of the page as its file has it, and as they lie on the screen after turning the view."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF

from desktop.domain.evidence import Rectangle, share

LEAST = 0.004
"""A place is not narrower or lower than this part of the page: below it a click was meant, no drawing."""
_WHOLE = QRectF(0, 0, 1, 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that is shown on a page (from 0). `key` tells marks apart; `own` ones can be moved where one may draw."""

    key: str
    page: int
    place: Rectangle
    label: str
    own: bool = True


def seen(place: QRectF, turns: int) -> QRectF:
    """Return where a place lies once the view was turned by quarter turns clockwise; both in parts of the page."""
    for _ in range(turns % 4):
        place = QRectF(1 - place.bottom(), place.left(), place.height(), place.width())
    return place


def unturned(place: QRectF, turns: int) -> QRectF:
    """Return where what lies there in the turned view lies on the page."""
    return seen(place, -turns % 4)


def in_floats(place: Rectangle) -> QRectF:
    """Return the exact place for drawing."""
    return QRectF(float(place.left), float(place.top), float(place.width), float(place.height))


def kept(place: QRectF) -> Rectangle:
    """Return a drawn place as it is kept: inside the page, in whole millionths, never without size."""
    inside = held_inside(place)
    left, top = share(inside.left()), share(inside.top())
    width = min(share(inside.width()), Fraction(1) - left)
    height = min(share(inside.height()), Fraction(1) - top)
    return Rectangle(left, top, width, height)


def held_inside(place: QRectF) -> QRectF:
    """Return the place moved and cut so that it is on the page."""
    width, height = min(max(place.width(), LEAST), 1), min(max(place.height(), LEAST), 1)
    return QRectF(min(max(place.left(), 0), 1 - width), min(max(place.top(), 0), 1 - height), width, height)


def spanned(one: QPointF, other: QPointF) -> QRectF:
    """Return the place between two corners, cut at the edges of the page."""
    return QRectF(one, other).normalized().intersected(_WHOLE)
