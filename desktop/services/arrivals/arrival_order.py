"""In which order packages of one issuer and kind are taken in: the table of ARCHITECTURE.md, cell by cell."""

from enum import StrEnum
from uuid import uuid4

from desktop.domain.errors import Param, Refusal
from desktop.domain.names import compose
from desktop.domain.receipts import ArrivalAlarm
from desktop.domain.registers import HeldPackage, PackageEntry
from desktop.domain.rounds import Direction
from desktop.exchange.container.envelope import common_digest
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.errors import StructureError
from desktop.exchange.kinds import PackageKind
from desktop.services.office import Office
from desktop.storage import UnitOfWork


class Place(StrEnum):
    """What is to be done with a package that arrived."""

    HERE = "here"
    """This very package was taken in before: nothing changes."""
    TAKE = "take"
    """It may be taken in now: the next number, a later one, or one that was missing."""
    WAIT = "wait"
    """It replaces or continues a package that has not arrived: that one comes first."""


def judged(office: Office, package: VerifiedPackage | VerifiedPart) -> Place:
    """Return the place of a package, or of one of several parts, among those of its issuer and kind.

    Raises Refusal: package.replay_differs (same id or number, other content; an alarm is kept), package.part_differs
    (the same for a part), package.stale.
    """
    with office.store.begin() as work:
        known = _contradicted(work, package)
        if known is None:
            return place_of(work, package)
        _raise_alarm(office, work, package, known)
    raise _replayed(package)


def place_of(work: UnitOfWork, package: VerifiedPackage | VerifiedPart) -> Place:
    """As `judged`, inside a transaction that writes; leaves raising the alarm to it."""
    if _contradicted(work, package) is not None:
        raise _replayed(package)
    if work.packages.get(package.envelope.package_id) is not None:
        return Place.HERE
    _refuse_overtaken(work, package)
    return Place.TAKE if _earlier_is_here(work, package) else Place.WAIT


def demand_turn(package: VerifiedPackage, place: Place, reason: str) -> None:
    """Refuse what has to wait unless somebody gave a reason not to; raises Refusal("package.waits")."""
    if place is Place.WAIT and not reason.strip():
        raise Refusal("package.waits", file=package.path.name, number=package.envelope.sequence)


def note_haste(office: Office, work: UnitOfWork, package: VerifiedPackage, place: Place, reason: str) -> None:
    """Write down who did not wait for the package before this one, and why."""
    if place is Place.WAIT:
        detail = {"reason": compose(reason), "awaited": package.envelope.supersedes or ""}
        work.audit.append(office.operator, "package.not_awaited", package.envelope.package_id, detail)


def first_seen_at(office: Office, work: UnitOfWork, package: VerifiedPackage) -> str:
    """Return when the package first came, which counts for the deadline: it may have waited here since.

    One in several parts came when the last of them did.
    """
    held = [work.held.get(each.envelope.package_id) for each in package.parts or (package,)]
    return max((each.arrived_at for each in held if each), default=office.stamp())


def passed_before(work: UnitOfWork, issuer: str, kind: PackageKind) -> tuple[PackageEntry, ...]:
    """Return the issuer's packages of the kind that were taken in, by number."""
    found = (each for each in work.packages.of_issuer(issuer) if each.kind == kind.value)
    return tuple(each for each in found if each.direction is Direction.RECEIVED)


def _contradicted(work: UnitOfWork, package: VerifiedPackage | VerifiedPart) -> str | None:
    """Return the digest of what came before under this id or number with other content, None when nothing did."""
    envelope = package.envelope
    same_id = work.packages.get(envelope.package_id)
    taken = passed_before(work, envelope.issuer.unit_code, envelope.kind)
    digests = [each.digest for each in taken if each.sequence == envelope.sequence]
    digests += [same_id.digest] if same_id else []
    digests += [
        each.digest
        for each in work.held.of_issuer(envelope.issuer.unit_code, envelope.kind.value)
        if envelope.sequence == each.sequence and not _goes_with(package, each)
    ]
    held = work.held.get(envelope.package_id)
    digests += [held.digest] if held else []
    return None if package.digest in digests else next(iter(digests), None)


def _goes_with(package: VerifiedPackage | VerifiedPart, held: HeldPackage) -> bool:
    """Tell whether what is held is another part of the set that this one is of."""
    part = package.envelope.part
    if not isinstance(package, VerifiedPart) or part is None or part.n == held.part:
        return False
    return held.set_id == part.set_id and held.common == common_digest(package.envelope)


def _refuse_overtaken(work: UnitOfWork, package: VerifiedPackage | VerifiedPart) -> None:
    """Refuse an earlier number in whose place a later one was taken in; of drafts only the last one counts."""
    envelope = package.envelope
    if envelope.kind is PackageKind.DRAFT:
        last = work.packages.last_sequence(envelope.issuer.unit_code, envelope.kind.value, Direction.RECEIVED)
        later = last if last > envelope.sequence else 0
    else:
        later = _continued_by(work, package)
    if later:
        raise Refusal("package.stale", file=package.path.name, number=envelope.sequence, last=later)


def _continued_by(work: UnitOfWork, package: VerifiedPackage | VerifiedPart) -> int:
    """Return the number of a later package that was taken in without waiting for this one; 0 when none was.

    Within a period the packages of a list name each the one before it. So one that names a package which is not here
    stands for all that is missing before it; what continues nothing that is missing stands for nothing else.
    """
    envelope = package.envelope
    if envelope.kind is not PackageKind.SUBMISSION:
        return 0
    here = work.submissions.of_unit(envelope.issuer.unit_code, Direction.RECEIVED)
    ids = {each.id for each in here}
    later = [
        each.sequence
        for each in here
        if each.sequence > envelope.sequence
        and each.supersedes is not None
        and each.supersedes not in ids
        and (each.supersedes == envelope.package_id or each.period == envelope.period)
    ]
    return max(later, default=0)


def _earlier_is_here(work: UnitOfWork, package: VerifiedPackage | VerifiedPart) -> bool:
    """Tell whether what the package continues is here; a draft continues nothing, whatever it says."""
    earlier = package.envelope.supersedes
    if earlier is None or package.envelope.kind is PackageKind.DRAFT:
        return True
    return is_here(work, package.envelope.issuer.unit_code, earlier)


def is_here(work: UnitOfWork, issuer: str, package_id: str) -> bool:
    """Tell whether the issuer's package with this id was taken in."""
    entry = work.packages.get(package_id)
    return entry is not None and (entry.issuer, entry.direction) == (issuer, Direction.RECEIVED)


def _replayed(package: VerifiedPackage | VerifiedPart) -> Refusal:
    if isinstance(package, VerifiedPart):
        number, parts = package.part.n, package.part.of
        return StructureError("package.part_differs", file=package.path.name, number=number, parts=parts)
    return Refusal("package.replay_differs", file=package.path.name, number=package.envelope.sequence)


def _raise_alarm(office: Office, work: UnitOfWork, package: VerifiedPackage | VerifiedPart, known: str) -> None:
    """Write the alarm down, once while nobody has looked into it; each time it is an act in the audit chain."""
    envelope = package.envelope
    detail: dict[str, Param] = {"number": envelope.sequence, "file": package.path.name}
    detail |= {"digest": package.digest, "known": known}
    work.audit.append(office.operator, "package.alarm", envelope.package_id, detail)
    if any(each.digest == package.digest for each in work.alarms.unseen()):
        return
    work.alarms.add(
        ArrivalAlarm(
            id=uuid4().hex,
            kind=envelope.kind.value,
            issuer=envelope.issuer.unit_code,
            sequence=envelope.sequence,
            package_id=envelope.package_id,
            digest=package.digest,
            known_digest=known,
            file_name=package.path.name,
            signer=package.signer.common_name,
            raised_at=office.stamp(),
        )
    )
