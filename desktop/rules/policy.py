"""A policy pack ready to compute with: citations resolved, formulas parsed and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from desktop.domain.dossiers import Group, Route
from desktop.domain.errors import Param
from desktop.domain.findings import Severity
from desktop.domain.rounds import PolicyRef
from desktop.rules.formulas.tree import Asked, Node
from desktop.rules.lookups import ApprovingLevel, CaseOfLeaving, Ladder, ObstacleSign, OwnCheck, UnitPeriod
from desktop.rules.pack_examples import Example
from desktop.rules.pack_file import PackKind, PackStatus
from desktop.rules.quantities.base_salaries import BaseSalaryTable
from desktop.rules.quantities.conventions import AgeStart, LeaveMonth, UnknownBirth
from desktop.rules.quantities.pay_items import SalaryBase
from desktop.rules.quantities.retirement import Roadmap
from desktop.rules.quantities.service import RoundingTable
from desktop.rules.trace import Citation, OpenValue, Provenance, Unit

T = TypeVar("T")
_SUMS = {"total": "Tổng số tiền", "components_sum": "Cộng các khoản"}


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A table or definition with where it comes from and how surely."""

    id: str
    label: str
    content: T
    citation: Citation
    provenance: Provenance
    note: str = ""


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """A parameter's value from a day on; None when the law's figure is not known (open)."""

    first: date
    value: Fraction | date | None
    citation: Citation
    provenance: Provenance
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure of the law by date, oldest first; `dated_by` is the quantity whose day picks the figure."""

    id: str
    label: str
    unit: Unit
    figures: tuple[DatedFigure, ...]
    dated_by: str = "leave_on"

    def on(self, day: date) -> DatedFigure | None:
        """Return the figure that holds on `day`, None before the first."""
        return next((figure for figure in reversed(self.figures) if figure.first <= day), None)


@dataclass(frozen=True, slots=True)
class MoneyRule:
    """How đồng are rounded: to a multiple of `to`, by mode up, down or half_up."""

    to: int
    mode: str


@dataclass(frozen=True, slots=True)
class SalaryDefinition:
    """Which items a salary counts, and over which months.

    `months` is the parameter of how many last months; with "" it is the month before leaving, or all insured months
    where `whole_period` says so. `rounding` only where the text rounds the monthly salary itself.
    """

    base: SalaryBase
    months: str = ""
    whole_period: bool = False
    rounding: MoneyRule | None = None


@dataclass(frozen=True, slots=True)
class ValueRule:
    """A value on the way; `rounding` is the multiple and the mode where the text rounds it."""

    id: str
    label: str
    unit: Unit
    formula: Node
    rounding: tuple[Fraction, str] | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Convention(Generic[T]):
    """How the law counts something; without citation where the pack does not say so itself."""

    rule: T
    citation: Citation | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How the law counts the month of leaving, unknown parts of birth dates, and age."""

    leave_month: Convention[LeaveMonth] = Convention(LeaveMonth.SAME_MONTH)
    unknown_birth: Convention[UnknownBirth] = Convention(UnknownBirth())
    age: Convention[AgeStart] = Convention(AgeStart.MONTH_AFTER_BIRTH)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition: formula of a flag, and the reasons for yes and no with `{names}` to fill."""

    id: str
    label: str
    formula: Node
    yes: str
    no: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Component:
    """One item of support; `when` None means always, `rounding` None means only the total is rounded."""

    id: str
    label: str
    formula: Node
    when: Node | None
    rounding: MoneyRule | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Case:
    """A case of the law: whom it fits, what it asks, what it gives."""

    id: str
    label: str
    groups: tuple[Group, ...]
    routes: tuple[Route, ...]
    when: Node | None
    lowered_by: str
    conditions: tuple[Rule, ...]
    components: tuple[Component, ...]
    total: Node | None
    note: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class GroupScope:
    """A group that the pack covers, for people leaving from `first` to `last` (None: no end)."""

    group: Group
    label: str
    first: date
    last: date | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A group that the pack has nothing for."""

    group: Group
    reason: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A paper that dossiers of these groups and routes (none named: all) need."""

    id: str
    label: str
    groups: tuple[Group, ...]
    routes: tuple[Route, ...]
    required: bool
    verify: str
    citation: Citation
    provenance: Provenance

    def needed_for(self, group: Group | None, route: Route | None) -> bool:
        """Whether a dossier of this group and route needs the paper."""
        return (not self.groups or group in self.groups) and (not self.routes or route in self.routes)


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A date to keep: `due` once, or `yearly` as (month, day)."""

    id: str
    label: str
    groups: tuple[Group, ...]
    due: date | None
    yearly: tuple[int, int] | None
    citation: Citation
    provenance: Provenance
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckSetting:
    """What the pack says of a check; None leaves the catalogue's own severity or justification.

    `parameters` replace the catalogue's of the same name; what is written as a whole number is one.
    """

    code: str
    enabled: bool
    severity: Severity | None
    justifiable: bool | None
    parameters: Mapping[str, Param]
    message: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class PolicyPack:
    """The law as data. `ref` names it with the SHA-256 of its bytes; two packs are the same if these agree."""

    ref: PolicyRef
    title: str
    issuer: str
    kind: PackKind
    status: PackStatus
    effective_from: date
    effective_to: date | None
    note: str
    documents: Mapping[str, Citation]
    parameters: Mapping[str, Parameter]
    roadmap: Sourced[Roadmap] | None
    base_salary: BaseSalaryTable
    base_salary_sources: tuple[DatedFigure, ...]
    rounding: Mapping[str, Sourced[RoundingTable]]
    """By the quantity that is rounded: `early_years`, `insured_years`."""
    rounding_tables: Mapping[str, Sourced[RoundingTable]]
    """All of them, by their own ids."""
    conventions: Conventions
    salaries: Mapping[str, Sourced[SalaryDefinition]]
    values: Mapping[str, ValueRule]
    asked: Mapping[str, Asked]
    """Quantities with arguments that the formulas ask for, by the call as written."""
    needs: tuple[str, ...]
    """Ids of the packs whose amounts the formulas take."""
    needed: Mapping[str, "PolicyPack"]
    """Those of them that were at hand when the pack was loaded."""
    work: int
    """About how many operations one computation takes, with those of the packs that it needs."""
    groups: tuple[GroupScope, ...]
    exclusions: tuple[Exclusion, ...]
    cases: tuple[Case, ...]
    total_rounding: MoneyRule
    papers: tuple[PaperRule, ...]
    deadlines: tuple[DeadlineRule, ...]
    checks: Mapping[str, CheckSetting]
    own_checks: tuple[OwnCheck, ...]
    reasons: tuple[CaseOfLeaving, ...]
    obstacles: tuple[ObstacleSign, ...]
    ladders: tuple[Sourced[Ladder], ...]
    approving_levels: tuple[ApprovingLevel, ...]
    provinces: Mapping[str, str]
    """Names by the first three digits of CCCD numbers; empty: the program's own list holds."""
    units: tuple[UnitPeriod, ...]
    labels: Mapping[str, str]
    examples: tuple[Example, ...]
    kept: dict[str, object] = field(init=False, default_factory=dict, repr=False, compare=False)
    """What others make of the pack once and want to find again (`rules.prepared`)."""

    @property
    def id(self) -> str:
        """The id, `nd29-2023`."""
        return self.ref.id

    @property
    def version(self) -> str:
        """The version, "1.0"."""
        return self.ref.version

    @property
    def practice(self) -> bool:
        """Whether its figures are invented for training."""
        return self.kind is PackKind.PRACTICE

    def open_parameters(self) -> tuple[OpenValue, ...]:
        """Return the parameters that have, at some date, no known figure."""
        return tuple(
            OpenValue(parameter.id, parameter.label, figure.citation)
            for parameter in self.parameters.values()
            for figure in parameter.figures
            if figure.value is None
        )

    def papers_for(self, group: Group | None, route: Route | None) -> tuple[PaperRule, ...]:
        """Return the papers that a dossier of this group and route needs, required ones and others."""
        return tuple(paper for paper in self.papers if paper.needed_for(group, route))

    def scope_of(self, group: Group) -> GroupScope | None:
        """Return the group's scope, None when the pack does not cover it."""
        for scope in self.groups:
            if scope.group is group:
                return scope
        return None

    def component_label(self, name: str) -> str:
        """Return the words for an item, or for the total."""
        items = (item for case in self.cases for item in case.components if item.id == name)
        return next((item.label for item in items), _SUMS.get(name, name))

    @property
    def levels(self) -> int:
        """Packs in the longest chain from this one to one that needs no other."""
        return 1 + max((each.levels for each in self.needed.values()), default=0)

    @property
    def component_ids(self) -> tuple[str, ...]:
        """The ids of all items that its cases pay, each once."""
        return tuple(dict.fromkeys(item.id for case in self.cases for item in case.components))
