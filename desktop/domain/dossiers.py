"""The dossier: a person, how and when they leave, their history, their papers."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from desktop.domain.careers import Career
from desktop.domain.findings import Justification
from desktop.domain.months import YearMonth
from desktop.domain.people import Person
from desktop.domain.states import DossierState


class Group(StrEnum):
    """Nhóm đối tượng (dispatch D3, D4, D5)."""

    DOWNSIZING = "downsizing"
    VOLUNTARY = "voluntary_early_leave"
    TRANSITIONAL = "transitional"


class Route(StrEnum):
    """How the person leaves (NĐ 29/2023 Điều 5 to 9)."""

    EARLY_RETIREMENT = "early_retirement"
    SEVERANCE = "severance"
    SEVERANCE_AFTER_TRAINING = "severance_after_training"
    TRANSFER = "transfer"
    COMMUNE_OFFICIAL = "commune_official"
    COMMUNE_PART_TIMER = "commune_part_timer"


@dataclass(frozen=True, slots=True)
class Declared:
    """Figures that the unit's own list states, kept to compare with what is computed. None: not stated."""

    insured_months: int | None = None
    coefficient: Fraction | None = None
    position_allowance: Fraction | None = None
    early_months: int | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A working record. `id` stays the same through every version that is sent; `revision` rises.

    `edition` counts saves, for "changed elsewhere" checks; `ordinal` is the place in the list.
    """

    id: str
    round_id: str
    ordinal: int
    person: Person = field(default_factory=Person)
    group: Group | None = None
    route: Route | None = None
    leave_on: date | None = None
    career: Career = field(default_factory=Career)
    approval_id: str | None = None
    declared: Declared = field(default_factory=Declared)
    note: str = ""
    justifications: tuple[Justification, ...] = ()
    state: DossierState = DossierState.DRAFT
    revision: int = 1
    edition: int = 0

    @property
    def leave_month(self) -> YearMonth | None:
        """The month in which the leave takes effect."""
        return YearMonth.of(self.leave_on) if self.leave_on else None


@dataclass(frozen=True, slots=True)
class StateChange:
    """One move of a dossier; `reason` is given where it goes backwards."""

    dossier_id: str
    revision: int
    before: DossierState
    after: DossierState
    author: str
    at: str
    """UTC, RFC 3339."""
    reason: str = ""
