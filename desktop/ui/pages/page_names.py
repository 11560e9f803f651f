"""What the pages are called on the rail, known before they are made."""

from PySide6.QtCore import QCoreApplication


def page_name(page_id: str) -> str:
    """Return the word for a page. Raises KeyError for an unknown one."""
    return {
        "home": _tr("Việc cần làm"),
        "people": _tr("Đối tượng"),
        "approvals": _tr("Văn bản"),
        "checks": _tr("Kiểm tra"),
        "subordinates": _tr("Đơn vị trực thuộc"),
        "submit": _tr("Gửi"),
        "results": _tr("Kết quả"),
        "inbox": _tr("Hộp thư"),
        "mail": _tr("Hộp thư"),
        "appraisal": _tr("Thẩm định"),
        "policy": _tr("Chính sách"),
        "draft": _tr("Soạn chính sách"),
        "trust": _tr("Đơn vị & chứng thư"),
        "check-catalogue": _tr("Danh mục kiểm tra"),
        "recovery": _tr("Lấy lại"),
        "settings": _tr("Cài đặt"),
    }[page_id]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PageNames", text)
