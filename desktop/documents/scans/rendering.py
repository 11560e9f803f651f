"""Pages as pixels, for previews."""

from dataclasses import dataclass
from pathlib import Path

from desktop.documents.scans.kinds import PDF, Kind, kind_of
from desktop.documents.scans.limits import DEFAULT_LIMITS, ScanLimits
from desktop.documents.scans.pdf_safety import check_pdf
from desktop.documents.scans.refused import Refused
from desktop.documents.scans.sheets import open_sheets
from desktop.domain.approvals import ScanFault
from desktop.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as `width` x `height` pixels; `rgb` holds three bytes each, row by row from the top, no padding."""

    width: int
    height: int
    rgb: bytes


def render_page(path: Path, page: int, width_px: int, *, limits: ScanLimits = DEFAULT_LIMITS) -> RenderedPage:
    """Draw `page` (from 1) `width_px` wide; raises Refusal("scan.file_missing", "scan.page_unreadable")."""
    try:
        return _drawn(path, page, width_px, limits)
    except OSError:
        raise Refusal("scan.file_missing", name=path.name) from None
    except Refused:
        raise Refusal("scan.page_unreadable", name=path.name, page=page) from None


def count_pages(path: Path, *, limits: ScanLimits = DEFAULT_LIMITS) -> int:
    """Return how many pages `render_page` can draw; raises as it does."""
    try:
        return _counted(path, limits)
    except OSError:
        raise Refusal("scan.file_missing", name=path.name) from None
    except Refused:
        raise Refusal("scan.page_unreadable", name=path.name, page=1) from None


def _counted(path: Path, limits: ScanLimits) -> int:
    with open_sheets(path, _believed(path, limits), limits) as sheets:
        return len(sheets)


def render_print(path: Path, page: int, width_px: int) -> RenderedPage:
    """Draw a page (from 1) of a form that this program wrote itself, so many pages as it may have; as `render_page`."""
    try:
        with open_sheets(path, PDF, DEFAULT_LIMITS) as sheets:
            picture = sheets.picture(page, width_px)
            return RenderedPage(picture.width, picture.height, picture.tobytes())
    except OSError:
        raise Refusal("scan.file_missing", name=path.name) from None
    except Refused:
        raise Refusal("scan.page_unreadable", name=path.name, page=page) from None


def _drawn(path: Path, page: int, width_px: int, limits: ScanLimits) -> RenderedPage:
    with open_sheets(path, _believed(path, limits), limits) as sheets:
        if not 1 <= page <= len(sheets):
            raise Refused(ScanFault.UNREADABLE)
        picture = sheets.picture(page, width_px)
        return RenderedPage(picture.width, picture.height, picture.tobytes())


def _believed(path: Path, limits: ScanLimits) -> Kind:
    """Return what the file is, by its bytes, if it may be opened."""
    kind = kind_of(path)
    if kind is None:
        raise Refused(ScanFault.NOT_WHAT_IT_SAYS)
    if kind is PDF:
        check_pdf(path, limits)
    return kind
