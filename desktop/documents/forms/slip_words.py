"""Words of the calculation slip for what a record chooses from, and for how surely a value is known."""

from desktop.domain.approvals import ApprovalKind
from desktop.domain.findings import Severity
from desktop.domain.people import BirthBasis, Employment, Person
from desktop.rules.showing import CHOICES
from desktop.rules.trace import Provenance

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
SEVERITY = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.NOTE: "Lưu ý"}
PROVENANCE = {
    Provenance.VERIFIED: "đã đối chiếu với văn bản",
    Provenance.REPORTED: "theo nguồn đưa lại, chưa đọc văn bản gốc",
    Provenance.RECALLED: "theo trí nhớ, cần kiểm tra",
    Provenance.DERIVED: "suy ra từ quy định khác",
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
