"""Enrolment: a unit's new key asks for a certificate, and proves that it is there by signing the request."""

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from desktop.exchange import strict_json
from desktop.exchange.container.contents import PackageContents, Text, UnitCode, WrittenPackage
from desktop.exchange.container.reader import read_self_signed
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError, reading
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.encryption_key import AgeRecipient, is_recipient
from desktop.exchange.signing.file_signer import FileSigner
from desktop.exchange.signing.key_file import certified_key_digest, fingerprint, load_key, public_key_digest
from desktop.exchange.trust.certificates import own_certificate, requested_key, signing_request, subject

FORMAT: Final = "tinhgian/enrolment/1"


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """A request whose sender holds the key. That it is really this unit, the fingerprint read aloud tells."""

    unit_code: str
    unit_name: str
    fingerprint: str
    public_key: bytes
    """SubjectPublicKeyInfo, DER."""
    digest: str
    age_recipient: str | None = None
    """The key that packages for the unit are encrypted to; None in a request from before there were such keys."""


@dataclass(frozen=True, slots=True)
class _RequestRecord:
    unit_code: UnitCode
    unit_name: Text
    request: str
    age_recipient: AgeRecipient | None = None
    format: str = FORMAT


def key_fingerprint(key_path: Path, passphrase: str) -> str:
    """Return the fingerprint of the key in a file, as it is read aloud; raises what `load_key` raises."""
    return fingerprint(public_key_digest(load_key(key_path, passphrase).public_key()))


def make_enrolment_request(  # noqa: PLR0913 - each is another thing that the request says
    target: Path,
    key_path: Path,
    passphrase: str,
    *,
    unit_code: str,
    unit_name: str,
    now: datetime,
    app_version: str,
    age_recipient: str | None = None,
) -> WrittenPackage:
    """Write the request of the unit whose key is in `key_path`; raises what `load_key`, `write_package` raise.

    `age_recipient` is the key to encrypt to: that it is the unit's, the signature of the request says.
    """
    key = load_key(key_path, passphrase)
    name = subject(unit_name, unit_code)
    record = _RequestRecord(unit_code, unit_name, signing_request(key, name).decode("ascii"), age_recipient)
    contents = PackageContents(
        kind=PackageKind.ENROLMENT,
        issuer_unit=unit_code,
        recipient_unit=None,
        period=f"{now:%Y}",
        sequence=1,
        document=strict_json.encode(asdict(record)),
        created_at=now,
        app_version=app_version,
        trust_version=0,
    )
    certificate = own_certificate(key, name, now).public_bytes(serialization.Encoding.DER)
    return write_package(target, contents, FileSigner(key, certificate))


def accept_request(path: Path, *, now: datetime) -> EnrolmentRequest:
    """Read a request; raises PackageError, "package.request_invalid" when the key did not sign it itself."""
    opened = read_self_signed(path, now=now)
    with reading(path):
        record = _record(opened.document, opened.document_bytes)
        key = requested_key(record.request)
        digest = public_key_digest(key)
        if digest != certified_key_digest(opened.signature.certificate):
            raise PackageError("package.request_invalid")
        if record.unit_code != opened.envelope.issuer.unit_code:
            raise PackageError("package.request_invalid")
    return EnrolmentRequest(
        unit_code=record.unit_code,
        unit_name=record.unit_name,
        fingerprint=fingerprint(digest),
        public_key=_encoded(key),
        digest=opened.digest,
        age_recipient=record.age_recipient,
    )


def _record(document: object, raw: bytes) -> _RequestRecord:
    try:
        record = msgspec.convert(document, _RequestRecord)
    except msgspec.ValidationError:
        raise PackageError("package.request_invalid") from None
    if record.age_recipient is not None and not is_recipient(record.age_recipient):
        raise PackageError("package.request_invalid")
    if record.format != FORMAT or strict_json.encode(asdict(record)) != raw:
        raise PackageError("package.request_invalid")
    return record


def _encoded(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
