"""Values of a record as people read them, for the comparison of two versions."""

from collections.abc import Callable, Mapping
from enum import Enum

from desktop.domain.approvals import ApprovalKind
from desktop.domain.careers import Attendance
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Group, Route
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, format_dong
from desktop.domain.people import BirthBasis, Employment, ManagementLevel, Sex
from desktop.services.prints.wording import word

NOTHING = "(trống)"
_WORDS: Mapping[str, type[Enum]] = {
    "person.sex": Sex,
    "person.birth_basis": BirthBasis,
    "person.employment": Employment,
    "person.management_level": ManagementLevel,
    "group": Group,
    "route": Route,
    "approval.kind": ApprovalKind,
    "attendance": Attendance,
}
_DAYS = frozenset(
    {"person.birth", "person.birth_on_file", "leave_on", "approval.issued_on", "assessed_month", "paid_on"}
)
_MONEY = frozenset({"declared.monthly_salary", "declared.amount", "amount", "contract_pay", "base_salary"})
_ROWS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "career.salary": (
        ("coefficient", "hệ số"),
        ("position_allowance", "chức vụ"),
        ("beyond_frame", "vượt khung %"),
        ("seniority", "thâm niên %"),
        ("reserved_difference", "bảo lưu"),
        ("contract_pay", "lương hợp đồng"),
        ("base_salary", "lương cơ sở"),
        ("attendance", ""),
    ),
    "career.insurance": (
        ("employer", ""),
        ("compulsory", "bắt buộc"),
        ("cashed", "đã hưởng"),
        ("hazardous", "nặng nhọc"),
        ("special_area", "vùng đặc biệt"),
    ),
    "earlier_payments": (("policy", ""), ("amount", ""), ("paid_on", ""), ("source", "")),
}
"""The cells that tell rows of a list apart, with what they are called; "" where the value speaks for itself."""


PINNED: Mapping[str, str] = {
    "person.full_name": "họ và tên",
    "leave_on": "thời điểm nghỉ",
    "person.birth": "ngày sinh",
    "person.birth_on_file": "ngày sinh theo hồ sơ gốc",
    "person.citizen_id": "số CCCD",
    "person.bank_account": "số tài khoản",
    "career.salary": "diễn biến lương",
    "career.insurance": "quá trình đóng BHXH",
    "route": "trường hợp nghỉ",
    "person.management_level": "diện quản lý",
    "assessed_month": "tháng giám định y khoa",
    "approval.number": "số văn bản",
    "approval.issued_on": "ngày văn bản",
    "approval.issuer": "cơ quan ban hành",
}
"""What pins prove, as a correction tells of them."""


def shown_value(field: str, value: object) -> str:
    """Return a value of a dotted field in words; "(trống)" for none. A value that has no words is shown as it is."""
    if value is None or value in ("", [], ()):
        return NOTHING
    if field == "papers" and isinstance(value, list):
        return f"{len(value)} giấy tờ"
    if isinstance(value, list):
        return "; ".join(_row(field, each) for each in value)
    if isinstance(value, dict):
        return ", ".join(shown_value(f"{field}.{name}", each) for name, each in value.items() if _speaks(name, each))
    return _plain(field, value)


def _speaks(name: str, value: object) -> bool:
    return name not in {"id", "attachments"} and value not in (None, "", [])


def _plain(field: str, value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if field in _MONEY and isinstance(value, int):
        return format_dong(Dong(value))
    text = str(value)
    if field in _WORDS:
        return _guarded(lambda: word(_WORDS[field](text)), text)
    return _guarded(lambda: BirthDate.parse(text).shown, text) if field in _DAYS else text


def _guarded(make: Callable[[], str], otherwise: str) -> str:
    try:
        return make()
    except (Refusal, KeyError, ValueError):
        return otherwise


def _pin(row: dict[str, object]) -> str:
    """Return what a pin proves and where it is, never its measures."""
    field, reads = str(row.get("field", "")), row.get("reads")
    reading = f", đọc được {shown_value(field, reads)}" if reads else ""
    return f"{PINNED.get(field, field)} (trang {row.get('page')}{reading})"


def _row(field: str, row: object) -> str:
    if field == "pins" and isinstance(row, dict):
        return _pin(row)
    cells = _ROWS.get(field)
    if cells is None or not isinstance(row, dict):
        return shown_value(field, row)
    span = [f"{_month(row['first'])}–{_month(row['last'])}"] if "first" in row and "last" in row else []
    told = [_cell(name, label, row[name]) for name, label in cells if _counts(row.get(name))]
    return " ".join((*span, ", ".join(told))).strip()


def _counts(value: object) -> bool:
    return value not in (None, "", "0", False)


def _cell(name: str, label: str, value: object) -> str:
    if value is True:
        return label
    shown = _plain(name, value)
    return f"{label} {shown.replace('.', ',') if _is_exact(shown) else shown}".strip()


def _is_exact(text: str) -> bool:
    """Tell whether it is a number of the format, with a point; money has been written out already."""
    return text.replace(".", "", 1).isdigit()


def _month(text: object) -> str:
    return _guarded(lambda: BirthDate.parse(str(text)).shown, str(text))
