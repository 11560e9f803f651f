"""Parts of a pack file that hold values of the law: parameters, tables, salary bases, and their sources."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

import msgspec

from desktop.rules.quantities.salary import PayItem
from desktop.rules.trace import Provenance, Unit

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
"""ASCII letters, digits and underscores; unique in the pack."""
Sentence = Annotated[str, msgspec.Meta(min_length=1)]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Any part of a pack file: unknown keys are refused."""


class Cite(Part, frozen=True, kw_only=True):
    """Where the law says it; `document` is the id of one of the pack's documents."""

    document: Id
    article: str = ""
    clause: str = ""
    point: str = ""


class Document(Part, frozen=True, kw_only=True):
    """A legal text. `name` is how citations call it."""

    id: Id
    name: Sentence
    title: str = ""
    issuer: str = ""
    issued_on: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    replaces: tuple[str, ...] = ()
    note: str = ""


class DatedValue(Part, frozen=True, kw_only=True):
    """A value that holds from a date. With provenance `open` there is no value."""

    first: date = msgspec.field(name="from")
    value: Fraction | None = None
    cite: Cite
    provenance: Provenance
    note: str = ""


class Parameter(Part, frozen=True, kw_only=True):
    """A figure of the law, by date."""

    id: Id
    label: Sentence
    unit: Unit
    values: Annotated[tuple[DatedValue, ...], msgspec.Meta(min_length=1)]


class AgeLine(Part, frozen=True, kw_only=True):
    """One sex's retirement-age roadmap; ages and the step in months."""

    first_year: Annotated[int, msgspec.Meta(ge=1900, le=2200)]
    first_age: Annotated[int, msgspec.Meta(ge=0, le=1200)]
    yearly_step: Annotated[int, msgspec.Meta(ge=1)]
    final_age: Annotated[int, msgspec.Meta(ge=0, le=1200)]


class RoadmapTable(Part, frozen=True, kw_only=True):
    """Retirement age by year."""

    male: AgeLine
    female: AgeLine
    cite: Cite
    provenance: Provenance
    note: str = ""


class Band(Part, frozen=True, kw_only=True):
    """Odd months up to and including `up_to` count as `years`."""

    up_to: Annotated[int, msgspec.Meta(ge=0, le=11)]
    years: Fraction


class Rounding(Part, frozen=True, kw_only=True):
    """A rounding table of odd months; bands rise to 11."""

    id: Id
    label: Sentence
    bands: Annotated[tuple[Band, ...], msgspec.Meta(min_length=1)]
    cite: Cite
    provenance: Provenance
    note: str = ""


class Tables(Part, frozen=True, kw_only=True):
    """Tables that quantities read."""

    roadmap: RoadmapTable | None = None
    base_salary: tuple[DatedValue, ...] = ()
    rounding: tuple[Rounding, ...] = ()


class Conventions(Part, frozen=True, kw_only=True):
    """Which rounding table turns which months into years."""

    early_years: Id | None = None
    insured_years: Id | None = None


class Over(StrEnum):
    """Which months a salary base looks at."""

    MONTH_BEFORE_LEAVING = "month_before_leaving"
    LAST_MONTHS = "last_months"


class SalaryBaseDefinition(Part, frozen=True, kw_only=True):
    """A monthly salary that formulas can name by its id; `months` is a parameter, for the last months."""

    id: Id
    label: Sentence
    items: Annotated[tuple[PayItem, ...], msgspec.Meta(min_length=1)]
    over: Over
    months: Id | None = None
    cite: Cite
    provenance: Provenance
    note: str = ""
