"""Golden cases of a pack file."""

from datetime import date
from fractions import Fraction
from typing import Annotated

import msgspec

from desktop.domain.careers import Attendance, CashedBenefit
from desktop.domain.dossiers import Group, Route
from desktop.domain.people import Employment, ManagementLevel, Sex
from desktop.rules.pack_checks import CheckCode
from desktop.rules.pack_limits import MAX_ROWS
from desktop.rules.pack_values import SHORT_LIST, Id, Name, Note, Part, Sentence, said

MonthText = Annotated[str, msgspec.Meta(pattern=r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$")]
Money = Annotated[int, msgspec.Meta(ge=0, le=10**15)]
ROWS = msgspec.Meta(max_length=MAX_ROWS)
PERCENT = said("Percent: 5 for 5 %.")


class ExampleSalary(Part, frozen=True, kw_only=True):
    """A row of salary in an example."""

    first: Annotated[MonthText, said('First month, "2020-01".')] = msgspec.field(name="from")
    last: Annotated[MonthText, said('Last month, "2024-10".')] = msgspec.field(name="to")
    coefficient: Annotated[Fraction, said("Hệ số lương; 0 for those with contract pay.")]
    position_allowance: Annotated[Fraction, said("A coefficient.")] = msgspec.field(default_factory=Fraction)
    beyond_frame: Annotated[Fraction, PERCENT] = msgspec.field(default_factory=Fraction)
    seniority: Annotated[Fraction, PERCENT] = msgspec.field(default_factory=Fraction)
    reserved_difference: Annotated[Fraction, said("A coefficient.")] = msgspec.field(default_factory=Fraction)
    public_service: Annotated[Fraction, PERCENT] = msgspec.field(default_factory=Fraction)
    professional_incentive: Annotated[Fraction, PERCENT] = msgspec.field(default_factory=Fraction)
    professional_duty: Annotated[Fraction, PERCENT] = msgspec.field(default_factory=Fraction)
    contract_pay: Annotated[Money | None, said("Đồng a month, in place of coefficients.")] = None
    seniority_amount: Annotated[Money | None, said("Đồng a month, in place of the seniority percent.")] = None
    step: Annotated[Annotated[int, msgspec.Meta(ge=1, le=50)] | None, said("Bậc.")] = None
    attendance: Annotated[Attendance, said("worked, unpaid_leave or sick_leave.")] = Attendance.WORKED


class ExampleInsurance(Part, frozen=True, kw_only=True):
    """A row of insurance in an example."""

    first: Annotated[MonthText, said("First month.")] = msgspec.field(name="from")
    last: Annotated[MonthText, said("Last month.")] = msgspec.field(name="to")
    compulsory: bool = True
    cashed: Annotated[bool, said("Already paid out once: does not count.")] = False
    cashed_as: Annotated[CashedBenefit | None, said("As which benefit.")] = None
    hazardous: bool = False
    special_area: bool = False


class ExamplePayment(Part, frozen=True, kw_only=True):
    """Money that the person got before."""

    policy: Annotated[Name, said("Id of a pack, or name of the text.")]
    amount: Annotated[Money, said("Whole đồng.")]
    paid_on: date | None = None


class ExampleRecord(Part, frozen=True, kw_only=True):
    """The made-up person of an example."""

    group: Group
    route: Route
    sex: Sex
    birth: Annotated[Name, said("1965-06-03, 1965-06 or 1965.")]
    leave_on: date
    approved_on: Annotated[date | None, said("Day of the approval document.")] = None
    management_level: ManagementLevel | None = None
    employment: Employment | None = None
    reason: Annotated[Note, said("Id of one of the pack's reasons.")] = ""
    obstacles: Annotated[tuple[Id, ...], SHORT_LIST, said("Ids of the pack's obstacles.")] = ()
    claims_lower_age: bool = False
    reduced_capacity: bool = False
    rank: Annotated[Note, said("Ngạch, as records write it.")] = ""
    salary: Annotated[tuple[ExampleSalary, ...], ROWS] = ()
    insurance: Annotated[tuple[ExampleInsurance, ...], ROWS] = ()
    earlier_payments: Annotated[tuple[ExamplePayment, ...], ROWS] = ()
    other_amounts: Annotated[
        dict[str, Money],
        msgspec.Meta(max_length=100),
        said('What other packs answer for this person: {"nd29-2023.total": 91630786}; computed when left out.'),
    ] = msgspec.field(default_factory=dict)


class ExampleAnswer(Part, frozen=True, kw_only=True):
    """What the pack must say of the person.

    `values` by step id: numbers as "26" or "5/2", money in whole đồng (rounded half up for the comparison), months
    as "2027-01", dates as "2024-11-01", flags as "true" or "false". Without `total` there must be none.
    """

    applies: bool = True
    eligible: bool = True
    total: Annotated[Annotated[int, msgspec.Meta(ge=-(10**15), le=10**15)] | None, said("Whole đồng.")] = None
    open: Annotated[tuple[Id, ...], SHORT_LIST, said("Parameters whose figures are not known.")] = ()
    values: Annotated[dict[str, Note], msgspec.Meta(max_length=500), said("Values of steps.")] = msgspec.field(
        default_factory=dict
    )
    own_checks: Annotated[
        Annotated[tuple[CheckCode, ...], SHORT_LIST] | None,
        said("Own checks that fire; left out: not looked at."),
    ] = None


class Example(Part, frozen=True, kw_only=True):
    """A golden case; all of them are run when the pack loads, and one failure refuses it."""

    id: Annotated[Id, said("Unique among the examples.")]
    source: Annotated[Sentence, said("Where the expected values come from.")]
    record: ExampleRecord
    expect: ExampleAnswer
