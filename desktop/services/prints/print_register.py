"""Biểu 06: the papers that go with the list."""

from hashlib import sha256
from pathlib import Path

from desktop.documents.forms.model import AttachmentRegister, AttachmentRow
from desktop.documents.forms.register import write_attachment_register_pdf, write_attachment_register_xlsx
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dates import format_date
from desktop.domain.errors import Refusal
from desktop.services.office import Office
from desktop.services.papers.kinds import kind_of
from desktop.services.papers.links import has_paper
from desktop.services.prints.print_forms import PrintedList, heading, live
from desktop.services.prints.wording import word
from desktop.services.rounds.round_view import RoundView

_SHORT = 12
_MANY = 5
"""So many people are named; more are counted."""


def print_register(office: Office, view: RoundView, folder: Path) -> PrintedList:
    """Write Biểu 06 into the folder as PDF and XLSX; raises Refusal print.no_papers, `forms.*`."""
    form = attachment_register(office, view)
    printed = PrintedList(folder / "bieu-06-ho-so-kem-theo.pdf", folder / "bieu-06-ho-so-kem-theo.xlsx")
    write_attachment_register_pdf(form, printed.pdf)
    write_attachment_register_xlsx(form, printed.xlsx)
    return printed


def attachment_register(office: Office, view: RoundView) -> AttachmentRegister:
    """Return Biểu 06 filled in; raises Refusal("print.no_papers")."""
    rows = tuple(row for each in view.approvals.values() for row in _rows(view, each))
    if not rows:
        raise Refusal("print.no_papers")
    return AttachmentRegister(
        office=heading(office.identity.unit),
        title="BẢNG KÊ HỒ SƠ KÈM THEO",
        attached_to="",
        round_name=view.round.name,
        rows=rows,
        policies=tuple(f"{pack.id} {pack.version}" for pack in view.packs),
        short_hash=_hash_of(rows),
        prepared_by=office.operator,
        head=office.identity.head,
        made_on=office.now().date(),
        practice=any(pack.practice for pack in view.packs),
    )


def _hash_of(rows: tuple[AttachmentRow, ...]) -> str:
    """Return what ties the paper to the files: the digest of their digests, in the order of the rows."""
    return sha256("\n".join(row.sha256 for row in rows).encode("ascii")).hexdigest()[:_SHORT]


def _rows(view: RoundView, approval: Approval) -> tuple[AttachmentRow, ...]:
    """Return a row for each file of the document, one without a file when there is none."""
    files = tuple(view.attachments[each] for each in approval.attachments if each in view.attachments)
    return tuple(_row(view, approval, each) for each in files or (None,))


def _row(view: RoundView, approval: Approval, file: Attachment | None) -> AttachmentRow:
    return AttachmentRow(
        kind=_kind(view, approval),
        number=approval.number,
        issued_on=format_date(approval.issued_on) if approval.issued_on else "",
        issuer=approval.issuer,
        summary=approval.summary,
        extract=approval.to_check or kind_of(approval.proves, view.packs).verify,
        people=_people(view, approval),
        pages=file.pages if file else None,
        file_name=file.name if file else "",
        sha256=file.sha256 if file else "",
    )


def _kind(view: RoundView, approval: Approval) -> str:
    """Return what the document is: of other papers than decisions and consents, what it proves."""
    return kind_of(approval.proves, view.packs).label if approval.proves else word(approval.kind)


def _people(view: RoundView, approval: Approval) -> str:
    names = [each.person.full_name for each in live(view) if has_paper(each, approval.id)]
    more = f" và {len(names) - _MANY} người khác" if len(names) > _MANY else ""
    return ", ".join(names[:_MANY]) + more
