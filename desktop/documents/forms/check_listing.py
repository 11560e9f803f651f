"""The catalogue of checks as a workbook and as a PDF, for training and for the file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer
from xlsxwriter import Workbook

from desktop.documents.forms.annex import Cell, Imprint, Kind
from desktop.documents.forms.blocks import text, title
from desktop.documents.forms.building import Sheet, build_pdf
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.fonts import ITALIC
from desktop.documents.forms.grid import grid
from desktop.documents.forms.wording import composed
from desktop.documents.forms.workbook_looks import Looks
from desktop.domain.dates import format_date

TITLE = "DANH MỤC KIỂM TRA HỒ SƠ"
_HEAD = ("Mã", "Mức", "Khâu", "Nhóm lỗi", "Thông báo", "Cách sửa", "Căn cứ, tham số", "Số lần gặp")
_SHARES = (7, 9, 12, 12, 40, 34, 26, 9)
_LETTERS = (9, 12, 16, 16, 60, 50, 40, 10)
"""Widths of the workbook's columns, in letters."""
_MARGINS = (15 * mm, 12 * mm, 14 * mm)
"""Left, right, top."""
_BODY = 11.0
_PLAIN = Cell("")
_A4 = 9
"""Number of the paper in workbooks."""
_PADDING = 12
"""What the frame of a page keeps free at its sides."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check in words; `count` is how often it was found, None where nothing was looked at."""

    code: str
    severity: str
    stage: str
    category: str
    message: str
    fix: str
    basis: str
    count: int | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row's texts in the order of the columns."""
        count = "" if self.count is None else str(self.count)
        return (self.code, self.severity, self.stage, self.category, self.message, self.fix, self.basis, count)


@dataclass(frozen=True, slots=True)
class CheckListing:
    """The checks to list, in order; `chosen_by` says which were chosen, "" for all."""

    rows: tuple[CheckRow, ...]
    version: str
    made_on: date
    policies: tuple[str, ...] = ()
    chosen_by: str = ""

    @property
    def subtitles(self) -> tuple[str, ...]:
        """The lines under the title."""
        version = f"Phiên bản {self.version}, lập ngày {format_date(self.made_on)}, {len(self.rows)} kiểm tra"
        policies = f"Theo gói chính sách {'; '.join(self.policies)}" if self.policies else ""
        return tuple(each for each in (version, policies, self.chosen_by) if each)


def write_check_listing_pdf(form: CheckListing, target: Path) -> None:
    """Write the list on A4 laid across; refusals as `write_atomically`."""
    sheet = Sheet(landscape(A4), _MARGINS, TITLE, "")
    imprint = Imprint("", "", form.policies, practice=False, draft=False, people=0)
    write_atomically(target, lambda path: build_pdf(path, sheet, imprint, lambda: _story(form, sheet.width - _PADDING)))


def _story(form: CheckListing, width: float) -> list[Flowable]:
    head = title(TITLE, form.subtitles)
    if not form.rows:
        return [*head, Spacer(0, 4 * mm), text("Không có kiểm tra nào.", _BODY, font=ITALIC)]
    return [*head, Spacer(0, 4 * mm), grid(_HEAD, _SHARES, [row.cells for row in form.rows], width)]


def write_check_listing_xlsx(form: CheckListing, target: Path) -> None:
    """Write the list as a workbook that can be filtered; refusals as `write_atomically`."""
    write_atomically(target, lambda path: _write_book(form, path))


def _write_book(form: CheckListing, path: Path) -> None:
    with Workbook(str(path), {"in_memory": True}) as book:
        looks = Looks(book, _BODY)
        sheet = book.add_worksheet("Danh mục kiểm tra")
        top = _write_top(sheet, form, looks)
        look = looks.cell(_PLAIN, Kind.TEXT)
        for line, row in enumerate(form.rows, start=top + 1):
            for column, words in enumerate(row.cells[:-1]):
                sheet.write_string(line, column, composed(words), look)
            _write_count(sheet, line, row.count, look)
        sheet.autofilter(top, 0, top + len(form.rows), len(_HEAD) - 1)
        sheet.freeze_panes(top + 1, 1)
        _lay_out_for_print(sheet, top)


def _write_top(sheet: Any, form: CheckListing, looks: Looks) -> int:
    """Write title and head; return the head's line."""
    sheet.write_string(0, 0, TITLE, looks.plain(14, bold=True))
    for line, words in enumerate(form.subtitles, start=1):
        sheet.write_string(line, 0, composed(words), looks.plain(_BODY, italic=True))
    top = len(form.subtitles) + 2
    for column, (words, width) in enumerate(zip(_HEAD, _LETTERS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, words, looks.heading())
    return top


def _write_count(sheet: Any, line: int, count: int | None, look: Any) -> None:
    column = len(_HEAD) - 1
    if count is None:
        sheet.write_blank(line, column, None, look)
    else:
        sheet.write_number(line, column, count, look)


def _lay_out_for_print(sheet: Any, top: int) -> None:
    """A4 laid across, as wide as the paper, the head on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
