"""What Sở Nội vụ says of who qualifies (dispatch D11)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Qualification(StrEnum):
    """What the opinion says of one person."""

    QUALIFIES = "qualifies"
    DOES_NOT_QUALIFY = "does_not_qualify"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Opinion:
    """The opinion on one dossier, with the document that carries it."""

    dossier_id: str
    qualification: Qualification
    number: str = ""
    issued_on: date | None = None
    reason: str = ""
