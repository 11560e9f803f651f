"""Registers: what passed through this office and what still waits for its owner."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as fresh

from desktop.domain.careers import Career
from desktop.domain.errors import Param
from desktop.domain.rounds import Direction, PolicyRef


@dataclass(frozen=True, slots=True)
class PackageEntry:
    """One package of any kind that was sent or received; `digest` is the SHA-256 of its signed manifest."""

    package_id: str
    kind: str
    issuer: str
    """Code of the unit that issued it."""
    sequence: int
    digest: str
    direction: Direction
    file_name: str
    first_seen_at: str
    """UTC, RFC 3339."""
    signer: str


@dataclass(frozen=True, slots=True)
class HeldPackage:
    """A verified package that cannot be taken in yet; its file lies in the profile's `held` folder as it came.

    `set_id`, `part` and `parts` are those of a package in several parts, "" and 0 for one that is whole; `common` is
    the digest of what all its parts say alike.
    """

    package_id: str
    kind: str
    issuer: str
    """Code of the unit that issued it."""
    sequence: int
    digest: str
    file_name: str
    """The name that it came with."""
    stored_name: str
    """Its name in the `held` folder."""
    signer: str
    arrived_at: str
    """UTC, RFC 3339."""
    set_id: str = ""
    part: int = 0
    parts: int = 0
    common: str = ""
    waits_for: str = ""
    """Id of the package that must come first, "" when it waits for the rest of its set."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A package that is about to get its file name, or got it without being recorded as sent.

    From here on its number belongs to it and is never given to another. `folder` and `file_name` say where the file
    goes, `imprint` tells its bytes from those of any other file; `folder` is "" when nothing will come of it.
    """

    package_id: str
    kind: str
    issuer: str
    """Code of the unit that issues it."""
    sequence: int
    folder: str
    file_name: str
    imprint: str
    reserved_at: str
    """UTC, RFC 3339."""


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """A list that was read in: which bytes, when, and what was found in them (`report_json`)."""

    id: str
    round_id: str
    file_name: str
    sha256: str
    imported_at: str
    """UTC, RFC 3339."""
    report_json: str


@dataclass(frozen=True, slots=True)
class WaitingCareer:
    """A career from a list whose citizen id matched no dossier of the round yet."""

    round_id: str
    citizen_id: str
    full_name: str
    career: Career


@dataclass(frozen=True, slots=True)
class StoredPolicy:
    """A policy pack as loaded; `content` is the exact bytes whose SHA-256 the reference holds.

    `package_id` names the signed package that brought it, "" when it came with the program.
    """

    ref: PolicyRef
    kind: str
    content: bytes
    package_id: str = ""
    kept_at: str = ""
    """UTC, RFC 3339."""
    kept_by: str = ""


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """The version of a pack that open records are computed with, and why it was chosen."""

    ref: PolicyRef
    chosen_at: str
    """UTC, RFC 3339."""
    chosen_by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Form text that was not saved yet; `subject` names the form, `text` is JSON."""

    subject: str
    text: str
    saved_at: str
    """UTC, RFC 3339."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A row of the audit chain; `digest` covers `previous` and all the rest."""

    sequence: int
    at: str
    """UTC, RFC 3339."""
    author: str
    action: str
    subject: str
    detail: Mapping[str, Param] = fresh(default_factory=dict)
    previous: str = ""
    digest: str = ""
