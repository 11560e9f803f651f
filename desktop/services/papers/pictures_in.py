"""Scans that are made here, not chosen as files: a pasted picture, paper in the scanner; named by the moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.services.office import Office
from desktop.services.papers.coming_in import CameIn, Kept, TurnedAway, take_each
from desktop.services.papers.edit_approval import attach_scan
from desktop.services.papers.scan_inbox import take_chosen
from desktop.services.papers.scanners import Scanner
from desktop.services.recovery.left_overs import leave_private, private_folder, private_place
from desktop.storage.failures import refusing_disk

ASIDE = "quet-chua-nhan"
"""The folder beside the store in which scanned pages lie that were refused; people are told its name."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """Pages that came out of the scanner, and why no more did: it broke off, or somebody stopped it."""

    pages: tuple[Path, ...] = ()
    failed: Refusal | None = None
    stopped: bool = False


def paste_picture(office: Office, approval_id: str, write: Callable[[Path], bool]) -> Kept:
    """Attach a pasted picture to a document, or let it wait for one when `approval_id` is "".

    `write` puts it as PNG at a path. Raises Refusal("scans.nothing_pasted") and those of attaching.
    """
    with private_place(office.folder) as place:
        path = place / f"Anh dan {_moment(office.now())}.png"
        if not write(path):
            raise Refusal("scans.nothing_pasted")
        return _keep(office, approval_id, path)


def scan_paper(office: Office, scanner: Scanner, cancelled: Callable[[], bool] = lambda: False) -> Scanned:
    """Scan what lies in the scanner; touches no store, so that nothing waits for the scanner.

    What it returns is for `keep_scanned`, which takes the files away. A scanner that breaks off, or is stopped, leaves
    the pages that it had scanned. Raises Refusal of the scanner where it broke off before the first.
    """
    place = private_folder(office.folder)
    try:
        pages, failed = _scanned(scanner, place, cancelled)
        named = (f"Quet {_moment(office.now())} {number}" for number in range(1, len(pages) + 1))
        scanned = tuple(each.rename(place / f"{name}{each.suffix}") for each, name in zip(pages, named, strict=True))
    except BaseException:
        leave_private(place)
        raise
    if not scanned:
        leave_private(place)
    return Scanned(scanned, failed, stopped=cancelled())


def _scanned(scanner: Scanner, place: Path, cancelled: Callable[[], bool]) -> tuple[tuple[Path, ...], Refusal | None]:
    try:
        return scanner.scan(place, cancelled), None
    except Refusal as refusal:
        there = tuple(sorted(each for each in place.iterdir() if each.stat().st_size > 0))
        if not there:
            raise
        broke_off = refusal.code == "scanner.failed"
        return there, Refusal("scanner.broke_off", reason=refusal.params["reason"]) if broke_off else refusal


def keep_scanned(office: Office, approval_id: str, scanned: Scanned) -> CameIn:
    """Attach each scanned page, or let it wait when `approval_id` is "" or that document is gone.

    Where somebody stopped the scanner, its pages wait: whether they belong to the document, only people know.
    A page that is refused is put into a folder of its own beside the store, for it is the only one there is.
    """
    left = list(scanned.pages)
    document = "" if scanned.stopped else approval_id

    def keep(page: Path) -> Kept:
        kept = _keep(office, document, page)
        left.remove(page)
        return kept

    try:
        came = take_each(scanned.pages, keep)
    finally:
        aside = _put_aside(office, left)
        for place in {each.parent for each in scanned.pages}:
            leave_private(place)
    broke_off = (TurnedAway("", scanned.failed),) if scanned.failed else ()
    return replace(came, refused=(*came.refused, *broke_off), put_aside=aside, stopped=scanned.stopped)


def _put_aside(office: Office, pages: Sequence[Path]) -> Path | None:
    """Put pages where they stay; raises Refusal of the store."""
    if not pages:
        return None
    place = office.folder / ASIDE
    with refusing_disk(str(place)):
        place.mkdir(mode=0o700, exist_ok=True)
        for page in pages:
            page.replace(_free(place / page.name))
    return place


def _free(target: Path) -> Path:
    """Return the path, with a number where there is such a file: two scans may fall into one second."""
    names = (target.with_stem(f"{target.stem} ({number})") for number in count(2))
    return target if not target.exists() else next(each for each in names if not each.exists())


def _keep(office: Office, approval_id: str, path: Path) -> Kept:
    if approval_id:
        try:
            return attach_scan(office, approval_id, path)
        except Refusal as refusal:
            if refusal.code != "record.not_found":
                raise
    return take_chosen(office, path)


def _moment(now: datetime) -> str:
    return f"{now.astimezone():%Y-%m-%d %H.%M.%S}"
