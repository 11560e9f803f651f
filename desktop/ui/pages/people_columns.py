"""The people of a submission in a narrow list: who, how much on both sides, where they stand."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.domain.money import Dong, format_dong
from desktop.services.appraisal.appraisal_list import AppraisalLine
from desktop.ui.models import Column
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marks import mark_icon


def people_columns() -> tuple[Column[AppraisalLine], ...]:
    """Return the columns; who differs has a mark before the name and a word in the last one."""
    tr = QCoreApplication.translate
    return (
        Column("name", tr("People", "Họ và tên"), lambda line: line.sent.full_name, decoration=_mark),
        Column("state", tr("People", "Trạng thái"), lambda line: word(line.sent.state)),
        Column("declared", tr("People", "Khai"), lambda line: shown_amount(line.sent.amount),
               sort=lambda line: line.sent.amount, align_right=True),
        Column("recomputed", tr("People", "Tính lại"), lambda line: shown_amount(line.recomputed),
               sort=lambda line: line.recomputed, align_right=True),
        Column("differs", tr("People", "So sánh"), _compared, sort=lambda line: not line.differs),
        Column("change", tr("People", "Gói này"), lambda line: word(line.change) if line.change else ""),
    )  # fmt: skip


def shown_amount(amount: Dong | None) -> str:
    """Return the amount, or that there is none yet: never 0 in its place."""
    return QCoreApplication.translate("People", "chưa có số liệu") if amount is None else format_dong(amount)


def _compared(line: AppraisalLine) -> str:
    return (
        QCoreApplication.translate("People", "khác") if line.differs else QCoreApplication.translate("People", "khớp")
    )


def _mark(line: AppraisalLine) -> QIcon:
    return mark_icon(Tone.WARNING if line.differs else Tone.PLAIN, QApplication.palette())
