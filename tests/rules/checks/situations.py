"""A round in which nothing is wrong, and ways to put one thing wrong in it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.domain.approvals import Approval, Attachment, ScanFault, ScanFlag
from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Declared, Dossier, Group, Route
from desktop.domain.findings import Finding
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import Person, Sex
from desktop.domain.rounds import Round
from desktop.rules.checks.catalogue import Stage, load_catalogue
from desktop.rules.checks.context import CheckContext, PolicyPeriod
from desktop.rules.checks.engine import check_round
from desktop.rules.checks.provinces import load_province_codes
from desktop.rules.checks.unit_register import load_units
from desktop.rules.pack import load_pack

ROOT = Path(__file__).parents[3]
CATALOGUE = load_catalogue((ROOT / "resources/catalogues/checks.yaml").read_text(encoding="utf-8"))
PROVINCES = load_province_codes((ROOT / "resources/catalogues/province_codes.yaml").read_text(encoding="utf-8"))
UNITS = load_units((ROOT / "resources/catalogues/units.yaml").read_text(encoding="utf-8"))
ND29 = load_pack((ROOT / "resources/policies/nd29-2023.yaml").read_bytes(), "nd29-2023.yaml")
TODAY = date(2024, 9, 10)

SCAN = Attachment("a" * 64, "QD 123.pdf", "application/pdf", 1000, 2)
APPROVAL = Approval("q1", "r1", "123/QĐ-UBND", date(2024, 6, 20), "Ủy ban nhân dân quận", attachments=(SCAN.sha256,))
ROUND = Round("r1", "Đợt 2 năm 2024", "2024-2", (ND29.id,), date(2024, 9, 1))
CENTRAL = PolicyPeriod(ND29.id, ND29.title, ND29.effective_from, ND29.effective_to, central=True)


def span(first: str, last: str) -> MonthSpan:
    return MonthSpan(YearMonth.parse(first), YearMonth.parse(last))


def insured(first: str, last: str, **marks: bool) -> InsurancePeriod:
    return InsurancePeriod(span(first, last), "Trung tâm Văn hóa", **marks)


def paid(first: str, last: str) -> SalaryPeriod:
    return SalaryPeriod(span(first, last), Fraction("3.33"))


PERSON = Person(
    "Dương Đức Thắng", Sex.MALE, BirthDate(date(1965, 6, 3)), "031065095119", workplace="UBND quận Hồng Bàng"
)
CAREER = Career("A1", (paid("2018-08", "2024-10"),), (insured("1993-01", "2024-10"),), checked_against_book=True)
DOSSIER = Dossier(
    "d1", "r1", 1, PERSON, Group.DOWNSIZING, Route.EARLY_RETIREMENT, date(2024, 11, 1), CAREER, APPROVAL.id
)
NEIGHBOUR = replace(
    DOSSIER,
    id="d2",
    ordinal=2,
    person=replace(PERSON, full_name="Ngô Bích Ánh", citizen_id="031065012107"),
)


def person(**changes: Any) -> Dossier:
    return replace(DOSSIER, person=replace(PERSON, **changes))


def career(**changes: Any) -> Dossier:
    return replace(DOSSIER, career=replace(CAREER, **changes))


def declared(**changes: Any) -> Dossier:
    return replace(DOSSIER, declared=Declared(**changes))


def around(*dossiers: Dossier, **changes: Any) -> CheckContext:
    """Return the faultless round with these dossiers (one good one if none) and these changes."""
    good = CheckContext(
        round=ROUND,
        today=TODAY,
        catalogue=CATALOGUE,
        dossiers=dossiers or (DOSSIER,),
        approvals={APPROVAL.id: APPROVAL},
        attachments={SCAN.sha256: SCAN},
        policies=(CENTRAL,),
        roadmap=ND29.roadmap.content if ND29.roadmap else None,
        provinces=frozenset(PROVINCES.codes),
        units=UNITS,
        unit_code="UBQ-HB",
        unit_name="UBND quận Hồng Bàng",
    )
    return replace(good, **changes)


def approved_by(**changes: Any) -> CheckContext:
    return around(approvals={APPROVAL.id: replace(APPROVAL, **changes)})


def with_paper(context: CheckContext, proves: str) -> CheckContext:
    """Give everybody in the context a scanned document that proves this."""
    paper = replace(APPROVAL, id=proves, proves=proves)
    people = tuple(replace(each, papers=(*each.papers, paper.id)) for each in context.dossiers)
    return replace(context, dossiers=people, approvals={**context.approvals, paper.id: paper})


def scanned_as(fault: ScanFault, page: int = 1, measure: int | None = None) -> CheckContext:
    return around(attachments={SCAN.sha256: replace(SCAN, flags=(ScanFlag(fault, page, measure),))})


def all_findings(context: CheckContext) -> tuple[Finding, ...]:
    return check_round(context, Stage.REPORTING)


def found(context: CheckContext, code: str) -> list[Finding]:
    return [finding for finding in all_findings(context) if finding.code == code]
