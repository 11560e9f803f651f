"""What is wrong with a cell, and what was put right in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from desktop.documents.lists.values import column_letter
from desktop.domain.errors import Param


class Reason(StrEnum):
    """Why a cell cannot be used. Each is the code of a sentence."""

    MISSING = "cell.missing"
    BROKEN = "cell.broken"
    OLD_FONT = "cell.old_font"
    HIDDEN_ROW = "cell.hidden_row"
    """The only reason that takes nothing away: all of the row is read, and somebody has to look at it."""
    NOT_A_NAME = "cell.not_a_name"
    CITIZEN_ID_DIGITS = "cell.citizen_id_digits"
    CITIZEN_ID_UNREADABLE = "cell.citizen_id_unreadable"
    CITIZEN_ID_TWICE = "cell.citizen_id_twice"
    INSURANCE_NUMBER_DIGITS = "cell.insurance_number_digits"
    DATE_UNREADABLE = "cell.date_unreadable"
    NO_SUCH_DAY = "cell.no_such_day"
    DATE_IMPLAUSIBLE = "cell.date_implausible"
    DAY_NOT_GIVEN = "cell.day_not_given"
    CENTURY_UNKNOWN = "cell.century_unknown"
    BIRTH_IN_BOTH_COLUMNS = "cell.birth_in_both_columns"
    MONTH_UNREADABLE = "cell.month_unreadable"
    MONTHS_REVERSED = "cell.months_reversed"
    NUMBER_UNREADABLE = "cell.number_unreadable"
    NUMBER_NOT_EXACT = "cell.number_not_exact"
    NUMBER_IMPLAUSIBLE = "cell.number_implausible"
    DURATION_NOT_EXACT = "cell.duration_not_exact"
    DURATION_YEARS = "cell.duration_years"
    DURATION_ODD_MONTHS = "cell.duration_odd_months"
    DURATION_HALF = "cell.duration_half"
    """Years and odd months stand in two cells, and only one of them is filled in."""
    CASE_UNKNOWN = "cell.case_unknown"
    CHOICE_UNKNOWN = "cell.choice_unknown"
    MARK_UNKNOWN = "cell.mark_unknown"
    APPROVAL_UNREADABLE = "cell.approval_unreadable"


class Correction(StrEnum):
    """What was certain, put right and noted. Each is the code of a sentence."""

    LEADING_ZERO = "cell_note.leading_zero"
    SEPARATORS = "cell_note.separators"
    NAME_WRITTEN_FORM = "cell_note.name_written_form"
    FIRST_OF_MONTH = "cell_note.first_of_month"
    CENTURY = "cell_note.century"
    DAY_NUMBER = "cell_note.day_number"
    PERCENT_FORMAT = "cell_note.percent_format"
    BINARY_NOISE = "cell_note.binary_noise"
    AS_ABOVE = "cell_note.as_above"
    WORKPLACE_OF_GROUP = "cell_note.workplace_of_group"
    """The list has no column of workplaces; the heading of the person's group names one."""


NO_PARAMS: Mapping[str, Param] = MappingProxyType({})
"""One for all cells of which there is nothing to say."""
Value_co = TypeVar("Value_co", covariant=True)


class Answer(NamedTuple, Generic[Value_co]):
    """What a parser says of one cell: a value (perhaps corrected), a reason why not, or nothing for an empty cell."""

    value: Value_co | None = None
    correction: Correction | None = None
    reason: Reason | None = None
    params: Mapping[str, Param] = NO_PARAMS

    @classmethod
    def refuse(cls, reason: Reason, **params: Param) -> "Answer[Value_co]":
        """The cell cannot be used."""
        return cls(reason=reason, params=params)


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell as a spreadsheet names it: rows and columns count from 1. `value` is the raw content, "" when empty."""

    sheet: str
    row: int
    column: int
    header: str
    field: str
    value: str

    @property
    def column_letter(self) -> str:
        """The column's letters, "E"."""
        return column_letter(self.column)

    def params(self) -> dict[str, Param]:
        """Return what every sentence about a cell can name."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column_letter,
            "header": self.header,
            "value": self.value,
        }


@dataclass(frozen=True, slots=True)
class _OfCell:
    place: CellPlace

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self.place.sheet

    @property
    def row(self) -> int:
        """The row, from 1."""
        return self.place.row

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.place.column

    @property
    def column_letter(self) -> str:
        """The column's letters."""
        return self.place.column_letter

    @property
    def field(self) -> str:
        """The name of the field that the column was read as."""
        return self.place.field

    @property
    def value(self) -> str:
        """The raw content as text, dates in ISO form, "" when empty."""
        return self.place.value


@dataclass(frozen=True, slots=True)
class CellFault(_OfCell):
    """A cell that could not be used: its field stays empty.

    `params` fill the sentence of `reason`; `other_row` is the row of the same sheet that it clashes with.
    """

    reason: Reason
    params: Mapping[str, Param]
    other_row: int | None = None


@dataclass(frozen=True, slots=True)
class CellNote(_OfCell):
    """A cell whose content was certain but not written as it should be: `value` became `corrected`."""

    correction: Correction
    corrected: str

    @property
    def params(self) -> Mapping[str, Param]:
        """What fills the sentence of `correction`."""
        return {**self.place.params(), "corrected": self.corrected}
