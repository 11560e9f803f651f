"""Words of the calculation slip for what a record chooses from, and for how surely a value is known."""

from fractions import Fraction

from desktop.domain.approvals import ApprovalKind
from desktop.domain.careers import Attendance, CashedBenefit
from desktop.domain.findings import Severity
from desktop.domain.people import BirthBasis, Employment, Person
from desktop.rules.compare import StepComparison, StepStatus
from desktop.rules.showing import CHOICES, show
from desktop.rules.trace import Provenance, Step, Unit

NOT_ENTERED = "chưa nhập"

EMPLOYMENT = {
    Employment.CADRE: "cán bộ",
    Employment.CIVIL_SERVANT: "công chức",
    Employment.PUBLIC_EMPLOYEE: "viên chức",
    Employment.CONTRACT: "lao động hợp đồng",
    Employment.OTHER: "đối tượng khác",
}
APPROVAL = {
    ApprovalKind.DECISION: "Quyết định",
    ApprovalKind.CONSENT: "Văn bản đồng ý",
    ApprovalKind.OTHER: "Văn bản",
}
CASHED_AS = {
    CashedBenefit.SEVERANCE: "trợ cấp thôi việc",
    CashedBenefit.LUMP_SUM: "BHXH một lần",
    CashedBenefit.DEMOBILISATION: "phục viên, xuất ngũ",
}
ATTENDANCE = {
    Attendance.WORKED: "đi làm",
    Attendance.UNPAID_LEAVE: "nghỉ không lương",
    Attendance.SICK_LEAVE: "nghỉ ốm",
}
SEVERITY = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.NOTE: "Lưu ý"}
PROVENANCE = {
    Provenance.VERIFIED: "đã đối chiếu văn bản",
    Provenance.REPORTED: "theo nguồn đưa lại, chưa đối chiếu văn bản",
    Provenance.RECALLED: "theo trí nhớ, cần kiểm tra",
    Provenance.DERIVED: "suy ra bằng phép tính",
    Provenance.INVENTED: "giả định để thực hành",
    Provenance.OPEN: "chưa có số liệu",
}


def chosen(value: str | None) -> str:
    """Return the words for a choice of the record ("male" is "nam")."""
    return CHOICES.get(value, value) if value else NOT_ENTERED


def birth_words(person: Person) -> str:
    """Return the birth date or dates, and by which of them the computation goes."""
    card = person.birth.shown if person.birth else NOT_ENTERED
    if person.birth_on_file is None:
        return f"{card} (theo căn cước)"
    basis = "hồ sơ" if person.birth_basis is BirthBasis.FILE else "căn cước"
    reason = f"; lý do: {person.birth_basis_reason}" if person.birth_basis_reason else ""
    return f"{card} theo căn cước; {person.birth_on_file.shown} theo hồ sơ; tính theo {basis}{reason}"


def approval_words(kind: ApprovalKind, number: str, issued: str, issuer: str) -> str:
    """Return "Quyết định số 1967/QĐ-UBND ngày 20/06/2024 của …"."""
    return f"{APPROVAL[kind]} số {number or NOT_ENTERED} ngày {issued or NOT_ENTERED} của {issuer or NOT_ENTERED}"


def difference_words(row: StepComparison, declared: Step | None, appraised: Step | None) -> str:
    """Return what the appraising office's result is more or less by, or how the step stands; "" when it is the same."""
    if row.status is StepStatus.SAME:
        return ""
    difference = _difference(declared, appraised)
    because = "do bước trên" if row.status is StepStatus.DUE_TO_ABOVE else ""
    return "\n".join(each for each in (difference or _ONE_SIDED.get(row.status, "khác"), because) if each)


_ONE_SIDED = {StepStatus.ONLY_LEFT: "chỉ đơn vị có", StepStatus.ONLY_RIGHT: "chỉ Sở TC có"}
_COUNTED = frozenset(Unit) - {Unit.FLAG, Unit.TEXT, Unit.DATE, Unit.MONTH}


def _difference(declared: Step | None, appraised: Step | None) -> str:
    if declared is None or appraised is None or appraised.unit not in _COUNTED:
        return ""
    left, right = declared.value, appraised.value
    if not isinstance(left, int | Fraction) or not isinstance(right, int | Fraction):
        return ""
    sign = "+" if right > left else ""
    return sign + show(Fraction(right) - Fraction(left), appraised.unit)
