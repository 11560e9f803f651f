"""The errors as a copy of the unit's own workbook: every faulty cell coloured, with the reason as a comment."""

import os
import tempfile
import warnings
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook as ExcelBook
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from desktop.documents.lists.containers import Container
from desktop.documents.lists.faults import CellFault
from desktop.documents.lists.steady_archive import SteadyArchive
from desktop.documents.lists.values import BrokenCell, column_letter, written
from desktop.documents.lists.workbook import Sheet, Workbook, read_workbook
from desktop.domain.errors import Refusal

_FILL = PatternFill("solid", start_color="FFFFC7CE", end_color="FFFFC7CE")
_AUTHOR = "Tinh Giản"
_COMMENT_SIZE = (160, 380)
"""Height and width in pixels: four lines of a sentence."""
_CELLS_OF_A_TITLE = 2
"""Lines above and below the table hold no more, and run over the columns."""
_WIDEST = 40
"""Letters; longer texts run over or are cut, as in any sheet."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl takes UTC without saying so
"""A copy bears no time of its own: the same list with the same faults makes the same bytes."""


def write_marked_copy(
    source: Path, faults: Iterable[CellFault], words: Callable[[CellFault], str], target: Path
) -> Path:
    """Write a copy of the workbook at `source` to `target` (.xlsx); `words` gives the sentence for a fault.

    Formulas are replaced by their results, so that nothing in the copy is computed or called when it is opened.
    Of an .xls or .ods file the copy has the contents, merged cells and hidden sheets, not fonts and colours. Raises
    the refusals of `read_workbook`, and Refusal list.copy_not_written when the target cannot be written.
    """
    book = _load_values(source)
    for fault in faults:
        _mark(book[fault.sheet], fault, words(fault))
    _save(book, target)
    return target


def _load_values(source: Path) -> ExcelBook:
    workbook = read_workbook(source)
    if workbook.container is not Container.XLSX:
        return _contents_of(workbook)
    with warnings.catch_warnings():
        # It warns of parts it does not copy, such as data validation of newer versions: the copy shows cells only.
        warnings.simplefilter("ignore")
        try:
            return load_workbook(source, data_only=True, keep_links=False)
        except (KeyError, ValueError, TypeError, zipfile.BadZipFile, OSError) as problem:
            raise Refusal("list.unreadable", name=source.name) from problem


def _contents_of(workbook: Workbook) -> ExcelBook:
    book = ExcelBook()
    book.remove(book.worksheets[0])
    for sheet in workbook.sheets:
        page = book.create_sheet(sheet.name)
        page.sheet_state = "visible" if sheet.visible else "hidden"
        for row in sheet.rows:
            page.append([value.shown if isinstance(value, BrokenCell) else value for value in row])
        _lay_out(page, sheet)
    return book


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    """Give the contents back what makes them legible: merged cells, days as people write them, wide columns."""
    for merge in sheet.merges:
        bottom, right = min(merge.bottom, len(sheet.rows) - 1), min(merge.right, sheet.width - 1)
        if merge.top <= bottom and merge.left <= right and (merge.top, merge.left) != (bottom, right):
            page.merge_cells(None, merge.top + 1, merge.left + 1, bottom + 1, right + 1)
    for row in page.iter_rows():
        for cell in row:
            if isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"
    table = [row for row in sheet.rows if sum(value is not None for value in row) > _CELLS_OF_A_TITLE]
    for column in range(sheet.width):
        longest = max((len(written(row[column])) for row in table), default=0)
        page.column_dimensions[column_letter(column + 1)].width = min(max(longest + 2, 6), _WIDEST)


def _mark(sheet: Worksheet, fault: CellFault, sentence: str) -> None:
    cell = _holding_cell(sheet, fault)
    cell.fill = _FILL
    text = ILLEGAL_CHARACTERS_RE.sub("", sentence)
    if cell.comment is not None:
        text = f"{cell.comment.text}\n{text}"
    cell.comment = Comment(text, _AUTHOR, *_COMMENT_SIZE)


def _holding_cell(sheet: Worksheet, fault: CellFault) -> Cell:
    cell = sheet.cell(fault.row, fault.column)
    if not isinstance(cell, MergedCell):
        return cell
    merge = next(each for each in sheet.merged_cells.ranges if cell.coordinate in each)
    return sheet.cell(merge.min_row, merge.min_col)


def _save(book: ExcelBook, target: Path) -> None:
    """Write beside the target and put it in place whole; nothing is left behind when it fails."""
    _texts_stay_texts(book)
    temporary: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".xlsx")
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as stream:
            _write(book, stream)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except OSError as problem:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise Refusal("list.copy_not_written", name=target.name) from problem


def _write(book: ExcelBook, stream: BinaryIO) -> None:
    """Write as `book.save` does, but without the time of writing."""
    book.properties.created = book.properties.modified = _MADE
    ExcelWriter(book, SteadyArchive(stream, "w")).save()


def _texts_stay_texts(book: ExcelBook) -> None:
    """Text that begins like a formula is written as text and shown as typed, even after it is edited."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")):
                    cell.data_type = "s"
                    cell.quotePrefix = True
