"""Made-up records and what is computed of them, to show in widgets."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.findings import Finding, Severity
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import Person, Sex
from desktop.rules.evaluate import compute
from desktop.rules.pack import PolicyPack, load_pack
from desktop.rules.trace import Computation
from desktop.system.resources import resource
from desktop.ui.widgets.finding_list import ShownFinding

PACKS = ("nd29-2023", "hai-phong-nq07-2024", "thuc-hanh")


def pack(name: str) -> PolicyPack:
    path = resource("policies", f"{name}.yaml")
    return load_pack(path.read_bytes(), path.name)


def span(first: str, last: str) -> MonthSpan:
    return MonthSpan(YearMonth.parse(first), YearMonth.parse(last))


CAREER = Career(
    salary=(
        SalaryPeriod(span("1995-01", "2015-12"), Fraction("3.33")),
        SalaryPeriod(span("2016-01", "2024-10"), Fraction("4.98"), Fraction("0.4"), beyond_frame=Fraction(5)),
    ),
    insurance=(
        InsurancePeriod(span("1993-01", "1995-05"), "Trường Tiểu học Minh Đức", cashed=True),
        InsurancePeriod(span("1995-11", "2010-06"), "UBND xã Tân Dương"),
        InsurancePeriod(span("2010-03", "2024-10"), "UBND huyện Thủy Nguyên"),
    ),
)

DOSSIER = Dossier(
    "d1",
    "r1",
    1,
    Person(full_name="Nguyễn Thị Mẫu", sex=Sex.FEMALE, birth=BirthDate(date(1970, 9, 17))),
    Group.DOWNSIZING,
    Route.EARLY_RETIREMENT,
    date(2024, 11, 1),
    CAREER,
)


def computation(name: str = "nd29-2023", dossier: Dossier = DOSSIER) -> Computation:
    return compute(pack(name), dossier)


def computations(dossier: Dossier = DOSSIER) -> tuple[Computation, ...]:
    return tuple(computation(name, dossier) for name in PACKS)


def with_birth(text: str) -> Dossier:
    return replace(DOSSIER, person=replace(DOSSIER.person, birth=BirthDate.parse(text)))


def shown(code: str, severity: Severity, subject: str, field: str, message: str) -> ShownFinding:
    fix = {Severity.ERROR: "Sửa theo giấy tờ gốc.", Severity.WARNING: "Sửa hoặc giải trình.", Severity.NOTE: ""}
    return ShownFinding(Finding(code, severity, subject, field), message, fix[severity], _NAMES[subject])


_NAMES = {"d1": "Nguyễn Thị Mẫu", "d2": "Trần Văn Thử", "d3": "Đặng Thị Ví Dụ"}

FINDINGS = (
    shown("BH03", Severity.WARNING, "d1", "career.insurance", "Trống 5 tháng từ 06/1995 đến 10/1995."),
    shown("BH03", Severity.WARNING, "d2", "career.insurance", "Trống 1 tháng 07/2003."),
    shown("DD01", Severity.ERROR, "d2", "person.citizen_id", "Số CCCD 03117050592 có 11 ký tự, cần đúng 12."),
    shown("NT02", Severity.NOTE, "d3", "person.birth", "Chỉ có năm sinh, tính từ ngày 01/01."),
)
