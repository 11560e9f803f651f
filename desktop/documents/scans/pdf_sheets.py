"""PDF pages through PDFium, which must be called by one thread at a time."""

import threading
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from desktop.documents.scans.limits import ScanLimits
from desktop.documents.scans.refused import Refused
from desktop.domain.approvals import ScanFault

_PDFIUM = threading.RLock()
_POINTS_PER_INCH = 72
_NESTED_FORMS = 6
_SHARE_OF_A_SCAN = 0.5
"""A picture that covers less of its page is a stamp, a seal or a logo on a page of text."""


class PdfSheets:
    """The pages of a PDF."""

    def __init__(self, path: Path, limits: ScanLimits) -> None:
        self._limits = limits
        with _PDFIUM:
            try:
                self._pdf = pypdfium2.PdfDocument(path)
            except (pypdfium2.PdfiumError, OSError):
                raise Refused(ScanFault.UNREADABLE) from None

    def __len__(self) -> int:
        with _PDFIUM:
            return len(self._pdf)

    def close(self) -> None:
        """Let go of the file."""
        with _PDFIUM:
            self._pdf.close()

    def picture(self, number: int, width: int) -> Image.Image:
        """Return the page, turned as its /Rotate says, on white; raises Refused."""
        with _PDFIUM:
            page = self._page(number)
            try:
                return self._drawn(page, width)
            except (pypdfium2.PdfiumError, MemoryError):
                raise Refused(ScanFault.UNREADABLE) from None
            finally:
                page.close()

    def dpi(self, number: int) -> int | None:
        """Return the resolution of the picture that fills the page, None when none does."""
        with _PDFIUM:
            page = self._page(number)
            try:
                return _dpi_of_scan(page)
            except pypdfium2.PdfiumError:
                raise Refused(ScanFault.UNREADABLE) from None
            finally:
                page.close()

    def _page(self, number: int) -> pypdfium2.PdfPage:
        try:
            return self._pdf[number - 1]
        except (pypdfium2.PdfiumError, IndexError):
            raise Refused(ScanFault.UNREADABLE) from None

    def _drawn(self, page: pypdfium2.PdfPage, width: int) -> Image.Image:
        wide, high = page.get_size()
        if wide <= 0 or high <= 0:
            raise Refused(ScanFault.UNREADABLE)
        scale = width / wide
        if width * high * scale > self._limits.pixels:
            raise Refused(ScanFault.TOO_LARGE)
        bitmap = page.render(scale=scale)
        drawn: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        return drawn.resize((width, max(1, round(high * scale)))) if drawn.width != width else drawn


def _dpi_of_scan(page: pypdfium2.PdfPage) -> int | None:
    """The coarser of the resolutions across and down of the largest picture on the page."""
    wide, high = page.get_size()
    largest_share, dpi = 0.0, None
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_NESTED_FORMS):
        across, down = picture.get_px_size()
        metadata = picture.get_metadata()
        if metadata.horizontal_dpi <= 0 or metadata.vertical_dpi <= 0:
            continue
        area = (across / metadata.horizontal_dpi) * (down / metadata.vertical_dpi) * _POINTS_PER_INCH**2
        if area / (wide * high) > largest_share:
            largest_share = area / (wide * high)
            dpi = round(min(metadata.horizontal_dpi, metadata.vertical_dpi))
    return dpi if largest_share >= _SHARE_OF_A_SCAN else None
