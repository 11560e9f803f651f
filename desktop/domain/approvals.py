"""Approvals (decisions or consents of the competent authority) and the files that prove them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ScanFault(StrEnum):
    """What is wrong with a file or a page (checks HS02 to HS05)."""

    EMPTY = "empty"
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    PASSWORD = "password"  # noqa: S105 - names the fault, holds no password
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    BLANK_PAGE = "blank_page"
    LOW_RESOLUTION = "low_resolution"
    BLURRED = "blurred"
    UPSIDE_DOWN = "upside_down"
    ROTATED = "rotated"
    ACTIVE_CONTENT = "active_content"


REFUSING_FAULTS = frozenset(
    {ScanFault.EMPTY, ScanFault.NOT_WHAT_IT_SAYS, ScanFault.PASSWORD, ScanFault.UNREADABLE, ScanFault.TOO_LARGE}
)
"""A file with one of these is not taken in; the other faults are flagged and can be justified."""


@dataclass(frozen=True, slots=True)
class ScanFlag:
    """A fault on a page (from 1; 0 means the whole file); `measure` is dpi or degrees where it applies."""

    fault: ScanFault
    page: int = 0
    measure: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file taken in, known by the SHA-256 of its bytes (lower-case hex); `name` is the clerk's (NFC).

    `derived_from` is the SHA-256 of the file that it was made from (turned, joined, compressed), "" when it came so.
    """

    sha256: str
    name: str
    media_type: str
    size: int
    pages: int
    flags: tuple[ScanFlag, ...] = ()
    derived_from: str = ""


class ApprovalKind(StrEnum):
    """What kind of paper it is."""

    DECISION = "decision"
    CONSENT = "consent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Approval:
    """One document of the register; covers many people, attached once (product A4).

    `proves` is the id of the paper that it is, as packs name papers ("insurance_record") or as the program does
    (`resources/catalogues/papers.yaml`); "" is the decision or consent that people rest on. `to_check` is what the
    appraiser is to look for in it ("nội dung cần thẩm định", product A1).
    """

    id: str
    round_id: str
    number: str
    issued_on: date | None
    issuer: str
    kind: ApprovalKind = ApprovalKind.DECISION
    summary: str = ""
    attachments: tuple[str, ...] = ()
    """SHA-256 of the attached files, in order."""
    proves: str = ""
    to_check: str = ""


BIRTH_PAPER = "birth_proof"
"""`Approval.proves` of a paper that proves a birth date (check TH07)."""
