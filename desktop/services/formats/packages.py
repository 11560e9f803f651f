"""The business documents inside packages: submissions and decisions, version 1."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from desktop.domain.approvals import ScanFault
from desktop.domain.findings import Severity
from desktop.domain.rounds import Outcome
from desktop.services.formats.correction import CorrectionPart
from desktop.services.formats.record import (
    ApprovalPart,
    Day,
    Identifier,
    Line,
    RecordPart,
    Sha256,
    Strict,
    Text,
)
from desktop.services.formats.result import PolicyPart, ResultPart

SUBMISSION_FORMAT = "tinhgian/submission/1"
DECISION_FORMAT = "tinhgian/decision/1"


class UnitPart(Strict, frozen=True, kw_only=True):
    """An office."""

    code: Identifier
    name: Line
    parent: Line = ""
    budget_code: Line = ""
    place: Line = ""


class RoundPart(Strict, frozen=True, kw_only=True):
    """What is sent at one time."""

    id: Identifier
    name: Line
    period: Identifier
    opened_on: Day
    deadline: Day | None = None


class FlagPart(Strict, frozen=True, kw_only=True):
    """A fault of a page that was seen and sent all the same."""

    fault: ScanFault
    page: int = 0
    measure: int | None = None


class AttachmentPart(Strict, frozen=True, kw_only=True):
    """A file of the package, by the digest of its bytes."""

    sha256: Sha256
    name: Line
    media_type: Line
    size: int
    pages: int
    flags: tuple[FlagPart, ...] = ()


class FindingPart(Strict, frozen=True, kw_only=True):
    """A finding as the sender saw it."""

    code: Line
    severity: Severity
    subject: Line
    field: Line
    params: dict[str, str | int] = msgspec.field(default_factory=dict)
    detail: Line = ""
    pack: Line = ""


class SubmittedRecord(Strict, frozen=True, kw_only=True):
    """A record as declared: with the sender's results and findings."""

    record: RecordPart
    record_sha256: Sha256
    results: tuple[ResultPart, ...]
    amount: int | None
    findings: tuple[FindingPart, ...] = ()


class SubmissionDocument(Strict, frozen=True, kw_only=True):
    """`data/submission.json` of a submission package."""

    format: Annotated[str, msgspec.Meta(pattern="^tinhgian/submission/1$")]
    round: RoundPart
    unit: UnitPart
    responsible: Line
    """The head of the unit who answers for the list (D7)."""
    prepared_by: Line
    policies: tuple[PolicyPart, ...]
    approvals: tuple[ApprovalPart, ...]
    attachments: tuple[AttachmentPart, ...]
    people: tuple[SubmittedRecord, ...]
    total: int
    """Sum of what could be determined."""
    correction: CorrectionPart | UnsetType = UNSET
    """What it does to the submission before it in its round; the original says nothing."""


class ReasonPart(Strict, frozen=True, kw_only=True):
    """Why, and about which field."""

    text: Text
    code: Line = ""
    field: Line = ""


class DecidedRecord(Strict, frozen=True, kw_only=True):
    """What was decided of one record; bound to the digest of what was looked at."""

    decision_id: Identifier
    dossier_id: Identifier
    revision: int
    record_sha256: Sha256
    outcome: Outcome
    amount: int | None
    reasons: tuple[ReasonPart, ...] = ()
    author: Line
    at: Line
    results: tuple[ResultPart, ...] = ()
    """What the appraising office computed."""


class DecisionDocument(Strict, frozen=True, kw_only=True):
    """`data/decision.json` of a decision package."""

    format: Annotated[str, msgspec.Meta(pattern="^tinhgian/decision/1$")]
    submission_id: Identifier
    submission_digest: Sha256
    unit: UnitPart
    """The office that decided."""
    decisions: tuple[DecidedRecord, ...]
    total: int
