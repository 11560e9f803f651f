"""From a finding into another page and back: what the two pages tell each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FromFinding:
    """A field of a document that a finding leads to, and the page and person from which one came."""

    document: str
    """Id of the document, or of a file attached to it."""
    field: str
    page: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class WalkOn:
    """Come back and go on with the next finding (1) or the one before (-1); of this person where there is one."""

    by: int
    person: str = ""
