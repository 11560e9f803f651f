"""The table of the round's documents: number, day, people, scans, issuer, what each proves."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.approvals import Approval
from desktop.domain.dates import format_date
from desktop.services.papers.kinds import kind_of
from desktop.services.papers.links import has_paper
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.pages.desk import Desk


def register_table(desk: Desk) -> RecordTableView[Approval]:
    """Return the table; people and scans are those of the desk when a row is drawn."""

    def people(approval: Approval) -> str:
        return people_count(desk, approval)

    def scans(approval: Approval) -> str:
        return _scans(desk, approval)

    def proves(approval: Approval) -> str:
        return kind_of(approval.proves, desk.view.packs).label if desk.view else ""

    columns = (
        Column[Approval]("number", _tr("Số, ký hiệu"), _number),
        Column[Approval]("date", _tr("Ngày"), _day, sort=_day_key),
        Column[Approval]("people", _tr("Số người"), people, align_right=True),
        Column[Approval]("scan", _tr("Bản quét"), scans),
        Column[Approval]("issuer", _tr("Cơ quan ban hành"), _issuer),
        Column[Approval]("proves", _tr("Là giấy tờ"), proves),
    )
    return RecordTableView(RecordTableModel(columns, identity=_identity), _tr("Văn bản và giấy tờ"))


def people_count(desk: Desk, approval: Approval) -> str:
    """Return how many people of the round have the document, in figures."""
    return str(sum(has_paper(each, approval.id) for each in desk.view.dossiers)) if desk.view else ""


def _scans(desk: Desk, approval: Approval) -> str:
    known = desk.view.attachments if desk.view else {}
    files = [known[each] for each in approval.attachments if each in known]
    if not files:
        return _tr("chưa có")
    pages = sum(each.pages for each in files)
    note = _tr(", cần xem lại") if any(each.flags for each in files) else ""
    return _tr("{pages} trang").format(pages=pages) + note


def _number(approval: Approval) -> str:
    return approval.number


def _day(approval: Approval) -> str:
    return format_date(approval.issued_on) if approval.issued_on else ""


def _day_key(approval: Approval) -> object:
    return approval.issued_on


def _issuer(approval: Approval) -> str:
    return approval.issuer


def _identity(approval: Approval) -> str:
    return approval.id


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegisterTable", text)
