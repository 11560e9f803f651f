"""How finely a PDF page was scanned, told by the pictures on it; to be called under the lock of PDFium."""

import math
from dataclasses import dataclass
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

_POINTS_PER_INCH = 72
_NESTED_FORMS = 6
_MOST_PICTURES = 10_000
_SHARE_OF_A_SCAN = 0.5
"""Pictures that together cover less of their page are stamps, seals or logos on a page of text."""
_SHARE_OF_A_STAMP = 0.02


@dataclass(frozen=True, slots=True)
class _Part:
    """A picture on a page: the share of the page that it covers, and its dots per inch there."""

    share: float
    dpi: float


def dpi_of_scan(page: pypdfium2.PdfPage) -> int | None:
    """Return the resolution of the pictures that fill the page, None when none do.

    A scanner may cut a page into strips, or lay fine letters over a coarse ground: the finest large one counts.
    """
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_NESTED_FORMS)
    area = page.get_width() * page.get_height()
    parts = [_part(each, area) for each in islice(pictures, _MOST_PICTURES)]
    if sum(part.share for part in parts) < _SHARE_OF_A_SCAN:
        return None
    return round(max((part.dpi for part in parts if part.share >= _SHARE_OF_A_STAMP), default=0)) or None


def _part(picture: pypdfium2.PdfImage, area: float) -> _Part:
    """Measure a picture where it stands; the coarser of the resolutions across and down counts."""
    across, down = picture.get_px_size()
    matrix, form = picture.get_matrix(), picture.container
    while form is not None:
        matrix, form = matrix.multiply(form.get_matrix()), form.container
    wide, high = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    if not wide or not high:
        return _Part(0, 0)
    return _Part(wide * high / area, _POINTS_PER_INCH * min(across / wide, down / high))
