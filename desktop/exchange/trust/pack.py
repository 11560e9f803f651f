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
from desktop.exchange.errors import KeyRefusal, PackageError, StructureError
from desktop.exchange.kinds import Role
from desktop.exchange.signing.encryption_key import AgeRecipient, is_recipient
from desktop.exchange.trust.foreign import authority_from
from desktop.exchange.trust.grants import Grant

FORMAT: Final = "tinhgian/trust/1"
FORMAT_1_1: Final = "tinhgian/trust/1.1"
FORMAT_1_2: Final = "tinhgian/trust/1.2"
"""Each written only when there is something that the one before has no place for: an older program then asks to be
updated. 1.1: recipients, revocations, roots. 1.2: government authorities, the role of a
parent unit.
"""
_ANY_FORMAT: Final = "tinhgian/trust/"
_WHERE: Final = "data/trust.json"

Serial = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{1,40}\Z")]


@dataclass(frozen=True, slots=True)
class Handover:
    """A new root (DER) that follows the one that signed the pack, and its detached signature that it agrees."""

    root: bytes
    consent: bytes


@dataclass(frozen=True, slots=True)
class TrustPack:
    """A trust pack as signed by the root; `digest` is that of the package's manifest.

    `crl` is the revocation list (DER), None in packs from before there were any; `handover` names the root that
    signs the packs after this one, `retired` are the roots (DER) before the one that signed it. `authorities` are
    the certificates (DER) of government authorities that issued some of the listed certificates.
    """

    version: int
    issued_at: datetime
    next_update: datetime
    grants: tuple[Grant, ...]
    digest: str
    crl: bytes | None = None
    handover: Handover | None = None
    retired: tuple[bytes, ...] = ()
    authorities: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class _GrantRecord:
    serial: Serial
    sha256: Sha256
    unit_code: UnitCode
    unit_name: Text
    roles: tuple[Role, ...]
    certificate: str
    age_recipient: AgeRecipient | None = None
    authority: Sha256 | None = None


@dataclass(frozen=True, slots=True)
class _TrustRecord:
    version: Ordinal
    issued_at: str
    next_update: str
    certificates: tuple[_GrantRecord, ...]
    crl: str | None = None
    next_root: str | None = None
    consent: str | None = None
    retired_roots: tuple[str, ...] | None = None
    authorities: tuple[str, ...] | None = None
    format: str = FORMAT


def write_trust(  # noqa: PLR0913 - each is another thing that the pack says
    version: int,
    issued_at: datetime,
    next_update: datetime,
    grants: Sequence[Grant],
    *,
    crl: bytes | None = None,
    handover: Handover | None = None,
    retired: Sequence[bytes] = (),
    authorities: Sequence[bytes] = (),
) -> bytes:
    """Return the canonical bytes of data/trust.json; what a pack does not have is left out."""
    record = _TrustRecord(
        version=version,
        issued_at=format_utc(issued_at),
        next_update=format_utc(next_update),
        certificates=(),
        crl=_text(crl),
        next_root=_text(handover.root) if handover else None,
        consent=_text(handover.consent) if handover else None,
        retired_roots=tuple(_encoded(each) for each in retired) or None,
        authorities=tuple(_encoded(each) for each in authorities) or None,
        format=_format(later=bool(crl or handover or retired), grants=grants, authorities=authorities),
    )
    written = {name: value for name, value in asdict(record).items() if value is not None}
    return strict_json.encode({**written, "certificates": tuple(_record(grant) for grant in grants)})


def _format(*, later: bool, grants: Sequence[Grant], authorities: Sequence[bytes]) -> str:
    """Return the oldest format that has a place for all that is said."""
    if authorities or any(Role.CONSOLIDATE in each.roles for each in grants):
        return FORMAT_1_2
    return FORMAT_1_1 if later or any(grant.age_recipient for grant in grants) else FORMAT


def _text(der: bytes | None) -> str | None:
    return None if der is None else _encoded(der)


def _encoded(der: bytes) -> str:
    return base64.b64encode(der).decode("ascii")


def _handover(record: _TrustRecord) -> Handover | None:
    root, consent = _bytes(record.next_root), _bytes(record.consent)
    if root is None and consent is None:
        return None
    if root is None or consent is None:
        raise ValueError("a new root without its consent")
    return Handover(root, consent)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)


def _record(grant: Grant) -> dict[str, strict_json.Json]:
    """Return what the pack says of a certificate; without a key to encrypt to, word for word what format 1 says."""
    record: dict[str, strict_json.Json] = asdict(_grant_record(grant))
    return {name: value for name, value in record.items() if value is not None}


def _grant_record(grant: Grant) -> _GrantRecord:
    return _GrantRecord(
        serial=grant.serial,
        sha256=grant.cert_sha256,
        unit_code=grant.unit_code,
        unit_name=grant.unit_name,
        roles=tuple(sorted(grant.roles)),
        certificate=_encoded(grant.certificate),
        age_recipient=grant.age_recipient,
        authority=grant.authority,
    )


def read_trust(document: JsonObject, raw: bytes, digest: str) -> TrustPack:
    """Return the pack; raises PackageError: update_app, json_invalid."""
    written = document.get("format")
    if written not in {FORMAT, FORMAT_1_1, FORMAT_1_2} and str(written).startswith(_ANY_FORMAT):
        raise PackageError("package.update_app", format=str(written))
    try:
        record = msgspec.convert(document, _TrustRecord)
        pack = TrustPack(
            version=record.version,
            issued_at=parse_utc(record.issued_at),
            next_update=parse_utc(record.next_update),
            grants=tuple(_grant(each) for each in record.certificates),
            digest=digest,
            crl=_bytes(record.crl),
            handover=_handover(record),
            retired=tuple(base64.b64decode(each, validate=True) for each in record.retired_roots or ()),
            authorities=tuple(base64.b64decode(each, validate=True) for each in record.authorities or ()),
        )
        _check_authorities(pack)
    except (msgspec.ValidationError, binascii.Error, ValueError, KeyRefusal) as error:
        raise StructureError("package.json_invalid", where=_WHERE, why=str(error)) from None
    if _written(pack) != raw:
        raise StructureError("package.json_invalid", where=_WHERE, why="form")
    return pack


def _written(pack: TrustPack) -> bytes:
    return write_trust(
        pack.version,
        pack.issued_at,
        pack.next_update,
        pack.grants,
        crl=pack.crl,
        handover=pack.handover,
        retired=pack.retired,
        authorities=pack.authorities,
    )


def _check_authorities(pack: TrustPack) -> None:
    """Raise ValueError or KeyRefusal unless each is an authority, there once, and stands behind what names it."""
    digests = [sha256(authority_from(each)).hexdigest() for each in pack.authorities]
    if len(set(digests)) != len(digests):
        raise ValueError("an authority twice")
    if {each.authority for each in pack.grants} - {None, *digests}:
        raise ValueError("a certificate's authority")


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
        authority=record.authority,
    )
