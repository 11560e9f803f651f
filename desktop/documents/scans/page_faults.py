"""What is wrong with one page (checks HS03 to HS05)."""

from collections.abc import Iterator

from desktop.documents.scans.ink import ink_of, is_blank
from desktop.documents.scans.limits import ScanLimits
from desktop.documents.scans.looks import PageLook
from desktop.documents.scans.orientation import degrees_turned
from desktop.documents.scans.sharpness import is_blurred
from desktop.domain.approvals import ScanFault, ScanFlag


def page_flags(look: PageLook, number: int, limits: ScanLimits) -> Iterator[ScanFlag]:
    """Yield the faults of a page (from 1): blank, coarse or blurred, upside down or lying on its side."""
    ink = ink_of(look.grey)
    if is_blank(ink):
        yield ScanFlag(ScanFault.BLANK_PAGE, number)
        return
    if look.dpi is not None and look.dpi < limits.least_dpi - limits.dpi_tolerance:
        yield ScanFlag(ScanFault.LOW_RESOLUTION, number, look.dpi)
    elif is_blurred(look.grey, ink):  # a coarse page is scanned anew either way
        yield ScanFlag(ScanFault.BLURRED, number)
    turned = degrees_turned(ink)
    if turned:
        yield ScanFlag(ScanFault.UPSIDE_DOWN if turned == 180 else ScanFault.ROTATED, number, turned)
