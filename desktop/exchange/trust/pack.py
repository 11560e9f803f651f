"""data/trust.json: the certificates in force and what each may sign, under one rising version."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Final

import msgspec

from desktop.exchange import strict_json
from desktop.exchange.container.contents import (
    JsonObject,
    Ordinal,
    Sha256,
    Text,
    UnitCode,
    format_utc,
    parse_utc,
)
from desktop.exchange.errors import PackageError, StructureError
from desktop.exchange.kinds import Role
from desktop.exchange.signing.encryption_key import AgeRecipient, is_recipient
from desktop.exchange.trust.grants import Grant

FORMAT: Final = "tinhgian/trust/1"
FORMAT_WITH_RECIPIENTS: Final = "tinhgian/trust/1.1"
"""Written only when somebody has a key to encrypt to: an older program then asks to be updated."""
_ANY_FORMAT: Final = "tinhgian/trust/"
_WHERE: Final = "data/trust.json"

Serial = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{1,40}\Z")]


@dataclass(frozen=True, slots=True)
class TrustPack:
    """A trust pack as signed by the root; `digest` is that of the package's manifest."""

    version: int
    issued_at: datetime
    next_update: datetime
    grants: tuple[Grant, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class _GrantRecord:
    serial: Serial
    sha256: Sha256
    unit_code: UnitCode
    unit_name: Text
    roles: tuple[Role, ...]
    certificate: str
    age_recipient: AgeRecipient | None = None


@dataclass(frozen=True, slots=True)
class _TrustRecord:
    version: Ordinal
    issued_at: str
    next_update: str
    certificates: tuple[_GrantRecord, ...]
    format: str = FORMAT


def write_trust(version: int, issued_at: datetime, next_update: datetime, grants: Sequence[Grant]) -> bytes:
    """Return the canonical bytes of data/trust.json."""
    form = FORMAT_WITH_RECIPIENTS if any(grant.age_recipient for grant in grants) else FORMAT
    records = tuple(_record(grant) for grant in grants)
    written = asdict(_TrustRecord(version, format_utc(issued_at), format_utc(next_update), (), form))
    return strict_json.encode({**written, "certificates": records})


def _record(grant: Grant) -> dict[str, strict_json.Json]:
    """Return what the pack says of a certificate; without a key to encrypt to, word for word what format 1 says."""
    record: dict[str, strict_json.Json] = asdict(_grant_record(grant))
    if record["age_recipient"] is None:
        del record["age_recipient"]
    return record


def _grant_record(grant: Grant) -> _GrantRecord:
    return _GrantRecord(
        serial=grant.serial,
        sha256=grant.cert_sha256,
        unit_code=grant.unit_code,
        unit_name=grant.unit_name,
        roles=tuple(sorted(grant.roles)),
        certificate=base64.b64encode(grant.certificate).decode("ascii"),
        age_recipient=grant.age_recipient,
    )


def read_trust(document: JsonObject, raw: bytes, digest: str) -> TrustPack:
    """Return the pack; raises PackageError: update_app, json_invalid."""
    written = document.get("format")
    if written not in {FORMAT, FORMAT_WITH_RECIPIENTS} and str(written).startswith(_ANY_FORMAT):
        raise PackageError("package.update_app", format=str(written))
    try:
        record = msgspec.convert(document, _TrustRecord)
        pack = TrustPack(
            version=record.version,
            issued_at=parse_utc(record.issued_at),
            next_update=parse_utc(record.next_update),
            grants=tuple(_grant(each) for each in record.certificates),
            digest=digest,
        )
    except (msgspec.ValidationError, binascii.Error, ValueError) as error:
        raise StructureError("package.json_invalid", where=_WHERE, why=str(error)) from None
    if write_trust(pack.version, pack.issued_at, pack.next_update, pack.grants) != raw:
        raise StructureError("package.json_invalid", where=_WHERE, why="form")
    return pack


def _grant(record: _GrantRecord) -> Grant:
    certificate = base64.b64decode(record.certificate, validate=True)
    if sha256(certificate).hexdigest() != record.sha256:
        raise ValueError("a certificate's digest")
    if record.age_recipient is not None and not is_recipient(record.age_recipient):
        raise ValueError("a recipient's checksum")
    return Grant(
        serial=record.serial,
        cert_sha256=record.sha256,
        unit_code=record.unit_code,
        unit_name=record.unit_name,
        roles=frozenset(record.roles),
        certificate=certificate,
        age_recipient=record.age_recipient,
    )
