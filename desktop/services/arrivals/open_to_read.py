"""A package opened once more, to read what was signed: verified as on arrival, and nothing of it is taken in."""

import re
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Final
from weakref import finalize

from desktop.exchange.container.digests import CancelCheck, Progress, stage
from desktop.exchange.container.envelope import Envelope, PackageObject
from desktop.exchange.container.joining import join
from desktop.exchange.container.profile import EXTENSIONS
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.errors import StructureError
from desktop.exchange.trust.anchors import TrustAnchors
from desktop.services.arrivals.package_said import PackageSaid, package_said
from desktop.services.arrivals.package_seen import CertificateSeen, FileSeen, PackageSeen, SignatureSeen
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Office
from desktop.services.recovery.left_overs import leave_private, private_folder
from desktop.services.recovery.rebuild_reading import OldPackage, old_package
from desktop.services.sending.sealing import check_party, is_sealed

_PART: Final = re.compile(r"(?P<before>.+\.p)(?P<n>\d{1,2})(?P<after>-of-(?P<of>\d{1,2})\.asice(?:\.age)?)\Z")
"""The name of one of several parts."""


@dataclass
class OpenedToRead:
    """A verified package while somebody reads it.

    What was decrypted for that is gone after `close`, or when nobody holds it any more, or the program ends.
    """

    seen: PackageSeen
    _sources: tuple[tuple[VerifiedPackage, PackageObject], ...]
    _scratch: Path
    _open: ExitStack
    _drawn: dict[int, Path] = field(default_factory=dict)
    _taking_out: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        """Close once, whoever forgets to."""
        self._closing = finalize(self, self._open.close)

    def close(self) -> None:
        """Take away what was decrypted."""
        self._closing()

    def save(self, file: FileSeen, target: Path) -> None:
        """Write a file of the package, its digest checked once more; raises PackageError, FileError."""
        package, listed = self._sources[file.number]
        package.extract(listed, target)

    def page_source(self, file: FileSeen) -> Path:
        """Return a file to draw pages from, in a folder that only its owner looks into; raises as `save` does."""
        with self._taking_out:
            if file.number not in self._drawn:
                target = self._scratch / f"{file.number}.{EXTENSIONS[file.media_type]}"
                self.save(file, target)
                self._drawn[file.number] = target
            return self._drawn[file.number]


def open_to_read(
    office: Office,
    path: Path,
    passphrase: str,
    *,
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> OpenedToRead:
    """Verify a package from this office or for it, and say what it holds; nothing is taken in.

    Of one in parts the others must lie beside it. A certificate that ended or was revoked since it signed does not
    stand in the way. Raises PackageError (package.parts_missing too), KeyRefusal, Refusal: package.document_invalid,
    those of trust.
    """
    with ExitStack() as opening:
        scratch = private_folder(office.folder)
        opening.callback(leave_private, scratch)
        paths = _parts_beside(path)
        old = []
        for at, each in enumerate(paths):
            told = stage(progress, at, at + 1, len(paths))
            old.append(opening.enter_context(old_package(office, each, passphrase, cancelled, told)))
        package = _whole(path, old)
        check_party(office, package)
        said = [package_said(office, each) for each in (package, *package.embedded)]
        seen = _seen(office, package, said, sealed=is_sealed(path), lapsed=any(each.lapsed for each in old))
        sources = tuple((each.package, listed) for each in said for listed in each.package.enclosures)
        return OpenedToRead(seen, sources, scratch, opening.pop_all())


def _parts_beside(path: Path) -> tuple[Path, ...]:
    """Return the file with the other parts of its package that lie in its folder, the file alone if it is whole."""
    named = _PART.match(path.name)
    if named is None:
        return (path,)
    numbers = range(1, int(named["of"]) + 1)
    all_parts = (path.with_name(f"{named['before']}{each}{named['after']}") for each in numbers)
    return tuple(each for each in all_parts if each == path or each.is_file())


def _whole(path: Path, old: Iterable[OldPackage]) -> VerifiedPackage:
    """Return the package that the file is, or that it is a part of."""
    found = [each.package for each in old]
    parts = [each for each in found if isinstance(each, VerifiedPart)]
    wholes = [each for each in found if isinstance(each, VerifiedPackage)]
    if not parts:
        return wholes[0]
    if wholes:  # a whole package under the name of a part
        raise StructureError("package.part_differs", file=path.name, number=parts[0].part.n, parts=parts[0].part.of)
    return join(parts)


def _seen(
    office: Office, package: VerifiedPackage, said: list[PackageSaid], *, sealed: bool, lapsed: bool
) -> PackageSeen:
    trust, envelope = trust_of(office), package.envelope
    totals = [each.total for each in said if each.total is not None]
    code = envelope.recipient.unit_code if envelope.recipient else ""
    return PackageSeen(
        file_name=package.path.name,
        kind=envelope.kind,
        number=envelope.sequence,
        period=envelope.period,
        digest=package.digest,
        sealed=sealed,
        parts=max(len(package.parts), 1),
        round_name=said[0].round_name,
        responsible=said[0].responsible,
        prepared_by=said[0].prepared_by,
        purpose=said[0].purpose,
        recipient_code=code,
        recipient=_unit_name(trust, envelope) or code,
        signature=_signature(trust, package, lapsed=lapsed),
        inside=tuple(_signature(trust, each, lapsed=False) for each in package.embedded),
        people=tuple(person for each in said for person in each.people),
        documents=tuple(document for each in said for document in each.documents),
        files=_files(said),
        total=sum(totals) if totals else None,
    )


def _unit_name(trust: TrustAnchors, envelope: Envelope) -> str:
    code = envelope.recipient.unit_code if envelope.recipient else ""
    return next((each.unit_name for each in reversed(trust.grants) if each.unit_code == code), "")


def _files(said: list[PackageSaid]) -> tuple[FileSeen, ...]:
    listed = [(each, enclosure) for each in said for enclosure in each.package.enclosures]
    return tuple(
        FileSeen(
            number=number,
            unit=each.unit,
            name=enclosure.name,
            size=enclosure.size,
            media_type=enclosure.media_type,
            sha256=enclosure.sha256,
            pages=each.pages.get(enclosure.sha256, 0),
        )
        for number, (each, enclosure) in enumerate(listed)
    )


def _signature(trust: TrustAnchors, package: VerifiedPackage, *, lapsed: bool) -> SignatureSeen:
    signer = package.signer
    grant = trust.grant_of(signer.cert_sha256)
    authority = trust.authority_of(signer.cert_sha256)
    own = () if grant is None else (grant.certificate,)
    return SignatureSeen(
        unit_code=signer.unit_code,
        name=signer.common_name,
        at=signer.claimed_signing_time,
        chain=tuple(_certificate(each) for each in _chain(trust, own, authority)),
        listed=authority is not None,
        lapsed=lapsed,
    )


def _chain(trust: TrustAnchors, own: tuple[bytes, ...], authority: bytes | None) -> tuple[bytes, ...]:
    """Return the certificates from the signer's up to the root; a trust package is signed by the root itself."""
    from desktop.exchange.trust.certificates import issuer_among  # noqa: PLC0415 - slow to load

    if not own:
        return (trust.root,)
    if authority is not None:
        return (*own, authority, trust.root)
    issuer = issuer_among(own[0], trust.roots)
    return own if issuer is None else (*own, issuer)


def _certificate(der: bytes) -> CertificateSeen:
    from desktop.exchange.trust.certificates import facts_of  # noqa: PLC0415 - slow to load

    found = facts_of(der)
    return CertificateSeen(found.name, found.serial, found.starts, found.ends, found.fingerprint)
