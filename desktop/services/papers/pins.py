"""Pins of people: places on pages that prove a field. They follow a file that another one takes the place of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.evidence import EvidencePin, Rectangle
from desktop.domain.states import EDITABLE
from desktop.services.office import Office
from desktop.services.papers.links import PapersChanged
from desktop.services.rounds.round_view import RoundView
from desktop.storage import UnitOfWork


def put_pin(office: Office, pin: EvidencePin, instead_of: EvidencePin | None = None) -> PapersChanged:
    """Keep a pin of its person, in the place of another one when it was moved or read; the same twice is one.

    Raises Refusal: record.not_found, record.not_editable.
    """
    with office.store.begin() as work:
        before = work.dossiers.need(pin.dossier_id)
        others = [each for each in before.pins if each not in {pin, instead_of}]
        place = before.pins.index(instead_of) if instead_of in before.pins else len(others)
        return _saved(office, work, before, (*others[:place], pin, *others[place:]))


def remove_pin(office: Office, pin: EvidencePin) -> PapersChanged:
    """Take a pin of its person away; raises as `put_pin`."""
    with office.store.begin() as work:
        before = work.dossiers.need(pin.dossier_id)
        return _saved(office, work, before, tuple(each for each in before.pins if each != pin))


@dataclass(frozen=True, slots=True)
class PageNow:
    """Where a page went: the file, its page there (from 1), and how many quarter turns clockwise it was given."""

    sha256: str
    page: int
    turns: int = 0


@dataclass(frozen=True, slots=True)
class PinsFollowed:
    """Pins that went along with their pages, and those whose page is not in the new file: to be drawn again."""

    moved: int = 0
    lost: int = 0


def follow_pages(work: UnitOfWork, round_id: str, sha256: str, pages: Mapping[int, PageNow]) -> PinsFollowed:
    """Let the pins on pages of this file go where its pages went, inside the unit of work that exchanges the file.

    `pages` tells of each page (from 1) where it is now. A pin whose page is not told of, because the page was taken
    out, cut or straightened by other than quarter turns, stays on the old file: it is shown as one to be drawn again
    and is not sent, so that it never points to another place without a word. People who were sent keep theirs, so does
    whoever has the old file by another document.
    """
    moved = lost = 0
    documents = {each.id: each for each in work.approvals.of_round(round_id)}
    for dossier in work.dossiers.of_round(round_id):
        mine = [each for each in dossier.pins if each.sha256 == sha256]
        if not mine or dossier.state not in EDITABLE or _holds(dossier, documents, sha256):
            continue
        pins = tuple(_followed(each, pages) if each.sha256 == sha256 else each for each in dossier.pins)
        lost += sum(each.page not in pages for each in mine)
        moved += sum(each.page in pages for each in mine)
        if pins != dossier.pins:
            work.dossiers.save(replace(dossier, pins=pins))
    return PinsFollowed(moved, lost)


def turned(place: Rectangle, turns: int) -> Rectangle:
    """Return the place on a page that was given so many quarter turns clockwise."""
    left, top, width, height = place.left, place.top, place.width, place.height
    for _ in range(turns % 4):
        left, top, width, height = Fraction(1) - top - height, left, height, width
    return Rectangle(left, top, width, height)


def standing_pins(dossier: Dossier, documents: Iterable[Approval]) -> tuple[EvidencePin, ...]:
    """Return the pins on files of these documents; the others are loose."""
    files = {sha256 for each in documents for sha256 in each.attachments}
    return tuple(each for each in dossier.pins if each.sha256 in files)


def documents_of(view: RoundView, dossier: Dossier) -> tuple[Approval, ...]:
    """Return the person's documents: the one that they rest on first, then their other papers."""
    ids = dict.fromkeys((dossier.approval_id or "", *dossier.papers))
    return tuple(view.approvals[each] for each in ids if each in view.approvals)


def loose_pins(view: RoundView, dossier: Dossier) -> tuple[EvidencePin, ...]:
    """Return the pins on files that are no longer among the person's papers: to be drawn again."""
    standing = standing_pins(dossier, documents_of(view, dossier))
    return tuple(each for each in dossier.pins if each not in standing)


def as_sent(view: RoundView, dossier: Dossier) -> Dossier:
    """Return the dossier as it goes into a package: without loose pins, for their files do not go along."""
    standing = standing_pins(dossier, documents_of(view, dossier))
    return dossier if standing == dossier.pins else replace(dossier, pins=standing)


def _holds(dossier: Dossier, documents: Mapping[str, Approval], sha256: str) -> bool:
    """Whether a document of the person still has the file."""
    ids = (dossier.approval_id or "", *dossier.papers)
    return any(sha256 in documents[each].attachments for each in ids if each in documents)


def _followed(pin: EvidencePin, pages: Mapping[int, PageNow]) -> EvidencePin:
    now = pages.get(pin.page)
    if now is None:
        return pin
    return replace(pin, sha256=now.sha256, page=now.page, place=turned(pin.place, now.turns))


def _saved(office: Office, work: UnitOfWork, before: Dossier, pins: tuple[EvidencePin, ...]) -> PapersChanged:
    if pins == before.pins:
        return PapersChanged((), ())
    after = work.dossiers.save(replace(before, pins=pins))
    work.audit.append(office.operator, "dossier.pinned", after.id, {"pins": len(pins)})
    return PapersChanged((before,), (after,))
