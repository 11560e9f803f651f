"""The container of a written workbook: the time of writing does not enter it, so the same book has the same bytes."""

from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can hold; XlsxWriter writes the same."""


class SteadyArchive(ZipFile):
    """Takes entries as openpyxl hands them over and gives each the same time."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_more: Any, **_named: Any) -> None:
        """Add an entry with these contents."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        super().writestr(ZipInfo(name, _TIME), data, ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_more: Any, **_named: Any) -> None:
        """Add the contents of a file."""
        self.writestr(str(arcname or filename), Path(filename).read_bytes())
