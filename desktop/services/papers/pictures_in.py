"""Scans that are made here, not chosen as files: a pasted picture, paper in the scanner; named by the moment."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from desktop.domain.approvals import Attachment
from desktop.domain.errors import Refusal
from desktop.services.office import Office
from desktop.services.papers.edit_approval import ScanAttached, attach_scan
from desktop.services.papers.scan_inbox import take_new_scan
from desktop.services.papers.scanners import Scanner
from desktop.services.recovery.left_overs import leave_private, private_folder, private_place

Kept = ScanAttached | Attachment


def paste_picture(office: Office, approval_id: str, write: Callable[[Path], bool]) -> Kept:
    """Attach a pasted picture to a document, or let it wait for one when `approval_id` is "".

    `write` puts it as PNG at a path. Raises Refusal("scans.nothing_pasted") and those of attaching.
    """
    with private_place(office.folder) as place:
        path = place / f"Anh dan {_moment(office.now())}.png"
        if not write(path):
            raise Refusal("scans.nothing_pasted")
        return _keep(office, approval_id, path)


def scan_paper(office: Office, scanner: Scanner, cancelled: Callable[[], bool] = lambda: False) -> tuple[Path, ...]:
    """Scan what lies in the scanner; touches no store, so that nothing waits for the scanner.

    What it returns is for `keep_scanned`, which takes the files away. Raises Refusal of the scanner.
    """
    place = private_folder(office.folder)
    try:
        pages = scanner.scan(place, cancelled)
        named = (f"Quet {_moment(office.now())} {number}" for number in range(1, len(pages) + 1))
        scanned = tuple(each.rename(place / f"{name}{each.suffix}") for each, name in zip(pages, named, strict=True))
    except BaseException:
        leave_private(place)
        raise
    if scanned and not cancelled():
        return scanned
    leave_private(place)
    return ()


def keep_scanned(office: Office, approval_id: str, pages: Sequence[Path]) -> tuple[Kept, ...]:
    """Attach each scanned page, or let it wait when `approval_id` is ""; raises Refusal of attaching."""
    try:
        return tuple(_keep(office, approval_id, each) for each in pages)
    finally:
        for place in {each.parent for each in pages}:
            leave_private(place)


def _keep(office: Office, approval_id: str, path: Path) -> Kept:
    if approval_id:
        return attach_scan(office, approval_id, path)
    taken = take_new_scan(office, path)
    if taken is None:
        raise Refusal("scans.taken_before", name=path.name)
    return taken


def _moment(now: datetime) -> str:
    return f"{now.astimezone():%Y-%m-%d %H.%M.%S}"
