"""Pins: what a person read at a place on a scan, tied to the field that it proves (product A7)."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on a page, in parts of its width and height from the top left corner: 0 to 1."""

    left: Fraction
    top: Fraction
    width: Fraction
    height: Fraction


@dataclass(frozen=True, slots=True)
class EvidencePin:
    """A rectangle on a page (from 1) of a file, for a dotted field of a dossier.

    `reads` is what stands there as typed by whoever pinned it, in the stored form of the field ("2024-11-01" for a
    date), "" when only the place was marked.
    """

    dossier_id: str
    field: str
    sha256: str
    page: int
    place: Rectangle
    reads: str = ""
