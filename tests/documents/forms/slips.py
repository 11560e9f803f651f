"""A calculation slip of a made-up person, computed under the shipped packs."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from desktop.documents.forms.model import OfficeHeading
from desktop.documents.forms.slip_model import CalculationSlip, FindingLine, SalaryLine, Verdict
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.findings import Severity
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import BirthBasis, Employment, ManagementLevel, Person, Sex
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack

POLICIES = Path(__file__).parents[3] / "resources" / "policies"


def span(first: str, last: str) -> MonthSpan:
    return MonthSpan(YearMonth.parse(first), YearMonth.parse(last))


def dossier() -> Dossier:
    person = Person(
        full_name="Đặng Thị Hồng Quỳnh",
        sex=Sex.FEMALE,
        birth=BirthDate.parse("1970-06-03"),
        citizen_id="031170000123",
        birth_on_file=BirthDate.parse("1970-09"),
        birth_basis=BirthBasis.CARD,
        birth_basis_reason="khớp giấy khai sinh",
        insurance_number="3103001234",
        post="Phó Trưởng phòng phụ trách Kế hoạch – Tài chính",
        workplace="Trung tâm Dịch vụ sự nghiệp công",
        employment=Employment.PUBLIC_EMPLOYEE,
        management_level=ManagementLevel.OTHER,
    )
    career = Career(
        rank="01.003, bậc 9",
        salary=(
            SalaryPeriod(span("2015-01", "2021-12"), Fraction("4.65")),
            SalaryPeriod(span("2022-01", "2024-10"), Fraction("4.98"), Fraction("0.3"), Fraction(5)),
        ),
        insurance=(
            InsurancePeriod(span("1990-03", "1992-12"), "Xí nghiệp Mẫu <A&B>", cashed=True),
            InsurancePeriod(span("1993-01", "2024-10"), "Trung tâm Dịch vụ sự nghiệp công"),
        ),
    )
    return Dossier(
        "d1", "r1", 1, person, Group.DOWNSIZING, Route.EARLY_RETIREMENT, date(2024, 11, 1), career, approval_id="a1"
    )


def slip(*packs: str, **changes: object) -> CalculationSlip:
    of = dossier()
    approved = date(2024, 6, 20)
    loaded = [load_pack((POLICIES / name).read_bytes(), name) for name in packs]
    form = CalculationSlip(
        office=OfficeHeading("Ủy ban nhân dân thành phố Hải Phòng", "Sở Minh Họa", "1012345", "Hải Phòng"),
        round_name="Đợt 2 năm 2024",
        dossier=of,
        approval=Approval("a1", "r1", "1967/QĐ-UBND", approved, "Chủ tịch UBND thành phố"),
        attachments=(Attachment("ab" * 32, "QD_1967.pdf", "application/pdf", 1000, 4),),
        computations=tuple(compute(pack, of, approved_on=approved) for pack in loaded),
        slip_code="PT-2024-2-001",
        computed_on=date(2024, 11, 5),
        salary=(SalaryLine("Lương ngạch, bậc", "4,98", Dong(2_340_000), Dong(11_653_200), citation="Điều 10"),),
        service_words="382 tháng = 31 năm, lẻ 10 tháng tính 1 năm; quy tròn 32 năm.",
        findings=(FindingLine("TH07", Severity.WARNING, "Hai giấy tờ ghi ngày sinh khác nhau.", "Theo khai sinh."),),
        policies=tuple(f"{pack.id} {pack.version}" for pack in loaded),
        short_hash="77AA-01BC-9F3D",
        prepared_by="Nguyễn Thị Lập",
        head="Phạm Quang Trưởng",
    )
    return replace(form, **changes)  # type: ignore[arg-type]


def verdict() -> Verdict:
    return Verdict("điều chỉnh", Dong(80_000_000), ("Tháng nghỉ sớm là 24.",), "Bùi Văn Thẩm", date(2024, 12, 2))
