"""data/package.json: who sends what to whom, in which order, and what is inside."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Final
from unicodedata import is_normalized, normalize

import msgspec

from desktop.domain.rounds import PolicyRef
from desktop.exchange import strict_json
from desktop.exchange.container import profile
from desktop.exchange.container.contents import (
    Count,
    Enclosure,
    InReplyTo,
    PackageContents,
    PackageId,
    PackageNumber,
    Part,
    Period,
    Sha256,
    Text,
    UnitCode,
    format_utc,
    parse_utc,
)
from desktop.exchange.errors import PackageError, RecipientError, StructureError
from desktop.exchange.kinds import RULES, PackageKind

FORMAT: Final = "tinhgian/package/1"
FORMAT_IN_PARTS: Final = "tinhgian/package/2"
"""Of one of several parts, so that a program that knows no parts asks to be updated."""
_ANY_FORMAT = re.compile(r"tinhgian/package/(\d{1,6})\Z", re.ASCII)
JSON_TYPE: Final = "application/json"
DOCUMENT_ROLE: Final = "document"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who signs, and with which certificate."""

    unit_code: UnitCode
    cert_sha256: Sha256


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom it is for; `age_recipient` is the key it was encrypted to, None while it is not."""

    unit_code: UnitCode
    age_recipient: str | None = None


@dataclass(frozen=True, slots=True)
class PackageObject:
    """An entry below data/, with the name that people know it by."""

    path: str
    name: Text
    size: Count
    media_type: Text
    sha256: Sha256
    role: Text
    employee_ref: str | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """The envelope as signed; fields as in resources/schemas/package-envelope.schema.json."""

    kind: PackageKind
    package_id: PackageId
    issuer: Issuer
    recipient: Recipient | None
    period: Period
    sequence: PackageNumber
    supersedes: PackageId | None
    in_reply_to: InReplyTo | None
    policies: tuple[PolicyRef, ...]
    trust_version: Count
    created_at: str
    app_version: Text
    part: Part | None
    objects: tuple[PackageObject, ...]
    format: str = FORMAT


def build_envelope(
    contents: PackageContents, package_id: str, cert_sha256: str, objects: Sequence[PackageObject]
) -> Envelope:
    """Return the envelope of what is being written."""
    unit, key = contents.recipient_unit, contents.recipient_key
    recipient = Recipient(unit, key) if unit is not None else None
    return Envelope(
        kind=contents.kind,
        package_id=package_id,
        issuer=Issuer(contents.issuer_unit, cert_sha256),
        recipient=recipient,
        period=contents.period,
        sequence=contents.sequence,
        supersedes=contents.supersedes,
        in_reply_to=contents.in_reply_to,
        policies=contents.policies,
        trust_version=contents.trust_version,
        created_at=format_utc(contents.created_at),
        app_version=contents.app_version,
        part=contents.part,
        objects=tuple(objects),
        format=FORMAT_IN_PARTS if contents.part else FORMAT,
    )


def enclosed_object(ordinal: int, enclosure: Enclosure, size: int) -> PackageObject:
    """Return how the envelope lists an enclosure; raises StructureError("package.media_type")."""
    if enclosure.media_type not in profile.EXTENSIONS:
        raise StructureError("package.media_type", name=enclosure.name, media_type=enclosure.media_type)
    return PackageObject(
        path=profile.attachment_path(ordinal, enclosure.media_type),
        name=normalize("NFC", enclosure.name),
        size=size,
        media_type=enclosure.media_type,
        sha256=enclosure.sha256,
        role=enclosure.role,
        employee_ref=enclosure.employee_ref,
    )


def write_envelope(envelope: Envelope) -> bytes:
    """Return the envelope's only form: canonical JSON."""
    return strict_json.encode(asdict(envelope))


def read_envelope(raw: bytes) -> Envelope:
    """Return the envelope; raises PackageError: json_invalid, update_app, or what `_check_meaning` says."""
    fields = strict_json.parse(raw, profile.ENVELOPE)
    _check_version(fields)
    try:
        envelope = msgspec.convert(fields, Envelope)
        parse_utc(envelope.created_at)
    except (msgspec.ValidationError, ValueError) as error:
        raise _invalid(str(error)) from None
    if write_envelope(envelope) != raw:  # unknown fields, and all that has more than one spelling
        raise _invalid("form")
    _check_meaning(envelope)
    return envelope


def _invalid(why: str) -> StructureError:
    return StructureError("package.json_invalid", where=profile.ENVELOPE, why=why)


def _check_version(fields: dict[str, strict_json.Json]) -> None:
    written = fields.get("format")
    if written in {FORMAT, FORMAT_IN_PARTS} and fields.get("kind") in set(PackageKind):
        return
    if isinstance(written, str) and _ANY_FORMAT.match(written):
        raise PackageError("package.update_app", format=written)
    raise _invalid("format")


def _check_meaning(envelope: Envelope) -> None:
    rule = RULES[envelope.kind]
    if rule.addressed and envelope.recipient is None:
        raise RecipientError("package.not_for_us", recipient="")
    if envelope.supersedes == envelope.package_id:
        raise _invalid("supersedes itself")
    if not all(is_normalized("NFC", each.name) for each in envelope.objects):
        raise _invalid("name")
    if [each.path for each in envelope.objects] != _expected_paths(envelope):
        raise _invalid("objects")
    _check_part(envelope)


def _check_part(envelope: Envelope) -> None:
    """What is published to all comes whole; a part has its place among the others, and something in it."""
    part = envelope.part
    if (part is not None) != (envelope.format == FORMAT_IN_PARTS):
        raise _invalid("format")
    if part and (part.n > part.of or not RULES[envelope.kind].addressed or not envelope.objects):
        raise _invalid("part")


def _expected_paths(envelope: Envelope) -> list[str]:
    """Attachments numbered from 1 with the ending of their type, then the records, if they are in this part."""
    attached = [each for each in envelope.objects if each.path.startswith(profile.ATTACHMENTS)]
    if any(each.media_type not in profile.EXTENSIONS for each in attached):
        raise _invalid("media type")
    if not RULES[envelope.kind].embeds and any(each.media_type == profile.PACKAGE_TYPE for each in attached):
        raise _invalid("media type")
    paths = [profile.attachment_path(ordinal, each.media_type) for ordinal, each in enumerate(attached, start=1)]
    return paths if envelope.part and not envelope.part.leads else [*paths, RULES[envelope.kind].document_path]


def set_digest(parts: Iterable[Sequence[PackageObject]]) -> str:
    """Return the SHA-256 that binds parts to each other, from the objects of each, in order of the parts."""
    return sha256(strict_json.encode([[asdict(each) for each in objects] for objects in parts])).hexdigest()


def common_digest(envelope: Envelope) -> str:
    """Return the SHA-256 of what all parts of a set say alike: all but their own number, id and objects."""
    part = replace(envelope.part, n=1) if envelope.part else None
    return sha256(write_envelope(replace(envelope, package_id="", objects=(), part=part))).hexdigest()
