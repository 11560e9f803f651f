"""The dossier: a person, how and when they leave, their history, their papers."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from desktop.domain.careers import Career
from desktop.domain.evidence import EvidencePin
from desktop.domain.findings import Justification
from desktop.domain.money import Dong
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
    insured_years: Fraction | None = None
    monthly_salary: Dong | None = None
    amount: Dong | None = None


@dataclass(frozen=True, slots=True)
class EarlierPayment:
    """Money that the person got before, under this or another policy.

    `policy` is the id of a policy pack where there is one, else the document's name ("NQ 27/2019/NQ-HĐND");
    `source` says who paid, `same_purpose` whether it was for what is asked for now (checks TR07, TT05).
    """

    policy: str
    amount: Dong
    paid_on: date | None = None
    source: str = ""
    same_purpose: bool = True


@dataclass(frozen=True, slots=True)
class Dossier:
    """A working record. `id` stays the same through every version that is sent; `revision` rises.

    `edition` counts saves, for "changed elsewhere" checks; `ordinal` is the place in the list. `reason` and
    `obstacles` are ids from the pack's lists: the case of downsizing (DT02), and what speaks against the policy
    being applied at all (DT04).
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
    reason: str = ""
    obstacles: tuple[str, ...] = ()
    claims_lower_age: bool = False
    """Whether the lower retirement age (hazardous work, special area) is asked for; TH03 asks for the proof."""
    reduced_capacity: bool = False
    """Whether the lower retirement age rests on reduced capacity for work (NĐ 135/2020 Điều 5)."""
    assessed_month: YearMonth | None = None
    """The month of the medical assessment board's conclusion (TH08)."""
    earlier_payments: tuple[EarlierPayment, ...] = ()
    justifications: tuple[Justification, ...] = ()
    papers: tuple[str, ...] = ()
    """Ids of the documents of the register that are this person's beside the approval, in order."""
    pins: tuple[EvidencePin, ...] = ()
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
