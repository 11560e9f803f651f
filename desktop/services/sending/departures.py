"""Packages on their way out: a number is reserved before the file has its name, until the package is recorded as sent.

Between the two the program may end. Then the file may be in somebody's hands while the store knows of nothing. The
next program takes the file away where it can, and never gives its number to anything else: a second package under the
same number would look like a forgery.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import uuid4

from desktop.domain.errors import Refusal
from desktop.domain.registers import Departure
from desktop.domain.rounds import Direction
from desktop.exchange.container.contents import BeforeNaming, PackageContents, WrittenPackage
from desktop.exchange.container.part_file import part_file, synced
from desktop.services.office import Office
from desktop.services.recovery.left_overs import sweep_parts
from desktop.services.sending.departure_files import imprint, place_of, removed
from desktop.storage import UnitOfWork
from desktop.system.marks import mark

_ALONG: Final = "along"
"""Stands for the kind of what is no package but goes with one."""


def departing(
    office: Office, folder: Path, contents: PackageContents, write: Callable[[BeforeNaming], WrittenPackage]
) -> WrittenPackage:
    """Let `write` write a package into the folder; its number is reserved before any of its files has a name.

    Whoever calls this says `departed` when the package is recorded, or `take_back`. Raises Refusal("departure.busy")
    when another program gave the number away meanwhile, and what `write` raises; then nothing is there.
    """
    sweep_parts(folder, contents.issuer_unit)
    reserved: list[Departure] = []

    def reserve(written: WrittenPackage, paths: Sequence[Path]) -> None:
        found = [_departure(office, contents, piece, path) for piece, path in zip(written.pieces, paths, strict=True)]
        with office.store.begin() as work:
            last = work.packages.last_sequence(contents.issuer_unit, contents.kind.value, Direction.SENT)
            if last >= contents.sequence:
                raise Refusal("departure.busy")
            for each in found:
                work.departures.add(each)
        reserved.extend(found)
        mark("departure.reserved")

    with _undoing(office, reserved):
        written = write(reserve)
        mark("departure.in_place")
    return written


def send_along(office: Office, source: Path, target: Path) -> WrittenPackage:
    """Copy a file that goes with a package, such as its print; it is there for good once the package is recorded.

    Raises Refusal("submission.file_exists"), FileError.
    """
    if target.exists():
        raise Refusal("submission.file_exists", file=target.name)
    found = Departure(
        package_id=str(uuid4()),
        kind=_ALONG,
        issuer=office.identity.unit.code,
        sequence=0,
        folder=str(target.parent.absolute()),
        file_name=target.name,
        imprint=imprint(source),
        reserved_at=office.stamp(),
    )
    with office.store.begin() as work:
        work.departures.add(found)
    with _undoing(office, [found]), part_file(target) as part, synced(part) as stream:
        stream.write(source.read_bytes())
    return WrittenPackage(target, found.package_id, "")


def departed(work: UnitOfWork, *packages: WrittenPackage) -> None:
    """Say that packages are recorded as sent, in the transaction that records them."""
    for each in packages:
        for piece in each.pieces:
            work.departures.remove(piece.package_id)


@contextmanager
def taking_back(office: Office, *packages: WrittenPackage) -> Iterator[list[WrittenPackage]]:
    """Remove the files of packages that cannot be recorded as sent; more of them can be added to the list."""
    written = list(packages)
    try:
        yield written
    except BaseException:
        ids = {piece.package_id for each in written for piece in each.pieces}
        with office.store.begin() as work:
            found = [each for each in work.departures.unsettled() if each.package_id in ids]
        _undo(office, found)
        raise


@contextmanager
def _undoing(office: Office, reserved: list[Departure]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        _undo(office, reserved)
        raise


def _undo(office: Office, departures: Iterable[Departure]) -> None:
    """Take the files away; a number stays taken when it cannot be known whether its file is gone."""
    gone = [each for each in departures if removed(place_of(each))]
    if gone:
        with office.store.begin() as work:
            for each in gone:
                work.departures.remove(each.package_id)


def _departure(office: Office, contents: PackageContents, piece: WrittenPackage, path: Path) -> Departure:
    return Departure(
        package_id=piece.package_id,
        kind=contents.kind.value,
        issuer=contents.issuer_unit,
        sequence=contents.sequence,
        folder=str(piece.path.parent.absolute()),
        file_name=piece.path.name,
        imprint=imprint(path),
        reserved_at=office.stamp(),
    )
