"""A look at the cells of an .xls before it is loaded: the reader reserves memory for any extent that they state.

An .xls is a compound file, sectors chained by a table ([MS-CFB] 2.2 to 2.6), whose stream Workbook is a row of
records, each with a 16-bit type and a 16-bit length ([MS-XLS] 2.1.4).
"""

import struct
from collections.abc import Iterator

from desktop.documents.lists.limits import Limits
from desktop.documents.lists.prescan import BookScan, SheetScan, check_size
from desktop.domain.errors import Refusal

_LAST_SECTOR = 0xFFFFFFFA
_SMALLEST_STREAM = 4096
"""Shorter streams lie in the stream of short ones, in sectors of 64 bytes ([MS-CFB] 2.4)."""
_SHORT_SECTOR = 64
_STREAMS = ("Workbook", "Book")
_START_OF_SHEET = 0x0809
_END = 0x000A
_ROW = 0x0208
_ROW_HIDDEN = 0x20
_COLUMNS = 0x007D
_DIMENSIONS = 0x0200
_SHARED_TEXTS = 0x00FC
_CELLS = frozenset({0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records that begin with a row and a column: formula, numbers, blanks, texts, flags."""


def scan_xls(content: bytes, name: str, limits: Limits) -> BookScan:
    """Refuse a broken compound file and cells beyond the limits.

    Raises Refusal list.unreadable, list.too_many_rows, list.too_many_columns.
    """
    try:
        first_row: int | None = None
        sheets = _Sheets()
        for kind, body in _records(_workbook_stream(content)):
            _check_record(kind, body, name, limits)
            first_row = _check_order(kind, body, first_row)
            sheets.note(kind, body, limits)
    except (struct.error, IndexError, ValueError):
        raise Refusal("list.unreadable", name=name) from None
    return BookScan(tuple(sheets.found))


class _Sheets:
    """What rows and columns the sheets hide, in their order; a chart inside a sheet is no sheet of its own."""

    def __init__(self) -> None:
        self.found: list[SheetScan] = []
        self._globals_seen = False
        self._depth = 0

    def note(self, kind: int, body: bytes, limits: Limits) -> None:
        """Take the next record of the stream."""
        if kind == _START_OF_SHEET:
            if self._depth == 0 and self._globals_seen:
                self.found.append(SheetScan())
            self._globals_seen = True
            self._depth += 1
        elif kind == _END:
            self._depth = max(0, self._depth - 1)
        elif self.found and self._depth == 1:
            _note_hidden(kind, body, self.found[-1], limits)


def _note_hidden(kind: int, body: bytes, scan: SheetScan, limits: Limits) -> None:
    if kind == _ROW and len(body) >= 14 and struct.unpack_from("<H", body, 12)[0] & _ROW_HIDDEN:
        scan.hidden_rows.add(struct.unpack_from("<H", body)[0])
    elif kind == _COLUMNS and len(body) >= 10 and struct.unpack_from("<H", body, 8)[0] & 1:
        first, last = struct.unpack_from("<HH", body)
        scan.hidden_columns |= set(range(first, min(last + 1, limits.columns)))


def _check_record(kind: int, body: bytes, name: str, limits: Limits) -> None:
    if kind in _CELLS and len(body) >= 4:
        row, column = struct.unpack_from("<HH", body)
        check_size(row + 1, column + 1, name, limits)
    elif kind == _DIMENSIONS and len(body) >= 14:
        top, bottom, left, right = struct.unpack_from("<IIHH", body)
        if not (top <= bottom <= 1 << 16 and left <= right <= 1 << 8):
            raise Refusal("list.unreadable", name=name)
    elif kind == _SHARED_TEXTS and len(body) >= 8 and struct.unpack_from("<I", body, 4)[0] > limits.file_bytes:
        raise Refusal("list.unreadable", name=name)


def _check_order(kind: int, body: bytes, first_row: int | None) -> int | None:
    """Return the first row of the sheet so far; the reader takes the distance to the last one unsigned."""
    if kind == _START_OF_SHEET:
        return None
    if kind not in _CELLS or len(body) < 4:
        return first_row
    row = int(struct.unpack_from("<H", body)[0])
    if first_row is not None and row < first_row:
        raise ValueError
    return row if first_row is None else first_row


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _workbook_stream(content: bytes) -> bytes:
    size = 1 << min(struct.unpack_from("<H", content, 30)[0], 16)
    table = _sector_table(content, size)
    directory = _chain(content, struct.unpack_from("<I", content, 48)[0], size, table)
    found: tuple[int, int] | None = None
    for place in range(0, len(directory) - 127, 128):
        first, length = struct.unpack_from("<IQ", directory, place + 116)
        if length > len(content):
            raise ValueError
        if _entry_name(directory, place) in _STREAMS and found is None:
            found = first, length
    if found is None:
        raise ValueError
    first, length = found
    if length < _SMALLEST_STREAM:
        return _short_stream(content, directory, first, size, table)[:length]
    return _chain(content, first, size, table)[:length]


def _short_stream(content: bytes, directory: bytes, first: int, size: int, table: list[int]) -> bytes:
    """Return a stream that lies among the short ones, which the first entry of the directory leads to."""
    short_ones = _chain(content, struct.unpack_from("<I", directory, 116)[0], size, table)
    followers = _chain(content, struct.unpack_from("<I", content, 60)[0], size, table)
    places = list(struct.unpack(f"<{len(followers) // 4}I", followers))
    parts: list[bytes] = []
    sector = first
    while sector < _LAST_SECTOR:
        if len(parts) > len(places):
            raise ValueError
        parts.append(short_ones[sector * _SHORT_SECTOR : (sector + 1) * _SHORT_SECTOR])
        sector = places[sector]
    return b"".join(parts)


def _entry_name(directory: bytes, place: int) -> str:
    size = min(struct.unpack_from("<H", directory, place + 64)[0], 64)
    return directory[place : place + max(size - 2, 0)].decode("utf-16-le", "replace")


def _sector_table(content: bytes, size: int) -> list[int]:
    """Return, for each sector, the next one of its chain."""
    places = list(struct.unpack_from("<109I", content, 76))
    following, count = struct.unpack_from("<II", content, 68)
    per_sector = size // 4
    for _ in range(min(count, len(content) // size)):
        entries = struct.unpack_from(f"<{per_sector}I", content, (following + 1) * size)
        places += entries[:-1]
        following = entries[-1]
    table: list[int] = []
    for place in places:
        if place < _LAST_SECTOR:
            table += struct.unpack_from(f"<{per_sector}I", content, (place + 1) * size)
    return table


def _chain(content: bytes, first: int, size: int, table: list[int]) -> bytes:
    parts: list[bytes] = []
    sector = first
    while sector < _LAST_SECTOR:
        if len(parts) > len(content) // size:
            raise ValueError
        parts.append(content[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(parts)
