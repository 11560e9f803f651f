"""What the fields of a record are called on the screen: in the form, and by all who speak of them."""

from PySide6.QtCore import QCoreApplication


def field_names() -> dict[str, str]:
    """Return the dotted fields that an appraiser speaks of, in the order of the form."""
    tr = QCoreApplication.translate
    return {
        "person.full_name": tr("Field", "Họ và tên"),
        "person.sex": tr("Field", "Giới tính"),
        "person.birth": tr("Field", "Ngày sinh"),
        "person.citizen_id": tr("Field", "Số CCCD"),
        "person.birth_on_file": tr("Field", "Ngày sinh theo hồ sơ gốc"),
        "person.birth_basis": tr("Field", "Căn cứ ngày sinh"),
        "person.birth_basis_reason": tr("Field", "Lý do chọn căn cứ ngày sinh"),
        "papers": tr("Field", "Giấy tờ kèm theo"),
        "papers.birth": tr("Field", "Giấy tờ chứng minh ngày sinh"),
        "person.insurance_number": tr("Field", "Mã số BHXH"),
        "person.post": tr("Field", "Chức vụ, chức danh"),
        "person.workplace": tr("Field", "Đơn vị công tác"),
        "person.qualification": tr("Field", "Trình độ chuyên môn"),
        "person.employment": tr("Field", "Đối tượng"),
        "person.management_level": tr("Field", "Diện quản lý"),
        "person.bank_account": tr("Field", "Số tài khoản"),
        "person.bank_name": tr("Field", "Ngân hàng"),
        "group": tr("Field", "Nhóm đối tượng"),
        "route": tr("Field", "Trường hợp nghỉ"),
        "leave_on": tr("Field", "Thời điểm nghỉ"),
        "reason": tr("Field", "Lý do tinh giản"),
        "obstacles": tr("Field", "Trường hợp chưa xem xét tinh giản"),
        "claims_lower_age": tr("Field", "Đề nghị tuổi nghỉ hưu thấp hơn"),
        "reduced_capacity": tr("Field", "Suy giảm khả năng lao động"),
        "assessed_month": tr("Field", "Tháng giám định y khoa"),
        "earlier_payments": tr("Field", "Khoản đã nhận trước"),
        "career": tr("Field", "Quá trình công tác"),
        "career.rank": tr("Field", "Ngạch, hạng"),
        "career.salary": tr("Field", "Diễn biến lương"),
        "career.insurance": tr("Field", "Quá trình đóng BHXH"),
        "career.checked_against_book": tr("Field", "Đối chiếu với sổ BHXH"),
        "declared.insured_months": tr("Field", "Thời gian đóng BHXH đã khai"),
        "declared.early_months": tr("Field", "Số tháng nghỉ trước tuổi đã khai"),
        "declared.coefficient": tr("Field", "Hệ số lương đã khai"),
        "declared.position_allowance": tr("Field", "Phụ cấp chức vụ đã khai"),
        "declared.insured_years": tr("Field", "Số năm đóng BHXH đã khai"),
        "declared.monthly_salary": tr("Field", "Tiền lương tháng đã khai"),
        "declared.amount": tr("Field", "Số tiền đã khai"),
        "approval_id": tr("Field", "Văn bản phê duyệt"),
        "approval": tr("Field", "Văn bản phê duyệt"),
        "approval.number": tr("Field", "Số văn bản phê duyệt"),
        "approval.issued_on": tr("Field", "Ngày văn bản phê duyệt"),
        "approval.issuer": tr("Field", "Cơ quan ban hành văn bản"),
        "approval.summary": tr("Field", "Trích yếu văn bản"),
        "approval.to_check": tr("Field", "Nội dung cần thẩm định"),
        "approval.attachments": tr("Field", "Bản quét văn bản"),
        "pins": tr("Field", "Chỗ ghim trên bản quét"),
        "approval.proves": tr("Field", "Văn bản là giấy tờ"),
        "justifications": tr("Field", "Giải trình"),
        "ordinal": tr("Field", "Số thứ tự"),
        "note": tr("Field", "Ghi chú"),
    }


def field_label(field: str, key: str) -> str:
    """Return what a field is called with the letter marked that Alt reaches it by, as far as the name has it."""
    name = field_name(field)
    place = name.lower().find(key) if key else -1
    return f"{name[:place]}&{name[place:]}" if place >= 0 else name


def field_name(field: str) -> str:
    """Return what a field is called; a field inside a known one is called by that, any other by its own name."""
    names = field_names()
    known = field
    while known and known not in names:
        known = known.rpartition(".")[0]
    return names.get(known, field)
