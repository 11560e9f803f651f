"""From the record format to the field's objects; everything that JSON cannot hold is checked here."""

from datetime import date
from fractions import Fraction
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from desktop.domain.approvals import Approval
from desktop.domain.careers import Attendance, Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate, parse_stored_date
from desktop.domain.dossiers import Declared, Dossier, EarlierPayment
from desktop.domain.errors import Refusal
from desktop.domain.evidence import EvidencePin, Rectangle
from desktop.domain.findings import Justification
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.names import compose
from desktop.domain.people import Person
from desktop.domain.rounds import Round
from desktop.services.formats.packages import RoundPart
from desktop.services.formats.record import (
    ApprovalPart,
    CareerPart,
    DeclaredPart,
    EarlierPaymentPart,
    InsurancePart,
    PersonPart,
    PinPart,
    RecordPart,
    SalaryPart,
    Strict,
)

T = TypeVar("T")
Part = TypeVar("Part", bound=Strict)


def decode_record(text: bytes | str) -> RecordPart:
    """Read one record; raises Refusal("format.record_invalid") that says where it is wrong."""
    try:
        return msgspec.json.decode(text, type=RecordPart)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise Refusal("format.record_invalid", where=str(fault)) from fault


def salary_of(text: str) -> tuple[SalaryPeriod, ...]:
    """Read the periods of `career.salary` as a record holds them; raises Refusal("format.record_invalid")."""
    return tuple(_salary(part) for part in _parts(text, SalaryPart))


def insurance_of(text: str) -> tuple[InsurancePeriod, ...]:
    """Read the periods of `career.insurance` as a record holds them; raises Refusal("format.record_invalid")."""
    return tuple(_insurance(part) for part in _parts(text, InsurancePart))


def earlier_payments_of(text: str) -> tuple[EarlierPayment, ...]:
    """Read `earlier_payments` as a record holds them; raises Refusal("format.record_invalid")."""
    return tuple(_payment(part) for part in _parts(text, EarlierPaymentPart))


def dossier_of(record: RecordPart, *, round_id: str = "") -> Dossier:
    """Return the dossier that a record describes; the state is the caller's to set."""
    return Dossier(
        id=record.id,
        round_id=round_id,
        ordinal=record.ordinal,
        person=_person(record.person),
        group=record.group,
        route=record.route,
        leave_on=_day(record.leave_on),
        career=_career(record.career),
        approval_id=record.approval.id if record.approval else None,
        declared=_declared(record.declared),
        note=record.note,
        reason=record.reason or "",
        obstacles=record.obstacles or (),
        claims_lower_age=record.claims_lower_age or False,
        reduced_capacity=record.reduced_capacity or False,
        assessed_month=YearMonth.parse(record.assessed_month) if record.assessed_month else None,
        earlier_payments=tuple(_payment(each) for each in record.earlier_payments or ()),
        justifications=tuple(
            Justification(each.finding_key, each.text, each.author, each.written_at) for each in record.justifications
        ),
        papers=record.papers or (),
        pins=tuple(_pin(each, record.id) for each in record.pins or ()),
        revision=record.revision,
    )


def approval_of(part: ApprovalPart, *, round_id: str = "") -> Approval:
    """Return the approval that a part describes."""
    return Approval(
        id=part.id,
        round_id=round_id,
        number=part.number,
        issued_on=_day(part.issued_on),
        issuer=part.issuer,
        kind=part.kind,
        summary=part.summary,
        attachments=part.attachments,
        proves=part.proves or "",
        to_check=part.to_check or "",
    )


def round_of(part: RoundPart, policies: tuple[str, ...]) -> Round:
    """Return the round that a submission belongs to, computed under the packs with these ids."""
    return Round(
        id=part.id,
        name=part.name,
        period=part.period,
        policies=policies,
        opened_on=parse_stored_date(part.opened_on),
        deadline=_day(part.deadline),
    )


def _parts(text: str, kind: type[Part]) -> list[Part]:
    try:
        return msgspec.json.decode(text, type=list[kind])  # type: ignore[valid-type]  # the kind is known only here
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise Refusal("format.record_invalid", where=str(fault)) from fault


def _person(part: PersonPart) -> Person:
    return Person(
        full_name=compose(part.full_name),
        sex=part.sex,
        birth=BirthDate.parse(part.birth) if part.birth else None,
        citizen_id=part.citizen_id,
        birth_on_file=BirthDate.parse(part.birth_on_file) if part.birth_on_file else None,
        birth_basis=part.birth_basis,
        birth_basis_reason=part.birth_basis_reason,
        insurance_number=part.insurance_number,
        post=part.post,
        workplace=part.workplace,
        qualification=part.qualification,
        employment=part.employment,
        management_level=part.management_level,
        bank_account=part.bank_account,
        bank_name=part.bank_name,
    )


def _career(part: CareerPart) -> Career:
    return Career(
        rank=part.rank,
        salary=tuple(_salary(period) for period in part.salary),
        insurance=tuple(_insurance(period) for period in part.insurance),
        checked_against_book=part.checked_against_book,
    )


def _salary(part: SalaryPart) -> SalaryPeriod:
    return SalaryPeriod(
        months=_span(part.first, part.last),
        coefficient=Fraction(part.coefficient),
        position_allowance=Fraction(part.position_allowance),
        beyond_frame=Fraction(part.beyond_frame),
        seniority=Fraction(part.seniority),
        reserved_difference=Fraction(part.reserved_difference),
        step=_stated(part.step),
        public_service=_ratio(part.public_service),
        professional_incentive=_ratio(part.professional_incentive),
        professional_duty=_ratio(part.professional_duty),
        contract_pay=_money(part.contract_pay),
        seniority_amount=_money(part.seniority_amount),
        other_allowance=_ratio(part.other_allowance),
        other_allowance_name=part.other_allowance_name or "",
        attendance=part.attendance or Attendance.WORKED,
        base_salary=_money(part.base_salary),
    )


def _insurance(part: InsurancePart) -> InsurancePeriod:
    return InsurancePeriod(
        months=_span(part.first, part.last),
        employer=part.employer,
        compulsory=part.compulsory,
        cashed=part.cashed,
        hazardous=part.hazardous,
        special_area=part.special_area,
        cashed_as=_stated(part.cashed_as),
    )


def _declared(part: DeclaredPart) -> Declared:
    return Declared(
        insured_months=part.insured_months,
        early_months=part.early_months,
        coefficient=None if part.coefficient is None else Fraction(part.coefficient),
        position_allowance=None if part.position_allowance is None else Fraction(part.position_allowance),
        insured_years=None if part.insured_years is UNSET else Fraction(part.insured_years),
        monthly_salary=_money(part.monthly_salary),
        amount=_money(part.amount),
    )


def _payment(part: EarlierPaymentPart) -> EarlierPayment:
    return EarlierPayment(part.policy, Dong(part.amount), _day(part.paid_on), part.source, part.same_purpose)


def _pin(part: PinPart, dossier_id: str) -> EvidencePin:
    """Raises Refusal("pin.outside_page") where the rectangle has no size or leaves the page."""
    place = Rectangle(Fraction(part.left), Fraction(part.top), Fraction(part.width), Fraction(part.height))
    return EvidencePin(dossier_id, part.field, part.sha256, part.page, place, part.reads or "")


def _stated(value: T | UnsetType) -> T | None:
    return None if isinstance(value, UnsetType) else value


def _money(amount: int | UnsetType) -> Dong | None:
    return None if isinstance(amount, UnsetType) else Dong(amount)


def _ratio(text: str | UnsetType) -> Fraction:
    return Fraction(0) if isinstance(text, UnsetType) else Fraction(text)


def _span(first: str, last: str) -> MonthSpan:
    return MonthSpan(YearMonth.parse(first), YearMonth.parse(last))


def _day(text: str | None) -> date | None:
    return parse_stored_date(text) if text else None
