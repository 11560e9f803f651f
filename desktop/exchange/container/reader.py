"""Reading a package: it is verified from the first byte to the last before anything in it is believed."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desktop.exchange.container.contents import JsonObject, Part, SignerIdentity, format_clock
from desktop.exchange.container.digests import CancelCheck, Digest, Meter, Progress, chunks
from desktop.exchange.container.embedded import read_embedded
from desktop.exchange.container.entry_stream import entry_stream
from desktop.exchange.container.envelope import Envelope, PackageObject
from desktop.exchange.container.opened import OpenedContainer, SignatureCheck, open_container
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.container.profile import ATTACHMENTS
from desktop.exchange.container.span import Span
from desktop.exchange.errors import (
    ClockWrong,
    NotAuthorised,
    RecipientError,
    StructureError,
    UnknownSigner,
    reading,
)
from desktop.exchange.kinds import RULES, PackageKind, package_file_name
from desktop.exchange.trust.grants import Grant, Trust
from desktop.exchange.trust.standing import check_standing

if TYPE_CHECKING:
    from desktop.exchange.signing.verify import VerifiedSignature


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bytes of an attached file lie."""

    path: Path
    offset: int


@dataclass(frozen=True, slots=True)
class VerifiedPart:
    """One of several parts, every byte of it checked; what it says counts only when `joining.join` has all of them.

    `document_bytes` is empty but in the first part. `places` are those of `enclosures`, by their path.
    """

    path: Path
    digest: str
    envelope: Envelope
    part: Part
    document: JsonObject
    document_bytes: bytes
    enclosures: tuple[PackageObject, ...]
    signer: SignerIdentity
    places: dict[str, Place]
    embedded: tuple["VerifiedPackage", ...] = ()
    """The packages of subordinate units among the files of this part."""

    def content(self, enclosure: PackageObject) -> BinaryIO:
        """As of a whole package; what the file is for, only the whole package says."""
        return _content(self.places[enclosure.path], enclosure)


@dataclass(frozen=True, slots=True)
class VerifiedPackage:
    """A package whose every byte was checked; the only form in which the rest of the program sees one.

    `digest` is the SHA-256 of the signed manifest: what an answer cites. `enclosures` are the attached files,
    `embedded` those of them that are packages of subordinate units, each verified like this one; the `path` of such
    a one only gives the name that it would have alone. One that came in several `parts` is known by the first of
    them; there it has its path, id and digest from.
    """

    path: Path
    digest: str
    envelope: Envelope
    document: JsonObject
    document_bytes: bytes
    enclosures: tuple[PackageObject, ...]
    signer: SignerIdentity
    _places: dict[str, Place]
    parts: tuple[VerifiedPart, ...] = ()
    embedded: tuple["VerifiedPackage", ...] = ()

    def content(self, enclosure: PackageObject) -> BinaryIO:
        """Open an enclosure's bytes for reading; who reads them checks their digest. Raises FileError."""
        return _content(self._places[enclosure.path], enclosure)

    def extract(self, enclosure: PackageObject, target: Path) -> None:
        """Copy an enclosure to `target`, hashing again what is copied.

        Raises StructureError("package.digest_mismatch") if the package changed since it was read, FileError.
        """
        place = self._places[enclosure.path]
        with reading(place.path), place.path.open("rb") as source, part_file(target) as part:
            source.seek(place.offset)
            digest = Digest()
            with synced(part) as stream:
                for chunk in chunks(source, enclosure.size):
                    digest.feed(chunk)
                    stream.write(chunk)
            if digest.sha256 != enclosure.sha256:
                raise StructureError("package.digest_mismatch", name=enclosure.path)


def _content(place: Place, enclosure: PackageObject) -> BinaryIO:
    with reading(place.path):
        return entry_stream(place.path, place.offset, enclosure.size)


def read_package(  # noqa: PLR0913 - four of them are options, given by name
    path: Path,
    trust: Trust,
    *,
    now: datetime,
    recipient: str | None = None,
    expected_kind: PackageKind | None = None,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> VerifiedPackage:
    """Verify the package at `path` and return what it says.

    `now` is when the certificate is judged, unless `trust` knows when the package was first seen: what was taken in
    stays valid when its certificate ends or is revoked later. `recipient` is the reading unit's code: a package
    addressed to another is refused, and so is one of several parts. Packages inside are verified likewise. Raises
    PackageError; the refusal's params hold the file's name. Nothing is written.
    """
    return whole(
        read_any(
            path,
            trust,
            now=now,
            recipient=recipient,
            expected_kind=expected_kind,
            progress=progress,
            cancelled=cancelled,
        )
    )


def whole(found: VerifiedPackage | VerifiedPart) -> VerifiedPackage:
    """Return what was read if it is a package by itself; raises StructureError("package.part_alone")."""
    if isinstance(found, VerifiedPart):
        raise StructureError("package.part_alone", file=found.path.name, number=found.part.n, parts=found.part.of)
    return found


def read_any(  # noqa: PLR0913 - four of them are options, given by name
    path: Path,
    trust: Trust,
    *,
    now: datetime,
    recipient: str | None = None,
    expected_kind: PackageKind | None = None,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> VerifiedPackage | VerifiedPart:
    """As `read_package`, but one of several parts is no refusal."""
    with reading(path):
        meter = Meter(path.stat().st_size, progress, cancelled, inside=True)

        def read_inside(span: Span) -> VerifiedPackage:
            inner = open_container(path, _trusted(trust, now), meter, span)
            return _inside(inner, _authorised(inner, trust, trust.first_seen(inner.digest) or now))

        opened = open_container(path, _trusted(trust, now), meter)
        signer = _authorised(opened, trust, trust.first_seen(opened.digest) or now)
        _check_address(opened.envelope, recipient, expected_kind)
        inside = read_embedded(opened, signer, read_inside)
    part = opened.envelope.part
    return _part(opened, signer, part, inside) if part else replace(_whole(opened, signer), embedded=inside)


def read_self_signed(path: Path, *, now: datetime) -> OpenedContainer:
    """Verify a package that only proves the possession of the key it was signed with: an enrolment request."""
    from desktop.exchange.signing.verify import verify_possession  # noqa: PLC0415 - loading pyHanko takes 0.3 s

    with reading(path):
        opened = open_container(
            path, lambda manifest, signature: verify_possession(manifest, signature, now), _meter(path, None, None)
        )
        _check_address(opened.envelope, None, PackageKind.ENROLMENT)
    return opened


def check_written(path: Path, certificate: bytes, signed_at: datetime, meter: Meter) -> str:
    """Read back what was just written and signed with `certificate` (DER); return its digest.

    Raises what reading raises.
    """
    return open_container(path, _chained((certificate,), signed_at), meter).digest


def _chained(roots: tuple[bytes, ...], now: datetime) -> SignatureCheck:
    from desktop.exchange.signing.verify import verify_chained  # noqa: PLC0415 - loading pyHanko takes 0.3 s

    return lambda manifest, signature: verify_chained(manifest, signature, roots, now)


def _trusted(trust: Trust, now: datetime) -> SignatureCheck:
    """Judge the signature when the package was first seen; a clock that lags behind is told before all else."""
    from desktop.exchange.signing.verify import CLOCK_TOLERANCE, verify_trusted  # noqa: PLC0415 - loads pyHanko, 0.3 s

    if trust.latest is not None and now < trust.latest - CLOCK_TOLERANCE:
        raise ClockWrong("package.clock_wrong", now=format_clock(now))

    def check(manifest: bytes, signature: bytes) -> "VerifiedSignature":
        moment = trust.first_seen(sha256(manifest).hexdigest()) or now
        return verify_trusted(manifest, signature, trust, moment)

    return check


def _meter(path: Path, progress: Progress | None, cancelled: CancelCheck | None) -> Meter:
    return Meter(path.stat().st_size, progress, cancelled)


def _authorised(opened: OpenedContainer, trust: Trust, moment: datetime) -> SignerIdentity:
    """Return who signed, after checking that this signer may sign this kind for this unit, at that moment."""
    if opened.envelope.kind is PackageKind.TRUST:
        return _root_signed(opened, trust)
    grant = trust.grant_of(opened.signature.cert_sha256)
    if opened.signature.certificate in trust.roots:
        raise UnknownSigner("package.unknown_signer", signer=opened.signature.common_name)
    if grant is None:
        name = opened.signature.common_name
        raise NotAuthorised("package.signer_not_listed", signer=name, version=trust.version)
    check_standing(grant, trust, moment)
    if not RULES[opened.envelope.kind].allows(grant.roles) or grant.unit_code != opened.envelope.issuer.unit_code:
        unit = opened.envelope.issuer.unit_code
        raise NotAuthorised("package.not_authorised", signer=grant.unit_name, unit=unit)
    return _identity(opened, grant)


def _root_signed(opened: OpenedContainer, trust: Trust) -> SignerIdentity:
    if opened.signature.certificate != trust.root:
        unit = opened.envelope.issuer.unit_code
        raise NotAuthorised("package.not_authorised", signer=opened.signature.common_name, unit=unit)
    return SignerIdentity(
        unit_code=opened.envelope.issuer.unit_code,
        common_name=opened.signature.common_name,
        roles=frozenset(),
        cert_sha256=opened.signature.cert_sha256,
        claimed_signing_time=opened.signature.claimed_signing_time,
    )


def _identity(opened: OpenedContainer, grant: Grant) -> SignerIdentity:
    return SignerIdentity(
        unit_code=grant.unit_code,
        common_name=grant.unit_name,
        roles=grant.roles,
        cert_sha256=grant.cert_sha256,
        claimed_signing_time=opened.signature.claimed_signing_time,
    )


def _check_address(envelope: Envelope, recipient: str | None, expected_kind: PackageKind | None) -> None:
    if expected_kind is not None and envelope.kind is not expected_kind:
        raise RecipientError("package.wrong_kind", kind=envelope.kind.value, expected=expected_kind.value)
    addressed = envelope.recipient.unit_code if envelope.recipient else None
    if recipient is not None and addressed not in {None, recipient}:
        raise RecipientError("package.not_for_us", recipient=addressed or "")


def _whole(opened: OpenedContainer, signer: SignerIdentity) -> VerifiedPackage:
    enclosures = _attached(opened)
    return VerifiedPackage(
        path=opened.path,
        digest=opened.digest,
        envelope=opened.envelope,
        document=opened.document,
        document_bytes=opened.document_bytes,
        enclosures=enclosures,
        signer=signer,
        _places=_places(opened, enclosures),
    )


def _inside(opened: OpenedContainer, signer: SignerIdentity) -> VerifiedPackage:
    """Return a package that lies inside another, under the name that it would have alone; a part of one is refused."""
    envelope = opened.envelope
    name = package_file_name(envelope.kind, envelope.issuer.unit_code, envelope.period, envelope.sequence)
    if envelope.part:
        raise StructureError("package.part_alone", number=envelope.part.n, parts=envelope.part.of)
    return replace(_whole(opened, signer), path=opened.path.with_name(name))


def _part(
    opened: OpenedContainer, signer: SignerIdentity, part: Part, inside: tuple[VerifiedPackage, ...]
) -> VerifiedPart:
    enclosures = _attached(opened)
    return VerifiedPart(
        path=opened.path,
        digest=opened.digest,
        envelope=opened.envelope,
        part=part,
        document=opened.document,
        document_bytes=opened.document_bytes,
        enclosures=enclosures,
        signer=signer,
        places=_places(opened, enclosures),
        embedded=inside,
    )


def _attached(opened: OpenedContainer) -> tuple[PackageObject, ...]:
    return tuple(each for each in opened.envelope.objects if each.path.startswith(ATTACHMENTS))


def _places(opened: OpenedContainer, enclosures: tuple[PackageObject, ...]) -> dict[str, Place]:
    return {each.path: Place(opened.path, opened.spans[each.path].offset) for each in enclosures}
