"""What the checks take from a pack: ladders, approving levels, units, cases of downsizing, own checks."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop.domain.dossiers import Group, Route
from desktop.domain.findings import Severity
from desktop.domain.people import ManagementLevel
from desktop.rules.formulas.tree import Node
from desktop.rules.trace import Citation, Provenance


@dataclass(frozen=True, slots=True)
class BeyondFrame:
    """Vượt khung: percent at first, what each further year adds, months on the last step before it begins."""

    first: Fraction
    yearly: Fraction
    after_months: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """Coefficients from step 1, of the ranks with these names or codes (checks LG01 to LG03)."""

    ranks: tuple[str, ...]
    coefficients: tuple[Fraction, ...]
    beyond_frame: BeyondFrame | None

    def at(self, step: int) -> Fraction | None:
        """Return the coefficient of a step (from 1), None when the ladder has no such step."""
        return self.coefficients[step - 1] if 1 <= step <= len(self.coefficients) else None


@dataclass(frozen=True, slots=True)
class ApprovingLevel:
    """Whose documents count for people of a management level (check DT03)."""

    level: ManagementLevel
    approvers: tuple[str, ...]
    citation: Citation
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class UnitPeriod:
    """A unit from its first to its last day (None: always, still) and its successors (check DD09)."""

    name: str
    first: date | None
    last: date | None
    successors: tuple[str, ...]
    citation: Citation
    provenance: Provenance

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on the day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class CaseOfLeaving:
    """A case of downsizing that a record chooses from (`Dossier.reason`, check DT02)."""

    id: str
    label: str
    groups: tuple[Group, ...]
    citation: Citation

    def open_to(self, group: Group | None) -> bool:
        """Whether people of this group can leave for it; one that names no group is open to all."""
        return not self.groups or group in self.groups


@dataclass(frozen=True, slots=True)
class ObstacleSign:
    """A sign that the policy is not for a person (`Dossier.obstacles`, check DT04)."""

    id: str
    label: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """A check of the pack's own; `formula` is true when there is a fault. `stage` is a letter of the catalogue.

    `message` and `fix` hold `{names}` that formulas of the pack know. No group, no route named: all.
    """

    code: str
    severity: Severity
    stage: str
    groups: tuple[Group, ...]
    routes: tuple[Route, ...]
    label: str
    formula: Node
    message: str
    fix: str
    field: str
    citation: Citation
    justifiable: bool

    def looks_at(self, group: Group | None, route: Route | None) -> bool:
        """Whether a dossier of this group and route is checked."""
        return (not self.groups or group in self.groups) and (not self.routes or route in self.routes)
