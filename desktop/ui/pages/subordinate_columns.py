"""What a parent unit sees of its subordinate units' packages, and of the people in one."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.domain.money import Dong, format_dong
from desktop.domain.names import name_sort_key
from desktop.services.appraisal.decision_check import is_clean
from desktop.services.appraisal.received_view import Appraisal
from desktop.services.parent_units.subordinates import SubordinateItem
from desktop.ui.check_words import check_message
from desktop.ui.models import Column
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marks import mark_icon


def package_columns() -> tuple[Column[SubordinateItem], ...]:
    """Return the columns: who sent it, what it asks for, what became of it."""
    tr = QCoreApplication.translate
    return (
        Column("unit", tr("Subordinates", "Đơn vị"), lambda item: item.submission.unit.name),
        Column("round", tr("Subordinates", "Đợt"), lambda item: item.submission.round_name),
        Column("people", tr("Subordinates", "Số người"), lambda item: str(item.submission.people),
               sort=lambda item: item.submission.people, align_right=True),
        Column("total", tr("Subordinates", "Số đề nghị"), lambda item: format_dong(item.submission.total),
               sort=lambda item: item.submission.total, align_right=True),
        Column("standing", tr("Subordinates", "Xử lý"), _standing),
        Column("decided", tr("Subordinates", "Kết quả"), _decided, sort=lambda item: item.decided),
        Column("file", tr("Subordinates", "Tệp"), lambda item: item.submission.file_name),
    )  # fmt: skip


def _standing(item: SubordinateItem) -> str:
    if item.sent_in:
        sent = QCoreApplication.translate("Subordinates", "Đã gửi trong {0}")
        return sent.replace("{0}", item.sent_in[0].file_name)
    return word(item.package.standing)


def _decided(item: SubordinateItem) -> str:
    """Say how many have come back; what was sent back from here waits for nothing."""
    if not item.sent_in:
        return ""
    return QCoreApplication.translate("Subordinates", "{0}/{1} người").format(item.decided, item.submission.people)


def person_columns() -> tuple[Column[Appraisal], ...]:
    """Return the columns: declared, recomputed, what the checks find."""
    tr = QCoreApplication.translate
    return (
        Column("name", tr("Subordinates", "Họ và tên"), lambda person: person.sent.full_name,
               sort=lambda person: name_sort_key(person.sent.full_name), decoration=_mark),
        Column("declared", tr("Subordinates", "Đơn vị đề nghị"), lambda person: _dong(person.sent.amount),
               sort=lambda person: person.sent.amount, align_right=True),
        Column("recomputed", tr("Subordinates", "Tính lại"), lambda person: _dong(person.recomputed_amount),
               sort=lambda person: person.recomputed_amount, align_right=True),
        Column("findings", tr("Subordinates", "Phát hiện"), _findings),
    )  # fmt: skip


def _dong(amount: Dong | None) -> str:
    return QCoreApplication.translate("Subordinates", "chưa có số tiền") if amount is None else format_dong(amount)


def _mark(person: Appraisal) -> QIcon:
    return mark_icon(Tone.OK if is_clean(person) else Tone.WARNING, QApplication.palette())


def _findings(person: Appraisal) -> str:
    codes = dict.fromkeys(each.code for each in person.findings)
    return ", ".join(codes) or QCoreApplication.translate("Subordinates", "không có")


def finding_lines(person: Appraisal) -> str:
    """Return each finding in full with its code, a line each; "" where nothing was found."""
    if person.catalogue is None:
        return ""
    words = partial(check_message, person.catalogue)
    return "\n".join(dict.fromkeys(f"{each.code}: {words(each)}" for each in person.findings))
