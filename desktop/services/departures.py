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
from uuid import uuid4

import msgspec

from desktop.domain.errors import Refusal
from desktop.domain.registers import Departure, PackageEntry
from desktop.domain.rounds import Direction
from desktop.exchange.container.contents import BeforeNaming, PackageContents, WrittenPackage
from desktop.exchange.container.digests import CancelCheck, Progress
from desktop.exchange.container.part_file import PART
from desktop.exchange.container.sealed import Seal
from desktop.exchange.kinds import PackageKind
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


class Going:
    """Packages that go together: each is written with `write`; recorded, they all are when the block ends well."""

    def __init__(self, office: Office, together: int) -> None:
        self._office, self._together, self._group = office, together, str(uuid4())
        self._reserved: list[Departure] = []

    def write(
        self, kind: PackageKind, sequence: int, payload_of: PayloadOf, writing: Callable[[BeforeNaming], WrittenPackage]
    ) -> WrittenPackage:
        """Let `writing` write a package, and reserve its number before it has its name; raises what that raises."""

        def reserve(written: WrittenPackage, part: Path) -> None:
            entry = entry_of_sent(self._office, kind, sequence, written)
            departure = self._departure(entry, written.path.parent, _imprint(part), payload_of(entry))
            self._reserved.append(departure)
            with self._office.store.begin() as work:
                work.departures.add(departure)
            mark("departure.reserved")

        written = writing(reserve)
        mark("departure.in_place")
        return written

    def record(self) -> None:
        """Record all packages as sent; raises what recording raises."""
        _record(self._office, tuple(self._reserved))

    def undo(self) -> None:
        """Take all files away; a number stays taken when it cannot be known whether its file is gone."""
        gone = {each.package_id for each in self._reserved if _removed(_place(each))}
        with self._office.store.begin() as work:
            for each in self._reserved:
                if each.package_id in gone:
                    work.departures.remove(each.package_id)
                else:
                    work.departures.take_back(each)

    def _departure(self, entry: PackageEntry, folder: Path, imprint: str, payload: Payload) -> Departure:
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
            payload=msgspec.json.encode(payload).decode("utf-8"),
            group=self._group,
            together=self._together,
        )


@contextmanager
def departing(office: Office, folder: Path, together: int = 1) -> Iterator[Going]:
    """Let so many packages be written into the folder and be recorded as sent together, or not be there at all.

    To be used inside `sending`. Raises what recording raises.
    """
    sweep_parts(folder, office.identity.unit.code)
    going = Going(office, together)
    try:
        yield going
        going.record()
    except BaseException:
        going.undo()
        raise


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
    """Write one package into the folder and record it as sent with what `payload_of` returns.

    To be called inside `sending`. Raises Refusal("submission.file_exists"), PackageError and what recording raises;
    then neither the file nor any record of it is there.
    """

    def writing(before_naming: BeforeNaming) -> WrittenPackage:
        return write_addressed(
            office, folder, contents, signer, seal, before_naming=before_naming, progress=progress, cancelled=cancelled
        )

    with departing(office, folder) as going:
        return going.write(contents.kind, contents.sequence, payload_of, writing)


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
    groups: dict[str, list[Departure]] = {}
    with office.store.begin() as work:
        for each in work.departures.unsettled():
            groups.setdefault(each.group, []).append(each)
    settled = [group for group in groups.values() if _settled(office, tuple(group))]
    return tuple(each.file_name for group in settled for each in group)


def _record(office: Office, group: tuple[Departure, ...]) -> None:
    with office.store.begin() as work:
        for each in group:
            work.departures.remove(each.package_id)
            record_sent(office, work, _entry(each), each.payload.encode("utf-8"), _place(each))


def _entry(departure: Departure) -> PackageEntry:
    return PackageEntry(
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


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return path.parent.is_dir()


def _settled(office: Office, group: tuple[Departure, ...]) -> bool:
    """Tell whether the packages are recorded now."""
    try:
        if not all(_place(each).parent.is_dir() for each in group):
            return False
        if _whole(group) and _recorded(office, group):
            return True
        for each in group:
            _take_away(_place(each), each.imprint)
    except OSError:
        return False  # the disk does not answer: next time
    _give_up(office, group)
    return False


def _whole(group: tuple[Departure, ...]) -> bool:
    if len(group) < group[0].together or not all(each.payload for each in group):
        return False
    return all(_in_place(_place(each), each.imprint) for each in group)


def _recorded(office: Office, group: tuple[Departure, ...]) -> bool:
    try:
        _record(office, group)
    except Refusal as refusal:
        if refusal.code.startswith("store."):
            raise
        return False  # the records went on without it: what lies there is not what is true any more
    _log(office, "departure.settled", group)
    return True


def _give_up(office: Office, group: tuple[Departure, ...]) -> None:
    with office.store.begin() as work:
        for each in group:
            work.departures.give_up(each)
    _log(office, "departure.lost", group)


def _log(office: Office, action: str, group: tuple[Departure, ...]) -> None:
    with office.store.begin() as work:
        for each in group:
            work.audit.append(office.operator, action, each.package_id, {"number": each.sequence})


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
