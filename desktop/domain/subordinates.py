"""What a parent unit does with the packages of its subordinate units, and which package brought which."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What the parent unit made of a subordinate unit's package."""

    WAITING = "waiting"
    TAKEN_IN = "taken_in"
    """It goes with the parent unit's next package."""
    SENT_BACK = "sent_back"


@dataclass(frozen=True, slots=True)
class SubordinatePackage:
    """A package that a subordinate unit sent to its parent unit; `container_sha256` names the blob of the signed file.

    At the subordinate unit there is one for each package that came back, without the file. `note` says why it was
    sent back, "" while it was not.
    """

    package_id: str
    container_sha256: str
    standing: Standing
    judged_by: str = ""
    judged_at: str = ""
    """UTC, RFC 3339; "" while nobody judged it."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EmbeddedPackage:
    """A package that lay inside another, the carrier; both ids are in the register of packages."""

    package_id: str
    digest: str
    carrier_id: str
    carrier_unit: str
    """Code of the unit that embedded it."""
    carrier_name: str
    seen_at: str
    """UTC, RFC 3339."""
