"""What taking a verified package in here would say, before anybody takes it in; nothing changes, no alarm is raised."""

from dataclasses import dataclass

from desktop.domain.errors import Refusal
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.arrival_order import Place, passed_before, place_of
from desktop.services.office import Mode, Office
from desktop.storage import UnitOfWork

_TAKEN_IN = {
    Mode.FINANCE: frozenset({PackageKind.SUBMISSION, PackageKind.DRAFT}),
    Mode.UNIT: frozenset({PackageKind.SUBMISSION, PackageKind.DECISION, PackageKind.RECEIPT}),
    Mode.HOME_AFFAIRS: frozenset[PackageKind](),
}
_ANSWERS = frozenset({PackageKind.DECISION, PackageKind.RECEIPT})


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The place of a package among those of its sender, and which of their numbers would be missing before it."""

    place: Place
    missing: tuple[int, ...] = ()


def foresee(office: Office, package: VerifiedPackage | VerifiedPart) -> Foreseen | None:
    """Return what would come of the package; None when it is not for this desk, or is one of several parts.

    Raises Refusal: package.replay_differs, package.stale, package.unknown_submission.
    """
    if isinstance(package, VerifiedPart) or not _is_for(office, package):
        return None
    with office.store.begin() as work:
        if package.envelope.kind in _ANSWERS:
            _demand_cited(work, package)
        place = place_of(work, package)
        return Foreseen(place, () if place is Place.HERE else _missing(work, package))


def _is_for(office: Office, package: VerifiedPackage) -> bool:
    envelope = package.envelope
    addressed = envelope.recipient is not None and envelope.recipient.unit_code == office.identity.unit.code
    return addressed and envelope.kind in _TAKEN_IN[office.identity.mode]


def _demand_cited(work: UnitOfWork, package: VerifiedPackage) -> None:
    """An answer is to a package that passed here, by id and digest."""
    cited = package.envelope.in_reply_to
    entry = work.packages.get(cited.package_id) if cited else None
    if cited is None or entry is None or entry.digest != cited.asic_manifest_sha256:
        raise Refusal("package.unknown_submission", file=package.path.name)


def _missing(work: UnitOfWork, package: VerifiedPackage) -> tuple[int, ...]:
    """Return the numbers between the last one taken in before this one and this one; answers count for nothing."""
    envelope = package.envelope
    if envelope.kind is not PackageKind.SUBMISSION:
        return ()
    taken = (each.sequence for each in passed_before(work, envelope.issuer.unit_code, envelope.kind))
    last = max((each for each in taken if each < envelope.sequence), default=0)
    return tuple(range(last + 1, envelope.sequence))
