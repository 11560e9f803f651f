"""Days and recent things as the home page says them."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import format_date
from desktop.domain.foreign_text import shown
from desktop.services.sending.deadlines import Deadline, DeadlineKind
from desktop.services.sending.recent import Recent, RecentKind
from desktop.ui.pages.moments import shown_moment
from desktop.ui.widgets.looks import Tone


def _tr(text: str) -> str:
    return QCoreApplication.translate("HomeWords", text)


def days_left(days: int) -> str:
    """Say how many days are left, or how many it is too late."""
    if days < 0:
        return _tr("quá hạn {0} ngày").format(-days)
    if days == 0:
        return _tr("hôm nay là ngày cuối")
    return _tr("còn {0} ngày").format(days)


def deadline_words(deadline: Deadline) -> str:
    """Say what ends, when, and how long that is."""
    day, left = format_date(deadline.day), days_left(deadline.days)
    if deadline.kind is DeadlineKind.CERTIFICATE:
        return _tr("Chứng thư ký hết hạn {0}: {1}").format(day, left)
    if deadline.kind is DeadlineKind.TRUST:
        return _tr("Gói tin cậy hết hạn {0}: {1}. Nhận gói mới của Sở Tài chính.").format(day, left)
    if deadline.kind is DeadlineKind.RECEIPT:
        told = _tr("Chưa có phiếu tiếp nhận của {0}, gửi ngày {1}: hỏi lại nơi nhận")
        return told.format(shown(deadline.name), day)
    if deadline.kind is DeadlineKind.POLICY:
        return _tr("{0}: {1}, {2}").format(shown(deadline.name), day, left)
    return _tr("{0}: hạn gửi {1}, {2}").format(shown(deadline.name), day, left)


def deadline_tone(deadline: Deadline) -> Tone:
    """Return the tone: past, pressing, or simply a day."""
    if deadline.kind is DeadlineKind.RECEIPT:
        return Tone.WARNING
    return Tone.ERROR if deadline.past else Tone.WARNING if deadline.soon else Tone.INFO


def recent_words(recent: Recent) -> str:
    """Say what passed, and when."""
    told = {
        RecentKind.SENT: _tr("Đã ghi {0}"),
        RecentKind.RECEIVED: _tr("Đã nhận {0}"),
        RecentKind.PRINTED: _tr("Đã in danh sách {0}"),
        RecentKind.TAKEN_IN: _tr("Đã nhập {0}"),
    }
    return f"{told[recent.kind].format(shown(recent.name))} · {shown_moment(recent.at)}"
