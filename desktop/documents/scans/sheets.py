"""The pages of a file as pictures, whatever kind of file it is."""

import contextlib
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from PIL import Image

from desktop.documents.scans.image_sheets import ImageSheets
from desktop.documents.scans.kinds import PDF, Kind
from desktop.documents.scans.limits import ScanLimits
from desktop.documents.scans.looks import PageLook
from desktop.documents.scans.pdf_sheets import PdfSheets

# a picture that Pillow only warns about is one we do not want to decode
warnings.simplefilter("error", Image.DecompressionBombWarning)


class Sheets(Protocol):
    """Pages numbered from 1. Every method raises Refused when a page cannot be read."""

    def __len__(self) -> int: ...

    def picture(self, number: int, width: int) -> Image.Image:
        """Return the page upright as its file says, `width` pixels wide, mode RGB."""
        ...

    def inches(self, number: int) -> tuple[float, float]:
        """Return width and height of the page upright, as on paper."""
        ...

    def look(self, number: int) -> PageLook:
        """Return the page as its checks see it."""
        ...


@contextlib.contextmanager
def open_sheets(path: Path, kind: Kind, limits: ScanLimits) -> Iterator[Sheets]:
    """Open the file for the time of the block; raises Refused."""
    sheets = PdfSheets(path, limits) if kind is PDF else ImageSheets(path, limits)
    with contextlib.closing(sheets):
        yield sheets
