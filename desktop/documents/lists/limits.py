"""How much a workbook may hold before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep a clerk's machine (4 GiB) usable whatever file is handed in."""

    file_bytes: int = 64 << 20
    """A unit's list with 10,000 people and their careers is about 5 MB."""
    parts: int = 2_000
    """Files inside the archive; an ordinary workbook has ten to fifty."""
    scanned_bytes: int = 1 << 30
    """Sum of the parts once unpacked, as the archive states it; more is not even looked at."""
    unpacked_bytes: int = 512 << 20
    """The same sum for a workbook that is loaded, after its rows were counted in passing."""
    row_bytes: int = 16 << 20
    """The packed text of one row: its cells, at most 32,767 letters each."""
    rows: int = 60_000
    """Last row with content in one sheet: 10,000 people with six career rows each."""
    columns: int = 256
    """Last column with content; Biểu 01 has 35."""
