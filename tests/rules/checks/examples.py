"""For each check, rounds in which it speaks and rounds, close to those, in which it is silent."""

from dataclasses import replace
from datetime import date, timedelta

from desktop.domain.approvals import Approval, ScanFault
from desktop.domain.arrivals import FileElsewhere
from desktop.domain.dates import BirthDate, Precision
from desktop.domain.dossiers import Group, Route
from desktop.domain.money import Dong
from desktop.domain.people import BirthBasis, ManagementLevel, Sex
from desktop.rules.checks.context import CheckContext, PolicyPeriod
from desktop.rules.checks.law_tables import LawTables
from desktop.rules.evaluate import compute
from desktop.rules.policy import PaperRule
from desktop.rules.trace import Citation, Computation, Provenance
from tests.rules.checks.entry_examples import ENTRY_SILENT, ENTRY_SPEAKS
from tests.rules.checks.later_examples import LATER_SILENT, LATER_SPEAKS
from tests.rules.checks.situations import (
    APPROVAL,
    CAREER,
    DOSSIER,
    ND29,
    NEIGHBOUR,
    PERSON,
    ROUND,
    SCAN,
    TODAY,
    approved_by,
    around,
    career,
    declared,
    insured,
    paid,
    person,
    scanned_as,
)

OTHER_APPROVAL = replace(APPROVAL, id="q2", number="45-QĐ/TU")
APPROVAL_OF_ANOTHER = replace(APPROVAL, number="45-QĐ/TU")
"""Ids are an office's own: another one may have the same."""
CARD = PERSON.citizen_id
VOLUNTARY = replace(DOSSIER, group=Group.VOLUNTARY)
HAZARDOUS = replace(CAREER, insurance=(insured("1993-01", "2024-10", hazardous=True),))
OTHER_SCAN = replace(SCAN, sha256="b" * 64, name="QD 45.pdf")
ENDED = PolicyPeriod("cu", "Chính sách cũ", date(2020, 1, 1), date(2023, 12, 31), central=True)
LATE_CITY = PolicyPeriod("tp", "Chính sách thành phố", date(2025, 1, 1), None, central=False)


def _managed(level: ManagementLevel) -> CheckContext:
    return around(replace(VOLUNTARY, person=replace(PERSON, management_level=level)))


def _born(year: int, month: int, sex: Sex = Sex.MALE) -> CheckContext:
    return around(person(birth=BirthDate(date(year, month, 3)), sex=sex))


def _due(days: int) -> CheckContext:
    return around(round=replace(ROUND, deadline=TODAY + timedelta(days=days)))


def _paper(provenance: Provenance = Provenance.VERIFIED) -> PaperRule:
    toy = Citation("Nghị định thử nghiệm", "3")
    return PaperRule("insurance_record", "Sổ bảo hiểm xã hội", (), (), True, "Các giai đoạn", toy, provenance)


def _with_book(paper: PaperRule) -> CheckContext:
    """The paper is among the person's documents, with a scan."""
    book = replace(APPROVAL, id="book", proves=paper.id)
    known = {APPROVAL.id: APPROVAL, book.id: book}
    return around(replace(DOSSIER, papers=(book.id,)), approvals=known, tables=LawTables(papers=(paper,)))


def _papers(*approvals: Approval) -> CheckContext:
    return around(approvals={each.id: each for each in approvals})


def _also_of(
    document: Approval, *, own: Approval = APPROVAL, sha256: str = SCAN.sha256, **changes: object
) -> CheckContext:
    """The round's file is that of a document elsewhere as well."""
    other = FileElsewhere(sha256, document, "UBQ-LC", "UBND quận Lê Chân", "Đợt 1 năm 2024")
    there = replace(other, **changes)  # type: ignore[arg-type] - fields of FileElsewhere
    return around(approvals={own.id: own}, files_elsewhere=(there,))


def _computed(total: int) -> CheckContext:
    answer: Computation = replace(compute(ND29, DOSSIER), total=Dong(total))
    return around(computations={DOSSIER.id: (answer,)})


def _second(**changes: object) -> CheckContext:
    other = replace(NEIGHBOUR, person=replace(PERSON, **changes))  # type: ignore[arg-type] - fields of Person
    return around(DOSSIER, other)


SPEAKS: dict[str, tuple[CheckContext, ...]] = {
    "TD01": (
        around(person(sex=None)),
        around(person(birth=None)),
        around(person(birth_basis=BirthBasis.FILE)),
        around(replace(DOSSIER, leave_on=None)),
        around(replace(DOSSIER, group=None)),
        around(replace(DOSSIER, route=None)),
        around(replace(DOSSIER, approval_id=None)),
        around(replace(DOSSIER, approval_id="khong-co")),
        around(career(salary=())),
    ),
    "DD01": tuple(around(person(citizen_id=number)) for number in ("", "03106509511", "0310650951191", "03106509511x")),
    "DD02": (around(person(citizen_id="003065095119")),),
    "DD03": (around(person(sex=Sex.FEMALE)),),
    "DD04": (_born(1966, 6),),
    "DD06": tuple(around(person(full_name=name)) for name in ("", "Thắng", "Dương Đức Thắng 2")),
    "DD07": tuple(
        around(person(full_name=name))
        for name in ("DƯƠNG ĐỨC THẮNG", "Dương  Đức Thắng", "Thắng Ba\u0301", "D­¬ng §øc Th¾ng", "Dương Đức Th@ng")
    ),
    "DD08": tuple(around(person(insurance_number=number)) for number in ("123456789", "12345678901", "123456789O")),
    "DD10": (_second(full_name="Ngô Bích Ánh"), _second(birth=None), _second(birth=BirthDate(date(1965, 6, 4)))),
    "NT01": (
        around(person(birth=BirthDate(date(1939, 12, 31)))),
        around(person(birth_on_file=BirthDate(date(65, 6, 3)))),
        around(replace(DOSSIER, leave_on=date(2030, 1, 1))),
        approved_by(issued_on=date(204, 6, 20)),
    ),
    "NT02": (
        around(person(birth=BirthDate(date(1965, 1, 1), Precision.YEAR))),
        around(person(birth=BirthDate(date(1965, 6, 1), Precision.MONTH))),
    ),
    "NT03": (around(career(insurance=(insured("1980-05", "2024-10"),))),),
    "NT04": (around(replace(DOSSIER, leave_on=date(1993, 1, 1))),),
    "NT05": (around(policies=(ENDED,)), around(policies=(LATE_CITY,))),
    "NT06": (around(replace(DOSSIER, leave_on=date(2024, 11, 2))),),
    "TH01": (_born(1963, 4), _born(1960, 5), _born(1968, 2, Sex.FEMALE)),
    "TH02": (_born(1970, 5), around(replace(DOSSIER, leave_on=date(2021, 12, 1)))),
    "TH04": (around(declared(early_months=14)), around(declared(early_months=27))),
    "TH05": (around(declared(early_months=25)), around(declared(early_months=27))),
    "BH01": (around(career(insurance=())),),
    "BH02": (around(career(insurance=(insured("1993-01", "2000-01"), insured("2000-01", "2024-10")))),),
    "BH03": (around(career(insurance=(insured("1993-01", "1995-04"), insured("1995-10", "2024-10")))),),
    "BH04": (around(declared(insured_months=600)), around(career(insurance=(insured("1975-01", "2024-10"),)))),
    "BH05": (around(declared(insured_months=380)), around(declared(insured_months=370))),
    "BH06": (around(career(checked_against_book=False)),),
    "LG10": (
        around(career(salary=(paid("2018-08", "2023-03"), paid("2023-05", "2024-10")))),
        around(career(salary=(paid("2018-08", "2024-09"),))),
        around(career(salary=(paid("2023-01", "2024-10"),))),
    ),
    "DT01": (_managed(ManagementLevel.OTHER), around(VOLUNTARY)),
    "PD01": (approved_by(number=" "), approved_by(issued_on=None), approved_by(issuer="")),
    "PD02": tuple(approved_by(number=number) for number in ("123", "QĐ-UBND", "123 QĐ UBND", "so 5/QĐ-UBND")),
    "PD03": (approved_by(issued_on=date(2024, 11, 2)),),
    "HS01": (
        approved_by(attachments=()),
        around(attachments={}),
        around(tables=LawTables(papers=(_paper(Provenance.VERIFIED),))),
        around(tables=LawTables(papers=(_paper(Provenance.DERIVED),))),
    ),
    "HS02": tuple(
        scanned_as(fault, 0)
        for fault in (
            ScanFault.EMPTY,
            ScanFault.NOT_WHAT_IT_SAYS,
            ScanFault.PASSWORD,
            ScanFault.UNREADABLE,
            ScanFault.TOO_LARGE,
        )
    ),
    "HS03": (scanned_as(ScanFault.BLANK_PAGE),),
    "HS04": (
        scanned_as(ScanFault.LOW_RESOLUTION, measure=38),
        scanned_as(ScanFault.LOW_RESOLUTION),
        scanned_as(ScanFault.BLURRED),
    ),
    "HS05": (scanned_as(ScanFault.UPSIDE_DOWN), scanned_as(ScanFault.ROTATED, measure=90)),
    "HS06": (
        _papers(APPROVAL, OTHER_APPROVAL),
        _also_of(OTHER_APPROVAL),
        _also_of(OTHER_APPROVAL, unit_code="UBQ-HB", unit_name="UBND quận Hồng Bàng"),
        _also_of(replace(APPROVAL, id="q2", issued_on=date(2024, 6, 21))),
        _also_of(replace(APPROVAL, id="q2", issuer="Thành ủy")),
        _also_of(replace(APPROVAL, id="q2", proves="insurance_record")),
        _also_of(APPROVAL_OF_ANOTHER),
        _also_of(replace(APPROVAL, id="q2", number=""), own=replace(APPROVAL, number="")),
    ),
    "HS08": (_papers(APPROVAL, OTHER_APPROVAL), around(attachments={SCAN.sha256: SCAN, "b" * 64: OTHER_SCAN})),
    "TT03": (_computed(-1),),
    "TR01": (_second(),),
    "TR04": (_second(citizen_id="031065012107"), _second(citizen_id="031065012107", full_name="DUONG DUC THANG")),
    "DH01": (_due(-1),),
    "DH02": (_due(0), _due(7)),
}
for _code, _contexts in (*ENTRY_SPEAKS.items(), *LATER_SPEAKS.items()):
    SPEAKS[_code] = (*SPEAKS.get(_code, ()), *_contexts)

SILENT: dict[str, tuple[CheckContext, ...]] = {
    "TD01": (around(person(birth=None, birth_on_file=PERSON.birth, birth_basis=BirthBasis.FILE)),),
    "DD01": (around(),),
    "DD02": (around(), around(person(citizen_id="03")), around(person(citizen_id="0" * 12), provinces=frozenset())),
    "DD03": (around(), around(person(sex=None)), around(person(citizen_id="")), around(person(citizen_id="031"))),
    "DD04": (_born(1965, 1), around(person(birth=None))),
    "DD06": (around(person(full_name="Y Ban")), around(person(full_name="H'Hen Niê"))),
    "DD07": (around(), around(person(full_name="H'Hen Niê Kđăm")), around(person(full_name="Nguyễn Thị Ý-Nhi"))),
    "DD08": (around(), around(person(insurance_number="1234567890"))),
    "DD10": (_second(), around(DOSSIER, NEIGHBOUR)),
    "NT01": (around(person(birth=BirthDate(date(1940, 1, 1)))), around(replace(DOSSIER, leave_on=date(2029, 12, 31)))),
    "NT02": (around(), around(person(birth=None))),
    "NT03": (around(career(insurance=(insured("1980-06", "2024-10"),))), around(career(insurance=(), salary=()))),
    "NT04": (around(replace(DOSSIER, leave_on=date(1993, 1, 2))),),
    "NT05": (
        around(replace(DOSSIER, group=Group.TRANSITIONAL), policies=(LATE_CITY,)),
        around(replace(DOSSIER, leave_on=ND29.effective_to)),
        around(replace(DOSSIER, leave_on=ND29.effective_from)),
    ),
    "NT06": (around(), around(replace(DOSSIER, leave_on=None))),
    "TH01": (around(), _born(1963, 11), around(roadmap=None), around(person(sex=None))),
    "TH02": (
        around(),
        _born(1963, 4),
        around(replace(DOSSIER, leave_on=date(2022, 1, 1))),
        around(replace(DOSSIER, leave_on=date(2021, 12, 1), route=Route.SEVERANCE)),
        around(replace(DOSSIER, leave_on=date(2021, 12, 1), group=Group.VOLUNTARY)),
        around(replace(person(birth=BirthDate(date(1970, 5, 3))), career=HAZARDOUS)),
    ),
    "TH04": (around(), around(declared(early_months=26))),
    "TH05": (around(declared(early_months=26)), around(declared(early_months=28))),
    "BH01": (around(),),
    "BH02": (around(career(insurance=(insured("1993-01", "2000-01"), insured("2000-02", "2024-10")))),),
    "BH03": (around(career(insurance=(insured("2000-02", "2024-10"), insured("1993-01", "2000-01")))),),
    "BH04": (around(declared(insured_months=533)), around(person(birth=None))),
    "BH05": (around(declared(insured_months=382)), around(declared(insured_months=384)), around()),
    "BH06": (around(), around(career(insurance=(), checked_against_book=False))),
    "LG10": (
        around(career(salary=(paid("2019-11", "2024-10"),))),
        around(career(salary=(paid("2023-01", "2024-10"),), insurance=(insured("2023-01", "2024-10"),))),
    ),
    "DT01": (
        around(),
        _managed(ManagementLevel.CITY_STANDING_COMMITTEE),
        _managed(ManagementLevel.DELEGATED_TO_STANDING_MEMBERS),
    ),
    "PD01": (around(),),
    "PD02": tuple(
        approved_by(number=number)
        for number in (
            "1967/QĐ-UBND",
            "45-QĐ/TU",
            "12a/QĐ-SNV",
            "07/2024/NQ-HĐND",
            "12-TB/BTCTU",
            "345/UBND-KSTTHC",
            "9/QĐ-THCS1",
        )
    ),
    "PD03": (approved_by(issued_on=date(2024, 11, 1)),),
    "HS01": (
        around(),
        around(replace(DOSSIER, approval_id=None)),
        _with_book(_paper(Provenance.VERIFIED)),
        around(tables=LawTables(papers=(replace(_paper(Provenance.VERIFIED), required=False),))),
        around(tables=LawTables(papers=(replace(_paper(Provenance.VERIFIED), groups=(Group.TRANSITIONAL,)),))),
        around(tables=LawTables(papers=tuple(replace(_paper(), id=each) for each in ("approval", "submission_list")))),
    ),
    "HS02": (around(), scanned_as(ScanFault.BLANK_PAGE)),
    "HS03": (around(), scanned_as(ScanFault.ROTATED)),
    "HS04": (around(), scanned_as(ScanFault.LOW_RESOLUTION, measure=150)),
    "HS05": (around(), scanned_as(ScanFault.BLANK_PAGE)),
    "HS06": (
        around(),
        _papers(replace(APPROVAL, attachments=APPROVAL.attachments * 2)),
        _also_of(replace(APPROVAL, id="q2")),
        _also_of(replace(APPROVAL, id="q2", number="123/qd-ubnd", issuer="Uỷ ban  nhân dân quận")),
        _also_of(replace(APPROVAL, number="124/QĐ-UBND"), unit_code="UBQ-HB"),
        _also_of(OTHER_APPROVAL, sha256="b" * 64),
        _also_of(replace(APPROVAL, id="q2", number=""), own=replace(APPROVAL, number=""), people=frozenset({CARD})),
    ),
    "HS08": (around(),),
    "TT03": (_computed(0), around()),
    "TR01": (around(DOSSIER, NEIGHBOUR), around(person(citizen_id=""), replace(person(citizen_id=""), id="d2"))),
    "TR04": (_second(), _second(citizen_id="031065012107", birth=BirthDate(date(1965, 6, 4)))),
    "DH01": (around(), _due(0)),
    "DH02": (around(), _due(8), _due(-1)),
}
for _code, _contexts in (*ENTRY_SILENT.items(), *LATER_SILENT.items()):
    SILENT[_code] = (*SILENT.get(_code, ()), *_contexts)
