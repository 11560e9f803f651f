"""What every table form is made of, before it becomes a workbook or a PDF."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from desktop.documents.forms.model import Amount, OfficeHeading, OpenAmount, sum_of
from desktop.domain.money import Dong

Value: TypeAlias = str | int | Fraction | OpenAmount | None


class Kind(Enum):
    """How a column shows its values; a text may stand in any column."""

    TEXT = "text"
    CENTRED = "centred"
    MONEY = "money"
    CHANGE = "change"
    """Money that may be negative."""
    NUMBER = "number"


class Mark(Enum):
    """What sets a value apart."""

    NONE = "none"
    STRUCK = "struck"
    """Declared and not accepted: red, struck through."""
    BOLD = "bold"
    PARTIAL = "partial"
    """A sum that lacks what is open: followed by (*)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and its mark."""

    value: Value = None
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `code` stands in the numbered row, `over` is a heading shared with its neighbours, `width` in mm.

    `adds` are the codes of the neighbouring columns whose sum this one is; `totalled` columns have subtotals.
    """

    code: str
    heading: str
    width: float
    kind: Kind = Kind.TEXT
    over: str = ""
    adds: tuple[str, ...] = ()
    totalled: bool = False

    @property
    def numbered(self) -> str:
        """What the numbered row says: "27" or "30=27+28+29"."""
        return f"{self.code}={'+'.join(self.adds)}" if self.adds else self.code


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a bold group row; without a title there is no group row."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block; `hint` is "(Ký, ghi rõ họ tên)"."""

    role: str
    hint: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What ties the paper to the file: form number, short hash, policy versions; and how far it may be used."""

    form: str
    short_hash: str
    policies: tuple[str, ...]
    practice: bool
    draft: bool
    people: int
    total: Dong | None = None
    code: str = ""
    """Code of the sheet, where each person has one."""
    computed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A table form as it will stand on paper."""

    imprint: Imprint
    office: OfficeHeading
    title: str
    subtitles: tuple[str, ...]
    unit_line: str
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    notes: tuple[str, ...]
    signatures: tuple[Signature, ...]
    made_on: date | None
    name_column: int = 1

    @property
    def totalled(self) -> bool:
        """Whether the form ends in a total row."""
        return any(column.totalled for column in self.columns)

    @property
    def index_of(self) -> dict[str, int]:
        """Places of the columns by their codes."""
        return {column.code: place for place, column in enumerate(self.columns)}


def column_sum(rows: Iterable[tuple[Cell, ...]], place: int) -> Cell:
    """Return the sum of a column: marked when something in it is open, open when nothing is known."""
    cells = [row[place] for row in rows]
    amounts: list[Amount] = [_amount(cell.value) for cell in cells]
    known = sum_of(amounts)
    lacking = any(isinstance(each, OpenAmount) for each in amounts) or any(cell.mark is Mark.PARTIAL for cell in cells)
    if known is None:
        return Cell(OpenAmount() if lacking else None)
    return Cell(known, Mark.PARTIAL if lacking else Mark.NONE)


def _amount(value: Value) -> Amount:
    if isinstance(value, OpenAmount):
        return value
    return Dong(value) if isinstance(value, int) else None
