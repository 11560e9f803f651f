"""Enrolment: a unit's new key asks for a certificate, and proves that it is there by signing the request.

A key that a government authority certified signs with that certificate, and asks for it to be listed. A key that
follows another is vouched for by that one.
"""

import base64
import binascii
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives import serialization

from desktop.exchange import strict_json
from desktop.exchange.container.contents import PackageContents, Text, UnitCode, WrittenPackage
from desktop.exchange.container.reader import read_self_signed
from desktop.exchange.container.writer import write_package
from desktop.exchange.errors import PackageError, reading
from desktop.exchange.kinds import PackageKind
from desktop.exchange.signing.encryption_key import AgeRecipient, is_recipient
from desktop.exchange.signing.key_file import load_key
from desktop.exchange.signing.key_signer import KeySigner, SigningKey
from desktop.exchange.signing.public_keys import certified_key_digest, fingerprint, public_key_der, public_key_digest
from desktop.exchange.signing.signer import Signer
from desktop.exchange.trust.certificates import own_certificate, requested_key, signing_request, subject
from desktop.exchange.trust.foreign import issued_elsewhere
from desktop.exchange.trust.grants import Grant, Trust

FORMAT: Final = "tinhgian/enrolment/1"
FORMAT_1_1: Final = "tinhgian/enrolment/1.1"
"""Written only when another key vouches: an older program then asks to be updated."""
_ANY_FORMAT: Final = "tinhgian/enrolment/"


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
    certificate: bytes | None = None
    """The certificate (DER) that a government authority issued for the key and that is to be listed."""
    voucher: bytes | None = None
    """The signature of the key that this one follows, not yet checked."""
    renews: Grant | None = None
    """The certificate of the key that vouches for this one: then the unit is known and need not be phoned."""


@dataclass(frozen=True, slots=True)
class _RequestRecord:
    unit_code: UnitCode
    unit_name: Text
    request: str
    age_recipient: AgeRecipient | None = None
    format: str = FORMAT
    voucher: str | None = None

    def encoded(self) -> bytes:
        """Return the canonical bytes; a voucher that there is none of is left out, as format 1 knows none."""
        written = asdict(self)
        if self.voucher is None:
            del written["voucher"]
        return strict_json.encode(written)


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
    """Write the request of the unit whose key is in `key_path`; raises what `load_key`, `write_request` raise."""
    return write_request(
        target,
        load_key(key_path, passphrase),
        unit_code=unit_code,
        unit_name=unit_name,
        now=now,
        app_version=app_version,
        age_recipient=age_recipient,
    )


def write_request(  # noqa: PLR0913 - each is another thing that the request says
    target: Path,
    key: SigningKey,
    *,
    unit_code: str,
    unit_name: str,
    now: datetime,
    app_version: str,
    age_recipient: str | None = None,
    certificate: bytes | None = None,
    predecessor: Signer | None = None,
) -> WrittenPackage:
    """Write the request of the unit that holds `key`; raises what `write_package` raises.

    `age_recipient` is the key to encrypt to: that it is the unit's, the signature of the request says. `certificate`
    (DER) was issued by a government authority and is to be listed. `predecessor` vouches for the new key.
    """
    name = subject(unit_name, unit_code)
    asked = signing_request(key, name).decode("ascii")
    voucher = None if predecessor is None else _voucher(predecessor, unit_code, key, age_recipient, now)
    record = _RequestRecord(unit_code, unit_name, asked, age_recipient, FORMAT_1_1 if voucher else FORMAT, voucher)
    contents = PackageContents(
        kind=PackageKind.ENROLMENT,
        issuer_unit=unit_code,
        recipient_unit=None,
        period=f"{now:%Y}",
        sequence=1,
        document=record.encoded(),
        created_at=now,
        app_version=app_version,
        trust_version=0,
    )
    own = certificate or own_certificate(key, name, now).public_bytes(serialization.Encoding.DER)
    return write_package(target, contents, KeySigner(key, own))


def _voucher(signer: Signer, unit_code: str, key: SigningKey, age_recipient: str | None, now: datetime) -> str:
    from desktop.exchange.trust.renewal import vouch  # noqa: PLC0415 - loading pyHanko takes 0.3 s

    signature = vouch(signer, unit_code, public_key_digest(key.public_key()), age_recipient, now)
    return base64.b64encode(signature).decode("ascii")


def accept_request(path: Path, *, now: datetime, trust: Trust | None = None) -> EnrolmentRequest:
    """Read a request; raises PackageError, "package.request_invalid" when the key did not sign it itself.

    With `trust`, a key that vouches for the new one is checked too: raises what `check_vouched` raises.
    """
    opened = read_self_signed(path, now=now)
    with reading(path):
        record = _record(opened.document, opened.document_bytes)
        key = requested_key(record.request)
        digest = public_key_digest(key)
        certificate = opened.signature.certificate
        if digest != certified_key_digest(certificate):
            raise PackageError("package.request_invalid")
        if record.unit_code != opened.envelope.issuer.unit_code:
            raise PackageError("package.request_invalid")
        voucher = _decoded(record.voucher)
        return EnrolmentRequest(
            unit_code=record.unit_code,
            unit_name=record.unit_name,
            fingerprint=fingerprint(digest),
            public_key=public_key_der(key),
            digest=opened.digest,
            age_recipient=record.age_recipient,
            certificate=certificate if issued_elsewhere(certificate) else None,
            voucher=voucher,
            renews=_vouching(voucher, record, digest, trust, now),
        )


def _vouching(
    voucher: bytes | None, record: _RequestRecord, digest: str, trust: Trust | None, now: datetime
) -> Grant | None:
    if voucher is None or trust is None:
        return None
    from desktop.exchange.trust.renewal import check_vouched  # noqa: PLC0415 - loading pyHanko takes 0.3 s

    return check_vouched(voucher, record.unit_code, digest, record.age_recipient, trust, now)


def _record(document: object, raw: bytes) -> _RequestRecord:
    written = document.get("format") if isinstance(document, dict) else None
    if written not in {FORMAT, FORMAT_1_1} and str(written).startswith(_ANY_FORMAT):
        raise PackageError("package.update_app", format=str(written))
    try:
        record = msgspec.convert(document, _RequestRecord)
    except msgspec.ValidationError:
        raise PackageError("package.request_invalid") from None
    if record.age_recipient is not None and not is_recipient(record.age_recipient):
        raise PackageError("package.request_invalid")
    expected = FORMAT if record.voucher is None else FORMAT_1_1
    if record.format != expected or record.encoded() != raw:
        raise PackageError("package.request_invalid")
    return record


def _decoded(text: str | None) -> bytes | None:
    try:
        return None if text is None else base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise PackageError("package.request_invalid") from None
