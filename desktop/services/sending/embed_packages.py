"""Put the packages that a parent unit took in into its own, whole, once they are sure to be believed there."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.errors import Refusal
from desktop.domain.subordinates import EmbeddedPackage
from desktop.exchange.container.contents import Enclosure
from desktop.exchange.container.profile import PACKAGE_TYPE
from desktop.exchange.container.reader import read_package
from desktop.exchange.errors import PackageError
from desktop.exchange.kinds import PackageKind, Role
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.memory import never_seen
from desktop.services.arrivals.receive_embedded import takes_in_subordinates
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Office
from desktop.services.parent_units.subordinates import SubordinateItem, going_along
from desktop.storage import UnitOfWork

ROLE = "package"


def packages_to_embed(office: Office, recipient: str) -> tuple[SubordinateItem, ...]:
    """Return the packages that go along to `recipient`; none at an office that is no parent unit.

    Each is verified as the recipient will, who sees it for the first time: what was signed with a certificate that is
    revoked or over by now must be signed anew. Raises Refusal("subordinate.only_to_finance") and PackageError.
    """
    going = going_along(office) if takes_in_subordinates(office) else ()
    if not going:
        return ()
    trust = trust_of(office)
    if not any(each.unit_code == recipient and Role.APPRAISE in each.roles for each in trust.grants):
        raise Refusal("subordinate.only_to_finance", recipient=recipient, count=len(going))
    fresh = replace(trust, memory=replace(trust.memory, first_seen=never_seen))
    for each in going:
        _verify(office, each, fresh)
    return going


def _verify(office: Office, item: SubordinateItem, trust: TrustAnchors) -> None:
    path = office.store.blobs.path(item.package.container_sha256)
    own = office.identity.unit.code
    try:
        read_package(path, trust, now=office.now(), recipient=own, expected_kind=PackageKind.SUBMISSION)
    except PackageError as refusal:
        named = {**refusal.params, "file": item.submission.file_name}
        raise type(refusal)(refusal.code, **named) from refusal


def embedded_enclosures(office: Office, going: Iterable[SubordinateItem]) -> tuple[Enclosure, ...]:
    """Return the packages as files to put in, byte for byte as their units signed them."""
    return tuple(
        Enclosure(
            path=office.store.blobs.path(each.package.container_sha256),
            name=each.submission.file_name.removesuffix(".age"),
            media_type=PACKAGE_TYPE,
            sha256=each.package.container_sha256,
            role=ROLE,
        )
        for each in going
    )


def note_sent_along(office: Office, work: UnitOfWork, carrier_id: str, going: Iterable[SubordinateItem]) -> None:
    """Remember that these went with the package `carrier_id`."""
    unit = office.identity.unit
    for each in going:
        work.embedded.add(
            EmbeddedPackage(
                package_id=each.submission.id,
                digest=each.submission.digest,
                carrier_id=carrier_id,
                carrier_unit=unit.code,
                carrier_name=unit.name,
                seen_at=office.stamp(),
            )
        )
