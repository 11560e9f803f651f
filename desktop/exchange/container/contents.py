"""What goes into a package and what comes out of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec

from desktop.domain.rounds import PolicyRef
from desktop.exchange.container.profile import PROFILE
from desktop.exchange.kinds import PackageKind, Role
from desktop.exchange.strict_json import Json

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
UnitCode = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?\Z")]
Period = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9-]{1,20}\Z")]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
PackageId = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")
]
Count = Annotated[int, msgspec.Meta(ge=0)]
Ordinal = Annotated[int, msgspec.Meta(ge=1)]
PackageNumber = Annotated[int, msgspec.Meta(ge=1, le=PROFILE.max_number)]
PartNumber = Annotated[int, msgspec.Meta(ge=1, le=PROFILE.max_parts)]
PartCount = Annotated[int, msgspec.Meta(ge=2, le=PROFILE.max_parts)]


@dataclass(frozen=True, slots=True)
class InReplyTo:
    """The package that a decision answers, by id and by the digest of its signed manifest."""

    package_id: PackageId
    asic_manifest_sha256: Sha256


@dataclass(frozen=True, slots=True)
class Part:
    """One of several packages that are one together.

    The first part holds the records, every part its share of the attachments. `set_sha256` is the SHA-256 of the
    canonical JSON of the parts' lists of objects, in order: each part says what all of them hold.
    """

    n: PartNumber
    of: PartCount
    set_id: PackageId
    set_sha256: Sha256

    @property
    def leads(self) -> bool:
        """Whether this is the part that holds the records."""
        return self.n == 1


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file to put in. `sha256` is what it must hash to; `name` is the clerk's, any Vietnamese text.

    `role` says what it is for ("approval", "scan" ...), `employee_ref` the dossier it belongs to, if to one only.
    """

    path: Path
    name: str
    media_type: str
    sha256: str
    role: str
    employee_ref: str | None = None


@dataclass(frozen=True, slots=True)
class PackageContents:
    """All that a package will say. `document` is the JSON of the records; `created_at` is UTC and is signed."""

    kind: PackageKind
    issuer_unit: str
    recipient_unit: str | None
    period: str
    sequence: int
    document: bytes
    created_at: datetime
    app_version: str
    trust_version: int
    supersedes: str | None = None
    in_reply_to: InReplyTo | None = None
    policies: tuple[PolicyRef, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    recipient_key: str | None = None
    """The key (age1...) that the package will be encrypted to, None while it will not."""
    part: Part | None = None

    @property
    def has_document(self) -> bool:
        """Whether `document` goes in: it does but in the later ones of several parts."""
        return self.part is None or self.part.leads


@dataclass(frozen=True, slots=True)
class WrittenPackage:
    """A package on disk, verified after writing. `digest` is the SHA-256 of its signed manifest.

    One in several parts is known by its first: `path`, `package_id` and `digest` are those of the part that holds the
    records, which names what all parts hold.
    """

    path: Path
    package_id: str
    digest: str
    sealed: bool = False
    """Whether it is encrypted to its recipient."""
    parts: "tuple[WrittenPackage, ...]" = ()
    """All parts, the first included; empty for a package in one."""

    @property
    def pieces(self) -> "tuple[WrittenPackage, ...]":
        """The packages that were written: the parts, or this one."""
        return self.parts or (self,)


BeforeNaming = Callable[[WrittenPackage, Sequence[Path]], None]
"""Gets a package that is whole, on the disk and verified, and where the bytes of its pieces lie, just before they get
their names."""


@dataclass(frozen=True, slots=True)
class SignerIdentity:
    """Who signed, as the root vouches for it. The signing time is the signer's claim, nothing more."""

    unit_code: str
    common_name: str
    roles: frozenset[Role]
    cert_sha256: str
    claimed_signing_time: datetime


JsonObject = Mapping[str, Json]


def format_utc(moment: datetime) -> str:
    """Return RFC 3339 in UTC, whole seconds: "2024-11-01T08:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_utc(text: str) -> datetime:
    """Inverse of `format_utc`; raises ValueError."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def format_clock(moment: datetime) -> str:
    """Return the moment as this machine's clock shows it, dd/MM/yyyy HH:mm, for people to compare."""
    return f"{moment.astimezone():%d/%m/%Y %H:%M}"
