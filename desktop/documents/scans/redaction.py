"""A copy of scans in which places are hidden for good: pages become pictures, and nothing lies under a box.

Every page is flattened, also one without a box: pages of one PDF often share what they are drawn with, so that a page
taken over as it is could bring the hidden page's picture along.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw, ImageFont

from desktop.documents.forms.files import write_atomically
from desktop.documents.scans.kinds import PDF
from desktop.documents.scans.limits import DEFAULT_LIMITS
from desktop.documents.scans.picture_pages import packed_picture, pdf_of
from desktop.documents.scans.refused import Refused
from desktop.documents.scans.rendering import render_page
from desktop.documents.scans.sheets import open_sheets
from desktop.domain.errors import Refusal
from desktop.domain.evidence import Rectangle
from desktop.system.resources import resource

MARK = "BẢN CHE"
_DPI = 170
_LONG_EDGE = 11.69
"""Inches of A4: so finely are pages drawn, whatever they were scanned on."""
_WIDTH = round(_LONG_EDGE * _DPI / 2**0.5)
"""Pixels across a page."""
_QUALITY = 80
_MARGIN = 0.002
"""Part of the page by which a box is drawn larger than it was marked: letters reach over their boxes."""
_BLACK, _RED = (0, 0, 0), (190, 0, 0)
_DARK = 64
"""No point under a box is brighter, of 255: so far does packing let the paper beside a box shine into it."""


@dataclass(frozen=True, slots=True)
class RedactedPage:
    """A page (from 1) of a file, and what is hidden on it."""

    path: Path
    page: int
    boxes: tuple[Rectangle, ...] = ()


Report = Callable[[int, int], object]


def write_redacted(
    pages: Sequence[RedactedPage],
    target: Path,
    *,
    report: Report = lambda _done, _total: None,
) -> None:
    """Write the pages with their boxes to `target`, look at it again and only then give it its name.

    Every box must be black in what was written. `report` is called before each page and may raise to stop. Raises
    Refusal: redaction.nothing, redaction.box_open, scan.file_missing, scan.page_unreadable, `forms.*`.
    """
    if not pages:
        raise Refusal("redaction.nothing")

    def fill(path: Path) -> None:
        _write(pages, path, report)
        left = open_boxes(path, pages, report)
        if left:
            raise Refusal("redaction.box_open", name=target.name, pages=", ".join(map(str, left)))

    write_atomically(target, fill)


def _write(pages: Sequence[RedactedPage], path: Path, report: Report) -> None:
    with pikepdf.new() as whole, ExitStack() as opened:
        for done, page in enumerate(pages):
            report(done, len(pages))
            made = opened.enter_context(pdf_of(packed_picture(_redacted(page), _QUALITY), _DPI))
            whole.pages.extend(made.pages)
        whole.save(path)
    report(len(pages), len(pages))


def open_boxes(
    written: Path, pages: Sequence[RedactedPage], report: Report = lambda _done, _total: None
) -> tuple[int, ...]:
    """Return the pages (from 1) of a copy on which a place is not black that these pages ask to hide.

    The copy is drawn anew, as whoever gets it will see it: what was meant to be painted does not count. Raises
    Refusal("scan.page_unreadable").
    """
    found, number = [], 1
    try:
        with open_sheets(written, PDF, DEFAULT_LIMITS) as sheets:
            for number, page in enumerate(pages, 1):
                report(len(pages), len(pages))
                if page.boxes and _shows(sheets.picture(number, _WIDTH), page.boxes):
                    found.append(number)
    except Refused:
        raise Refusal("scan.page_unreadable", name=written.name, page=number) from None
    return tuple(found)


def _shows(picture: Image.Image, boxes: Sequence[Rectangle]) -> bool:
    """Tell whether anything in one of the places is brighter than black is once it was packed."""
    grey = picture.convert("L")  # the colour of a stamp beside a box reaches further into it than its brightness
    return any(any(grey.crop(_within(each, grey)).histogram()[_DARK + 1 :]) for each in boxes)


def _within(box: Rectangle, picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the whole points that the place covers, at least one."""
    left = min(int(box.left * picture.width), picture.width - 1)
    top = min(int(box.top * picture.height), picture.height - 1)
    right, bottom = int((box.left + box.width) * picture.width), int((box.top + box.height) * picture.height)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _redacted(page: RedactedPage) -> Image.Image:
    """Return the page as a picture: marked as a copy, then with its boxes painted over all that is on it."""
    drawn = render_page(page.path, page.page, _WIDTH)
    picture = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb)
    boxes = [_pixels(box, picture) for box in page.boxes]
    _mark(picture, boxes)
    brush = ImageDraw.Draw(picture)
    for box in boxes:
        brush.rectangle(box, fill=_BLACK)
    return picture


_Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


def _pixels(box: Rectangle, picture: Image.Image) -> _Box:
    width, height = picture.size
    more = _MARGIN * max(width, height)
    left, top = float(box.left) * width - more, float(box.top) * height - more
    return left, top, left + float(box.width) * width + 2 * more, top + float(box.height) * height + 2 * more


def _mark(picture: Image.Image, boxes: Sequence[_Box]) -> None:
    """Write on the picture that it is a copy with parts hidden, at the first corner that no box covers."""
    font = ImageFont.truetype(str(resource("fonts", "Tinos-Bold.ttf")), max(picture.size) // 60)
    brush, away = ImageDraw.Draw(picture), font.size
    corners: list[tuple[tuple[float, float], str]] = [
        ((picture.width - away, away // 2), "ra"),
        ((away, away // 2), "la"),
        ((picture.width - away, picture.height - away // 2), "rd"),
        ((away, picture.height - away // 2), "ld"),
    ]
    places = [brush.textbbox(at, MARK, font=font, anchor=anchor, stroke_width=3) for at, anchor in corners]
    free = (corner for corner, place in zip(corners, places, strict=True) if not any(_meet(place, b) for b in boxes))
    at, anchor = next(free, corners[0])
    brush.text(at, MARK, fill=_RED, font=font, anchor=anchor, stroke_width=3, stroke_fill="white")


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
