"""What only the office with the root key does: make the root, issue certificates, publish trust."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from desktop.exchange.container.contents import PackageContents, WrittenPackage
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import KeyRefusal, PackageError, reading_refused
from desktop.exchange.kinds import PackageKind, Role
from desktop.exchange.signing.key_file import create_key, load_key
from desktop.exchange.signing.key_signer import KeySigner
from desktop.exchange.signing.signer import Signer
from desktop.exchange.trust.certificates import leaf_certificate, root_certificate, subject
from desktop.exchange.trust.enrolment import EnrolmentRequest
from desktop.exchange.trust.foreign import issuer_among
from desktop.exchange.trust.grants import Grant
from desktop.exchange.trust.memory import Revocation
from desktop.exchange.trust.pack import Handover, write_trust
from desktop.exchange.trust.revocation import make_crl

ROOT_CERTIFICATE: Final = "root.pem"
ROOT_KEY: Final = "root-key.pem"


class RootAuthority(KeySigner):
    """The root, opened from its file or on its token; as a signer it signs trust packs."""

    def __init__(self, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> None:
        super().__init__(key, certificate.public_bytes(serialization.Encoding.DER))
        self._issuer = certificate
        self._root_key = key

    def issue(self, public_key: bytes, unit_code: str, unit_name: str, now: datetime) -> x509.Certificate:
        """Return a certificate for a public key (SubjectPublicKeyInfo, DER)."""
        public = serialization.load_der_public_key(public_key)
        if not isinstance(public, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
            raise KeyRefusal("key.not_a_key", file=unit_code)
        return leaf_certificate(self._issuer, self._root_key, public, subject(unit_name, unit_code), now)

    def revoke(self, revoked: Iterable[Revocation], number: int, now: datetime, next_update: datetime) -> bytes:
        """Return the revocation list (DER) with all that was ever revoked."""
        return make_crl(self._root_key, self._issuer, revoked, number, now, next_update)


def create_root(common_name: str, passphrase: str, folder: Path, now: datetime) -> RootAuthority:
    """Make the root in `folder`: root-key.pem (P-384, encrypted) and root.pem.

    Raises KeyRefusal: passphrase_missing, already_exists; FileError when it cannot be written.
    """
    if (folder / ROOT_CERTIFICATE).exists():
        raise KeyRefusal("key.already_exists", file=ROOT_CERTIFICATE)
    return keep_root(create_key(folder / ROOT_KEY, passphrase, ec.SECP384R1()), common_name, folder, now)


def keep_root(key: ec.EllipticCurvePrivateKey, common_name: str, folder: Path, now: datetime) -> RootAuthority:
    """Make the certificate of a root whose key is kept already, and write root.pem into `folder`.

    Raises KeyRefusal("key.already_exists"), FileError.
    """
    if (folder / ROOT_CERTIFICATE).exists():
        raise KeyRefusal("key.already_exists", file=ROOT_CERTIFICATE)
    certificate = root_certificate(key, common_name, now)
    with part_file(folder / ROOT_CERTIFICATE) as part, synced(part) as stream:
        stream.write(certificate.public_bytes(serialization.Encoding.PEM))
    return RootAuthority(key, certificate)


def open_root(folder: Path, passphrase: str) -> RootAuthority:
    """Open the root made in `folder`; raises what `load_key` raises, KeyRefusal: not_a_certificate, other_..."""
    return root_with(load_key(folder / ROOT_KEY, passphrase), folder)


def root_with(key: ec.EllipticCurvePrivateKey, folder: Path) -> RootAuthority:
    """Return the root whose certificate is in `folder`; raises KeyRefusal: not_a_certificate, other_certificate."""
    try:
        pem = (folder / ROOT_CERTIFICATE).read_bytes()
        return RootAuthority(key, x509.load_pem_x509_certificate(pem))
    except OSError as error:
        raise reading_refused(error, ROOT_CERTIFICATE) from error
    except ValueError:
        raise KeyRefusal("key.not_a_certificate") from None


def issue_certificate(
    root: RootAuthority, request: EnrolmentRequest, unit_code: str, roles: Iterable[Role], *, now: datetime
) -> Grant:
    """Return a two-year certificate for the request's key, with what it may sign for `unit_code`.

    It counts once it stands in a published trust pack.
    """
    certificate = root.issue(request.public_key, unit_code, request.unit_name, now)
    der = certificate.public_bytes(serialization.Encoding.DER)
    return Grant(
        serial=f"{certificate.serial_number:x}",
        cert_sha256=sha256(der).hexdigest(),
        unit_code=unit_code,
        unit_name=request.unit_name,
        roles=frozenset(roles),
        certificate=der,
        age_recipient=request.age_recipient,
    )


def list_certificate(
    request: EnrolmentRequest, authorities: Sequence[bytes], roles: Iterable[Role], *, now: datetime
) -> Grant:
    """Return what the certificate that a government authority (DER) issued to the request's sender may sign.

    It counts once it stands in a published trust pack. Raises UnknownSigner, Expired, PackageError.
    """
    if request.certificate is None:
        raise PackageError("package.request_invalid")
    authority = issuer_among(request.certificate, authorities, now)
    found = x509.load_der_x509_certificate(request.certificate)
    return Grant(
        serial=f"{found.serial_number:x}",
        cert_sha256=sha256(request.certificate).hexdigest(),
        unit_code=request.unit_code,
        unit_name=request.unit_name,
        roles=frozenset(roles),
        certificate=request.certificate,
        age_recipient=request.age_recipient,
        authority=authority,
    )


def publish_trust(  # noqa: PLR0913 - each is another thing that the pack says
    root: RootAuthority,
    target: Path,
    grants: Sequence[Grant],
    *,
    version: int,
    issuer_unit: str,
    now: datetime,
    next_update: datetime,
    app_version: str,
    revoked: Iterable[Revocation] = (),
    retired: Sequence[bytes] = (),
    authorities: Sequence[bytes] = (),
    new_root: Signer | None = None,
) -> WrittenPackage:
    """Write a trust pack with all the grants ever made; `version` is one more than the last published.

    The list of all that was ever `revoked` goes with it under the same number; what it names stays granted, so that
    readers can tell a revoked certificate from an unknown one. `retired` are the roots (DER) before this one,
    `authorities` the government authorities (DER) behind certificates that are only listed; `new_root` signs the packs
    after this one.

    Raises what `write_package` raises.
    """
    contents = PackageContents(
        kind=PackageKind.TRUST,
        issuer_unit=issuer_unit,
        recipient_unit=None,
        period=f"{now:%Y}",
        sequence=version,
        document=write_trust(
            version,
            now,
            next_update,
            grants,
            crl=root.revoke(revoked, version, now, next_update),
            handover=_handover(new_root, root.certificate, version, now) if new_root else None,
            retired=retired,
            authorities=authorities,
        ),
        created_at=now,
        app_version=app_version,
        trust_version=version,
    )
    return write_package(target, contents, root)


def _handover(new_root: Signer, old: bytes, version: int, now: datetime) -> Handover:
    from desktop.exchange.trust.rotation import hand_over  # noqa: PLC0415 - loading pyHanko takes 0.3 s

    return hand_over(new_root, old, version, now)
