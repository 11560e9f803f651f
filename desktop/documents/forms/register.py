"""Biểu 06, "Bảng kê hồ sơ kèm theo", laid out and as files."""

from pathlib import Path

from desktop.documents.forms.annex import Annex, Cell, Column, Imprint, Kind, Section, Signature, Value
from desktop.documents.forms.annex_print import write_annex_pdf
from desktop.documents.forms.annex_sheet import write_annex_xlsx
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.model import AttachmentRegister, AttachmentRow

_WORKBOOK, _PRINTED = 10.0, 9.0


def write_attachment_register_xlsx(form: AttachmentRegister, target: Path) -> None:
    """Write the register of attached papers as a workbook; refusals as `write_atomically`."""
    annex = lay_out(form)
    write_atomically(target, lambda path: write_annex_xlsx(annex, path, _WORKBOOK, _PRINTED))


def write_attachment_register_pdf(form: AttachmentRegister, target: Path) -> None:
    """Write the register for signing on paper; refusals as `write_atomically`."""
    annex = lay_out(form)
    write_atomically(target, lambda path: write_annex_pdf(annex, path, _PRINTED))


def lay_out(form: AttachmentRegister) -> Annex:
    """Return the register as a table form."""
    pages = sum(row.pages or 0 for row in form.rows)
    return Annex(
        imprint=Imprint("06", form.short_hash, form.policies, form.practice, form.draft, len(form.rows)),
        office=form.office,
        title=form.title,
        subtitles=tuple(each for each in (form.attached_to, form.round_name) if each),
        unit_line="",
        columns=_COLUMNS,
        sections=(Section("", tuple(_row(place, row) for place, row in enumerate(form.rows, 1))),),
        closing=(f"Tổng số: {len(form.rows)} văn bản, {pages} trang.",),
        notes=(),
        signatures=_signatures(form),
        made_on=form.made_on,
    )


_COLUMNS = (
    Column("A", "TT", 8, Kind.CENTRED),
    Column("B", "Tên loại văn bản", 30),
    Column("1", "Số hiệu", 28),
    Column("2", "Ngày ban hành", 20, Kind.CENTRED),
    Column("3", "Ngày hiệu lực", 20, Kind.CENTRED),
    Column("4", "Cơ quan ban hành", 35),
    Column("5", "Trích yếu", 60),
    Column("6", "Trích lược nội dung cần thẩm định", 60),
    Column("7", "Đối tượng liên quan", 40),
    Column("8", "Số trang", 12, Kind.NUMBER),
    Column("9", "Tên tệp", 40),
    Column("10", "Mã băm (SHA-256)", 45, Kind.CENTRED),
)


def _row(place: int, row: AttachmentRow) -> tuple[Cell, ...]:
    values: tuple[Value, ...] = (
        str(place), row.kind, row.number, row.issued_on, row.effective_on, row.issuer, row.summary, row.extract,
        row.people, row.pages, row.file_name, _in_groups(row.sha256),
    )  # fmt: skip  # the columns in their order
    return tuple(Cell(value) for value in values)


def _in_groups(digest: str) -> str:
    """Return the digest in groups of eight, so that eyes can compare it."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def _signatures(form: AttachmentRegister) -> tuple[Signature, ...]:
    return (
        Signature("NGƯỜI LẬP BẢNG KÊ", "(Ký, ghi rõ họ tên)", form.prepared_by),
        Signature("THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)", form.head),
    )
