"""The files of packages that depart: told by their bytes, and taken away when nothing came of the package."""

from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop.domain.errors import Param
from desktop.domain.registers import Departure
from desktop.exchange.container.part_file import PART
from desktop.storage import Store

_END: Final = 1 << 16
"""So many bytes from both ends: they hold what no two packages share, the encrypted key and the signature."""


def settle(store: Store, author: str) -> None:
    """Settle what programs left that were ended while a package departed; not while another may be at it.

    The files are taken away. One whose folder cannot be reached, such as a stick that is not plugged in, waits.
    """
    with store.begin() as work:
        unsettled = work.departures.unsettled()
    for each in unsettled:
        found = _taken_away(each)
        if found is not None:
            _note(store, author, each, found)


def place_of(departure: Departure) -> Path:
    """Return where the file goes."""
    return Path(departure.folder) / departure.file_name


def imprint(path: Path) -> str:
    """Return a digest of the file's size, beginning and end."""
    size = path.stat().st_size
    digest = sha256(str(size).encode("ascii"))
    with path.open("rb") as file:
        digest.update(file.read(_END))
        file.seek(max(0, size - _END))
        digest.update(file.read(_END))
    return digest.hexdigest()


def removed(path: Path) -> bool:
    """Remove a file; tell whether it is surely gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return path.parent.is_dir()


class _Found(StrEnum):
    """What there was of a package: bytes without their name, which nobody can have; its file; or nothing."""

    HALF = "half"
    WHOLE = "taken_back"
    NOTHING = "lost"


def _note(store: Store, author: str, departure: Departure, found: _Found) -> None:
    with store.begin() as work:
        if found is _Found.HALF:
            work.departures.remove(departure.package_id)
        else:
            work.departures.give_up(departure)
        detail: dict[str, Param] = {"number": departure.sequence, "file": departure.file_name}
        work.audit.append(author, f"departure.{found}", departure.package_id, detail)


def _taken_away(departure: Departure) -> _Found | None:
    """Remove the package, but no other file that has come to bear its name; None when the disk does not answer."""
    path = place_of(departure)
    part = path.with_name(path.name + PART)
    try:
        if not path.parent.is_dir():
            return None
        if path.exists() and imprint(path) == departure.imprint:
            path.unlink()
            return _Found.WHOLE
        if part.exists() and imprint(part) == departure.imprint:
            part.unlink()
            return _Found.HALF
    except OSError:
        return None
    return _Found.NOTHING
