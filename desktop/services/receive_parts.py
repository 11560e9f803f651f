"""Taking in what arrives in one file or in several: parts wait until all are here, then count as one package."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from desktop.domain.errors import Refusal
from desktop.domain.registers import HeldPackage
from desktop.exchange.container.digests import CancelCheck, Progress, stage
from desktop.exchange.container.envelope import common_digest
from desktop.exchange.container.joining import join, missing_parts
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.errors import StructureError
from desktop.exchange.kinds import PackageKind
from desktop.services import receive_decision, receive_package
from desktop.services.exchange_settings import refuse_plain
from desktop.services.held_files import drop_files, held_path, hold_file
from desktop.services.office import Mode, Office
from desktop.services.receive_decision import DecisionReceived
from desktop.services.receive_package import Received, register_number
from desktop.services.sealing import is_sealed, opened_any
from desktop.storage import UnitOfWork

Taken = TypeVar("Taken")


@dataclass(frozen=True, slots=True)
class PartHeld:
    """A part is here, and nothing of its package counts yet; what it waits for is in `missing`.

    `already` tells that it was here before and nothing changed; with nothing missing, its package was taken in.
    """

    issuer: str
    sequence: int
    file_name: str
    number: int
    parts: int
    missing: tuple[int, ...]
    already: bool


@dataclass(frozen=True, slots=True)
class Entrance(Generic[Taken]):
    """What an office receives: the kind, who receives it, and how a verified package is taken in."""

    kind: PackageKind
    mode: Mode
    take_in: Callable[[Office, VerifiedPackage], Taken]
    may_be_refused_plain: bool = False


SUBMISSIONS: Entrance[Received] = Entrance(
    PackageKind.SUBMISSION, Mode.FINANCE, receive_package.take_in, may_be_refused_plain=True
)
DECISIONS: Entrance[DecisionReceived] = Entrance(PackageKind.DECISION, Mode.UNIT, receive_decision.take_in)


def receive(  # noqa: PLR0913 - all but office, entrance and path are options
    office: Office,
    entrance: Entrance[Taken],
    path: Path,
    passphrase: str = "",
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> Taken | PartHeld:
    """Take in a package, or a part of one; the part that completes a set brings all of it in, in one transaction.

    Raises Refusal: receive.not_here, package.plain_refused, package.part_differs, package.replay_differs,
    package.stale, and what taking in raises. When it raises nothing has changed, but that a part which completed its
    set is held with the others: receiving any of them again tries once more.
    """
    if office.identity.mode is not entrance.mode:
        raise Refusal("receive.not_here")
    if entrance.may_be_refused_plain:
        refuse_plain(office, path, sealed=is_sealed(path))
    arrival = opened_any(
        office,
        path,
        passphrase,
        kind=entrance.kind,
        recipient=office.identity.unit.code,
        progress=progress,
        cancelled=cancelled,
    )
    with arrival as found:
        if isinstance(found, VerifiedPackage):
            return entrance.take_in(office, found)
        held = _hold(office, path, found)
    if held.missing or _was_joined(office, found):
        return held
    return _join(office, entrance, found, passphrase, progress=progress, cancelled=cancelled)


def waiting_parts(work: UnitOfWork, issuer: str, set_id: str) -> tuple[HeldPackage, ...]:
    """Return the parts of an issuer's set that are held, by number; another issuer's under its id are none of it."""
    return tuple(each for each in work.held.of_set(set_id) if each.issuer == issuer)


def _was_joined(office: Office, part: VerifiedPart) -> bool:
    with office.store.begin() as work:
        return work.packages.get(part.envelope.package_id) is not None


def _hold(office: Office, path: Path, part: VerifiedPart) -> PartHeld:
    """Keep a part with the others of its set."""
    with office.store.begin() as work:
        joined = register_number(work, part) is not None
        before = () if joined else waiting_parts(work, part.envelope.issuer.unit_code, part.part.set_id)
        differs = not joined and _differs(work, part, before)
        if differs:
            work.audit.append(office.operator, "package.alarm", part.envelope.package_id, {"digest": part.digest})
    if differs:
        number, parts = part.part.n, part.part.of
        raise StructureError("package.part_differs", file=path.name, number=number, parts=parts)
    if joined:
        return _told(path, part, (), already=True)
    row = hold_file(office, path, part)
    with office.store.begin() as work:
        already = work.held.get(row.package_id) is not None
        if not already:
            work.held.add(row)
            work.audit.append(office.operator, "part.held", row.set_id, {"part": row.part, "parts": row.parts})
        here = waiting_parts(work, row.issuer, row.set_id)
    return _told(path, part, missing_parts((each.part for each in here), row.parts), already=already)


def _differs(work: UnitOfWork, part: VerifiedPart, before: tuple[HeldPackage, ...]) -> bool:
    """Tell whether the part contradicts what is held: of its set, under its id, or under its package's number."""
    envelope, common = part.envelope, common_digest(part.envelope)
    known = work.held.get(envelope.package_id)
    if known is not None and known.digest != part.digest:
        return True
    if any(each.common != common or (each.part == part.part.n and each.digest != part.digest) for each in before):
        return True
    rest = work.held.of_issuer(envelope.issuer.unit_code, envelope.kind.value)
    return any(each.sequence == envelope.sequence and each.set_id != part.part.set_id for each in rest)


def _told(path: Path, part: VerifiedPart, missing: tuple[int, ...], *, already: bool) -> PartHeld:
    envelope = part.envelope
    return PartHeld(
        issuer=part.signer.common_name,
        sequence=envelope.sequence,
        file_name=path.name,
        number=part.part.n,
        parts=part.part.of,
        missing=missing,
        already=already,
    )


def _join(  # noqa: PLR0913 - the last two are options, given by name
    office: Office,
    entrance: Entrance[Taken],
    part: VerifiedPart,
    passphrase: str,
    *,
    progress: Progress | None,
    cancelled: CancelCheck | None,
) -> Taken:
    """Verify all parts of the set again, and take them in as one package."""
    with office.store.begin() as work:
        rows = waiting_parts(work, part.envelope.issuer.unit_code, part.part.set_id)
    with ExitStack() as stack:
        parts = []
        for done, row in enumerate(rows):
            arrival = opened_any(
                office,
                held_path(office, row),
                passphrase,
                kind=entrance.kind,
                recipient=office.identity.unit.code,
                progress=stage(progress, done, done + 1, len(rows)),
                cancelled=cancelled,
            )
            parts.append(_same(row, stack.enter_context(arrival)))
        taken = entrance.take_in(office, join(parts))
    _drop(office, rows)
    return taken


def _same(row: HeldPackage, found: VerifiedPackage | VerifiedPart) -> VerifiedPart:
    """Return what was read of a held file if it is what was held."""
    if not isinstance(found, VerifiedPart) or found.digest != row.digest:
        raise StructureError("package.part_differs", file=row.file_name, number=row.part, parts=row.parts)
    return found


def _drop(office: Office, rows: tuple[HeldPackage, ...]) -> None:
    """Remove the files of parts that wait no more."""
    with office.store.begin() as work:
        gone = [each for each in rows if work.held.get(each.package_id) is None]
    drop_files(office, gone)
