"""PDF pages through PDFium, which must be called by one thread at a time."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from desktop.documents.scans.limits import ScanLimits
from desktop.documents.scans.looks import LOOK_SIDE, PageLook
from desktop.documents.scans.pdf_pictures import dpi_of_scan
from desktop.documents.scans.refused import Refused
from desktop.domain.approvals import ScanFault

_POINTS_PER_INCH = 72
PDFIUM = threading.RLock()


class PdfSheets:
    """The pages of a PDF, with the fields of its forms: signatures are drawn in such fields."""

    def __init__(self, path: Path, limits: ScanLimits) -> None:
        self._limits = limits
        with PDFIUM:
            try:
                self._pdf = pypdfium2.PdfDocument(path)
                if self._pdf.get_formtype() != pdfium.FORMTYPE_NONE:
                    self._pdf.init_forms()
            except (pypdfium2.PdfiumError, OSError):
                raise Refused(ScanFault.UNREADABLE) from None

    def __len__(self) -> int:
        with PDFIUM:
            return len(self._pdf)

    def close(self) -> None:
        """Let go of the file."""
        with PDFIUM:
            self._pdf.close()

    def picture(self, number: int, width: int) -> Image.Image:
        """Return the page, turned as its /Rotate says, on white; raises Refused."""
        with self._page(number) as page:
            scale = width / page.get_width()
            drawn = self._drawn(page, scale).convert("RGB")
            height = max(1, round(page.get_height() * scale))
            return drawn.resize((width, height)) if drawn.width != width else drawn

    def inches(self, number: int) -> tuple[float, float]:
        """Return width and height of the page, turned as its /Rotate says; raises Refused."""
        with self._page(number) as page:
            wide, high = page.get_size()
            return wide / _POINTS_PER_INCH, high / _POINTS_PER_INCH

    def look(self, number: int) -> PageLook:
        """Return the page in grey and the resolution of its scan; raises Refused."""
        with self._page(number) as page:
            self._check_drawing(page, LOOK_SIDE / min(page.get_size()))
            grey = self._drawn(page, LOOK_SIDE / max(page.get_size()), grey=True).convert("L")
            return PageLook(grey, dpi_of_scan(page))

    @contextmanager
    def _page(self, number: int) -> Iterator[pypdfium2.PdfPage]:
        with PDFIUM:
            try:
                with closing(self._pdf[number - 1]) as page:
                    if min(page.get_size()) <= 0:
                        raise Refused(ScanFault.UNREADABLE)
                    yield page
            except (pypdfium2.PdfiumError, IndexError, MemoryError):
                raise Refused(ScanFault.UNREADABLE) from None

    def _drawn(self, page: pypdfium2.PdfPage, scale: float, *, grey: bool = False) -> Image.Image:
        self._check_drawing(page, scale)
        with closing(page.render(scale=scale, grayscale=grey)) as bitmap:
            drawn: Image.Image = bitmap.to_pil().copy()
        return drawn

    def _check_drawing(self, page: pypdfium2.PdfPage, scale: float) -> None:
        if page.get_width() * page.get_height() * scale**2 > self._limits.pixels:
            raise Refused(ScanFault.TOO_LARGE)
