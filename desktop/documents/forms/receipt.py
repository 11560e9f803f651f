"""The receipt of a submission on upright A4: number, when it first came, the digest that ties it to the package.

The first page is the whole receipt with its signatures; the full form lists the people after it, as long as it takes.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from desktop.documents.forms.annex import Imprint, Signature
from desktop.documents.forms.blocks import heading, leading, signatures, text, title
from desktop.documents.forms.building import Sheet, build_pdf
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.fonts import BOLD, ITALIC
from desktop.documents.forms.grid import facts, grid
from desktop.documents.forms.model import OfficeHeading
from desktop.documents.forms.wording import in_words, place_and_date
from desktop.domain.money import Dong, format_dong

TITLE = "PHIẾU TIẾP NHẬN HỒ SƠ"
_SHAREABLE = "Bản không có dữ liệu cá nhân, được phép chuyển tiếp"
_FULL = "Bản đầy đủ, có dữ liệu cá nhân, chỉ dùng giữa hai đơn vị"
_NOTE = (
    "Phiếu này xác nhận gói dữ liệu điện tử có mã băm nêu trên đã được tiếp nhận; không phải là kết quả thẩm định. "
    "Thời điểm nhận lần đầu được dùng để tính thời hạn, kể cả khi gói được nộp lại."
)
_MARGINS = (25 * mm, 15 * mm, 15 * mm)
"""Left, right, top."""
_PADDING = 12
"""What the frame of a page keeps free at its sides."""
_SHORT, _HALF = 12, 32


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One person of the full form."""

    full_name: str
    citizen_id: str
    record_sha256: str


@dataclass(frozen=True, slots=True)
class ReceiptForm:
    """A receipt as it will stand on paper; `people` None for the form that can be shared. Moments in words."""

    office: OfficeHeading
    number: str
    unit_name: str
    round_name: str
    sequence: int
    first_received: str
    issued: str
    people_count: int
    total: Dong
    digest: str
    issued_by: str
    made_on: date
    people: tuple[ReceiptLine, ...] | None = None
    practice: bool = False


def write_receipt_pdf(form: ReceiptForm, target: Path) -> None:
    """Write the receipt; refusals as `write_atomically`."""
    write_atomically(target, lambda path: _write(form, path))


def _write(form: ReceiptForm, path: Path) -> None:
    sheet = Sheet(A4, _MARGINS, f"Phiếu tiếp nhận số {form.number}", form.office.unit)
    imprint = Imprint("", form.digest[:_SHORT], (), form.practice, draft=False, people=form.people_count,
                      total=form.total, code=form.number)  # fmt: skip  # one imprint
    build_pdf(path, sheet, imprint, lambda: _story(form, sheet.width - _PADDING))


def _story(form: ReceiptForm, width: float) -> list[Flowable]:
    kind = _SHAREABLE if form.people is None else _FULL
    return [
        heading(form.office, "", width),
        *title(TITLE, (f"Số: {form.number}", kind)),
        Spacer(0, 4 * mm),
        facts(_pairs(form), width),
        Spacer(0, 2 * mm),
        text(in_words(form.total, partial=False), 10, font=ITALIC),
        Spacer(0, 2 * mm),
        text(_NOTE, 10, font=ITALIC),
        KeepTogether(_signed(form, width)),
        *_listed(form, width),
    ]


def _pairs(form: ReceiptForm) -> tuple[tuple[str, str], ...]:
    return (
        ("Đơn vị nộp", form.unit_name),
        ("Đợt đề nghị", form.round_name),
        ("Số gói của đơn vị", str(form.sequence)),
        ("Nhận lần đầu", form.first_received),
        ("Lập phiếu", form.issued),
        ("Số người đề nghị", str(form.people_count)),
        ("Tổng số đề nghị", format_dong(form.total)),
        ("Mã băm của gói (SHA-256)", f"{form.digest[:_HALF]}\n{form.digest[_HALF:]}"),
    )


def _listed(form: ReceiptForm, width: float) -> list[Flowable]:
    if form.people is None:
        return []
    rows = [
        (str(number), each.full_name, each.citizen_id, each.record_sha256[:_SHORT])
        for number, each in enumerate(form.people, start=1)
    ]
    head = ("STT", "Họ và tên", "Số CCCD", "Mã băm bản ghi")
    return [Spacer(0, 6 * mm), leading("Danh sách trong gói", 11, font=BOLD), grid(head, (8, 45, 27, 30), rows, width)]


def _signed(form: ReceiptForm, width: float) -> list[Flowable]:
    blocks = (
        Signature("NGƯỜI NỘP", "(Ký, ghi rõ họ tên)", ""),
        Signature("NGƯỜI TIẾP NHẬN", "(Ký, ghi rõ họ tên)", form.issued_by),
    )
    return signatures(blocks, place_and_date(form.office.place, form.made_on), width)
