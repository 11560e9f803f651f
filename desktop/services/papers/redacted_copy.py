"""A redacted copy of documents: what is known to be an identity or bank number is hidden, and what somebody marks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.documents.scans.numbers import find_numbers
from desktop.documents.scans.redaction import RedactedPage, write_redacted
from desktop.domain.approvals import Attachment
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


def numbers_to_hide(view: RoundView) -> tuple[str, ...]:
    """Return the identity and bank numbers of everybody in the round who was not withdrawn, each once."""
    people = [each.person for each in view.dossiers if each.state is not DossierState.WITHDRAWN]
    found = (number for each in people for number in (each.citizen_id, each.bank_account))
    return tuple(dict.fromkeys(each for each in found if each.strip()))


def boxes_to_hide(
    office: Office, view: RoundView, files: Sequence[Attachment], report: Callable[[int, int], object]
) -> tuple[HiddenBox, ...]:
    """Return what is known to be hidden in these files: pins of such fields, and such numbers in their text.

    In a scan without text only the pins are known: the rest is marked by hand. Raises Refusal("scan.page_unreadable").
    """
    chosen, numbers = {each.sha256 for each in files}, numbers_to_hide(view)
    boxes = [
        HiddenBox(pin.sha256, pin.page, pin.place, BoxSource.PIN)
        for dossier in view.dossiers
        for pin in dossier.pins
        if pin.field in HIDDEN_FIELDS and pin.sha256 in chosen
    ]
    for done, file in enumerate(files):
        report(done, len(files))
        found = find_numbers(office.store.blobs.path(file.sha256), numbers)
        boxes += [HiddenBox(file.sha256, each.page, each.place, BoxSource.TEXT) for each in found]
    return tuple(dict.fromkeys(boxes))


def write_copy(  # noqa: PLR0913, PLR0917 - what is copied, with what hidden, and where to
    office: Office,
    view: RoundView,
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
    write_redacted(pages, target, numbers=numbers_to_hide(view), report=report)
    return len(pages)
