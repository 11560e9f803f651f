"""Reading a workbook's cells, whatever its format, within bounds."""

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop.documents.lists.containers import Container, recognise_container
from desktop.documents.lists.limits import Limits
from desktop.documents.lists.old_excel import scan_xls
from desktop.documents.lists.open_document import scan_ods
from desktop.documents.lists.prescan import BookScan, SheetScan, scan_xlsx
from desktop.documents.lists.values import BrokenCell, CellKind, CellValue, kind_of
from desktop.documents.lists.watching import UNWATCHED, Watch
from desktop.domain.errors import Refusal
from desktop.system.collecting import without_collecting

_AS_IT_IS = frozenset({int, float, bool, date})


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged rectangle, corners included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with its place (from 0), its type and its raw content."""

    row: int
    column: int
    kind: CellKind
    raw: CellValue


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; rows and columns count from 0, everything outside is empty."""

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merges: tuple[Merge, ...] = ()
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """The number of columns up to the last one with content."""
        return len(self.rows[0]) if self.rows else 0

    def at(self, row: int, column: int) -> CellValue:
        """Return the raw content, None when the cell is empty or outside."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell with its type."""
        raw = self.at(row, column)
        return Cell(row, column, kind_of(raw), raw)


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets in order. `sha256` is of the file's bytes, lower-case hex."""

    name: str
    sha256: str
    container: Container
    sheets: tuple[Sheet, ...]
    starts_in_1904: bool = False
    """Whether bare day numbers count from 1904, an old Macintosh setting."""


@without_collecting()
def read_workbook(path: Path, limits: Limits | None = None, watch: Watch = UNWATCHED) -> Workbook:
    """Read every sheet of an .xlsx, .xls or .ods file; the format is told by its bytes.

    `watch` is asked before each sheet. Raises Refusal list.cancelled, list.not_found, list.locked, list.not_a_workbook,
    list.binary_workbook, list.protected, list.empty, list.too_large, list.too_many_rows, list.too_many_columns or
    list.unreadable.
    """
    bounds = limits or Limits()
    watch.tell(0, 0, path.name)
    content = _bytes_of(path, bounds)
    container = recognise_container(content, path.name, bounds)
    scan = _scan(container, content, path.name, bounds)
    sheets = tuple(_load(content, path.name, scan, bounds, watch))
    if not any(value is not None for sheet in sheets for row in sheet.rows for value in row):
        raise Refusal("list.empty", name=path.name)
    return Workbook(path.name, hashlib.sha256(content).hexdigest(), container, sheets, scan.starts_in_1904)


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(limits.file_bytes + 1)
    except FileNotFoundError:
        raise Refusal("list.not_found", name=path.name) from None
    except IsADirectoryError:
        raise Refusal("list.not_a_workbook", name=path.name, found="DIR") from None
    except PermissionError:
        raise Refusal("list.locked", name=path.name) from None
    except OSError as problem:
        raise Refusal("list.unreadable", name=path.name) from problem
    if len(content) > limits.file_bytes:
        raise Refusal("list.too_large", name=path.name, limit_mb=limits.file_bytes >> 20)
    return content


def _scan(container: Container, content: bytes, name: str, limits: Limits) -> BookScan:
    if container is Container.XLSX:
        return scan_xlsx(content, name, limits)
    return scan_ods(content, name, limits) if container is Container.ODS else scan_xls(content, name, limits)


def _load(content: bytes, name: str, scan: BookScan, limits: Limits, watch: Watch) -> Iterator[Sheet]:
    watch.tell(0, 0, name)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for index, metadata in enumerate(book.sheets_metadata):
                if metadata.typ is SheetTypeEnum.WorkSheet:
                    watch.tell(0, 0, metadata.name)
                    found = scan.sheets[index] if index < len(scan.sheets) else SheetScan()
                    visible = metadata.visible is SheetVisibleEnum.Visible
                    yield _sheet(book.get_sheet_by_index(index), name, found, limits, visible=visible)
    except PasswordError:
        raise Refusal("list.protected", name=name) from None
    except (CalamineError, OSError, ValueError) as problem:
        raise Refusal("list.unreadable", name=name) from problem
    except BaseException as problem:
        # A panic of the reader's own code is no Exception and its class cannot be imported.
        if type(problem).__name__ != "PanicException":
            raise
        raise Refusal("list.unreadable", name=name) from problem


def _sheet(source: CalamineSheet, name: str, scan: SheetScan, limits: Limits, *, visible: bool) -> Sheet:
    last_row, last_column = source.end or (0, 0)
    if last_row >= limits.rows:
        raise Refusal("list.too_many_rows", name=name, limit=limits.rows)
    if last_column >= limits.columns:
        raise Refusal("list.too_many_columns", name=name, limit=limits.columns)
    texts = _Texts()
    rows = tuple(_values(row, texts) for row in source.to_python(skip_empty_area=False))
    merges = tuple(Merge(*first, *last) for first, last in source.merged_cell_ranges or scan.merges)
    hidden = frozenset(scan.hidden_rows), frozenset(scan.hidden_columns)
    return Sheet(source.name, _with_broken(rows, scan.broken), merges, visible, *hidden)


class _Texts(dict[str, str | None]):
    """Each text once, however many cells hold it; None for a blank one. What follows compares them at once."""

    def __missing__(self, text: str) -> str | None:
        self[text] = None if not text or text.isspace() else text
        return self[text]


def _values(row: Sequence[object], texts: _Texts) -> tuple[CellValue, ...]:
    """Return the row's contents; what stands in nearly all cells takes the short way."""
    return tuple(
        [
            texts[raw]
            if raw.__class__ is str
            else (cast("CellValue", raw) if raw.__class__ in _AS_IT_IS else _value(raw))
            for raw in row
        ]
    )


def _value(raw: object) -> CellValue:
    if isinstance(raw, datetime):
        return raw.date() if (raw.hour, raw.minute, raw.second) == (0, 0, 0) else raw.isoformat(sep=" ")
    return None if raw is None else str(raw)


def _with_broken(
    rows: tuple[tuple[CellValue, ...], ...], broken: dict[tuple[int, int], BrokenCell]
) -> tuple[tuple[CellValue, ...], ...]:
    """Put the broken cells back, widening the rectangle where they lie outside of it."""
    if not broken:
        return rows
    width = max([len(rows[0]) if rows else 0, *(column + 1 for _, column in broken)])
    height = max([len(rows), *(row + 1 for row, _ in broken)])
    grid: list[list[CellValue]] = [[*row, *[None] * (width - len(row))] for row in rows]
    grid += [[None] * width for _ in range(height - len(grid))]
    for (row, column), cell in broken.items():
        grid[row][column] = cell
    return tuple(map(tuple, grid))
