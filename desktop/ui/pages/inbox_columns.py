"""What the inbox shows of a package."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.money import format_dong
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import InboxItem
from desktop.ui.models import Column
from desktop.ui.texts import word


def inbox_columns() -> tuple[Column[InboxItem], ...]:
    """Return the columns: who sent it, what it asks for, how many wait for a decision, for how long."""
    tr = QCoreApplication.translate
    return (
        Column("unit", tr("Inbox", "Đơn vị"), lambda item: item.submission.unit.name),
        Column("round", tr("Inbox", "Đợt"), _round),
        Column("purpose", tr("Inbox", "Loại gói"), _purpose),
        Column("people", tr("Inbox", "Số người"), lambda item: str(item.submission.people),
               sort=lambda item: item.submission.people, align_right=True),
        Column("total", tr("Inbox", "Số đề nghị"), lambda item: format_dong(item.submission.total),
               sort=lambda item: item.submission.total, align_right=True),
        Column("waiting", tr("Inbox", "Chờ thẩm định"), _waiting, sort=lambda item: item.undecided,
               align_right=True),
        Column("age", tr("Inbox", "Đã nhận"), _age, sort=lambda item: item.age_days, align_right=True),
        Column("through", tr("Inbox", "Gửi qua"), _through),
        Column("receipt", tr("Inbox", "Phiếu"), _receipt, tooltip=tr("Inbox", "Số phiếu tiếp nhận đã lập")),
        Column("file", tr("Inbox", "Tệp"), lambda item: item.submission.file_name),
    )  # fmt: skip


def _round(item: InboxItem) -> str:
    practice = QCoreApplication.translate("Inbox", " (THỰC HÀNH)") if item.practice else ""
    draft = QCoreApplication.translate("Inbox", "NHÁP · ") if item.draft else ""
    return f"{draft}{item.submission.round_name}{practice}"


def _through(item: InboxItem) -> str:
    """Say who brought it; of one that brought others, how many."""
    if item.embedded:
        return QCoreApplication.translate("Inbox", "gộp {0} gói").replace("{0}", str(item.embedded))
    return item.through


def _purpose(item: InboxItem) -> str:
    """Say what a correction does, and the number of the original that its chain began with."""
    if item.purpose is None:
        return ""
    number = item.original.sequence if item.original else item.submission.sequence
    return QCoreApplication.translate("Inbox", "{0} gói {1}").format(word(item.purpose), number)


def _waiting(item: InboxItem) -> str:
    if item.draft:
        return QCoreApplication.translate("Inbox", "NHÁP")
    if item.states.get(DossierState.SUPERSEDED, 0) == item.submission.people > 0:
        return QCoreApplication.translate("Inbox", "đã có gói sau")
    return str(item.undecided) if item.undecided else QCoreApplication.translate("Inbox", "xong")


def _receipt(item: InboxItem) -> str:
    if item.draft:
        return ""
    return item.receipt or QCoreApplication.translate("Inbox", "chưa lập")


def _age(item: InboxItem) -> str:
    if item.age_days == 0:
        return QCoreApplication.translate("Inbox", "hôm nay")
    return QCoreApplication.translate("Inbox", "{0} ngày").replace("{0}", str(item.age_days))
