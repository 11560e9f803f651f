"""A policy pack ready to compute with: citations resolved, formulas parsed and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from desktop.domain.dossiers import Group, Route
from desktop.domain.errors import Param
from desktop.domain.findings import Severity
from desktop.domain.rounds import PolicyRef
from desktop.rules.formulas.tree import Node
from desktop.rules.pack_examples import Example
from desktop.rules.pack_file import PackKind, PackStatus
from desktop.rules.quantities.retirement import Roadmap
from desktop.rules.quantities.salary import BaseSalaryTable, SalaryBase
from desktop.rules.quantities.service import RoundingTable
from desktop.rules.trace import Citation, OpenValue, Provenance, Unit

T = TypeVar("T")


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
    value: Fraction | None
    citation: Citation
    provenance: Provenance
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure of the law by date, oldest first."""

    id: str
    label: str
    unit: Unit
    figures: tuple[DatedFigure, ...]

    def on(self, day: date) -> DatedFigure | None:
        """Return the figure that holds on `day`, None before the first."""
        return next((figure for figure in reversed(self.figures) if figure.first <= day), None)


@dataclass(frozen=True, slots=True)
class SalaryDefinition:
    """Which items a salary counts, and `months`: the parameter of how many last months, "" for the month before."""

    base: SalaryBase
    months: str = ""


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
class MoneyRule:
    """How đồng are rounded: to a multiple of `to`, by mode up, down or half_up."""

    to: int
    mode: str


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
    salaries: Mapping[str, Sourced[SalaryDefinition]]
    groups: tuple[GroupScope, ...]
    exclusions: tuple[Exclusion, ...]
    cases: tuple[Case, ...]
    total_rounding: MoneyRule
    papers: tuple[PaperRule, ...]
    deadlines: tuple[DeadlineRule, ...]
    checks: Mapping[str, CheckSetting]
    labels: Mapping[str, str]
    examples: tuple[Example, ...]

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
        return next((scope for scope in self.groups if scope.group is group), None)
