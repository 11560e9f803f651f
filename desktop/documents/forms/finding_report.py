"""What the checks found in a list, as a PDF for the file and as CSV for a spreadsheet."""

import csv
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from desktop.documents.forms.annex import Imprint
from desktop.documents.forms.blocks import text, title
from desktop.documents.forms.building import Sheet, build_pdf
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.fonts import BOLD, ITALIC
from desktop.documents.forms.grid import grid
from desktop.documents.forms.wording import composed
from desktop.domain.dates import format_date
from desktop.domain.foreign_text import shown_lines

TITLE: Final = "KẾT QUẢ KIỂM TRA DANH SÁCH"
_HEAD: Final = ("Mã", "Mức", "Khâu", "Ai", "Nội dung", "Cách xử lý", "Giải trình", "Căn cứ")
_ALIKE: Final = (18, 48, 34)
_UNLIKE: Final = (16, 34, 28, 22)
_MARGINS: Final = (15 * mm, 12 * mm, 14 * mm)
"""Left, right, top."""
_BODY: Final = 11.0
_PADDING: Final = 12
"""What the frame of a page keeps free at its sides."""
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding in words; `answer` is what the office said to it, "" for nothing."""

    code: str
    severity: str
    stage: str
    who: str
    message: str
    fix: str
    answer: str
    basis: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row's texts in the order of the columns."""
        return (self.code, self.severity, self.stage, self.who, self.message, self.fix, self.answer, self.basis)


@dataclass(frozen=True, slots=True)
class FindingReport:
    """The findings to list, in order; `chosen_by` says which were chosen, "" for all."""

    rows: tuple[FindingRow, ...]
    unit: str
    round_name: str
    made_on: date
    summary: str
    policies: tuple[str, ...] = ()
    chosen_by: str = ""
    practice: bool = False

    @property
    def subtitles(self) -> tuple[str, ...]:
        """The lines under the title."""
        where = f"{self.unit} – {self.round_name}, lập ngày {format_date(self.made_on)}"
        return tuple(each for each in (where, self.summary, self.chosen_by) if each)


def write_finding_report_pdf(form: FindingReport, target: Path) -> None:
    """Write the findings on A4 laid across; refusals as `write_atomically`."""
    sheet = Sheet(landscape(A4), _MARGINS, TITLE, "")
    imprint = Imprint("", "", form.policies, practice=form.practice, draft=False, people=0)
    write_atomically(target, lambda path: build_pdf(path, sheet, imprint, lambda: _story(form, sheet.width - _PADDING)))


def write_finding_report_csv(form: FindingReport, target: Path) -> None:
    """Write the findings as CSV (UTF-8 with mark, so that Excel reads it); refusals as `write_atomically`."""
    write_atomically(target, lambda path: _write_csv(form, path))


def _story(form: FindingReport, width: float) -> list[Flowable]:
    head = title(TITLE, form.subtitles)
    if not form.rows:
        return [*head, Spacer(0, 4 * mm), text("Không còn lỗi hay cảnh báo nào.", _BODY, font=ITALIC)]
    groups = groupby(form.rows, key=lambda row: (row.severity, row.code))
    return [*head, *(part for _, rows in groups for part in _of_rule(tuple(rows), width))]


def _of_rule(rows: tuple[FindingRow, ...], width: float) -> list[Flowable]:
    """Return what one rule found: what it is once, then a line for each; what to do once where it is the same."""
    first = rows[0]
    about = " · ".join(each for each in (first.code, first.severity, first.stage, str(len(rows)), first.basis) if each)
    alike = len({row.fix for row in rows}) == 1
    heads = ("Ai", "Nội dung", "Giải trình") if alike else ("Ai", "Nội dung", "Cách xử lý", "Giải trình")
    cells = [
        (row.who, row.message, row.answer) if alike else (row.who, row.message, row.fix, row.answer) for row in rows
    ]
    shares = _ALIKE if alike else _UNLIKE
    table = grid(heads, shares, [tuple(composed(shown_lines(each)) for each in row) for row in cells], width)
    told = [text(composed(shown_lines(first.fix)), _BODY, font=ITALIC)] if alike and first.fix else []
    return [Spacer(0, 4 * mm), text(composed(about), _BODY, font=BOLD), *told, Spacer(0, 1 * mm), table]


def _write_csv(form: FindingReport, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(_HEAD)
        writer.writerows([harmless(each) for each in row.cells] for row in form.rows)


def harmless(words: str) -> str:
    """Return one line that no spreadsheet takes for a formula: an apostrophe stands before what begins like one."""
    line = " ".join(composed(shown_lines(words)).split("\n"))
    return f"'{line}" if line.lstrip().startswith(_FORMULA_STARTS) or line.startswith(_FORMULA_STARTS) else line
