"""A block of cells from the clipboard: read as spreadsheets write it, kept as a workbook of its own."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from desktop.documents.lists.limits import Limits
from desktop.domain.errors import Refusal

Block = tuple[tuple[str, ...], ...]
BLOCK_SHEET = "Khối dán"


def parse_block(text: str) -> Block:
    """Return the rows of cells of a text with tabs, quoted where a cell has lines of its own.

    Empty rows at the end are dropped, short rows filled. Raises Refusal: block.empty, block.too_large.
    """
    limits = Limits()
    if len(text) > limits.row_bytes:
        raise Refusal("block.too_large", limit=limits.rows)
    rows = _rows(text)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise Refusal("block.empty")
    width = max(map(len, rows))
    if len(rows) > limits.rows or width > limits.columns:
        raise Refusal("block.too_large", limit=limits.rows)
    return tuple((*row, *[""] * (width - len(row))) for row in map(tuple, rows))


def write_block(block: Sequence[Sequence[str]], path: Path) -> Path:
    """Write the cells as texts into a workbook, so that a block is kept, marked and read like any list."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(BLOCK_SHEET)
        for row, cells in enumerate(block):
            for column, cell in enumerate(cells):
                if cell:
                    sheet.write_string(row, column, cell)
    return path


def _rows(text: str) -> list[list[str]]:
    """A quote that is never closed is a letter like any other: the lines then stay apart."""
    if '"' not in text or text.count('"') % 2:
        return [line.split("\t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
