"""The first look at a handed-in file: is it what it says, can it be read, which pages need another scan."""

from dataclasses import dataclass
from pathlib import Path

from desktop.documents.scans.kinds import PDF, Kind, kind_of, name_fits
from desktop.documents.scans.limits import DEFAULT_LIMITS, ScanLimits
from desktop.documents.scans.page_faults import page_flags
from desktop.documents.scans.pdf_safety import check_pdf
from desktop.documents.scans.refused import Refused
from desktop.documents.scans.sheets import Sheets, open_sheets
from desktop.domain.approvals import REFUSING_FAULTS, ScanFault, ScanFlag
from desktop.domain.errors import Refusal


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What was found. `media_type` is "" and `pages` 0 where the file could not be looked into; `size` in bytes."""

    media_type: str
    size: int
    pages: int
    flags: tuple[ScanFlag, ...] = ()

    @property
    def refused(self) -> ScanFlag | None:
        """The fault for which the file is not taken in, None when it is."""
        return next((flag for flag in self.flags if flag.fault in REFUSING_FAULTS), None)


def inspect_scan(path: Path, *, name: str, limits: ScanLimits = DEFAULT_LIMITS) -> ScanReport:
    """Look at the bytes of `path`, which the clerk calls `name`; raises Refusal("scan.file_missing").

    Faults of the file are answers, not errors: they are in `flags`, those of the whole file on page 0.
    """
    size = _size_of(path, name)
    try:
        kind = _believable_kind(path, name, size, limits)
    except Refused as refused:
        return ScanReport("", size, 0, (ScanFlag(refused.fault),))
    try:
        file_flags = check_pdf(path, limits) if kind is PDF else ()
        with open_sheets(path, kind, limits) as sheets:
            return ScanReport(kind.media_type, size, len(sheets), (*file_flags, *_faults_of_pages(sheets, limits)))
    except Refused as refused:
        return ScanReport(kind.media_type, size, 0, (ScanFlag(refused.fault),))


def _faults_of_pages(sheets: Sheets, limits: ScanLimits) -> tuple[ScanFlag, ...]:
    numbers = range(1, len(sheets) + 1)
    return tuple(flag for number in numbers for flag in page_flags(sheets.look(number), number, limits))


def require_accepted(report: ScanReport, *, name: str) -> None:
    """Raise Refusal("scan.<fault>") when the report says that the file is not taken in."""
    if report.refused is not None:
        code = f"scan.{report.refused.fault.value}"
        raise Refusal(code, name=name)


def _size_of(path: Path, name: str) -> int:
    try:
        return path.stat().st_size
    except OSError:
        raise Refusal("scan.file_missing", name=name) from None


def _believable_kind(path: Path, name: str, size: int, limits: ScanLimits) -> Kind:
    if size == 0:
        raise Refused(ScanFault.EMPTY)
    if size > limits.bytes:
        raise Refused(ScanFault.TOO_LARGE)
    kind = kind_of(path)
    if kind is None or not name_fits(name, kind):
        raise Refused(ScanFault.NOT_WHAT_IT_SAYS)
    return kind
