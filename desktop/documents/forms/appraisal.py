"""Biểu 05, "Kết quả thẩm định", laid out and as files."""

from pathlib import Path

from desktop.documents.forms.annex import Annex, Cell, Column, Imprint, Kind, Mark, Section, Signature, Value
from desktop.documents.forms.annex_print import write_annex_pdf
from desktop.documents.forms.annex_sheet import write_annex_xlsx
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.model import AppraisalResult, AppraisalRow, OpenAmount, sum_of
from desktop.documents.forms.wording import PARTIAL_NOTE, in_words, numbered_notes
from desktop.domain.rounds import Outcome

_PRINTED, _WORKBOOK = 9.0, 11.0
_UNDECIDED = {Outcome.RETURNED: "trả lại để bổ sung", Outcome.REJECTED: "không chấp thuận"}


def write_appraisal_result_xlsx(form: AppraisalResult, target: Path) -> None:
    """Write the result as a workbook: declared sums that were not accepted struck through in red, appraised in bold.

    Refusals as `write_atomically`.
    """
    annex = lay_out(form)
    write_atomically(target, lambda path: write_annex_xlsx(annex, path, _WORKBOOK, _PRINTED))


def write_appraisal_result_pdf(form: AppraisalResult, target: Path) -> None:
    """Write the result for signing on paper; refusals as `write_atomically`."""
    annex = lay_out(form)
    write_atomically(target, lambda path: write_annex_pdf(annex, path, _PRINTED))


def lay_out(form: AppraisalResult) -> Annex:
    """Return the result as a table form."""
    total = sum_of(row.appraised for row in form.rows)
    imprint = Imprint("05", form.short_hash, form.policies, form.practice, form.draft, len(form.rows), total)
    addressed = f"Gửi: {form.addressed_to}" if form.addressed_to else ""
    return Annex(
        imprint=imprint,
        office=form.office,
        title=form.title,
        subtitles=tuple(each for each in (form.attached_to, addressed, form.round_name) if each),
        unit_line="Đơn vị tính: đồng",
        columns=_COLUMNS,
        sections=(Section("", tuple(_row(place, row) for place, row in enumerate(form.rows, 1))),),
        closing=_closing(form),
        notes=_notes(form),
        signatures=_signatures(form),
        made_on=form.made_on,
    )


_COLUMNS = (
    Column("A", "TT", 8, Kind.CENTRED),
    Column("B", "Họ và tên", 45),
    Column("1", "Ngày, tháng, năm sinh", 22, Kind.CENTRED),
    Column("2", "Số đề nghị", 28, Kind.MONEY, totalled=True),
    Column("3", "Số thẩm định", 28, Kind.MONEY, totalled=True),
    Column("4", "Chênh lệch (4=3−2)", 28, Kind.CHANGE, totalled=True),
    Column("5", "Nội dung chênh lệch", 45),
    Column("6", "Mã lỗi", 20, Kind.CENTRED),
    Column("7", "Lý do, căn cứ", 85),
    Column("8", "Yêu cầu đơn vị", 60),
    Column("9", "Thời hạn", 24, Kind.CENTRED),
)


def _row(place: int, row: AppraisalRow) -> tuple[Cell, ...]:
    changed = row.outcome is not Outcome.APPROVED or row.appraised != row.declared
    struck = changed and isinstance(row.declared, int)
    said = (row.differing, row.codes, row.reasons, row.request, row.deadline)
    return (
        *(Cell(value) for value in (str(place), row.full_name, row.birth)),
        Cell(row.declared, Mark.STRUCK if struck else Mark.NONE),
        Cell(_appraised(row), Mark.BOLD),
        Cell(row.difference),
        *(Cell(value) for value in said),
    )


def _appraised(row: AppraisalRow) -> Value:
    return _UNDECIDED.get(row.outcome) if row.appraised is None else row.appraised


def _lacking(form: AppraisalResult) -> bool:
    return any(isinstance(each, OpenAmount) for row in form.rows for each in (row.declared, row.appraised))


def _closing(form: AppraisalResult) -> tuple[str, ...]:
    open_result = any(isinstance(row.appraised, OpenAmount) for row in form.rows)
    total = sum_of(row.appraised for row in form.rows)
    words = in_words(total, partial=open_result).replace("Số tiền", "Số tiền thẩm định")
    compared = sum(1 for row in form.rows if row.difference is not None)
    difference = f"Cột Chênh lệch chỉ cộng {compared} người có cả hai số." if compared < len(form.rows) else ""
    return tuple(each for each in (f"Tổng số người: {len(form.rows)}.", words, difference) if each)


def _notes(form: AppraisalResult) -> tuple[str, ...]:
    return (*numbered_notes(form.open_notes), *([PARTIAL_NOTE] if _lacking(form) else []))


def _signatures(form: AppraisalResult) -> tuple[Signature, ...]:
    by_hand = "(Ký, ghi rõ họ tên)"
    return (
        Signature("NGƯỜI THẨM ĐỊNH", by_hand, form.prepared_by),
        Signature("LÃNH ĐẠO PHÒNG", by_hand, form.reviewed_by),
        Signature("THỦ TRƯỞNG CƠ QUAN THẨM ĐỊNH", "(Ký tên, đóng dấu)", form.head),
    )
