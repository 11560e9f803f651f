"""Biểu 03, "Phiếu tính hỗ trợ": one person on upright A4, every number with its reason."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from desktop.documents.forms.annex import Imprint, Signature
from desktop.documents.forms.blocks import heading, leading, room, signatures, text, title
from desktop.documents.forms.building import Sheet, build_pdf
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.fonts import BOLD, ITALIC
from desktop.documents.forms.grid import facts, grid
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_record import papers_section, person_section, service_section
from desktop.documents.forms.slip_result import result_section
from desktop.documents.forms.slip_salary import salary_section
from desktop.documents.forms.slip_trace import trace_section
from desktop.documents.forms.slip_words import SEVERITY
from desktop.documents.forms.wording import place_and_date
from desktop.domain.dates import format_date
from desktop.domain.money import Dong, format_dong

_MARGINS = (25 * mm, 15 * mm, 15 * mm)
"""Left, right, top."""
_PADDING = 12
"""What the frame of a page keeps free at its sides."""


def write_calculation_slip_pdf(form: CalculationSlip, target: Path) -> None:
    """Write the slip of one person; refusals as `write_atomically`."""
    write_atomically(target, lambda path: _write(form, path))


def _write(form: CalculationSlip, path: Path) -> None:
    sheet = Sheet(A4, _MARGINS, f"Phiếu tính {form.slip_code}", form.office.unit)
    build_pdf(path, sheet, _imprint(form), lambda: _story(form, sheet.width - _PADDING))


def _imprint(form: CalculationSlip) -> Imprint:
    known = [each.total for each in form.computations if each.applies and each.total is not None]
    total = Dong(sum(known)) if known else None
    practice = form.practice or any(each.practice for each in form.computations)
    return Imprint(
        "03", form.short_hash, form.policies, practice, form.draft, 1, total, form.slip_code, form.computed_on
    )


def _story(form: CalculationSlip, width: float) -> list[Flowable]:
    subtitles = (form.round_name, f"Mã phiếu: {form.slip_code}; ngày tính: {format_date(form.computed_on)}")
    sections = (
        ("I. NHÂN THÂN", person_section),
        ("II. VĂN BẢN", papers_section),
        ("III. THỜI GIAN ĐÓNG BẢO HIỂM XÃ HỘI", service_section),
        ("IV. TIỀN LƯƠNG LÀM CĂN CỨ", salary_section),
        ("V. TÍNH HỖ TRỢ", trace_section),
        ("VI. LÀM TRÒN, MỨC TRẦN, MỨC SÀN VÀ KẾT QUẢ", result_section),
        ("VII. CẢNH BÁO VÀ GIẢI TRÌNH", _findings),
    )
    story = [
        heading(form.office, "Biểu số 03", width),
        *title("PHIẾU TÍNH HỖ TRỢ", tuple(each for each in subtitles if each), 13),
    ]
    for name, section in sections:
        story += _section(name, section(form, width))
    verdict = _section("VIII. KẾT QUẢ THẨM ĐỊNH", _verdict(form, width))
    return [*story, KeepTogether([*verdict, *_signed(form, width)])]


def _section(name: str, content: list[Flowable]) -> list[Flowable]:
    return [Spacer(0, 3 * mm), room(), leading(name, 12, font=BOLD), *content]


def _findings(form: CalculationSlip, width: float) -> list[Flowable]:
    unverified = list(dict.fromkeys(words for each in form.computations if each.applies for words in each.warnings))
    rows = [
        (each.code, f"{SEVERITY[each.severity]}: {each.sentence}", each.justification or "chưa giải trình")
        for each in form.findings
    ]
    rows += [("", f"Cần kiểm tra: {words}", "") for words in unverified]
    if not rows:
        return [text("Không có.", 10, font=ITALIC)]
    return [grid(("Mã", "Nội dung", "Giải trình"), (14, 90, 60), rows, width)]


def _verdict(form: CalculationSlip, width: float) -> list[Flowable]:
    verdict = form.verdict
    if verdict is None:
        return [text("Chưa thẩm định.", 10, font=ITALIC)]
    proposed = _imprint(form).total
    pairs = (
        ("Số đề nghị", format_dong(proposed) if proposed is not None else "chưa xác định được"),
        ("Số thẩm định", format_dong(verdict.appraised) if verdict.appraised is not None else "không có"),
        *_difference(verdict.appraised, proposed),
        ("Kết quả", verdict.outcome),
        ("Lý do, căn cứ", "\n".join(verdict.reasons) or "không có"),
        ("Người thẩm định", verdict.appraiser),
        ("Ngày", format_date(verdict.decided_on) if verdict.decided_on else ""),
    )
    return [facts(pairs, width)]


def _difference(appraised: Dong | None, proposed: Dong | None) -> list[tuple[str, str]]:
    if appraised is None or proposed is None or appraised == proposed:
        return []
    sign = "+" if appraised > proposed else "−"
    return [("Chênh lệch", f"{sign}{format_dong(Dong(abs(appraised - proposed)))}")]


def _signed(form: CalculationSlip, width: float) -> list[Flowable]:
    blocks = (
        Signature("NGƯỜI ĐƯỢC HƯỞNG", "(Xác nhận thông tin)", form.person.full_name),
        Signature("NGƯỜI LẬP PHIẾU", "(Ký, ghi rõ họ tên)", form.prepared_by),
        Signature("THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)", form.head),
    )
    return signatures(blocks, place_and_date(form.office.place, form.computed_on), width)
