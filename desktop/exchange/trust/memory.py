"""What an office never forgets of trust: certificates once revoked, the latest time, what it took in and when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RevocationReason(StrEnum):
    """Why a certificate is revoked; the values are those of RFC 5280, with underscores."""

    KEY_COMPROMISE = "key_compromise"
    AFFILIATION_CHANGED = "affiliation_changed"
    SUPERSEDED = "superseded"
    CESSATION = "cessation_of_operation"


@dataclass(frozen=True, slots=True)
class Revocation:
    """A certificate that must not be believed any more from `at` (UTC); `serial` is lower-case hex."""

    serial: str
    at: datetime
    reason: RevocationReason


def never_seen(_digest: str) -> datetime | None:
    """Say of every package that it is seen for the first time."""
    return None


@dataclass(frozen=True, slots=True)
class TrustMemory:
    """What is known from before.

    `revoked` by serial, whatever later lists say; `crl_number` of the newest list; `latest` is the latest time that
    can be trusted; `first_seen` tells when the package with this manifest digest was taken in, None if never.
    """

    revoked: Mapping[str, Revocation] = field(default_factory=dict)
    crl_number: int = 0
    latest: datetime | None = None
    first_seen: Callable[[str], datetime | None] = never_seen


NOTHING_KNOWN = TrustMemory()
