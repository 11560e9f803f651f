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
from desktop.documents.scans.numbers import find_numbers
from desktop.documents.scans.picture_pages import packed_picture, pdf_of
from desktop.documents.scans.rendering import render_page
from desktop.domain.errors import Refusal
from desktop.domain.evidence import Rectangle
from desktop.system.resources import resource

MARK = "BẢN CHE"
_DPI = 170
_LONG_EDGE = 11.69
"""Inches of A4: so finely are pages drawn, whatever they were scanned on."""
_QUALITY = 80
_MARGIN = 0.002
"""Part of the page by which a box is drawn larger than it was marked: letters reach over their boxes."""
_BLACK, _RED = (0, 0, 0), (190, 0, 0)


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
    numbers: Sequence[str] = (),
    report: Report = lambda _done, _total: None,
) -> None:
    """Write the pages with their boxes to `target`, read it back and only then give it its name.

    `numbers` must not be found in it any more. `report` is called before each page and may raise to stop. Raises
    Refusal: redaction.nothing, redaction.number_left, scan.file_missing, scan.page_unreadable, `forms.*`.
    """
    if not pages:
        raise Refusal("redaction.nothing")

    def fill(path: Path) -> None:
        _write(pages, path, report)
        if find_numbers(path, numbers):
            raise Refusal("redaction.number_left", name=target.name)

    write_atomically(target, fill)


def _write(pages: Sequence[RedactedPage], path: Path, report: Report) -> None:
    with pikepdf.new() as whole, ExitStack() as opened:
        for done, page in enumerate(pages):
            report(done, len(pages))
            made = opened.enter_context(pdf_of(packed_picture(_marked(_hidden(page)), _QUALITY), _DPI))
            whole.pages.extend(made.pages)
        whole.save(path)
    report(len(pages), len(pages))


def _hidden(page: RedactedPage) -> Image.Image:
    """Return the page as a picture with its boxes painted over."""
    drawn = render_page(page.path, page.page, round(_LONG_EDGE * _DPI / 2**0.5))
    picture = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb)
    brush = ImageDraw.Draw(picture)
    for box in page.boxes:
        brush.rectangle(_pixels(box, picture), fill=_BLACK)
    return picture


def _pixels(box: Rectangle, picture: Image.Image) -> tuple[float, float, float, float]:
    width, height = picture.size
    more = _MARGIN * max(width, height)
    left, top = float(box.left) * width - more, float(box.top) * height - more
    return left, top, left + float(box.width) * width + 2 * more, top + float(box.height) * height + 2 * more


def _marked(picture: Image.Image) -> Image.Image:
    """Write on the picture that it is a copy with parts hidden."""
    font = ImageFont.truetype(str(resource("fonts", "Tinos-Bold.ttf")), max(picture.size) // 60)
    corner = (picture.width - font.size, font.size // 2)
    ImageDraw.Draw(picture).text(corner, MARK, fill=_RED, font=font, anchor="ra", stroke_width=3, stroke_fill="white")
    return picture
