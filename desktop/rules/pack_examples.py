"""Golden cases of a pack file."""

from datetime import date
from fractions import Fraction
from typing import Annotated

import msgspec

from desktop.domain.dossiers import Group, Route
from desktop.domain.people import ManagementLevel, Sex
from desktop.rules.pack_values import Id, Part, Sentence

MonthText = Annotated[str, msgspec.Meta(pattern=r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$")]


class ExampleSalary(Part, frozen=True, kw_only=True):
    """A row of salary in an example."""

    first: MonthText = msgspec.field(name="from")
    last: MonthText = msgspec.field(name="to")
    coefficient: Fraction
    position_allowance: Fraction = msgspec.field(default_factory=Fraction)
    beyond_frame: Fraction = msgspec.field(default_factory=Fraction)
    seniority: Fraction = msgspec.field(default_factory=Fraction)
    reserved_difference: Fraction = msgspec.field(default_factory=Fraction)


class ExampleInsurance(Part, frozen=True, kw_only=True):
    """A row of insurance in an example."""

    first: MonthText = msgspec.field(name="from")
    last: MonthText = msgspec.field(name="to")
    compulsory: bool = True
    cashed: bool = False
    hazardous: bool = False
    special_area: bool = False


class ExampleRecord(Part, frozen=True, kw_only=True):
    """The made-up person of an example."""

    group: Group
    route: Route
    sex: Sex
    birth: str
    leave_on: date
    approved_on: date | None = None
    management_level: ManagementLevel | None = None
    salary: tuple[ExampleSalary, ...] = ()
    insurance: tuple[ExampleInsurance, ...] = ()


class ExampleAnswer(Part, frozen=True, kw_only=True):
    """What the pack must say of the person.

    `values` by step id: numbers as "26" or "5/2", money in whole đồng (rounded half up for the comparison), months
    as "2027-01", dates as "2024-11-01", flags as "true" or "false". Without `total` there must be none.
    """

    applies: bool = True
    eligible: bool = True
    total: int | None = None
    open: tuple[Id, ...] = ()
    values: dict[str, str] = msgspec.field(default_factory=dict)


class Example(Part, frozen=True, kw_only=True):
    """A golden case; all of them are run when the pack loads, and one failure refuses it."""

    id: Id
    source: Sentence
    record: ExampleRecord
    expect: ExampleAnswer
