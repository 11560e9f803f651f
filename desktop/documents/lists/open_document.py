"""A look at an OpenDocument table before it is loaded: its size, and what the reader does not tell.

That is where cells are merged and which rows and columns are hidden.
"""

import re
from collections.abc import Iterator

from desktop.documents.lists.containers import inflate, zip_entries
from desktop.documents.lists.limits import Limits
from desktop.documents.lists.prescan import BookScan, SheetScan, check_size, check_unpacked
from desktop.domain.errors import Refusal

_TAG = re.compile(rb"<table:(table|table-column|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_ATTRIBUTE = re.compile(rb"table:([\w-]+)=\"([^\"]*)\"")
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated=\"(\d+)\"")
_NOT_SHOWN = {b"collapse", b"filter"}


def scan_ods(content: bytes, name: str, limits: Limits) -> BookScan:
    """Refuse an OpenDocument table in which a row or cell with content is repeated beyond the limits."""
    entries = zip_entries(content, name, limits)
    if "content.xml" not in entries:
        raise Refusal("list.unreadable", name=name)
    rows = 0
    walk = _TableWalk(limits)
    for segment in _rows(inflate(content, entries["content.xml"], name), name, limits):
        walk.feed(segment)
        if b"<text:p" in segment or b"office:value" in segment:
            start = segment.rfind(b"<table:table-row")
            repeats = [int(each) for each in _REPEATED.findall(segment[start:])]
            rows += max([1, *repeats]) if b"number-rows-repeated" in segment[start:] else 1
            check_size(rows, 0, name, limits)
    check_unpacked(entries, name, limits)
    return BookScan(tuple(walk.sheets))


def _rows(chunks: Iterator[bytes], name: str, limits: Limits) -> Iterator[bytes]:
    """Yield the text between the ends of rows; what follows the last one is dropped."""
    waiting = b""
    for chunk in chunks:
        pieces = (waiting + chunk).split(b"</table:table-row>")
        if len(pieces[-1]) > limits.row_bytes or b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
            raise Refusal("list.unreadable", name=name)
        yield from pieces[:-1]
        waiting = pieces[-1]


class _TableWalk:
    """Goes through the tags of content.xml in order; `sheets` has one scan for each table met."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[SheetScan] = []
        self._limits = limits
        self._row = self._next_row = self._column = 0

    def feed(self, segment: bytes) -> None:
        """Take the next piece, cut between rows."""
        for kind, inside in _TAG.findall(segment):
            attributes = dict(_ATTRIBUTE.findall(inside))
            if kind == b"table":
                self.sheets.append(SheetScan())
                self._row = self._next_row = self._column = 0
            elif self.sheets:
                self._within(kind, attributes, self.sheets[-1])

    def _within(self, kind: bytes, attributes: dict[bytes, bytes], scan: SheetScan) -> None:
        hidden = attributes.get(b"visibility") in _NOT_SHOWN
        if kind == b"table-column":
            until = self._column + _number(attributes, b"number-columns-repeated")
            scan.hidden_columns |= set(range(self._column, min(until, self._limits.columns))) if hidden else set()
            self._column = until
        elif kind == b"table-row":
            self._row, self._column = self._next_row, 0
            self._next_row += _number(attributes, b"number-rows-repeated")
            scan.hidden_rows |= set(range(self._row, min(self._next_row, self._limits.rows))) if hidden else set()
        else:
            down, across = _number(attributes, b"number-rows-spanned"), _number(attributes, b"number-columns-spanned")
            if (down, across) != (1, 1) and self._row < self._limits.rows and self._column < self._limits.columns:
                corner = (self._row + down - 1, self._column + across - 1)
                scan.merges.append(((self._row, self._column), corner))
            self._column += _number(attributes, b"number-columns-repeated")


def _number(attributes: dict[bytes, bytes], name: bytes) -> int:
    text = attributes.get(name, b"1")
    return max(1, int(text)) if text.isdigit() and len(text) < 10 else 1
