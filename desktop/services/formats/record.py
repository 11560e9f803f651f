"""The record format, version 1: one dossier as JSON. Published as `resources/schemas/record.schema.json`.

Months are "2024-11", days "2024-11-01", exact numbers decimal text ("3.33") or a fraction ("63/2"), money whole
đồng as an integer. Unknown keys are refused.

Decisions are bound to the digest of a record's one JSON text. Keys that came after the first release are therefore
left out where they say nothing (UNSET), so that a record without them has the text and digest that it always had.
"""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from desktop.domain.approvals import ApprovalKind
from desktop.domain.careers import Attendance, CashedBenefit
from desktop.domain.dossiers import Group, Route
from desktop.domain.people import BirthBasis, Employment, ManagementLevel, Sex

Month = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
Day = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Birth = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
Exact = Annotated[str, msgspec.Meta(pattern=r"^-?[0-9]{1,40}(\.[0-9]{1,20}|/[1-9][0-9]{0,40})?$")]
Line = Annotated[str, msgspec.Meta(max_length=1000)]
Text = Annotated[str, msgspec.Meta(max_length=20_000)]
Identifier = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9._-]{1,64}$")]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]

Money = Annotated[int, msgspec.Meta(ge=0, le=999_999_999_999_999)]
"""Đồng, up to the fifteen digits that can be typed."""
LadderStep = Annotated[int, msgspec.Meta(ge=1, le=99)]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every part of a format."""


class PersonPart(Strict, frozen=True, kw_only=True):
    """Who."""

    full_name: Line
    sex: Sex | None = None
    birth: Birth | None = None
    citizen_id: Line = ""
    birth_on_file: Birth | None = None
    birth_basis: BirthBasis = BirthBasis.CARD
    birth_basis_reason: Text = ""
    insurance_number: Line = ""
    post: Line = ""
    workplace: Line = ""
    qualification: Line = ""
    employment: Employment | None = None
    management_level: ManagementLevel | None = None
    bank_account: Line = ""
    bank_name: Line = ""


class SalaryPart(Strict, frozen=True, kw_only=True):
    """Months with the same pay items; both ends included."""

    first: Month
    last: Month
    coefficient: Exact
    position_allowance: Exact = "0"
    beyond_frame: Exact = "0"
    seniority: Exact = "0"
    reserved_difference: Exact = "0"
    step: LadderStep | UnsetType = UNSET
    public_service: Exact | UnsetType = UNSET
    professional_incentive: Exact | UnsetType = UNSET
    professional_duty: Exact | UnsetType = UNSET
    contract_pay: Money | UnsetType = UNSET
    seniority_amount: Money | UnsetType = UNSET
    other_allowance: Exact | UnsetType = UNSET
    other_allowance_name: Line | UnsetType = UNSET
    attendance: Attendance | UnsetType = UNSET
    base_salary: Money | UnsetType = UNSET


class InsurancePart(Strict, frozen=True, kw_only=True):
    """Months at one employer; both ends included."""

    first: Month
    last: Month
    employer: Line = ""
    compulsory: bool = True
    cashed: bool = False
    hazardous: bool = False
    special_area: bool = False
    cashed_as: CashedBenefit | UnsetType = UNSET


class CareerPart(Strict, frozen=True, kw_only=True):
    """Salary and insurance history."""

    rank: Line = ""
    salary: tuple[SalaryPart, ...] = ()
    insurance: tuple[InsurancePart, ...] = ()
    checked_against_book: bool = False


class DeclaredPart(Strict, frozen=True, kw_only=True):
    """What the unit's own list stated."""

    insured_months: int | None = None
    coefficient: Exact | None = None
    position_allowance: Exact | None = None
    early_months: int | None = None
    insured_years: Exact | UnsetType = UNSET
    monthly_salary: Money | UnsetType = UNSET
    amount: Money | UnsetType = UNSET


class EarlierPaymentPart(Strict, frozen=True, kw_only=True):
    """Money that the person got before."""

    policy: Line
    amount: Money
    paid_on: Day | None = None
    source: Line = ""
    same_purpose: bool = True


class ApprovalPart(Strict, frozen=True, kw_only=True):
    """The paper that the record rests on; `id` is local to the issuing office."""

    id: Identifier
    number: Line
    issued_on: Day | None
    issuer: Line
    kind: ApprovalKind = ApprovalKind.DECISION
    summary: Text = ""
    attachments: tuple[Sha256, ...] = ()
    proves: Line | UnsetType = UNSET
    to_check: Text | UnsetType = UNSET


class JustificationPart(Strict, frozen=True, kw_only=True):
    """The typed answer to a warning."""

    finding_key: Line
    text: Text
    author: Line
    written_at: Line


Share = Annotated[str, msgspec.Meta(pattern=r"^(0|1|0\.[0-9]{1,6})$")]
"""A part of a page's width or height, 0 to 1."""


class PinPart(Strict, frozen=True, kw_only=True):
    """A place on a page (from 1) of a file that proves a dotted field; `reads` is what stands there."""

    field: Line
    sha256: Sha256
    page: Annotated[int, msgspec.Meta(ge=1, le=100_000)]
    left: Share
    top: Share
    width: Share
    height: Share
    reads: Line | UnsetType = UNSET


class RecordPart(Strict, frozen=True, kw_only=True):
    """One dossier. `id` stays the same through every version sent; `revision` rises."""

    id: Identifier
    revision: Annotated[int, msgspec.Meta(ge=1)] = 1
    ordinal: int = 0
    person: PersonPart
    group: Group | None = None
    route: Route | None = None
    leave_on: Day | None = None
    career: CareerPart = CareerPart()
    approval: ApprovalPart | None = None
    declared: DeclaredPart = DeclaredPart()
    note: Text = ""
    justifications: tuple[JustificationPart, ...] = ()
    reason: Line | UnsetType = UNSET
    obstacles: tuple[Line, ...] | UnsetType = UNSET
    claims_lower_age: bool | UnsetType = UNSET
    reduced_capacity: bool | UnsetType = UNSET
    assessed_month: Month | UnsetType = UNSET
    earlier_payments: tuple[EarlierPaymentPart, ...] | UnsetType = UNSET
    papers: tuple[Identifier, ...] | UnsetType = UNSET
    """Ids of the documents that are this person's beside the approval."""
    pins: tuple[PinPart, ...] | UnsetType = UNSET
