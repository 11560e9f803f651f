"""From the record format to the field's objects; everything that JSON cannot hold is checked here."""

from datetime import date
from fractions import Fraction

import msgspec

from desktop.domain.approvals import Approval
from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate, parse_stored_date
from desktop.domain.dossiers import Declared, Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Justification
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.names import compose
from desktop.domain.people import Person
from desktop.domain.rounds import Round
from desktop.services.formats.packages import RoundPart
from desktop.services.formats.record import (
    ApprovalPart,
    CareerPart,
    DeclaredPart,
    InsurancePart,
    PersonPart,
    RecordPart,
    SalaryPart,
)


def decode_record(text: bytes | str) -> RecordPart:
    """Read one record; raises Refusal("format.record_invalid") that says where it is wrong."""
    try:
        return msgspec.json.decode(text, type=RecordPart)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise Refusal("format.record_invalid", where=str(fault)) from fault


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
        justifications=tuple(
            Justification(each.finding_key, each.text, each.author, each.written_at) for each in record.justifications
        ),
        revision=record.revision,
    )


def approval_of(part: ApprovalPart, *, round_id: str = "") -> Approval:
    """Return the approval that a part describes."""
    return Approval(
        part.id, round_id, part.number, _day(part.issued_on), part.issuer, part.kind, part.summary, part.attachments
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
    )


def _insurance(part: InsurancePart) -> InsurancePeriod:
    return InsurancePeriod(
        months=_span(part.first, part.last),
        employer=part.employer,
        compulsory=part.compulsory,
        cashed=part.cashed,
        hazardous=part.hazardous,
        special_area=part.special_area,
    )


def _declared(part: DeclaredPart) -> Declared:
    return Declared(
        insured_months=part.insured_months,
        early_months=part.early_months,
        coefficient=None if part.coefficient is None else Fraction(part.coefficient),
        position_allowance=None if part.position_allowance is None else Fraction(part.position_allowance),
    )


def _span(first: str, last: str) -> MonthSpan:
    return MonthSpan(YearMonth.parse(first), YearMonth.parse(last))


def _day(text: str | None) -> date | None:
    return parse_stored_date(text) if text else None
