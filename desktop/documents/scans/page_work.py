"""A new PDF out of pages of scans: joined, split, put in another order, turned, straightened.

Pages of PDFs and pictures go over as they are; only a page that is straightened is drawn anew.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops

from desktop.documents.scans.kinds import PDF, Kind, kind_of
from desktop.documents.scans.limits import DEFAULT_LIMITS, ScanLimits
from desktop.documents.scans.pdf_safety import check_pdf
from desktop.documents.scans.picture_pages import packed_picture, page_of_picture, pdf_of
from desktop.documents.scans.refused import Refused
from desktop.documents.scans.sheets import Sheets, open_sheets
from desktop.documents.scans.skew import slant_of, straightened
from desktop.domain.approvals import ScanFault
from desktop.domain.errors import Refusal

_DPI_OF_DRAWINGS = 200
"""For a page that is text or drawing and no scan."""
_FINEST = 300
_QUALITY = 85
_COLOURLESS = 24
"""Of 255: how far the channels of a grey page may lie apart (paper yellows, lamps tint)."""
Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class PageTake:
    """A page (from 1) of a file, and how it is to lie: `turned` clockwise by 0, 90, 180, 270, as seen now.

    `slant` is by how many degrees it is then turned anticlockwise to be straight; 0.0 leaves it as it was scanned.
    """

    path: Path
    page: int
    turned: int = 0
    slant: float = 0.0


def write_pages(
    takes: Sequence[PageTake],
    target: Path,
    *,
    report: Report = lambda _done, _total: None,
    limits: ScanLimits = DEFAULT_LIMITS,
) -> None:
    """Write the pages in this order to `target`; raises Refusal("scan.page_unreadable", "pages.none").

    `report` is called before each page and may raise to stop; then nothing is left at `target`.
    """
    if not takes:
        raise Refusal("pages.none")
    with ExitStack() as opened, pikepdf.new() as whole:
        sources = _Sources(opened, limits)
        for done, take in enumerate(takes):
            report(done, len(takes))
            _append(whole, take, sources)
        whole.remove_unreferenced_resources()
        whole.save(target, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    report(len(takes), len(takes))


def measure_slant(path: Path, page: int, turned: int = 0, *, limits: ScanLimits = DEFAULT_LIMITS) -> float:
    """Return by how many degrees anticlockwise a page (from 1) must go to lie straight, once it is `turned`.

    Raises Refusal("scan.page_unreadable").
    """
    try:
        with open_sheets(path, _kind(path), limits) as sheets:
            return slant_of(_turned(sheets.look(page).grey, turned))
    except (Refused, OSError):
        raise Refusal("scan.page_unreadable", name=path.name, page=page) from None


def draw_page(take: PageTake, width_px: int, *, limits: ScanLimits = DEFAULT_LIMITS) -> Image.Image:
    """Draw a page as it will lie, `width_px` wide; raises Refusal("scan.page_unreadable")."""
    try:
        with open_sheets(take.path, _kind(take.path), limits) as sheets:
            return _lying(sheets, take, width_px)
    except (Refused, OSError):
        raise Refusal("scan.page_unreadable", name=take.path.name, page=take.page) from None


def is_signed(path: Path) -> bool:
    """Say whether a PDF bears a signature: any change would break it. Other kinds of file and broken ones bear none."""
    try:
        with pikepdf.open(path) as pdf:
            return any(_signs(each) for each in pdf.objects)
    except (pikepdf.PdfError, OSError, ValueError):
        return False


def _signs(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and "/ByteRange" in each and "/Contents" in each


class _Sources:
    """The PDFs that pages are taken from, each opened once."""

    def __init__(self, opened: ExitStack, limits: ScanLimits) -> None:
        self._opened = opened
        self.limits = limits
        self._known: dict[Path, pikepdf.Pdf] = {}

    def pdf(self, path: Path) -> pikepdf.Pdf:
        if path not in self._known:
            check_pdf(path, self.limits)
            self._known[path] = self._opened.enter_context(pikepdf.open(path))
        return self._known[path]

    def keep(self, pdf: pikepdf.Pdf) -> pikepdf.Pdf:
        """Hold a PDF made here until all is written: its pages are copied only then."""
        return self._opened.enter_context(pdf)


def _append(whole: pikepdf.Pdf, take: PageTake, sources: _Sources) -> None:
    try:
        whole.pages.extend(_pages_of(take, sources))
    except (Refused, pikepdf.PdfError, OSError, IndexError):
        raise Refusal("scan.page_unreadable", name=take.path.name, page=take.page) from None
    if take.turned and not take.slant:
        whole.pages[-1].rotate(take.turned, relative=True)


def _pages_of(take: PageTake, sources: _Sources) -> Iterator[pikepdf.Page]:
    if take.slant:
        yield sources.keep(_drawn_anew(take, sources.limits)).pages[0]
    elif _kind(take.path) is PDF:
        yield sources.pdf(take.path).pages[take.page - 1]
    else:
        yield sources.keep(page_of_picture(take.path, take.page, sources.limits)).pages[0]


def _drawn_anew(take: PageTake, limits: ScanLimits) -> pikepdf.Pdf:
    with open_sheets(take.path, _kind(take.path), limits) as sheets:
        dpi = min(sheets.look(take.page).dpi or _DPI_OF_DRAWINGS, _FINEST)
        picture = _lying(sheets, take, round(_inches_wide(sheets, take) * dpi))
    return pdf_of(packed_picture(_without_colour(picture), _QUALITY), dpi)


def _lying(sheets: Sheets, take: PageTake, width: int) -> Image.Image:
    """Draw the page turned and straightened, `width` pixels wide as it then lies."""
    wide, high = sheets.inches(take.page)
    drawn = sheets.picture(take.page, max(1, round(width * wide / high)) if _sideways(take) else width)
    lying = _turned(drawn, take.turned)
    if lying.width != width:
        lying = lying.resize((width, max(1, round(lying.height * width / lying.width))))
    return straightened(lying, take.slant) if take.slant else lying


def _inches_wide(sheets: Sheets, take: PageTake) -> float:
    wide, high = sheets.inches(take.page)
    return high if _sideways(take) else wide


def _sideways(take: PageTake) -> bool:
    return take.turned % 180 != 0


def _turned(picture: Image.Image, clockwise: int) -> Image.Image:
    turns = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    return picture.transpose(turns[clockwise % 360]) if clockwise % 360 else picture


def _without_colour(picture: Image.Image) -> Image.Image:
    """Return a page that is grey all over as grey: a third of the pixels' values, and smaller when packed."""
    small = picture.resize((200, 280), Image.Resampling.BOX)
    red, green, blue = small.split()
    apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    coloured = any(apart.histogram()[_COLOURLESS + 1 :])
    return picture if coloured else picture.convert("L")


def _kind(path: Path) -> Kind:
    kind = kind_of(path)
    if kind is None:
        raise Refused(ScanFault.NOT_WHAT_IT_SAYS)
    return kind
