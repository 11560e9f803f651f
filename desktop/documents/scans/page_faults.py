"""What is wrong with one page (checks HS03 to HS05)."""

from collections.abc import Iterator

from PIL import Image

from desktop.documents.scans.ink import WORKING_WIDTH, ink_of, share_of_ink, without_rules
from desktop.documents.scans.limits import ScanLimits
from desktop.documents.scans.orientation import degrees_turned
from desktop.documents.scans.sheets import Sheets
from desktop.domain.approvals import ScanFault, ScanFlag

_NEARLY_BLANK = 0.0003
"""A page that holds only its page number has 0.0001 of ink, one that holds only a signature 0.001."""


def page_flags(sheets: Sheets, number: int, limits: ScanLimits) -> Iterator[ScanFlag]:
    """Yield the page's faults; raises Refused when the page cannot be read."""
    ink = ink_of(_working_picture(sheets, number))
    if share_of_ink(ink) < _NEARLY_BLANK:
        yield ScanFlag(ScanFault.BLANK_PAGE, number)
        return
    dpi = sheets.dpi(number)
    if dpi is not None and dpi < limits.least_dpi:
        yield ScanFlag(ScanFault.LOW_RESOLUTION, number, dpi)
    turned = degrees_turned(without_rules(ink))
    if turned:
        yield ScanFlag(ScanFault.UPSIDE_DOWN if turned == 180 else ScanFault.ROTATED, number, turned)


def _working_picture(sheets: Sheets, number: int) -> Image.Image:
    """The page with its short edge WORKING_WIDTH long, so that type is of one size on pages that lie and stand."""
    picture = sheets.picture(number, WORKING_WIDTH)
    if picture.width <= picture.height:
        return picture
    return sheets.picture(number, WORKING_WIDTH * picture.width // picture.height)
