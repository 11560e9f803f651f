"""A container whose structure, signature and digests have been checked; whom it may come from has not."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exchange import strict_json
from desktop.exchange.container import profile
from desktop.exchange.container.contents import JsonObject
from desktop.exchange.container.digests import Digest, Meter, chunks
from desktop.exchange.container.envelope import JSON_TYPE, Envelope, PackageObject, read_envelope
from desktop.exchange.container.hashing import Reopen, hash_entries
from desktop.exchange.container.manifest import Reference, read_manifest
from desktop.exchange.container.scan import scan
from desktop.exchange.container.span import Span, bytes_of
from desktop.exchange.container.zip_layout import Entry
from desktop.exchange.errors import SignatureError, StructureError
from desktop.exchange.kinds import RULES

if TYPE_CHECKING:
    from desktop.exchange.signing.verify import VerifiedSignature

SignatureCheck = Callable[[bytes, bytes], "VerifiedSignature"]
"""Gets the manifest's bytes and the signature's; raises SignatureError or TrustError."""


@dataclass(frozen=True, slots=True)
class OpenedContainer:
    """What a container holds. `digest` is the SHA-256 of its manifest; `spans` say where in the
    file the bytes of each entry lie.

    In the later ones of several parts `document` and `document_bytes` are empty.
    """

    path: Path
    digest: str
    signature: "VerifiedSignature"
    envelope: Envelope
    document: JsonObject
    document_bytes: bytes
    spans: dict[str, Span]


def open_container(
    path: Path, check_signature: SignatureCheck, meter: Meter, span: Span | None = None
) -> OpenedContainer:
    """Check in this order: structure, signature, manifest, every digest; only then is any JSON parsed.

    `span` says where in the file the container lies when it is inside another.

    Raises PackageError (StructureError, LimitError, SignatureError, TrustError, Cancelled) and OSError.
    """
    with bytes_of(path, span) as source:
        entries = {entry.name: entry for entry in scan(source)}
        meter.expect(sum(each.size for each in entries.values() if profile.is_embedded(each.name)))
        _content(source, entries, profile.MIMETYPE)
        manifest = _content(source, entries, profile.MANIFEST)
        signature = check_signature(manifest, _content(source, entries, profile.SIGNATURE))
        references = read_manifest(manifest)
        _check_listed(entries, references)
        small = _checked_small(source, entries, references, meter)
    heads = _checked_attachments(lambda: bytes_of(path, span), entries, references, meter)
    envelope = read_envelope(small[profile.ENVELOPE])
    _check_objects(envelope, entries, references, heads)
    if envelope.issuer.cert_sha256 != signature.cert_sha256:
        raise SignatureError("package.signature_profile", why="issuer's certificate")
    records = RULES[envelope.kind].document_path
    document_bytes = small.get(records)
    start = span.offset if span else 0
    return OpenedContainer(
        path=path,
        digest=sha256(manifest).hexdigest(),
        signature=signature,
        envelope=envelope,
        document={} if document_bytes is None else strict_json.parse(document_bytes, records),
        document_bytes=document_bytes or b"",
        spans={each.name: Span(start + each.content_offset, each.size) for each in entries.values()},
    )


def _content(source: BufferedReader, entries: dict[str, Entry], name: str) -> bytes:
    """Return the bytes of a small entry, whose checksum must fit."""
    if name not in entries:
        raise StructureError("package.manifest_invalid", why=f"{name} missing")
    content, digest = _read(source, entries[name])
    if digest.crc != entries[name].crc:
        raise StructureError("package.digest_mismatch", name=name)
    return content


def _read(source: BufferedReader, entry: Entry) -> tuple[bytes, Digest]:
    source.seek(entry.content_offset)
    digest = Digest()
    content = bytearray()
    for chunk in chunks(source, entry.size):
        digest.feed(chunk)
        content += chunk
    return bytes(content), digest


def _check_listed(entries: dict[str, Entry], references: tuple[Reference, ...]) -> None:
    """The container holds what the manifest lists, in its order, and what every container holds."""
    listed = {reference.path for reference in references}
    for name in entries:
        if name not in listed | {profile.MIMETYPE, profile.MANIFEST, profile.SIGNATURE}:
            raise StructureError("package.unlisted_entry", name=name)
    missing = (listed | {profile.ENVELOPE}) - entries.keys()
    if missing:
        raise StructureError("package.manifest_invalid", why=f"{min(missing)} missing")
    order = [profile.MIMETYPE, *(each.path for each in references), profile.MANIFEST, profile.SIGNATURE]
    if list(entries) != order:
        raise StructureError("package.zip_structure", where="order")


def _checked_small(
    source: BufferedReader, entries: dict[str, Entry], references: tuple[Reference, ...], meter: Meter
) -> dict[str, bytes]:
    """Return the JSON entries whole after checking their digests."""
    small: dict[str, bytes] = {}
    for reference in references:
        if not reference.path.startswith(profile.ATTACHMENTS):
            small[reference.path], digest = _read(source, entries[reference.path])
            _check_digest(reference, entries[reference.path], digest)
            meter.passed(digest.size)
    return small


def _checked_attachments(
    reopen: Reopen, entries: dict[str, Entry], references: tuple[Reference, ...], meter: Meter
) -> dict[str, bytes]:
    """Return how each attachment begins after checking every digest."""
    attached = [each for each in references if each.path.startswith(profile.ATTACHMENTS)]
    digests = hash_entries(reopen, [entries[each.path] for each in attached], meter)
    for reference in attached:
        _check_digest(reference, entries[reference.path], digests[reference.path])
    return {each.path: digests[each.path].head for each in attached}


def _check_digest(reference: Reference, entry: Entry, digest: Digest) -> None:
    if (digest.sha256, digest.crc, digest.size) != (reference.sha256, entry.crc, entry.size):
        raise StructureError("package.digest_mismatch", name=reference.path)


def _check_objects(
    envelope: Envelope, entries: dict[str, Entry], references: tuple[Reference, ...], heads: dict[str, bytes]
) -> None:
    """Envelope and manifest say the same of every entry; files are of the type they claim."""
    listed = {each.path: each for each in references if each.path != profile.ENVELOPE}
    said = {each.path: Reference(each.path, each.media_type, each.sha256) for each in envelope.objects}
    if said != listed or any(each.size != entries[each.path].size for each in envelope.objects):
        raise StructureError("package.manifest_invalid", why="envelope differs")
    for each in envelope.objects:
        _check_type(each, heads)


def _check_type(listed: PackageObject, heads: dict[str, bytes]) -> None:
    if listed.path not in heads:
        fits = listed.media_type == JSON_TYPE
    else:
        fits = profile.looks_like(listed.media_type, heads[listed.path])
    if not fits:
        raise StructureError("package.media_type", name=listed.name, media_type=listed.media_type)
