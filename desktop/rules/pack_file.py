"""The shape of a pack file. The published JSON Schema is generated from these types.

Lists keep their order, and every item has an `id`, by which formulas and other items name it.
"""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

import msgspec

from desktop.domain.dossiers import Group, Route
from desktop.rules.pack_checks import CheckSettings, Obstacle, OwnCheck, ReasonOfLeaving
from desktop.rules.pack_conventions import Conventions
from desktop.rules.pack_examples import Example
from desktop.rules.pack_limits import MAX_CASES, MAX_EXAMPLES, MAX_NEEDED
from desktop.rules.pack_salaries import MoneyRounding, SalaryBaseDefinition
from desktop.rules.pack_tables import Tables
from desktop.rules.pack_values import (
    FILLED_LIST,
    SHORT_LIST,
    Cite,
    Document,
    Id,
    Name,
    Note,
    PackId,
    Parameter,
    Part,
    Sentence,
    Words,
    said,
)
from desktop.rules.trace import Provenance, Unit

Version = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,9}(\.[0-9]{1,9}){0,3}$")]
_EVERY_YEAR = (
    r"^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$"
)
"""A month and a day that every year has."""
YearDay = Annotated[str, msgspec.Meta(pattern=_EVERY_YEAR)]
CITED = said("The clause that says so.")


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

    id: Annotated[Group, said("Which group.")]
    label: Annotated[Words, said("How reasons call these people.")]
    cite: Annotated[Cite, CITED]
    effective_from: Annotated[date | None, said("First day of leaving; left out: the pack's.")] = None
    effective_to: Annotated[date | None, said("Last day of leaving; left out: the pack's.")] = None


class ExcludedGroup(Part, frozen=True, kw_only=True):
    """A group that the pack has nothing for, and why."""

    id: Annotated[Group, said("Which group.")]
    reason: Annotated[Sentence, said("Why it has nothing, in words for the person.")]
    cite: Annotated[Cite, CITED]


class ValueRounding(Part, frozen=True, kw_only=True):
    """How a value is rounded: to a multiple of `to`, in its own unit."""

    to: Annotated[Fraction, said('1, 1000, 0.5 or "1/2"; above 0.')]
    mode: Annotated[str, msgspec.Meta(pattern="^(up|down|half_up)$"), said("up, down or half_up.")] = "half_up"


class NamedValue(Part, frozen=True, kw_only=True):
    """A value on the way that has a name of its own and a step in the trace; formulas after it can use it."""

    id: Annotated[Id, said("Name that formulas use.")]
    label: Annotated[Words, said("Vietnamese words for it.")]
    unit: Annotated[Unit, said("Unit of the value.")]
    formula: Annotated[Sentence, said("May name parameters, quantities, salary bases and values above it.")]
    rounding: Annotated[
        ValueRounding | None, said("Only where the text rounds this value itself; no rounding otherwise.")
    ] = None
    cite: Annotated[Cite, CITED]


class ConditionRule(Part, frozen=True, kw_only=True):
    """A condition. `yes` and `no` are the reasons; `{name}` in them is filled with the value as shown."""

    id: Annotated[Id, said("Name that cases use.")]
    label: Annotated[Words, said("What is asked.")]
    formula: Annotated[Sentence, said("True or false: early_months >= least_early.")]
    yes: Annotated[Sentence, said("Why it holds, with {names}. The key is written in quotes.")]
    no: Annotated[Sentence, said("Why it does not hold, with {names}. The key is written in quotes.")]
    cite: Annotated[Cite, CITED]


class ComponentRule(Part, frozen=True, kw_only=True):
    """One item of support. `rounding` only where the text rounds the item itself."""

    id: Annotated[Id, said("Name that cases and formulas of later items use.")]
    label: Annotated[Words, said("As prints name the item.")]
    formula: Annotated[Sentence, said("In đồng: 3 * average_salary * early_years.")]
    when: Annotated[Note, said("True or false; left out: always. Where it is false the item is not paid.")] = ""
    rounding: Annotated[MoneyRounding | None, said("Left out: only the total is rounded.")] = None
    cite: Annotated[Cite, CITED]


class CaseRule(Part, frozen=True, kw_only=True):
    """A case of the law: the first in the list that fits group, route and `when` is the one that counts.

    `lowered_by` is a parameter: months by which the retirement age is lowered in this case. `total` is a formula
    over `total` (the sum of the components) where the text has a cap, floor or the like. `note` says what else
    the person gets.
    """

    id: Annotated[Id, said("Unique among the cases.")]
    label: Annotated[Words, said("The case in words.")]
    groups: Annotated[tuple[Group, ...], FILLED_LIST, said("Groups it is for.")]
    routes: Annotated[tuple[Route, ...], FILLED_LIST, said("Ways of leaving it is for.")]
    when: Annotated[Note, said("True or false; left out: always.")] = ""
    lowered_by: Annotated[Id | None, said("Parameter in months: 60 for Phụ lục II.")] = None
    conditions: Annotated[tuple[Id, ...], SHORT_LIST, said("All must hold.")] = ()
    components: Annotated[tuple[Id, ...], SHORT_LIST, said("Items paid, those first that others name.")] = ()
    total: Annotated[Note, said('Left out: the sum. min(total, cap), total - already_paid("…").')] = ""
    note: Annotated[Note, said("What the person gets besides money.")] = ""
    cite: Annotated[Cite, CITED]


class Paper(Part, frozen=True, kw_only=True):
    """A paper that a dossier needs; `verify` is what the appraiser looks for in it."""

    id: Annotated[Id, said("Unique among the papers.")]
    label: Annotated[Words, said("The paper's name.")]
    groups: Annotated[tuple[Group, ...], SHORT_LIST, said("None named: all groups.")] = ()
    routes: Annotated[tuple[Route, ...], SHORT_LIST, said("None named: all ways of leaving.")] = ()
    required: Annotated[bool, said("false: only where there is one.")] = True
    verify: Annotated[Note, said("What the appraiser looks for in it.")] = ""
    cite: Annotated[Cite, CITED]
    provenance: Provenance


class Deadline(Part, frozen=True, kw_only=True):
    """A date to keep: once (`due`) or every year (`yearly`, month-day)."""

    id: Annotated[Id, said("Unique among the deadlines.")]
    label: Annotated[Words, said("What is due.")]
    groups: Annotated[tuple[Group, ...], SHORT_LIST, said("None named: all groups.")] = ()
    due: Annotated[date | None, said("2024-09-30.")] = None
    yearly: Annotated[YearDay | None, said('"02-01" for 1 February.')] = None
    cite: Annotated[Cite, CITED]
    provenance: Provenance
    note: Note = ""


class Label(Part, frozen=True, kw_only=True):
    """Words that prints and screens take from the pack: `column_26` to `column_29`, or a quantity's id."""

    id: Annotated[Id, said("column_26 to column_29, or a name that formulas use.")]
    text: Annotated[Words, said("The words.")]


class PackFile(Part, frozen=True, kw_only=True):
    """A policy pack."""

    id: Annotated[PackId, said("The same through all versions: nd154-2025.")]
    version: Annotated[Version, said('Rises with every change, in quotes: "1.0", "1.1".')]
    title: Annotated[Words, said("As screens and prints name the policy.")]
    issuer: Annotated[Words, said("Who issued the policy.")]
    kind: Annotated[PackKind, said("central, city or practice (invented figures, for training).")]
    status: Annotated[PackStatus, said("confirmed once Sở Tài chính has confirmed the figures.")]
    effective_from: Annotated[date, said("First day of leaving that the policy covers.")]
    effective_to: Annotated[date | None, said("Last day of leaving; left out while there is no end.")] = None
    supersedes: Annotated[tuple[Name, ...], SHORT_LIST, said("Packs or texts that it replaces.")] = ()
    needs: Annotated[
        tuple[PackId, ...],
        msgspec.Meta(max_length=MAX_NEEDED),
        said("Packs whose amounts formulas take: amount_of(nd29-2023.total)."),
    ] = ()
    note: Annotated[Note, said("What a reader should know of the pack.")] = ""
    documents: Annotated[tuple[Document, ...], FILLED_LIST, said("The legal texts that citations name.")]
    parameters: Annotated[tuple[Parameter, ...], SHORT_LIST, said("Figures of the law, by date.")] = ()
    tables: Annotated[Tables, said("What quantities and checks look up.")] = Tables()
    conventions: Annotated[Conventions, said("How this law counts months, years and age.")] = Conventions()
    salary_bases: Annotated[tuple[SalaryBaseDefinition, ...], SHORT_LIST, said("Monthly salaries by name.")] = ()
    values: Annotated[tuple[NamedValue, ...], SHORT_LIST, said("Values on the way, each with its step.")] = ()
    groups: Annotated[tuple[CoveredGroup, ...], FILLED_LIST, said("Whom the policy is for.")]
    excluded_groups: Annotated[tuple[ExcludedGroup, ...], SHORT_LIST, said("Who gets nothing, and why.")] = ()
    reasons: Annotated[tuple[ReasonOfLeaving, ...], SHORT_LIST, said("Cases of downsizing to choose from.")] = ()
    obstacles: Annotated[tuple[Obstacle, ...], SHORT_LIST, said("Signs that the policy is not for a person.")] = ()
    conditions: Annotated[tuple[ConditionRule, ...], SHORT_LIST, said("What cases ask for.")] = ()
    components: Annotated[tuple[ComponentRule, ...], SHORT_LIST, said("Items of support.")] = ()
    cases: Annotated[
        tuple[CaseRule, ...], msgspec.Meta(min_length=1, max_length=MAX_CASES), said("Who gets which items.")
    ]
    total_rounding: Annotated[MoneyRounding, said("The one rounding of the total.")]
    papers: Annotated[tuple[Paper, ...], SHORT_LIST, said("Papers that a dossier needs.")] = ()
    deadlines: Annotated[tuple[Deadline, ...], SHORT_LIST, said("Dates to keep.")] = ()
    checks: Annotated[tuple[CheckSettings, ...], SHORT_LIST, said("Settings of the catalogue's checks.")] = ()
    own_checks: Annotated[tuple[OwnCheck, ...], SHORT_LIST, said("Checks that only this pack has.")] = ()
    labels: Annotated[tuple[Label, ...], SHORT_LIST, said("Words that prints and screens take.")] = ()
    examples: Annotated[
        tuple[Example, ...],
        msgspec.Meta(max_length=MAX_EXAMPLES),
        said("Golden cases; all are computed when the pack loads."),
    ] = ()
