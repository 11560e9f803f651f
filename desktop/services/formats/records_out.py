"""From the field's objects to the record format."""

import hashlib
from fractions import Fraction
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from desktop.domain.approvals import Approval
from desktop.domain.careers import Attendance, Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dossiers import Declared, Dossier, EarlierPayment
from desktop.domain.evidence import EvidencePin
from desktop.domain.findings import Justification
from desktop.domain.people import Person
from desktop.services.formats.exact import exact_text
from desktop.services.formats.record import (
    ApprovalPart,
    CareerPart,
    DeclaredPart,
    EarlierPaymentPart,
    InsurancePart,
    JustificationPart,
    PersonPart,
    PinPart,
    RecordPart,
    SalaryPart,
)

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder(order="deterministic")


def canonical(part: msgspec.Struct) -> bytes:
    """Return the one JSON text of a part: UTF-8, no spaces, fields in the format's order."""
    return _ENCODER.encode(part)


def record_digest(record: RecordPart) -> str:
    """Return the SHA-256 (hex) of the record's canonical JSON: what decisions are bound to."""
    return hashlib.sha256(canonical(record)).hexdigest()


def record_part(dossier: Dossier, approval: Approval | None) -> RecordPart:
    """Return the dossier in the record format, with the approval it rests on."""
    return RecordPart(
        id=dossier.id,
        revision=dossier.revision,
        ordinal=dossier.ordinal,
        person=_person(dossier.person),
        group=dossier.group,
        route=dossier.route,
        leave_on=dossier.leave_on.isoformat() if dossier.leave_on else None,
        career=_career(dossier.career),
        approval=approval_part(approval) if approval else None,
        declared=_declared(dossier.declared),
        note=dossier.note,
        justifications=tuple(_justification(each) for each in dossier.justifications),
        reason=dossier.reason or UNSET,
        obstacles=dossier.obstacles or UNSET,
        claims_lower_age=dossier.claims_lower_age or UNSET,
        reduced_capacity=dossier.reduced_capacity or UNSET,
        assessed_month=str(dossier.assessed_month) if dossier.assessed_month else UNSET,
        earlier_payments=tuple(_payment(each) for each in dossier.earlier_payments) or UNSET,
        papers=dossier.papers or UNSET,
        pins=tuple(_pin(each) for each in dossier.pins) or UNSET,
    )


def approval_part(approval: Approval) -> ApprovalPart:
    """Return the approval in the record format."""
    return ApprovalPart(
        id=approval.id,
        number=approval.number,
        issued_on=approval.issued_on.isoformat() if approval.issued_on else None,
        issuer=approval.issuer,
        kind=approval.kind,
        summary=approval.summary,
        attachments=approval.attachments,
        proves=approval.proves or UNSET,
        to_check=approval.to_check or UNSET,
    )


def _justification(answer: Justification) -> JustificationPart:
    return JustificationPart(
        finding_key=answer.finding_key, text=answer.text, author=answer.author, written_at=answer.written_at
    )


def _payment(payment: EarlierPayment) -> EarlierPaymentPart:
    return EarlierPaymentPart(
        policy=payment.policy,
        amount=payment.amount,
        paid_on=payment.paid_on.isoformat() if payment.paid_on else None,
        source=payment.source,
        same_purpose=payment.same_purpose,
    )


def _pin(pin: EvidencePin) -> PinPart:
    return PinPart(
        field=pin.field,
        sha256=pin.sha256,
        page=pin.page,
        left=exact_text(pin.place.left),
        top=exact_text(pin.place.top),
        width=exact_text(pin.place.width),
        height=exact_text(pin.place.height),
        reads=pin.reads or UNSET,
    )


def _person(person: Person) -> PersonPart:
    return PersonPart(
        full_name=person.full_name,
        sex=person.sex,
        birth=str(person.birth) if person.birth else None,
        citizen_id=person.citizen_id,
        birth_on_file=str(person.birth_on_file) if person.birth_on_file else None,
        birth_basis=person.birth_basis,
        birth_basis_reason=person.birth_basis_reason,
        insurance_number=person.insurance_number,
        post=person.post,
        workplace=person.workplace,
        qualification=person.qualification,
        employment=person.employment,
        management_level=person.management_level,
        bank_account=person.bank_account,
        bank_name=person.bank_name,
    )


def _career(career: Career) -> CareerPart:
    return CareerPart(
        rank=career.rank,
        salary=tuple(_salary(period) for period in career.salary),
        insurance=tuple(_insurance(period) for period in career.insurance),
        checked_against_book=career.checked_against_book,
    )


def _salary(period: SalaryPeriod) -> SalaryPart:
    return SalaryPart(
        first=str(period.months.first),
        last=str(period.months.last),
        coefficient=exact_text(period.coefficient),
        position_allowance=exact_text(period.position_allowance),
        beyond_frame=exact_text(period.beyond_frame),
        seniority=exact_text(period.seniority),
        reserved_difference=exact_text(period.reserved_difference),
        step=_stated(period.step),
        public_service=_nonzero(period.public_service),
        professional_incentive=_nonzero(period.professional_incentive),
        professional_duty=_nonzero(period.professional_duty),
        contract_pay=_stated(period.contract_pay),
        seniority_amount=_stated(period.seniority_amount),
        other_allowance=_nonzero(period.other_allowance),
        other_allowance_name=period.other_allowance_name or UNSET,
        attendance=UNSET if period.attendance is Attendance.WORKED else period.attendance,
        base_salary=_stated(period.base_salary),
    )


def _insurance(period: InsurancePeriod) -> InsurancePart:
    return InsurancePart(
        first=str(period.months.first),
        last=str(period.months.last),
        employer=period.employer,
        compulsory=period.compulsory,
        cashed=period.cashed,
        hazardous=period.hazardous,
        special_area=period.special_area,
        cashed_as=_stated(period.cashed_as),
    )


def _declared(declared: Declared) -> DeclaredPart:
    return DeclaredPart(
        insured_months=declared.insured_months,
        early_months=declared.early_months,
        coefficient=None if declared.coefficient is None else exact_text(declared.coefficient),
        position_allowance=None if declared.position_allowance is None else exact_text(declared.position_allowance),
        insured_years=UNSET if declared.insured_years is None else exact_text(declared.insured_years),
        monthly_salary=_stated(declared.monthly_salary),
        amount=_stated(declared.amount),
    )


def _stated(value: T | None) -> T | UnsetType:
    """Leave out what was not entered."""
    return UNSET if value is None else value


def _nonzero(ratio: Fraction) -> str | UnsetType:
    """Leave out a pay item that is not drawn."""
    return exact_text(ratio) if ratio else UNSET
