"""Made-up records with every field filled, so that one that is not stored shows."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop.domain.approvals import Approval, ApprovalKind, Attachment, ScanFault, ScanFlag
from desktop.domain.careers import Attendance, Career, CashedBenefit, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate, Precision
from desktop.domain.dossiers import Declared, Dossier, EarlierPayment, Group, Route
from desktop.domain.evidence import EvidencePin, Rectangle
from desktop.domain.findings import Finding, Justification, Severity
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import BirthBasis, Employment, ManagementLevel, Person, Sex
from desktop.domain.rounds import (
    Decision,
    Direction,
    Outcome,
    PolicyRef,
    Reason,
    Round,
    SentDossier,
    Submission,
    Unit,
)
from desktop.domain.states import DossierState
from desktop.storage import Store

ROUND = Round("r1", "Đợt 2 năm 2024", "2024-2", ("nd29-2023", "thuc-hanh"), date(2024, 9, 1), date(2024, 9, 30))

PERSON = Person(
    full_name="Nguyễn Văn Ánh",
    sex=Sex.MALE,
    birth=BirthDate(date(1965, 6, 3)),
    citizen_id="031065000123",
    birth_on_file=BirthDate(date(1965, 1, 1), Precision.YEAR),
    birth_basis=BirthBasis.FILE,
    birth_basis_reason="Hồ sơ Đảng ghi khác",
    insurance_number="3196001234",
    post="Chuyên viên",
    workplace="Phòng Nội vụ",
    qualification="Đại học",
    employment=Employment.CIVIL_SERVANT,
    management_level=ManagementLevel.DELEGATED_TO_STANDING_MEMBERS,
    bank_account="0031000123456",
    bank_name="Ngân hàng Ngoại thương",
)


def span(first: str, last: str) -> MonthSpan:
    return MonthSpan(YearMonth.parse(first), YearMonth.parse(last))


CAREER = Career(
    rank="01.003",
    salary=(
        SalaryPeriod(
            span("2021-01", "2024-10"),
            Fraction(498, 100),
            Fraction(1, 5),
            Fraction(6),
            Fraction(5),
            Fraction(1, 3),
            step=9,
            public_service=Fraction(25),
            professional_incentive=Fraction(70),
            professional_duty=Fraction(45, 2),
            contract_pay=Dong(3_000_000_000),
            seniority_amount=Dong(4_000_000_000),
            other_allowance=Fraction(1, 10),
            other_allowance_name="Trách nhiệm",
            attendance=Attendance.SICK_LEAVE,
            base_salary=Dong(5_000_000_000),
        ),
        SalaryPeriod(span("2018-01", "2020-12"), Fraction(465, 100)),
    ),
    insurance=(
        InsurancePeriod(span("1990-03", "1994-12"), "Xí nghiệp 1", cashed=True, cashed_as=CashedBenefit.LUMP_SUM),
        InsurancePeriod(span("1995-01", "2024-10"), "Sở Y tế", hazardous=True, special_area=True),
        InsurancePeriod(span("2000-01", "2000-02"), "", compulsory=False),
    ),
    checked_against_book=True,
)

JUSTIFICATION = Justification("NS03/d1/birth/", "Đã đối chiếu sổ gốc", "Trần Thị Bình", "2024-09-10T02:00:00Z")

DOSSIER = Dossier(
    id="d1",
    round_id="r1",
    ordinal=1,
    person=PERSON,
    group=Group.DOWNSIZING,
    route=Route.EARLY_RETIREMENT,
    leave_on=date(2024, 11, 1),
    career=CAREER,
    approval_id="a1",
    declared=Declared(
        377, Fraction(498, 100), Fraction(1, 5), 26, Fraction(63, 2), Dong(3_000_000_000), Dong(4_000_000_000)
    ),
    note="Cần bổ sung sổ",
    reason="redundant_post",
    obstacles=("on_maternity_leave", "under_discipline"),
    claims_lower_age=True,
    reduced_capacity=True,
    assessed_month=YearMonth(2024, 5),
    earlier_payments=(
        EarlierPayment("nd29-2023", Dong(3_000_000_000), date(2023, 12, 1), "Kho bạc", same_purpose=False),
        EarlierPayment("NQ 27/2019/NQ-HĐND", Dong(0)),
    ),
    justifications=(JUSTIFICATION, replace(JUSTIFICATION, finding_key="NS04/d1//")),
    papers=("a1",),
    pins=(
        EvidencePin(
            "d1",
            "leave_on",
            "a" * 64,
            2,
            Rectangle(Fraction(1, 4), Fraction(333_333, 1_000_000), Fraction(1, 2), Fraction(1, 50)),
            "2024-11-01",
        ),
    ),
)
PLAIN = Dossier(id="d2", round_id="r1", ordinal=2)

SCAN = Attachment(
    "a" * 64,
    "QĐ 12.pdf",
    "application/pdf",
    3_000_000_000,
    2,
    (ScanFlag(ScanFault.BLANK_PAGE, 2), ScanFlag(ScanFault.LOW_RESOLUTION, 1, 96)),
    "f" * 64,
)
OTHER_SCAN = Attachment("b" * 64, "anh.jpg", "image/jpeg", 10, 1)
APPROVAL = Approval(
    "a1",
    "r1",
    "12/QĐ-SNV",
    date(2024, 8, 1),
    "Sở Nội vụ",
    ApprovalKind.CONSENT,
    "V/v tinh giản",
    (OTHER_SCAN.sha256, SCAN.sha256),
    "insurance_record",
    "Các giai đoạn đóng bắt buộc",
)

UNIT = Unit("SYT", "Sở Y tế", "UBND thành phố", "1012345", "Hải Phòng")
FINDING = Finding("NS03", Severity.WARNING, "d1", "birth", {"name": "Ánh", "months": 3}, "2003-11", "nd29-2023")


def submission(submission_id: str = "s1", sequence: int = 1, **changes: object) -> Submission:
    sent = Submission(
        id=submission_id,
        direction=Direction.SENT,
        round_id="r1",
        round_name=ROUND.name,
        period=ROUND.period,
        unit=UNIT,
        sequence=sequence,
        supersedes=None,
        policies=(PolicyRef("thuc-hanh", "1", "c" * 64), PolicyRef("nd29-2023", "2", "d" * 64)),
        created_at="2024-09-20T01:00:00Z",
        first_seen_at=f"2024-09-2{sequence}T01:00:00Z",
        digest=f"digest-{submission_id}",
        file_name="nop-SYT-2024-2-1.asice",
        signer="Lê Văn Cường",
        people=1,
        total=Dong(3_000_000_000),
    )
    return replace(sent, **changes)  # type: ignore[arg-type]


def sent_dossier(
    submission_id: str = "s1", dossier_id: str = "d1", revision: int = 1, **changes: object
) -> SentDossier:
    sent = SentDossier(
        submission_id=submission_id,
        dossier_id=dossier_id,
        revision=revision,
        ordinal=1,
        full_name=PERSON.full_name,
        citizen_id=PERSON.citizen_id,
        record=f'{{"revision":{revision}}}',
        record_sha256="e" * 64,
        amount=Dong(3_000_000_000),
        state=DossierState.SENT,
        findings=(FINDING, replace(FINDING, code="NS04", params={})),
    )
    return replace(sent, **changes)  # type: ignore[arg-type]


DECISION = Decision(
    id="q1",
    submission_id="s1",
    dossier_id="d1",
    revision=1,
    record_sha256="e" * 64,
    outcome=Outcome.ADJUSTED,
    amount=Dong(2_900_000_000),
    reasons=(Reason("Sai hệ số", "TL02", "career.salary.0.coefficient"), Reason("Xem phụ lục")),
    author="Phạm Thị Dung",
    at="2024-10-01T03:00:00Z",
)


def named(dossier_id: str, full_name: str, **changes: object) -> Dossier:
    dossier = Dossier(id=dossier_id, round_id="r1", ordinal=1, person=Person(full_name=full_name))
    return replace(dossier, **changes)  # type: ignore[arg-type]


def fill(store: Store) -> None:
    """Store the round with its papers and both dossiers."""
    with store.begin() as work:
        work.rounds.add(ROUND)
        work.attachments.add(SCAN)
        work.attachments.add(OTHER_SCAN)
        work.approvals.add(APPROVAL)
        work.dossiers.add_all((DOSSIER, PLAIN))
