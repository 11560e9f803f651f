"""Packages on their way out: the number is reserved before the file has its name, and the package recorded after.

Between the two the program may end. Then the file may be in somebody's hands while the store knows of nothing; so
what was reserved is settled before the next package is numbered, and when the program starts: the file is there, and
the package is recorded; or it is not, and its number is never used again.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from desktop.domain.errors import Refusal
from desktop.domain.registers import Departure, PackageEntry
from desktop.domain.rounds import Direction
from desktop.exchange.container.contents import PackageContents, WrittenPackage
from desktop.exchange.container.digests import CancelCheck, Progress
from desktop.exchange.container.part_file import PART
from desktop.exchange.container.sealed import Seal
from desktop.exchange.signing.signer import Signer
from desktop.services.left_overs import sweep_parts
from desktop.services.office import Office
from desktop.services.sealing import write_addressed
from desktop.services.sent_records import Payload, entry_of_sent, record_sent
from desktop.storage.failures import refusing_disk
from desktop.system.file_lock import FileLock
from desktop.system.marks import mark

_END: Final = 1 << 16
"""So many bytes from both ends: they hold what no two packages share, the encrypted key and the signature."""

PayloadOf = Callable[[PackageEntry], Payload]
"""Gets the register's line of a package."""


@contextmanager
def sending(office: Office) -> Iterator[None]:
    """Let nobody else number packages of this profile meanwhile; what an ended program left is settled first.

    Raises Refusal("departure.busy"), and those of the store.
    """
    with _numbering(office):
        settle(office)
        yield


@contextmanager
def _numbering(office: Office) -> Iterator[None]:
    with refusing_disk(str(office.folder)):
        lock = FileLock(office.folder / "sending.lock")
    try:
        if lock.take() is False:
            raise Refusal("departure.busy")
        yield
    finally:
        lock.release()


def depart(  # noqa: PLR0913 - the last two are options, given by name
    office: Office,
    folder: Path,
    contents: PackageContents,
    signer: Signer,
    seal: Seal | None,
    *,
    payload_of: PayloadOf,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> WrittenPackage:
    """Write a package into the folder and record it as sent with what `payload_of` returns.

    To be called inside `sending`. Raises Refusal("submission.file_exists"), PackageError and what recording raises;
    then neither the file nor any record of it is there.
    """
    sweep_parts(folder, office.identity.unit.code)
    reserved: list[Departure] = []

    def reserve(written: WrittenPackage, part: Path) -> None:
        entry = entry_of_sent(office, contents.kind, contents.sequence, written)
        payload = msgspec.json.encode(payload_of(entry)).decode("utf-8")
        reserved.append(_departure(entry, folder, _imprint(part), payload))
        with office.store.begin() as work:
            work.departures.add(reserved[0])
        mark("departure.reserved")

    try:
        written = write_addressed(
            office, folder, contents, signer, seal, before_naming=reserve, progress=progress, cancelled=cancelled
        )
        mark("departure.in_place")
        _record(office, reserved[0])
    except BaseException:
        for each in reserved:
            _undo(office, each)
        raise
    return written


def settle_at_start(office: Office) -> tuple[str, ...]:
    """Do what `settle` does, unless another program is sending from this profile just now."""
    try:
        with _numbering(office):
            return settle(office)
    except Refusal as refusal:
        if refusal.code != "departure.busy":
            raise
        return ()


def settle(office: Office) -> tuple[str, ...]:
    """Record packages that are in their place, give up those that are not; return the file names of the former.

    One whose folder cannot be reached, such as a stick that is not plugged in, waits.
    """
    with office.store.begin() as work:
        unsettled = work.departures.unsettled()
    return tuple(each.file_name for each in unsettled if _settled(office, each))


def _departure(entry: PackageEntry, folder: Path, imprint: str, payload: str) -> Departure:
    return Departure(
        package_id=entry.package_id,
        kind=entry.kind,
        issuer=entry.issuer,
        sequence=entry.sequence,
        digest=entry.digest,
        file_name=entry.file_name,
        signer=entry.signer,
        reserved_at=entry.first_seen_at,
        folder=str(folder.absolute()),
        imprint=imprint,
        payload=payload,
    )


def _record(office: Office, departure: Departure) -> None:
    entry = PackageEntry(
        package_id=departure.package_id,
        kind=departure.kind,
        issuer=departure.issuer,
        sequence=departure.sequence,
        digest=departure.digest,
        direction=Direction.SENT,
        file_name=departure.file_name,
        first_seen_at=departure.reserved_at,
        signer=departure.signer,
    )
    with office.store.begin() as work:
        work.departures.remove(departure.package_id)
        record_sent(office, work, entry, departure.payload.encode("utf-8"), _place(departure))


def _undo(office: Office, departure: Departure) -> None:
    """Take the file away; when that cannot be known to have worked, its number stays taken."""
    gone = _removed(_place(departure))
    with office.store.begin() as work:
        if gone:
            work.departures.remove(departure.package_id)
        else:
            work.departures.take_back(departure)


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return path.parent.is_dir()


def _settled(office: Office, departure: Departure) -> bool:
    """Tell whether the package is recorded now."""
    path = _place(departure)
    try:
        if not path.parent.is_dir():
            return False
        if departure.payload and _in_place(path, departure.imprint) and _recorded(office, departure):
            return True
        _take_away(path, departure.imprint)
    except OSError:
        return False  # the disk does not answer: next time
    with office.store.begin() as work:
        work.departures.give_up(departure)
        work.audit.append(office.operator, "departure.lost", departure.package_id, {"number": departure.sequence})
    return False


def _recorded(office: Office, departure: Departure) -> bool:
    try:
        _record(office, departure)
    except Refusal as refusal:
        if refusal.code.startswith("store."):
            raise
        return False  # the records went on without it: what lies there is not what is true any more
    with office.store.begin() as work:
        work.audit.append(office.operator, "departure.settled", departure.package_id, {"number": departure.sequence})
    return True


def _in_place(path: Path, imprint: str) -> bool:
    """Tell whether the package is at its place, or was whole and only waited for its name, which it gets now."""
    part = path.with_name(path.name + PART)
    if not path.exists() and part.exists() and _imprint(part) == imprint:
        part.replace(path)
    return path.exists() and _imprint(path) == imprint


def _take_away(path: Path, imprint: str) -> None:
    """Remove the package and what is left of it, but no other file that has come to bear its name."""
    path.with_name(path.name + PART).unlink(missing_ok=True)
    if path.exists() and _imprint(path) == imprint:
        path.unlink()


def _place(departure: Departure) -> Path:
    return Path(departure.folder) / departure.file_name


def _imprint(path: Path) -> str:
    """Return a digest of the file's size, beginning and end."""
    size = path.stat().st_size
    digest = sha256(str(size).encode("ascii"))
    with path.open("rb") as file:
        digest.update(file.read(_END))
        file.seek(max(0, size - _END), os.SEEK_SET)
        digest.update(file.read(_END))
    return digest.hexdigest()
