"""A quick pass over the sheets before they are loaded: how large they really are, and which cells are broken.

The reader lays a sheet out as a full rectangle, so one stray value in the last row of Excel would fill the memory;
and it returns cells with an error as if they were empty. Both are found here, on the packed XML, chunk by chunk.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.documents.lists.containers import inflate, read_entry, zip_entries
from desktop.documents.lists.limits import Limits
from desktop.documents.lists.values import BrokenCell, column_number
from desktop.domain.errors import Refusal

_ROW_END = re.compile(rb"</(?:\w+:)?row\s*>")
_ODD_END = re.compile(rb"</row\s")
_ROW_NUMBER = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=\"(\d+)\"")
_HAS_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is|f)[ >]")
_CELL_START = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ANY_REFERENCE = re.compile(rb"(?<![\w:.\-])r\s*=\s*[\"']([A-Za-z]*)(\d+)[\"']([^<]*)")
"""Where a cell or row says that it stands, however it is written, and the rest of its tag."""
_MAYBE_BROKEN = (b't="e"', b"<f", b":f")
"""One of these stands in every row with an error or a formula; looked for first, being quick to look for."""
_HIDDEN = re.compile(rb"\bhidden=\"(?:1|true)\"")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_ROW_START = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_REFERENCE = re.compile(rb"\br=\"([A-Z]{1,3})(\d+)\"")
_RESULT = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]+)</")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)=\"([^\"]*)\"")
_UNLIKELY_REFERENCE = re.compile(rb"r(?!=\"[A-H]?[A-Z]?[1-5]?\d{1,4}\")(?<![\w:.\-]r)\s*=")
"""A cell beyond column HZ, a cell or row from the 60,000th on, or one that is written as no program does."""
_NEAR_ROWS = 60_000
_FEWEST_BYTES = len(b"<c><v>1</v></c>")
"""Of a cell that holds something."""
_DIGITS, _LETTERS = 7, 3
"""Of the furthest row and column that a spreadsheet has."""
_HEAD = 1 << 16
"""Bytes in which a sheet has said all of its columns."""
_DATE_1904 = re.compile(rb"date1904=\"(?:1|true)\"")


@dataclass(slots=True)
class SheetScan:
    """What the pass found in one sheet: positions count from 0."""

    last_row: int = 0
    broken: dict[tuple[int, int], BrokenCell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    """Corners of merged cells, where the reader itself does not tell them."""


@dataclass(frozen=True, slots=True)
class BookScan:
    """Scans in the order of the workbook's sheets; empty when the format has none."""

    sheets: tuple[SheetScan, ...] = ()
    starts_in_1904: bool = False


def scan_xlsx(content: bytes, name: str, limits: Limits) -> BookScan:
    """Scan every sheet; raises Refusal list.too_many_rows, list.too_many_columns, list.unreadable."""
    entries = zip_entries(content, name, limits)
    book = read_entry(content, entries["xl/workbook.xml"], name)
    parts = _sheet_parts(content, entries, book, name)
    scans = tuple(
        _scan_sheet(content, entries[part], name, limits) if part in entries else SheetScan() for part in parts
    )
    check_unpacked(entries, name, limits)
    return BookScan(scans, bool(_DATE_1904.search(book)))


def check_unpacked(entries: dict[str, zipfile.ZipInfo], name: str, limits: Limits) -> None:
    """Refuse a workbook that unpacks to more than is loaded."""
    if sum(entry.file_size for entry in entries.values()) > limits.unpacked_bytes:
        raise Refusal("list.too_large", name=name, limit_mb=limits.unpacked_bytes >> 20)


def _sheet_parts(content: bytes, entries: dict[str, zipfile.ZipInfo], book: bytes, name: str) -> list[str]:
    relations = entries.get("xl/_rels/workbook.xml.rels")
    if relations is None:
        raise Refusal("list.unreadable", name=name)
    targets = {}
    for element in _RELATION.findall(read_entry(content, relations, name)):
        attributes = dict(_ATTRIBUTE.findall(element))
        targets[attributes.get(b"Id")] = attributes.get(b"Target", b"").decode("utf-8", "replace")
    found = [dict(_ATTRIBUTE.findall(element)) for element in _SHEET.findall(book)]
    named = [next((value for key, value in each.items() if key.endswith(b":id")), None) for each in found]
    return [_part_name(targets.get(each, "")) for each in named]


def _part_name(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _scan_sheet(content: bytes, entry: zipfile.ZipInfo, name: str, limits: Limits) -> SheetScan:
    scan = SheetScan()
    position = 0
    for block in _blocks(inflate(content, entry, name), name, limits):
        if position == 0:
            scan.hidden_columns |= _hidden_columns(block, limits)
        passed = _passed_plain(block, position, limits)
        position = _scan_rows(block, position, scan, name, limits) if passed is None else passed
    return scan


def _passed_plain(block: bytes, position: int, limits: Limits) -> int | None:
    """Return the number of the block's last row when nothing in it can be broken or beyond what memory holds.

    Nearly every block is like that; a few searches over all of it tell. None: look at each row.
    """
    if b't="e"' in block or b"hidden=" in block or (b"f" in block and any(mark in block for mark in _MAYBE_BROKEN)):
        return None
    rows = block.split(b"</row>")
    if limits.rows < _NEAR_ROWS or position + len(rows) > limits.rows or _UNLIKELY_REFERENCE.search(block):
        return None
    if any(len(row) > limits.columns * _FEWEST_BYTES and not _tells_all_columns(row) for row in rows):
        return None
    last = _ROW_NUMBER.match(block, max(block.rfind(b"<row"), 0))
    return int(last.group(1)) if last else None


def _tells_all_columns(row: bytes) -> bool:
    """Tell whether each cell of one row says where it stands: cells that do not are counted on from the one before."""
    return row.count(b"row") == 1 and len(_CELL_START.findall(row)) < row.count(b' r="')


def _scan_rows(block: bytes, position: int, scan: SheetScan, name: str, limits: Limits) -> int:
    for segment in _rows_in(block):
        position = _row_number(segment, position + 1)
        if _is_hidden(segment):
            scan.hidden_rows.add(position - 1)
        if _HAS_VALUE.search(segment):
            last_row, last_column = _furthest(segment, name)
            scan.last_row = max(scan.last_row, position, last_row)
            check_size(scan.last_row, last_column, name, limits)
            _note_broken(segment, scan)
    return position


def _is_hidden(segment: bytes) -> bool:
    start = _ROW_START.search(segment) if b"hidden=" in segment else None
    return start is not None and _HIDDEN.search(start[0]) is not None


def _hidden_columns(block: bytes, limits: Limits) -> set[int]:
    """Return the hidden columns (from 0) that the beginning of a sheet names."""
    found: set[int] = set()
    for element in _COLUMNS.findall(block[: block.find(b"sheetData>")] if b"sheetData>" in block else block[:_HEAD]):
        attributes = dict(_ATTRIBUTE.findall(element))
        if _HIDDEN.search(element) and attributes.get(b"min", b"").isdigit() and attributes.get(b"max", b"").isdigit():
            found |= set(range(int(attributes[b"min"]) - 1, min(int(attributes[b"max"]), limits.columns)))
    return found


def _row_number(segment: bytes, otherwise: int) -> int:
    stated = _ROW_NUMBER.search(segment)
    return int(stated.group(1)) if stated else otherwise


def _furthest(segment: bytes, name: str) -> tuple[int, int]:
    """Return the last row and column (from 1) of what the segment holds; the reader believes each cell."""
    told = _ANY_REFERENCE.findall(segment)
    held = [(letters, digits) for letters, digits, rest in told if not rest.rstrip().endswith(b"/>")]
    letters = max({each for each, _ in held}, key=lambda each: (len(each), each.upper()), default=b"")
    digits = max({each for _, each in held}, key=lambda each: (len(each), each), default=b"0")
    if len(letters) > _LETTERS or len(digits) > _DIGITS:
        raise Refusal("list.unreadable", name=name)
    untold = len(_CELL_START.findall(segment)) - sum(1 for each, _, _ in told if each)
    return int(digits), column_number(letters.decode("ascii").upper()) + max(0, untold)


def _note_broken(segment: bytes, scan: SheetScan) -> None:
    if not any(mark in segment for mark in _MAYBE_BROKEN):
        return
    for attributes, inside in _CELL.findall(segment):
        place = _REFERENCE.search(attributes)
        result = _RESULT.search(inside)
        if place and (b't="e"' in attributes or (b"<f" in inside and result is None)):
            shown = result.group(1).decode("utf-8", "replace") if result else "="
            scan.broken[int(place.group(2)) - 1, column_number(place.group(1).decode("ascii")) - 1] = BrokenCell(shown)


def _rows_in(text: bytes) -> list[bytes]:
    """Part a text that ends with the end of a row."""
    return (_ROW_END.split(text) if _has_odd_ends(text) else text.split(b"</row>"))[:-1]


def _has_odd_ends(text: bytes) -> bool:
    """Tell whether rows may end in another way than nearly all programs write it: with a prefix or a space."""
    return b":row" in text or _ODD_END.search(text) is not None


def _blocks(chunks: Iterator[bytes], name: str, limits: Limits) -> Iterator[bytes]:
    """Yield texts that end with the end of a row; what follows the last one is dropped."""
    waiting, begun = b"", False
    for chunk in chunks:
        waiting += chunk
        end = _end_of_rows(waiting)
        if len(waiting) - end > limits.row_bytes or (not begun and _has_document_type(waiting)):
            raise Refusal("list.unreadable", name=name)
        if end:
            yield waiting[:end]
            waiting, begun = waiting[end:], True


def _has_document_type(text: bytes) -> bool:
    """Tell it of the beginning of a sheet: below its first element there is none."""
    return b"<!DOCTYPE" in text or b"<!ENTITY" in text


def _end_of_rows(text: bytes) -> int:
    """Return where the last row ends, 0 when none does."""
    end = text.rfind(b"</row>")
    if end >= 0:
        return end + len(b"</row>")
    return max((found.end() for found in _ROW_END.finditer(text)), default=0)


def check_size(rows: int, columns: int, name: str, limits: Limits) -> None:
    """Refuse a sheet whose last content lies beyond the limits; both count from 1."""
    if rows > limits.rows:
        raise Refusal("list.too_many_rows", name=name, limit=limits.rows)
    if columns > limits.columns:
        raise Refusal("list.too_many_columns", name=name, limit=limits.columns)
