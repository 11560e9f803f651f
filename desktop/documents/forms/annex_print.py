"""A table form as a PDF on A3 laid across, with the same columns as the workbook."""

from pathlib import Path

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, LongTable, Spacer, TableStyle

from desktop.documents.forms.annex import Annex
from desktop.documents.forms.blocks import heading, right, signatures, text, title
from desktop.documents.forms.building import Sheet, build_pdf
from desktop.documents.forms.fonts import ITALIC
from desktop.documents.forms.print_rows import HEADER_ROWS, PrintRows
from desktop.documents.forms.print_widths import column_widths
from desktop.documents.forms.wording import footnotes, place_and_date

_KEPT_LINES = 4
_MARGINS = (15 * mm, 10 * mm, 14 * mm)
"""Left, right, top: 35 columns leave no room for the margins of a letter."""


def write_annex_pdf(annex: Annex, path: Path, body: float) -> None:
    """Write the form; `body` is the size of the table's text in points."""
    sheet = Sheet(landscape(A3), _MARGINS, annex.title, annex.office.unit)
    build_pdf(path, sheet, annex.imprint, lambda: _story(annex, sheet.width, body))


def _story(annex: Annex, width: float, body: float) -> list[Flowable]:
    return [
        heading(annex.office, f"Biểu số {annex.imprint.form}", width),
        *title(annex.title, annex.subtitles),
        right(annex.unit_line, 11, font=ITALIC),
        Spacer(0, 1.5 * mm),
        _table(annex, width, body),
        Spacer(0, 2 * mm),
        *_foot(annex, width),
    ]


def _table(annex: Annex, width: float, body: float) -> LongTable:
    rows = PrintRows(annex, body)
    table = LongTable(
        rows.content,
        colWidths=column_widths(annex, width, body),
        repeatRows=HEADER_ROWS,
    )
    table.setStyle(TableStyle(rows.commands))
    return table


def _foot(annex: Annex, width: float) -> list[Flowable]:
    """Return notes and signatures; the last lines go with the signatures, which never stand alone on a page."""
    closing = len(annex.closing)
    lines = [text(line, 12 if place < closing else 11, font=ITALIC) for place, line in enumerate(footnotes(annex))]
    signed = signatures(annex.signatures, place_and_date(annex.office.place, annex.made_on), width)
    return [*lines[:-_KEPT_LINES], KeepTogether([*lines[-_KEPT_LINES:], *signed])]
