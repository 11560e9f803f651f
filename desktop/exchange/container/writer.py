"""Writing a package: attachments stream in, manifest and signature come last.

The digest of an attachment is known before; whether it is still true is found when the package is read back, which
hashes what was written on all cores. So each byte is hashed once.
"""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BufferedIOBase, BufferedRandom, BytesIO
from pathlib import Path

from desktop.exchange.container import profile, zip_layout
from desktop.exchange.container.contents import BeforeNaming, Enclosure, PackageContents, WrittenPackage
from desktop.exchange.container.digests import CancelCheck, Checksum, Digest, Meter, Progress, chunks
from desktop.exchange.container.envelope import (
    DOCUMENT_ROLE,
    JSON_TYPE,
    PackageObject,
    build_envelope,
    enclosed_object,
    write_envelope,
)
from desktop.exchange.container.manifest import Reference, write_manifest
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.container.profile import PROFILE, Profile
from desktop.exchange.container.reader import check_written
from desktop.exchange.container.zip_layout import Entry
from desktop.exchange.errors import FileError, LimitError, StructureError, naming, reading_refused
from desktop.exchange.kinds import RULES
from desktop.exchange.signing.signer import Signer
from desktop.system.marks import mark

_MEGABYTE = 1_000_000


def write_package(  # noqa: PLR0913 - four of them are options, given by name
    target: Path,
    contents: PackageContents,
    signer: Signer,
    *,
    package_id: str | None = None,
    before_naming: BeforeNaming | None = None,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> WrittenPackage:
    """Write, sign, read back and verify a package; only then does it get its name. On failure nothing remains.

    Raises PackageError: what is wrong with the contents (media_type, too_large, json_invalid ...), with an
    enclosure (enclosure_missing, enclosure_changed), with the disk (disk_full, cannot_write ...), or cancelled.
    """
    with naming(target.name), part_file(target) as part:
        piece = write_into(part, contents, signer, package_id=package_id, progress=progress, cancelled=cancelled)
        written = replace(piece, path=target)
        if before_naming:
            before_naming(written, (part,))
    return written


def write_into(  # noqa: PLR0913 - three of them are options, given by name
    path: Path,
    contents: PackageContents,
    signer: Signer,
    *,
    package_id: str | None = None,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> WrittenPackage:
    """Write, sign, read back and verify a package at `path`, which the caller removes on failure.

    Raises what `write_package` raises, but OSError for what is wrong with the disk.
    """
    plan = _plan(contents, package_id or str(uuid.uuid4()))
    meter = Meter(2 * plan.size, progress, cancelled)
    with synced(path) as stream:
        digest = _fill(_Container(stream, meter), plan, signer)
    with _telling_changed(plan):
        check_written(path, signer.certificate, contents.created_at, meter)
    mark("package.verified")
    return WrittenPackage(path, plan.package_id, digest)


@contextmanager
def _telling_changed(plan: "_Plan") -> Iterator[None]:
    """Tell an enclosure that is no longer what it was from one that was written wrongly."""
    try:
        yield
    except StructureError as refusal:
        if refusal.code == "package.digest_mismatch":
            for enclosure, listed in plan.attached:
                if listed.path == refusal.params["name"]:
                    _check_unchanged(enclosure, listed.size)
        raise


def _check_unchanged(enclosure: Enclosure, size: int) -> None:
    digest = Digest()
    try:
        with enclosure.path.open("rb") as source:
            for chunk in chunks(source, size + 1):
                digest.feed(chunk)
    except OSError as error:
        raise reading_refused(error, enclosure.name) from error
    if digest.sha256 != enclosure.sha256:
        raise FileError("package.enclosure_changed", name=enclosure.name)


@dataclass(frozen=True, slots=True)
class _Plan:
    contents: PackageContents
    package_id: str
    attached: tuple[tuple[Enclosure, PackageObject], ...]

    @property
    def size(self) -> int:
        """The bytes that will be streamed, but for the headers."""
        document = len(self.contents.document) if self.contents.has_document else 0
        return document + sum(each.size for _, each in self.attached)


def _plan(contents: PackageContents, package_id: str, limits: Profile = PROFILE) -> _Plan:
    """Look at all enclosures before a byte is written."""
    count = len(contents.enclosures)
    _check_embedded(contents, limits)
    if count > limits.max_attachments:
        raise LimitError("package.too_many_enclosures", count=count, limit=limits.max_attachments)
    attached = tuple(
        (enclosure, enclosed_object(ordinal, enclosure, size_of(enclosure, limits)))
        for ordinal, enclosure in enumerate(contents.enclosures, start=1)
    )
    plan = _Plan(contents, package_id, attached)
    if plan.size > limits.max_package:
        raise LimitError("package.too_large", what="package", size=plan.size, limit=limits.max_package)
    return plan


def _check_embedded(contents: PackageContents, limits: Profile) -> None:
    inside = [each for each in contents.enclosures if each.media_type == profile.PACKAGE_TYPE]
    if inside and not RULES[contents.kind].embeds:
        raise StructureError("package.media_type", name=inside[0].name, media_type=inside[0].media_type)
    if len(inside) > limits.max_embedded:
        raise LimitError("package.too_many_enclosures", count=len(inside), limit=limits.max_embedded)


def size_of(enclosure: Enclosure, limits: Profile = PROFILE) -> int:
    """Return the size of the file in bytes; raises FileError, LimitError("package.enclosure_too_large")."""
    try:
        size = enclosure.path.stat().st_size
    except FileNotFoundError:
        raise FileError("package.enclosure_missing", name=enclosure.name) from None
    except OSError as error:
        raise reading_refused(error, enclosure.name) from error
    limit = limits.max_package if enclosure.media_type == profile.PACKAGE_TYPE else limits.max_attachment
    if size > limit:
        raise LimitError(
            "package.enclosure_too_large",
            name=enclosure.name,
            size_mb=megabytes(size),
            limit_mb=limit // _MEGABYTE,
        )
    return size


def megabytes(size: int) -> int:
    """Return the size in MB (10^6 bytes), rounded up."""
    return -(-size // _MEGABYTE)


class _Container:
    """Appends entries; a header is written again once the checksum of the bytes after it is known."""

    def __init__(self, stream: BufferedRandom, meter: Meter) -> None:
        self._stream = stream
        self._meter = meter
        self._entries: list[Entry] = []

    def add(self, name: str, content: bytes) -> str:
        """Add an entry from memory; return its SHA-256."""
        self.stream_in(name, BytesIO(content), len(content))
        return sha256(content).hexdigest()

    def stream_in(self, name: str, source: BufferedIOBase, size: int) -> Checksum:
        """Add an entry of exactly `size` bytes from `source`, or fewer if it ends before."""
        offset = self._entries[-1].end if self._entries else 0
        self._stream.write(zip_layout.local_header(Entry(name, size, 0, offset)))
        mark("package.entry_begun")
        checksum = Checksum()
        for chunk in chunks(source, size):
            checksum.feed(chunk)
            self._stream.write(chunk)
            self._meter.passed(len(chunk))
        self._finish(Entry(name, size, checksum.crc, offset))
        return checksum

    def _finish(self, entry: Entry) -> None:
        self._stream.seek(entry.offset)
        self._stream.write(zip_layout.local_header(entry))
        self._stream.seek(entry.end)
        self._entries.append(entry)
        mark("package.entry_written")

    def close(self) -> None:
        """Write the directory."""
        self._stream.write(zip_layout.directory(self._entries))
        mark("package.closed")


def _fill(container: _Container, plan: _Plan, signer: Signer) -> str:
    """Write all entries in their order; return the SHA-256 of the manifest."""
    contents = plan.contents
    container.add(profile.MIMETYPE, profile.MIMETYPE_CONTENT)
    for enclosure, listed in plan.attached:
        _stream_enclosure(container, enclosure, listed)
    attached = tuple(listed for _, listed in plan.attached)
    objects = (*attached, *document_object(contents))
    envelope = build_envelope(contents, plan.package_id, sha256(signer.certificate).hexdigest(), objects)
    envelope_digest = container.add(profile.ENVELOPE, write_envelope(envelope))
    for each in objects[len(attached) :]:
        container.add(each.path, contents.document)
    manifest = write_manifest(_references(objects, envelope_digest))
    container.add(profile.MANIFEST, manifest)
    signature = _sign(signer, manifest, contents)
    mark("package.signed")
    container.add(profile.SIGNATURE, signature)
    container.close()
    return sha256(manifest).hexdigest()


def _stream_enclosure(container: _Container, enclosure: Enclosure, listed: PackageObject) -> None:
    try:
        source = enclosure.path.open("rb")
    except OSError as error:
        raise reading_refused(error, enclosure.name) from error
    with source:
        written = container.stream_in(listed.path, source, listed.size)
        longer = source.read(1)
    if written.size != listed.size or longer:
        raise FileError("package.enclosure_changed", name=enclosure.name)
    if not profile.looks_like(enclosure.media_type, written.head):
        raise StructureError("package.media_type", name=enclosure.name, media_type=enclosure.media_type)


def document_object(contents: PackageContents) -> tuple[PackageObject, ...]:
    """Return how the envelope lists the records, nothing in a part that has none."""
    if not contents.has_document:
        return ()
    rule = RULES[contents.kind]
    digest = sha256(contents.document).hexdigest()
    name = f"{rule.document}.json"
    return (PackageObject(rule.document_path, name, len(contents.document), JSON_TYPE, digest, DOCUMENT_ROLE),)


def _references(objects: Iterable[PackageObject], envelope_digest: str) -> tuple[Reference, ...]:
    """Return what the manifest lists, in the order of the container."""
    listed = [Reference(each.path, each.media_type, each.sha256) for each in objects]
    attached = sum(each.path.startswith(profile.ATTACHMENTS) for each in listed)
    envelope = Reference(profile.ENVELOPE, JSON_TYPE, envelope_digest)
    return (*listed[:attached], envelope, *listed[attached:])


def _sign(signer: Signer, manifest: bytes, contents: PackageContents) -> bytes:
    from desktop.exchange.signing.cades import sign_detached  # noqa: PLC0415 - loading pyHanko takes 0.3 s

    return sign_detached(signer, manifest, contents.created_at)
