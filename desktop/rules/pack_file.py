"""The shape of a pack file. The published JSON Schema is generated from these types.

Lists keep their order, and every item has an `id`, by which formulas and other items name it.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

from desktop.domain.dossiers import Group, Route
from desktop.domain.findings import Severity
from desktop.rules.pack_examples import Example
from desktop.rules.pack_values import (
    Cite,
    Conventions,
    Document,
    Id,
    Parameter,
    Part,
    SalaryBaseDefinition,
    Sentence,
    Tables,
)
from desktop.rules.trace import Provenance

PackId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Version = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+(\.[0-9]+){0,3}$")]
CheckCode = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}[0-9]{2,3}$")]
YearDay = Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]


class PackKind(StrEnum):
    """Whose policy it is; `practice` packs hold invented figures."""

    CENTRAL = "central"
    CITY = "city"
    PRACTICE = "practice"


class PackStatus(StrEnum):
    """Whether Sở Tài chính has confirmed the figures."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"


class CoveredGroup(Part, frozen=True, kw_only=True):
    """A group that the pack is for; its own dates of leaving where they differ from the pack's."""

    id: Group
    label: Sentence
    cite: Cite
    effective_from: date | None = None
    effective_to: date | None = None


class ExcludedGroup(Part, frozen=True, kw_only=True):
    """A group that the pack has nothing for, and why."""

    id: Group
    reason: Sentence
    cite: Cite


class ConditionRule(Part, frozen=True, kw_only=True):
    """A condition. `yes` and `no` are the reasons; `{name}` in them is filled with the value as shown."""

    id: Id
    label: Sentence
    formula: Sentence
    yes: Sentence
    no: Sentence
    cite: Cite


class MoneyRounding(Part, frozen=True, kw_only=True):
    """How đồng are rounded: to a multiple of `to`."""

    to: Annotated[int, msgspec.Meta(ge=1)] = 1
    mode: Annotated[str, msgspec.Meta(pattern="^(up|down|half_up)$")] = "half_up"


class ComponentRule(Part, frozen=True, kw_only=True):
    """One item of support. `rounding` only where the text rounds the item itself."""

    id: Id
    label: Sentence
    formula: Sentence
    when: str = ""
    rounding: MoneyRounding | None = None
    cite: Cite


class CaseRule(Part, frozen=True, kw_only=True):
    """A case of the law: the first in the list that fits group, route and `when` is the one that counts.

    `lowered_by` is a parameter: months by which the retirement age is lowered in this case. `total` is a formula
    over `total` (the sum of the components) where the text has a cap, floor or the like. `note` says what else
    the person gets.
    """

    id: Id
    label: Sentence
    groups: Annotated[tuple[Group, ...], msgspec.Meta(min_length=1)]
    routes: Annotated[tuple[Route, ...], msgspec.Meta(min_length=1)]
    when: str = ""
    lowered_by: Id | None = None
    conditions: tuple[Id, ...] = ()
    components: tuple[Id, ...] = ()
    total: str = ""
    note: str = ""
    cite: Cite


class Paper(Part, frozen=True, kw_only=True):
    """A paper that a dossier needs; `verify` is what the appraiser looks for in it."""

    id: Id
    label: Sentence
    groups: tuple[Group, ...] = ()
    routes: tuple[Route, ...] = ()
    required: bool = True
    verify: str = ""
    cite: Cite
    provenance: Provenance


class Deadline(Part, frozen=True, kw_only=True):
    """A date to keep: once (`due`) or every year (`yearly`, month-day)."""

    id: Id
    label: Sentence
    groups: tuple[Group, ...] = ()
    due: date | None = None
    yearly: YearDay | None = None
    cite: Cite
    provenance: Provenance
    note: str = ""


class CheckSettings(Part, frozen=True, kw_only=True):
    """A rule of the catalogue of checks: on or off, how severe, its figures."""

    code: CheckCode
    enabled: bool = True
    severity: Severity | None = None
    justifiable: bool | None = None
    parameters: dict[str, int | str] = msgspec.field(default_factory=dict)


class Label(Part, frozen=True, kw_only=True):
    """Words that prints and screens take from the pack: `column_26` to `column_29`, or a quantity's id."""

    id: Id
    text: Sentence


class PackFile(Part, frozen=True, kw_only=True):
    """A policy pack."""

    id: PackId
    version: Version
    title: Sentence
    issuer: Sentence
    kind: PackKind
    status: PackStatus
    effective_from: date
    effective_to: date | None = None
    supersedes: tuple[str, ...] = ()
    note: str = ""
    documents: Annotated[tuple[Document, ...], msgspec.Meta(min_length=1)]
    parameters: tuple[Parameter, ...] = ()
    tables: Tables = Tables()
    conventions: Conventions = Conventions()
    salary_bases: tuple[SalaryBaseDefinition, ...] = ()
    groups: Annotated[tuple[CoveredGroup, ...], msgspec.Meta(min_length=1)]
    excluded_groups: tuple[ExcludedGroup, ...] = ()
    conditions: tuple[ConditionRule, ...] = ()
    components: tuple[ComponentRule, ...] = ()
    cases: Annotated[tuple[CaseRule, ...], msgspec.Meta(min_length=1)]
    total_rounding: MoneyRounding
    papers: tuple[Paper, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    checks: tuple[CheckSettings, ...] = ()
    labels: tuple[Label, ...] = ()
    examples: tuple[Example, ...] = ()
