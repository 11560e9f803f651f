"""Tables of a pack file: what quantities and checks look up."""

from datetime import date
from fractions import Fraction
from typing import Annotated

import msgspec

from desktop.domain.people import ManagementLevel
from desktop.rules.pack_limits import MAX_LONG_LIST
from desktop.rules.pack_values import (
    FILLED_LIST,
    SHORT_LIST,
    Cite,
    DatedValue,
    Id,
    Name,
    Note,
    Part,
    Words,
    said,
)
from desktop.rules.trace import Provenance

Months = Annotated[int, msgspec.Meta(ge=0, le=1200)]
Year = Annotated[int, msgspec.Meta(ge=1900, le=2200)]
ProvinceCode = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{3}$")]


class AgeLine(Part, frozen=True, kw_only=True):
    """One sex's retirement-age roadmap; ages and the step in months."""

    first_year: Annotated[Year, said("First year of the roadmap.")]
    first_age: Annotated[Months, said("Retirement age in that year, in months: 60 years 3 months are 723.")]
    yearly_step: Annotated[int, msgspec.Meta(ge=0, le=1200), said("Months by which it rises each year; 0: no rise.")]
    final_age: Annotated[Months, said("Age at which the rise ends, in months.")]


class RoadmapTable(Part, frozen=True, kw_only=True):
    """Retirement age by year."""

    male: AgeLine
    female: AgeLine
    cite: Cite
    provenance: Provenance
    note: Note = ""


class Band(Part, frozen=True, kw_only=True):
    """Odd months up to and including `up_to` count as `years`."""

    up_to: Annotated[int, msgspec.Meta(ge=0, le=11), said("Odd months, the last that count so.")]
    years: Annotated[Fraction, said("What they count as: 0, 1/2 or 1.")]


class Rounding(Part, frozen=True, kw_only=True):
    """A rounding table of odd months; bands rise to 11."""

    id: Annotated[Id, said("Name for `conventions`, and for years(months, name) in formulas.")]
    label: Annotated[Words, said("The rule in Vietnamese words.")]
    bands: Annotated[tuple[Band, ...], FILLED_LIST, said("Rising; the last one is up_to: 11.")]
    cite: Cite
    provenance: Provenance
    note: Note = ""


class BeyondFrameRule(Part, frozen=True, kw_only=True):
    """Phụ cấp thâm niên vượt khung, for those on the last step of their ladder."""

    first: Annotated[Fraction, said("Percent when it begins: 5.")]
    yearly: Annotated[Fraction, said("Percent that each further year adds: 1.")]
    after_months: Annotated[Months, said("Months on the last step before it begins.")] = 0


class Ladder(Part, frozen=True, kw_only=True):
    """The coefficients of a rank from step 1 (checks LG01 to LG03)."""

    id: Annotated[Id, said("Unique among the ladders.")]
    label: Annotated[Words, said("Name of the ladder.")]
    ranks: Annotated[
        tuple[Name, ...], FILLED_LIST, said("Names and codes of the ranks paid by it, as records write them.")
    ]
    coefficients: Annotated[tuple[Fraction, ...], FILLED_LIST, said("Rising, from step 1.")]
    beyond_frame: Annotated[BeyondFrameRule | None, said("Left out where there is no beyond-frame allowance.")] = None
    cite: Cite
    provenance: Provenance
    note: Note = ""


class ApprovingLevel(Part, frozen=True, kw_only=True):
    """Who approves for people of a management level (check DT03)."""

    level: Annotated[ManagementLevel, said("Diện quản lý.")]
    approvers: Annotated[tuple[Name, ...], FILLED_LIST, said("Authorities whose documents count.")]
    cite: Cite
    provenance: Provenance
    note: Note = ""


class Province(Part, frozen=True, kw_only=True):
    """The first three digits of a CCCD number (check DD02)."""

    code: ProvinceCode
    name: Name


class UnitPeriod(Part, frozen=True, kw_only=True):
    """A unit while it exists, and who takes over after it (check DD09)."""

    name: Annotated[Name, said("As records write it.")]
    effective_from: Annotated[date | None, said("First day; left out when it was always there.")] = None
    effective_to: Annotated[date | None, said("Last day; left out while it exists.")] = None
    successors: Annotated[tuple[Name, ...], SHORT_LIST, said("Units that took over.")] = ()
    cite: Cite
    provenance: Provenance


class Tables(Part, frozen=True, kw_only=True):
    """Tables that quantities and checks read."""

    roadmap: Annotated[RoadmapTable | None, said("Retirement-age roadmap (Phụ lục I); Phụ lục II by lowered_by.")] = (
        None
    )
    base_salary: Annotated[tuple[DatedValue, ...], SHORT_LIST, said("Lương cơ sở by date, đồng a month.")] = ()
    rounding: Annotated[tuple[Rounding, ...], SHORT_LIST, said("Rounding tables of odd months.")] = ()
    ladders: Annotated[tuple[Ladder, ...], SHORT_LIST, said("Coefficients by rank.")] = ()
    management_levels: Annotated[
        tuple[ApprovingLevel, ...], SHORT_LIST, said("Who approves, by management level.")
    ] = ()
    provinces: Annotated[
        tuple[Province, ...], SHORT_LIST, said("In place of the program's own list of codes; empty: the program's.")
    ] = ()
    units: Annotated[
        tuple[UnitPeriod, ...], msgspec.Meta(max_length=MAX_LONG_LIST), said("Units with their time and successors.")
    ] = ()
