"""Why a field is needed of this person, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.services.entry.needs import Because


def why_needed(because: Because) -> str:
    """Return a few words to stand beside the label."""
    tr = QCoreApplication.translate
    return {
        Because.VOLUNTARY: tr("Need", "vì thuộc nhóm tự nguyện nghỉ"),
        Because.TRANSITIONAL: tr("Need", "vì thuộc nhóm chuyển tiếp"),
        Because.DOWNSIZING: tr("Need", "vì thuộc nhóm tinh giản"),
        Because.TWO_BIRTHS: tr("Need", "vì có hai ngày sinh"),
        Because.FILE_BIRTH: tr("Need", "vì tính theo hồ sơ gốc"),
        Because.CAPACITY: tr("Need", "vì suy giảm khả năng lao động"),
        Because.PAYMENT: tr("Need", "cần khi chi trả"),
    }[because]
