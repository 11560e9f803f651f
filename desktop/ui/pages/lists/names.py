"""What kinds of sheets and their columns are called on the screen."""

from PySide6.QtCore import QCoreApplication

from desktop.documents.lists.catalogue import SheetKind
from desktop.services.lists.plan import Because
from desktop.ui.pages.field_names import field_name


def kind_name(kind: SheetKind | None) -> str:
    """Return what a sheet is taken as; None: it is left out."""
    names = {
        SheetKind.LIST: _tr("Danh sách đối tượng"),
        SheetKind.SALARY: field_name("career.salary"),
        SheetKind.INSURANCE: field_name("career.insurance"),
        None: _tr("Không lấy trang này"),
    }
    return names[kind]


def reason_name(because: Because) -> str:
    """Return why a sheet is read as it is, or left out."""
    names = {
        Because.GUESSED: _tr("đoán theo tiêu đề"),
        Because.REMEMBERED: _tr("ghép như lần trước"),
        Because.CHOSEN: _tr("đã chọn"),
        Because.PLACED: _tr("theo cột đang chọn"),
        Because.HIDDEN: _tr("trang bị ẩn trong Excel"),
        Because.UNKNOWN: _tr("không thấy tiêu đề quen"),
        Because.ANOTHER: _tr("đã lấy trang khác cùng loại"),
    }
    return names[because]


def column_names() -> dict[str, str]:
    """Return the fields that a column can be read as, with what they are called."""
    return {
        "ordinal": _tr("Số thứ tự"),
        "full_name": _tr("Họ và tên"),
        "given_name": _tr("Tên (khi tách khỏi họ)"),
        "citizen_id": _tr("Số CCCD"),
        "birth_male": _tr("Ngày sinh (cột nam)"),
        "birth_female": _tr("Ngày sinh (cột nữ)"),
        "birth": _tr("Ngày sinh"),
        "male_mark": _tr("Dấu × cột nam"),
        "female_mark": _tr("Dấu × cột nữ"),
        "sex": _tr("Giới tính"),
        "post": _tr("Chức vụ, chức danh"),
        "workplace": field_name("person.workplace"),
        "qualification": field_name("person.qualification"),
        "employment": field_name("person.employment"),
        "management_level": field_name("person.management_level"),
        "case": _tr("Trường hợp nghỉ"),
        "approval_number": _tr("Số văn bản phê duyệt"),
        "approval_date": _tr("Ngày văn bản phê duyệt"),
        "approval_issuer": _tr("Cơ quan ban hành văn bản"),
        "approval_text": _tr("Văn bản phê duyệt (số, ngày, cơ quan trong một ô)"),
        "leave_on": _tr("Thời điểm nghỉ"),
        "insured_months": _tr("Thời gian đóng BHXH"),
        "insured_odd_months": _tr("Số tháng lẻ đóng BHXH"),
        "early_months": _tr("Số tháng nghỉ trước tuổi"),
        "early_odd_months": _tr("Số tháng lẻ nghỉ trước tuổi"),
        "rank": field_name("career.rank"),
        "coefficient": _tr("Hệ số lương"),
        "position_allowance": _tr("Phụ cấp chức vụ"),
        "insurance_number": _tr("Mã số BHXH"),
        "bank_account": _tr("Số tài khoản"),
        "bank_name": _tr("Ngân hàng"),
        "note": _tr("Ghi chú"),
        "first": _tr("Từ tháng"),
        "last": _tr("Đến tháng"),
        "beyond_frame": _tr("Thâm niên vượt khung (%)"),
        "seniority": _tr("Thâm niên nghề (%)"),
        "reserved": _tr("Chênh lệch bảo lưu"),
        "insured_at": _tr("Nơi đóng BHXH kèm dòng lương"),
        "employer": _tr("Đơn vị đóng BHXH"),
        "compulsory": _tr("Đóng BHXH bắt buộc"),
        "cashed": _tr("Đã hưởng một lần"),
        "hazardous": _tr("Nặng nhọc, độc hại"),
        "special_area": _tr("Vùng đặc biệt khó khăn"),
    }


def column_name(field: str) -> str:
    """Return what a column is called; one without a name by its own."""
    return column_names().get(field, field)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListColumns", text)
