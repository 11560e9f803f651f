"""How an office comes to its certificate: its keys are made, it asks, Sở Tài chính issues."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage
from desktop.exchange.errors import KeyRefusal
from desktop.exchange.kinds import PackageKind, Role, package_file_name
from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.signing.public_keys import fingerprint as spoken
from desktop.exchange.spoken.fingerprints import hex_letters, typed_fingerprint
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.exchange.trust.authority import ROOT_CERTIFICATE, issue_certificate, list_certificate
from desktop.exchange.trust.enrolment import EnrolmentRequest, accept_request, write_request
from desktop.exchange.trust.grants import Grant
from desktop.services.keys.key_places import IN_FILE, KeyChoice, KeyPlace, current_place, has_key, keep_current
from desktop.services.keys.office_keys import KeyRing, encryption_key, make_keys
from desktop.services.keys.own_fingerprint import note_fingerprint
from desktop.services.keys.root_authority import (
    authority_folder,
    create_root_authority,
    finance_only,
    hand_out_trust,
    open_authority,
    publish_next,
)
from desktop.services.keys.signing_state import open_key
from desktop.services.keys.trust_files import keep_file, known_trust, log, trust_folder
from desktop.services.office import Mode, Office


def create_signing_key(office: Office, passphrase: str, where: KeyChoice = IN_FILE) -> str:
    """Make this office's keys: to sign with, in a file or on a token, and to be written to, in a file.

    The passphrase is that of the files; the PIN of a token is asked for. Returns the fingerprint of the signing key,
    which vouches for the other one. Raises KeyRefusal, FileError.
    """
    if has_key(office):
        place = current_place(office)
        raise KeyRefusal("key.already_exists", file=place.token.label if place.token else place.file)
    place = make_keys(office, passphrase, where, KeyPlace())
    keep_current(office, place)
    log(office, "key.created")
    log(office, "key.encryption_created")
    return spoken(place.public_key)


def request_certificate(office: Office, passphrase: str, folder: Path) -> WrittenPackage:
    """Write the request of this office's key into the folder; raises KeyRefusal, PackageError, trust.no_key."""
    if not has_key(office):
        raise Refusal("trust.no_key")
    recipient = encryption_key(office, passphrase).recipient
    note_fingerprint(office, passphrase)
    return write_request_of(office, KeyRing(office, passphrase), current_place(office), recipient, folder)


def write_request_of(  # noqa: PLR0913 - the last is an option, given by name
    office: Office,
    ring: KeyRing,
    place: KeyPlace,
    recipient: str,
    folder: Path,
    *,
    predecessor: KeySigner | None = None,
) -> WrittenPackage:
    """Write the request of the key at `place`; `predecessor` vouches for it. Raises KeyRefusal, PackageError."""
    unit = office.identity.unit
    name = package_file_name(PackageKind.ENROLMENT, unit.code, f"{office.now():%Y}", 1)
    written = write_request(
        folder / name,
        ring.key(place),
        unit_code=unit.code,
        unit_name=unit.name,
        now=office.now(),
        app_version=__version__,
        age_recipient=recipient,
        certificate=ring.certificate(place),
        predecessor=predecessor,
    )
    log(office, "certificate.requested")
    return written


def read_request(office: Office, path: Path) -> EnrolmentRequest:
    """Read a request; its fingerprint is to be compared with what the unit reads out. Raises PackageError.

    Sở Tài chính also checks the key that vouches for the new one, if any does: `renews` then names its certificate.
    """
    judge = office.identity.mode is Mode.FINANCE and (trust_folder(office) / "root.pem").exists()
    return accept_request(path, now=office.now(), trust=known_trust(office) if judge else None)


def issue(  # noqa: PLR0913 - the fingerprint must be given by name
    office: Office, root_passphrase: str, request_path: Path, roles: Iterable[Role], folder: Path, *, fingerprint: str
) -> WrittenPackage:
    """Issue a certificate and publish the next trust pack into the folder; it is in force here before it is there.

    A certificate of a government authority is listed as it is instead. The fingerprint, in hex or in words, may be ""
    for a key that the unit's key in force vouches for. So a version is never made twice, whatever becomes of the
    folder; `hand_out_trust` writes it there once more. Raises Refusal: enrolment.not_here,
    enrolment.fingerprint_differs, spoken.unknown_word, certificate.serial_taken, certificate.listed_already;
    KeyRefusal; PackageError.
    """
    finance_only(office)
    request = read_request(office, request_path)
    vouched = request.renews is not None and not fingerprint
    if not vouched and typed_fingerprint(fingerprint) != hex_letters(request.fingerprint):
        raise Refusal("enrolment.fingerprint_differs", unit=request.unit_name)
    trust = known_trust(office)
    if request.certificate is None:
        root = open_authority(office, root_passphrase)
        grant = issue_certificate(root, request, request.unit_code, roles, now=office.now())
    else:
        grant = list_certificate(request, trust.authorities, roles, now=office.now())
        _check_new(grant, trust)
        root = open_authority(office, root_passphrase)
    published = publish_next(office, root, trust, (*trust.grants, grant), trust.all_revoked)
    log(office, "certificate.issued", request.unit_code)
    return replace(published, path=hand_out_trust(office, folder))


def _check_new(grant: Grant, trust: TrustAnchors) -> None:
    """Refuse what could not be told from a certificate that is listed already when one of them is revoked."""
    if trust.grant_of(grant.cert_sha256) is not None:
        raise Refusal("certificate.listed_already", unit=grant.unit_name, serial=grant.serial)
    if any(each.serial == grant.serial for each in trust.grants) or trust.revocation_of(grant.serial):
        raise Refusal("certificate.serial_taken", unit=grant.unit_name, serial=grant.serial)


def set_up_finance(  # noqa: PLR0913 - the last two are options, given by name
    office: Office,
    root_name: str,
    root_passphrase: str,
    key_passphrase: str,
    folder: Path,
    *,
    root_on: KeyChoice = IN_FILE,
    key_on: KeyChoice = IN_FILE,
) -> WrittenPackage:
    """Make root and own key of Sở Tài chính and publish the first trust pack; raises what its steps raise.

    root.pem is in the folder before the pack. A key that is here already is taken, opened with its passphrase. Steps
    that were done before the program ended are not done again.
    """
    if has_key(office):
        open_key(office, key_passphrase)
    pem = create_root_authority(office, root_name, root_passphrase, root_on)
    keep_file(folder / ROOT_CERTIFICATE, pem.read_bytes())
    made = note_fingerprint(office, key_passphrase) if has_key(office) else ""
    fingerprint = made or create_signing_key(office, key_passphrase, key_on)
    request = request_certificate(office, key_passphrase, authority_folder(office))
    roles = (Role.APPRAISE, Role.PUBLISH_POLICY)
    return issue(office, root_passphrase, request.path, roles, folder, fingerprint=fingerprint)
