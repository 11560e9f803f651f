"""Where numbers stand in the text of a PDF: known ones, whatever spaces and dots are between their digits."""

import ctypes
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.documents.scans.kinds import PDF, kind_of
from desktop.documents.scans.pdf_sheets import PDFIUM
from desktop.domain.errors import Refusal
from desktop.domain.evidence import GRAIN, Rectangle, share

_SHORTEST = 6
"""Numbers shorter than this are not looked for: they would be found everywhere."""

_SCANT = 40
"""A page with fewer letters and digits is a picture: programs of telephones write their name below each scan."""


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number that stands on a page (from 1), and where."""

    page: int
    place: Rectangle


def find_numbers(path: Path, numbers: Collection[str]) -> tuple[FoundNumber, ...]:
    """Return every place of these numbers in the text of a PDF; nothing for pictures, which have none.

    Raises Refusal("scan.page_unreadable").
    """
    wanted = {plain for plain in (_plain(each) for each in numbers) if len(plain) >= _SHORTEST}
    if not wanted or kind_of(path) is not PDF:
        return ()
    with PDFIUM:
        try:
            with closing(pypdfium2.PdfDocument(path)) as pdf:
                return tuple(each for number in range(len(pdf)) for each in _on_page(pdf, number, wanted))
        except pypdfium2.PdfiumError:
            raise Refusal("scan.page_unreadable", name=path.name, page=1) from None


def pages_without_text(path: Path, pages: int) -> tuple[int, ...]:
    """Return which of the pages (from 1) are pictures, in which no number can be found; all of what is no PDF.

    Raises Refusal("scan.page_unreadable").
    """
    if kind_of(path) is not PDF:
        return tuple(range(1, pages + 1))
    with PDFIUM:
        try:
            with closing(pypdfium2.PdfDocument(path)) as pdf:
                return tuple(number for number in range(1, len(pdf) + 1) if _is_picture(pdf, number))
        except pypdfium2.PdfiumError:
            raise Refusal("scan.page_unreadable", name=path.name, page=1) from None


def _is_picture(pdf: pypdfium2.PdfDocument, number: int) -> bool:
    with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as text:
        return len(list(islice(_letters(text), _SCANT))) < _SCANT


def _plain(text: str) -> str:
    """Return letters and digits alone, in capitals."""
    return "".join(each for each in text.upper() if each.isalnum())


def _on_page(pdf: pypdfium2.PdfDocument, number: int, wanted: Collection[str]) -> Iterator[FoundNumber]:
    with closing(pdf[number]) as page, closing(page.get_textpage()) as text:
        letters = [(chr(code), place) for place, code in _letters(text)]
        said = "".join(letter for letter, _ in letters)
        for each in wanted:
            start = said.find(each)
            while start >= 0:
                places = [place for _, place in letters[start : start + len(each)]]
                for line in _lines([text.get_charbox(place, loose=True) for place in places]):
                    yield FoundNumber(number + 1, _place(page, line))
                start = said.find(each, start + 1)


def _letters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, int]]:
    """Yield the places of letters and digits in the text of a page with their codes, in capitals."""
    for place in range(text.count_chars()):
        upper = chr(pdfium.FPDFText_GetUnicode(text, place)).upper()
        if len(upper) == 1 and upper.isalnum():
            yield place, ord(upper)


_Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page before it is turned."""


def _lines(boxes: list[_Box]) -> Iterator[_Box]:
    """Put the boxes of letters that lie in one line together."""
    line = boxes[0]
    for box in boxes[1:]:
        if box[1] < line[3] and line[1] < box[3]:
            line = (min(line[0], box[0]), min(line[1], box[1]), max(line[2], box[2]), max(line[3], box[3]))
        else:
            yield line
            line = box
    yield line


def _place(page: pypdfium2.PdfPage, box: _Box) -> Rectangle:
    """Return where a box of the page is once it is turned as its /Rotate says, inside the page."""
    corners = [_seen(page, x, y) for x, y in ((box[0], box[1]), (box[2], box[3]))]
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    left, top, right, bottom = (share(each / GRAIN) for each in (across[0], down[0], across[1], down[1]))
    grain = share(1 / GRAIN)
    left, top = min(left, 1 - grain), min(top, 1 - grain)
    return Rectangle(left, top, max(right - left, grain), max(bottom - top, grain))


def _seen(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, GRAIN, GRAIN, 0, x, y, across, down)
    return across.value, down.value
