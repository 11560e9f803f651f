"""QR codes on the pages of a scan or photo."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import zxingcpp
from PIL import Image

from desktop.documents.scans.kinds import PDF, kind_of
from desktop.documents.scans.limits import DEFAULT_LIMITS, ScanLimits
from desktop.documents.scans.pdf_safety import check_pdf
from desktop.documents.scans.refused import Refused
from desktop.documents.scans.sheets import open_sheets
from desktop.domain.approvals import ScanFault
from desktop.domain.errors import Refusal

_WIDTHS = (1600, 3200)
"""The code of a card is 2 cm wide: 150 of 1600 pixels of A4 are enough for a sharp one, a blurred one needs more."""
_MOST_PAGES = 40
_MOST_CODES = 20


def codes_of(
    path: Path, *, looked: Callable[[int, int], None] | None = None, limits: ScanLimits = DEFAULT_LIMITS
) -> tuple[str, ...]:
    """Return the texts of the QR codes in the first forty pages, each once, in order; () when there are none.

    `looked(pages done, pages)` is called between pages and may raise to stop. Raises Refusal: scan.file_missing,
    scan.not_what_it_says, scan.password, scan.unreadable, scan.too_large.
    """
    try:
        return tuple(_found(path, looked or _nobody, limits))
    except OSError:
        raise Refusal("scan.file_missing", name=path.name) from None
    except Refused as refused:
        raise Refusal("scan." + refused.fault.value, name=path.name) from None


def _found(path: Path, looked: Callable[[int, int], None], limits: ScanLimits) -> dict[str, None]:
    kind = kind_of(path)
    if kind is None:
        raise Refused(ScanFault.NOT_WHAT_IT_SAYS)
    if path.stat().st_size > limits.bytes:
        raise Refused(ScanFault.TOO_LARGE)
    if kind is PDF:
        check_pdf(path, limits)
    found: dict[str, None] = {}
    with open_sheets(path, kind, limits) as sheets:
        pages = min(len(sheets), _MOST_PAGES)
        for number in range(1, pages + 1):
            looked(number - 1, pages)
            found |= dict.fromkeys(_on_page(partial(sheets.picture, number)))
            if len(found) >= _MOST_CODES:
                break
    return found


def _on_page(drawn: Callable[[int], Image.Image]) -> list[str]:
    """Return the codes of a page, looked at coarsely first: most are found then."""
    for width in _WIDTHS:
        texts = list(_texts(drawn(width)))
        if texts:
            return texts
    return []


def _texts(picture: Image.Image) -> Iterator[str]:
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for code in zxingcpp.read_barcodes(picture.convert("L"), formats=formats, text_mode=zxingcpp.TextMode.Plain):
        if code.valid and code.text:
            yield code.text


def _nobody(_done: int, _pages: int) -> None:
    return None
