"""Receipts of submissions, drafts that came for advice, and alarms about packages that cannot both be genuine."""

from dataclasses import dataclass

from desktop.domain.money import Dong


@dataclass(frozen=True, slots=True)
class Receipt:
    """That an office received a submission; at the office that gave it and at the unit that got it.

    `number` runs within `year` and is never used again. `submission_digest` is the SHA-256 of the signed manifest
    of what was received; `first_seen_at` counts for the deadline, also when the same package comes again.
    """

    submission_id: str
    office_code: str
    office_name: str
    year: int
    number: int
    submission_digest: str
    first_seen_at: str
    """UTC, RFC 3339."""
    issued_at: str
    """UTC, RFC 3339."""
    issued_by: str
    people: int
    total: Dong

    @property
    def label(self) -> str:
        """The number as people write it: "12/2024"."""
        return f"{self.number}/{self.year}"


@dataclass(frozen=True, slots=True)
class DraftPackage:
    """A round as a unit sent it for advice; nothing is ever decided or counted of it. `document` is a blob."""

    id: str
    """Package id."""
    unit_code: str
    unit_name: str
    round_id: str
    round_name: str
    period: str
    sequence: int
    digest: str
    file_name: str
    signer: str
    created_at: str
    first_seen_at: str
    people: int
    total: Dong
    document: str
    files: str
    """SHA-256 of its scans, with spaces between: nothing else in the store names them."""


@dataclass(frozen=True, slots=True)
class ArrivalAlarm:
    """A signed package that bears the id or number of another one; it stays in sight until somebody looked into it.

    `known_digest` is the SHA-256 of the manifest of what came first, `digest` that of the one refused.
    """

    id: str
    kind: str
    issuer: str
    sequence: int
    package_id: str
    digest: str
    known_digest: str
    file_name: str
    signer: str
    raised_at: str
    """UTC, RFC 3339."""
    seen_at: str = ""
    """When somebody said that they looked into it, "" while nobody did."""
    seen_by: str = ""
    note: str = ""
