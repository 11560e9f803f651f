"""A table form as a workbook: real numbers, real sums with their values, ready to print on A3 laid across."""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from desktop.documents.forms.annex import Annex
from desktop.documents.forms.sheet_frame import SheetFrame
from desktop.documents.forms.sheet_sizes import sheet_widths
from desktop.documents.forms.sheet_table import SheetTable
from desktop.documents.forms.wording import composed, warning
from desktop.documents.forms.workbook_looks import FONT, Looks

_A3 = 8
_PAPER_WIDTH = 1120.0
"""Points between the margins."""


def write_annex_xlsx(annex: Annex, path: Path, body: float, printed: float) -> None:
    """Write the form on one sheet.

    `body` is the size of the table's text in points, `printed` its size once the sheet is fitted to the paper.
    """
    with Workbook(str(path), _options()) as book:
        book.set_properties(_properties(annex))
        book.set_calc_mode("auto")
        sheet = book.add_worksheet(f"Biểu {annex.imprint.form}")
        _fill(annex, sheet, Looks(book, body), _PAPER_WIDTH * body / printed)


def _options() -> dict[str, Any]:
    """Return the options of one workbook: XlsxWriter writes into them, so a second book would look different.

    Without a scheme the font is the one named, not that of Excel's theme.
    """
    return {
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "in_memory": True,
        "default_format_properties": {"font_name": FONT, "font_size": 11, "font_scheme": "none"},
    }


def _fill(annex: Annex, sheet: Any, looks: Looks, width: float) -> None:
    widths = sheet_widths(annex, width, looks.body)
    frame = SheetFrame(sheet, annex, looks, widths)
    head = frame.top()
    below = SheetTable(sheet, annex, looks, widths).write(head)
    _set_page(annex, sheet, head, frame.bottom(below))


def _set_page(annex: Annex, sheet: Any, head: int, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.set_margins(left=0.6, right=0.4, top=0.55, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head, head + 2)
    sheet.print_area(0, 0, last, len(annex.columns) - 1)
    sheet.freeze_panes(head + 3, annex.name_column + 1)
    sheet.hide_gridlines(2)
    sheet.set_footer(f'&L&"Times New Roman,Italic"&9{_foot(annex)}&R&"Times New Roman"&9Trang &P/&N')
    if warning(annex.imprint):
        sheet.set_header(f'&C&"Times New Roman,Bold"&14&KC00000{warning(annex.imprint)}')


def _foot(annex: Annex) -> str:
    """The policies stand under the table: a footer of a workbook holds no more than 255 letters."""
    parts = [f"Biểu số {annex.imprint.form}", annex.imprint.short_hash[:60]]
    return " | ".join(each for each in parts if each).replace("&", "&&")


def _properties(annex: Annex) -> dict[str, Any]:
    """The day of the form stands as its creation, so that the same form makes the same file."""
    made = datetime.combine(annex.made_on, time(), UTC) if annex.made_on else datetime(2000, 1, 1, tzinfo=UTC)
    return {
        "title": composed(annex.title)[:255],
        "author": composed(annex.office.unit)[:255],
        "created": made.replace(tzinfo=None),
    }
