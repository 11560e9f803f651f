"""A redacted copy of documents: what is known to be an identity or bank number is hidden, and what somebody marks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.documents.scans.numbers import find_numbers, pages_without_text
from desktop.documents.scans.redaction import RedactedPage, write_redacted
from desktop.domain.approvals import Attachment
from desktop.domain.errors import Refusal
from desktop.domain.evidence import Rectangle
from desktop.domain.states import DossierState
from desktop.services.office import Office
from desktop.services.rounds.round_view import RoundView

HIDDEN_FIELDS = frozenset({"person.citizen_id", "person.bank_account"})


class BoxSource(StrEnum):
    """Why a place is hidden."""

    PIN = "pin"
    TEXT = "text"
    """The number stands in the text of the file."""
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class HiddenBox:
    """A place that is hidden on a page (from 1) of a file."""

    sha256: str
    page: int
    place: Rectangle
    source: BoxSource


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found to hide, and the pages that it could not look into: of pictures only pins are known."""

    boxes: tuple[HiddenBox, ...] = ()
    pictures: tuple[tuple[str, int], ...] = ()
    """SHA-256 of the file, page from 1."""
    unread: frozenset[str] = frozenset()
    """SHA-256 of files that could not be opened: no copy is made of them, the others are not held back."""

    def unseen(self, files: Sequence[Attachment], boxes: Iterable[HiddenBox]) -> dict[str, tuple[int, ...]]:
        """Return by file the pages of these files that nobody looked into and that have no box either."""
        hidden = {(each.sha256, each.page) for each in boxes}
        left = [each for each in self.pictures if each not in hidden]
        pages = {file.sha256: tuple(page for sha256, page in left if sha256 == file.sha256) for file in files}
        return {sha256: each for sha256, each in pages.items() if each}


def numbers_to_hide(view: RoundView) -> tuple[str, ...]:
    """Return the identity and bank numbers of everybody in the round who was not withdrawn, each once."""
    people = [each.person for each in view.dossiers if each.state is not DossierState.WITHDRAWN]
    found = (number for each in people for number in (each.citizen_id, each.bank_account))
    return tuple(dict.fromkeys(each for each in found if each.strip()))


def search_files(
    office: Office, view: RoundView, files: Sequence[Attachment], report: Callable[[int, int], object]
) -> Searched:
    """Return what is known to be hidden in these files: pins of such fields, and such numbers in their text.

    In a scan without text only the pins are known: the rest is marked by hand.
    """
    chosen, numbers = {each.sha256 for each in files}, numbers_to_hide(view)
    boxes = [
        HiddenBox(pin.sha256, pin.page, pin.place, BoxSource.PIN)
        for dossier in view.dossiers
        for pin in dossier.pins
        if pin.field in HIDDEN_FIELDS and pin.sha256 in chosen
    ]
    pictures: list[tuple[str, int]] = []
    unread = set()
    for done, file in enumerate(files):
        report(done, len(files))
        path = office.store.blobs.path(file.sha256)
        try:
            found, bare = find_numbers(path, numbers), pages_without_text(path, file.pages)
        except (Refusal, OSError):
            unread.add(file.sha256)
            continue
        boxes += [HiddenBox(file.sha256, each.page, each.place, BoxSource.TEXT) for each in found]
        pictures += [(file.sha256, page) for page in bare]
    return Searched(tuple(dict.fromkeys(boxes)), tuple(pictures), frozenset(unread))


def write_copy(
    office: Office,
    files: Sequence[Attachment],
    boxes: Iterable[HiddenBox],
    target: Path,
    report: Callable[[int, int], object] = lambda _done, _total: None,
) -> int:
    """Write all pages of the files, one after the other, with the boxes; returns how many. The files stay untouched.

    Raises Refusal as `write_redacted`.
    """
    known = tuple(boxes)
    pages = [
        RedactedPage(
            office.store.blobs.path(file.sha256),
            page,
            tuple(each.place for each in known if (each.sha256, each.page) == (file.sha256, page)),
        )
        for file in files
        for page in range(1, file.pages + 1)
    ]
    write_redacted(pages, target, report=report)
    return len(pages)
