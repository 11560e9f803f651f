"""Correction packages: what a later package does to what a unit sent before in the same round."""

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What a package is for that follows another of the same round.

    SUPPLEMENT adds people, or new versions of single people, and leaves the others as they are; REPLACE brings
    everybody who is not decided anew; WITHDRAW brings nobody and only takes people out. All may take people out.
    """

    SUPPLEMENT = "supplement"
    REPLACE = "replace"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A person whom a package takes out, in the version that was sent, and why.

    `applied` is False where a decision had been made before the package arrived: then the decision stands.
    """

    dossier_id: str
    revision: int
    full_name: str
    reason: str
    applied: bool = True


@dataclass(frozen=True, slots=True)
class Correction:
    """What a sent or received submission says of the chain that it stands in; the original says nothing.

    `original_id` is the first package of the chain, `previous_id` the one before this.
    """

    submission_id: str
    purpose: Purpose
    original_id: str
    previous_id: str
    reason: str = ""
    withdrawals: tuple[Withdrawal, ...] = ()
