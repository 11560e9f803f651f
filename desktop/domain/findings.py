"""What the checks found, and what the clerk answered."""

from dataclasses import dataclass
from dataclasses import field as fresh
from enum import StrEnum

from desktop.domain.errors import Param


class Severity(StrEnum):
    """E blocks packing, W needs a justification, I is only said."""

    ERROR = "E"
    WARNING = "W"
    NOTE = "I"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired. `field` is the dotted field of the dossier to jump to, "" for the whole round.

    `subject` is the dossier's id, or an approval's id or attachment's sha256 for theirs, or "" for the round;
    `detail` tells two findings of one rule about one subject apart ("2003-11" for a gap's first month).
    """

    code: str
    severity: Severity
    subject: str
    field: str
    params: dict[str, Param] = fresh(default_factory=dict)
    detail: str = ""
    pack: str = ""

    @property
    def key(self) -> str:
        """What a justification refers to: stable while the fault is the same."""
        return "/".join((self.code, self.subject, self.field, self.detail))


@dataclass(frozen=True, slots=True)
class Justification:
    """A clerk's typed answer to a warning; travels with the package."""

    finding_key: str
    text: str
    author: str
    written_at: str
    """UTC, RFC 3339."""
