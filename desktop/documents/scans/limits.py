"""How much of a file is worth opening."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScanLimits:
    """Bounds within which a file is taken in; beyond them it is refused before it is decoded."""

    bytes: int = 50 * 1024 * 1024
    """A decision of a hundred pages at 300 dpi is about 30 MB."""
    pages: int = 300
    pixels: int = 80_000_000
    """Of one picture; an A3 sheet at 600 dpi has 70 million."""
    objects: int = 200_000
    """Of one PDF; a scanned page needs about five."""
    least_dpi: int = 150
    """Below it small print is hard to read (check HS04)."""
    dpi_tolerance: int = 3
    """Scanners cut a line or two off a sheet, and a size tag is rounded."""


DEFAULT_LIMITS = ScanLimits()
