"""Rounds (đợt), what was sent or received of them, and what was decided."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.findings import Finding
from desktop.domain.money import Dong
from desktop.domain.states import DossierState


@dataclass(frozen=True, slots=True)
class Unit:
    """An office. `code` is ASCII letters, digits and dashes; `parent` the superior office's name on prints."""

    code: str
    name: str
    parent: str = ""
    budget_code: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class PolicyRef:
    """A policy pack by identity; `sha256` is the digest of its bytes."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Round:
    """What a unit sends at one time, computed under the named packs (central first, then the city's)."""

    id: str
    name: str
    period: str
    """ASCII, e.g. "2024-2"; part of package file names."""
    policies: tuple[str, ...]
    """Ids of the packs to compute with."""
    opened_on: date
    deadline: date | None = None


class Direction(StrEnum):
    """Whether this office sent or received it."""

    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class SentDossier:
    """A dossier exactly as it was sent; never changes. `record` is the canonical JSON of the record format."""

    submission_id: str
    dossier_id: str
    revision: int
    ordinal: int
    full_name: str
    citizen_id: str
    record: str
    record_sha256: str
    amount: Dong | None
    """The sum that could be determined, None when nothing could."""
    state: DossierState
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """A round as sent. `id` is the package id; `digest` the SHA-256 of the signed manifest."""

    id: str
    direction: Direction
    round_id: str
    round_name: str
    period: str
    unit: Unit
    sequence: int
    supersedes: str | None
    policies: tuple[PolicyRef, ...]
    created_at: str
    first_seen_at: str
    digest: str
    file_name: str
    signer: str
    people: int
    total: Dong


class Outcome(StrEnum):
    """What the appraiser decided of one person."""

    APPROVED = "approved"
    ADJUSTED = "adjusted"
    RETURNED = "returned"
    REJECTED = "rejected"

    @property
    def state(self) -> DossierState:
        """The state that a dossier is in after this decision."""
        return DossierState(self.value)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a check's code or "", the dotted field it is about or "", and the appraiser's words."""

    text: str
    code: str = ""
    field: str = ""

    @property
    def words(self) -> str:
        """The appraiser's words after the code of their check."""
        return f"{self.code}: {self.text}" if self.code else self.text


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about one sent dossier, bound to the digest of what was looked at; undone, never edited."""

    id: str
    submission_id: str
    dossier_id: str
    revision: int
    record_sha256: str
    outcome: Outcome
    amount: Dong | None
    """The appraised sum; None for returned and rejected."""
    reasons: tuple[Reason, ...]
    author: str
    at: str
    undone_at: str = ""
    sent_in: str = ""
    """Package id of the decision package that carried it, "" while it has not been sent."""
