"""The certificates that Sở Tài chính issued: which there are, how one is revoked, and how the root is renewed."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.authority import ROOT_CERTIFICATE
from desktop.exchange.trust.grants import Grant
from desktop.exchange.trust.memory import Revocation, RevocationReason
from desktop.services.keys.key_places import IN_FILE, KeyChoice
from desktop.services.keys.root_authority import finance_only, hand_out_trust, open_authority, publish_next
from desktop.services.keys.root_keys import made_root
from desktop.services.keys.trust_files import keep_file, log, trust_of
from desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A certificate in the trust pack; `starts` and `ends` are UTC, `revoked` is None while it holds."""

    serial: str
    unit_code: str
    unit_name: str
    starts: datetime
    ends: datetime
    revoked: Revocation | None


def certificates(office: Office) -> tuple[CertificateLine, ...]:
    """Return all certificates in the trust pack, the oldest first; raises Refusal: trust.no_root, trust.no_pack."""
    trust = trust_of(office)
    return tuple(_line(grant, trust) for grant in trust.grants)


def _line(grant: Grant, trust: TrustAnchors) -> CertificateLine:
    from desktop.exchange.trust.certificates import validity  # noqa: PLC0415 - slow to load

    starts, ends = validity(grant.certificate)
    revoked = trust.revocation_of(grant.serial)
    return CertificateLine(grant.serial, grant.unit_code, grant.unit_name, starts, ends, revoked)


def revoke(office: Office, root_passphrase: str, which: str, reason: RevocationReason, folder: Path) -> WrittenPackage:
    """Revoke a certificate and publish the next trust pack into the folder; it is in force here before it is there.

    `which` is a serial number, or the code of a unit that has one certificate in force. Raises Refusal:
    enrolment.not_here, certificate.unknown, certificate.several, certificate.already_revoked; KeyRefusal;
    PackageError.
    """
    finance_only(office)
    trust = trust_of(office)
    grant = _chosen(trust, which)
    if trust.revocation_of(grant.serial):
        raise Refusal("certificate.already_revoked", unit=grant.unit_name, serial=grant.serial)
    root = open_authority(office, root_passphrase)
    revocation = Revocation(grant.serial, office.now().replace(microsecond=0), reason)
    published = publish_next(office, root, trust, trust.grants, (*trust.all_revoked, revocation))
    log(office, "certificate.revoked", f"{grant.unit_code} {grant.serial} {reason.value}")
    return replace(published, path=hand_out_trust(office, folder))


def renew_trust(office: Office, root_passphrase: str, folder: Path) -> WrittenPackage:
    """Publish the trust pack once more under the next number and with a new date; raises as `rotate_root` does."""
    finance_only(office)
    trust = trust_of(office)
    root = open_authority(office, root_passphrase)
    published = publish_next(office, root, trust, trust.grants, trust.all_revoked)
    return replace(published, path=hand_out_trust(office, folder))


def rotate_root(  # noqa: PLR0913 - the last is an option, given by name
    office: Office,
    root_passphrase: str,
    name: str,
    new_passphrase: str,
    folder: Path,
    *,
    where: KeyChoice = IN_FILE,
) -> WrittenPackage:
    """Make a new root and publish the trust pack that hands over to it; certificates in force go on holding.

    The new root certificate is written into the folder as root.pem, for offices that enrol later. Raises Refusal:
    enrolment.not_here; KeyRefusal; PackageError.
    """
    finance_only(office)
    trust = trust_of(office)
    old = open_authority(office, root_passphrase)
    place = office.folder / "authority" / f"root-{trust.version + 1:06d}"
    place.mkdir(parents=True, exist_ok=True)
    new = made_root(office, place, name, new_passphrase, where)
    published = publish_next(office, old, trust, trust.grants, trust.all_revoked, new_root=new)
    log(office, "root.rotated", name)
    keep_file(folder / ROOT_CERTIFICATE, (place / ROOT_CERTIFICATE).read_bytes())
    return replace(published, path=hand_out_trust(office, folder))


def _chosen(trust: TrustAnchors, which: str) -> Grant:
    serial = which.strip().lower().replace(":", "").replace(" ", "").lstrip("0")
    by_serial = [each for each in trust.grants if each.serial == serial]
    if by_serial:
        return by_serial[0]
    of_unit = [each for each in trust.grants if each.unit_code == which]
    standing = [each for each in of_unit if trust.revocation_of(each.serial) is None] or of_unit
    if not standing:
        raise Refusal("certificate.unknown", which=which)
    if len(standing) > 1:
        raise Refusal("certificate.several", which=which, count=len(standing))
    return standing[0]
