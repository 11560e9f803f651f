"""What comes in with a package: those of subordinate units inside it, and the whole file where it is sent on."""

from desktop.domain.errors import Refusal
from desktop.domain.subordinates import EmbeddedPackage, Standing, SubordinatePackage
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.kinds import Role
from desktop.services.keys.signing_state import own_roles
from desktop.services.office import Mode, Office
from desktop.services.recovery.left_overs import bring_in
from desktop.storage import UnitOfWork


def takes_in_subordinates(office: Office) -> bool:
    """Tell whether this office is a parent unit: its certificate lets it take in packages and send them on."""
    return office.identity.mode is Mode.UNIT and Role.CONSOLIDATE in own_roles(office)


def check_may_receive(office: Office) -> None:
    """Raise Refusal("receive.not_here") unless lists are received here: at Sở Tài chính, and at a parent unit."""
    if office.identity.mode is not Mode.FINANCE and not takes_in_subordinates(office):
        raise Refusal("receive.not_here")


def all_in(package: VerifiedPackage) -> tuple[VerifiedPackage, ...]:
    """Return the package and those inside it, each unit's in the order of their numbers."""
    inside = sorted(package.embedded, key=lambda each: (each.envelope.issuer.unit_code, each.envelope.sequence))
    return (package, *inside)


def keep_whole(office: Office, package: VerifiedPackage) -> str:
    """Keep the signed file of a package that will be sent on; return its SHA-256, "" where nothing is sent on.

    Raises Refusal: subordinate.nested (it has packages inside: Sở Tài chính takes in one level only),
    subordinate.in_parts (what goes into another package is one file).
    """
    if office.identity.mode is Mode.FINANCE:
        return ""
    if package.parts:
        raise Refusal("subordinate.in_parts", file=package.path.name, parts=len(package.parts))
    if package.embedded:
        raise Refusal("subordinate.nested", file=package.path.name, unit=package.signer.common_name)
    return bring_in(office.store, package.path)


def note_arrival(office: Office, work: UnitOfWork, package: VerifiedPackage, container_sha256: str) -> None:
    """Remember which packages lay inside, and a package that waits for the parent unit to judge it."""
    for each in package.embedded:
        work.embedded.add(
            EmbeddedPackage(
                package_id=each.envelope.package_id,
                digest=each.digest,
                carrier_id=package.envelope.package_id,
                carrier_unit=package.signer.unit_code,
                carrier_name=package.signer.common_name,
                seen_at=office.stamp(),
            )
        )
    if container_sha256:
        work.staged_files.clear((container_sha256,))
        work.subordinates.add(SubordinatePackage(package.envelope.package_id, container_sha256, Standing.WAITING))
