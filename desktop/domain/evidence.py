"""Pins: what a person read at a place on a scan, tied to the field that it proves (product A7)."""

from dataclasses import dataclass
from fractions import Fraction

from desktop.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on a page, in parts of its width and height from the top left corner: 0 to 1, to a millionth.

    Raises Refusal("pin.outside_page") when it has no size or leaves the page.
    """

    left: Fraction
    top: Fraction
    width: Fraction
    height: Fraction

    def __post_init__(self) -> None:
        if not (_inside(self.left, self.width) and _inside(self.top, self.height)):
            raise Refusal("pin.outside_page")


@dataclass(frozen=True, slots=True)
class EvidencePin:
    """A rectangle on a page (from 1) of a file, for a dotted field of a dossier; the dossier holds its own pins.

    `reads` is what stands there as typed by whoever pinned it, in the stored form of the field ("2024-11-01" for a
    date), "" when only the place was marked.
    """

    dossier_id: str
    field: str
    sha256: str
    page: int
    place: Rectangle
    reads: str = ""


GRAIN = 1_000_000
"""Parts of a page are whole millionths, so that they travel exactly as short decimals."""


def share(part: float) -> Fraction:
    """Return a part of a page as it is kept, 0 to 1: rounded to a millionth, held inside the page."""
    return Fraction(min(max(round(part * GRAIN), 0), GRAIN), GRAIN)


def _inside(start: Fraction, size: Fraction) -> bool:
    grained = GRAIN % start.denominator == 0 and GRAIN % size.denominator == 0
    return grained and start >= 0 and size > 0 and start + size <= 1
