"""Reading the two career sheets: salary history and insurance periods, many rows for one person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Generic, TypeVar

from desktop.documents.lists.cell_dates import DateFrame, parse_month
from desktop.documents.lists.cell_numbers import parse_coefficient, parse_percent
from desktop.documents.lists.cell_texts import parse_citizen_id, parse_mark, parse_name, parse_text
from desktop.documents.lists.faults import CellFault, CellNote, Correction, Reason
from desktop.documents.lists.row_reading import MappedSheet, RowReading
from desktop.documents.lists.values import written
from desktop.documents.lists.watching import Watch
from desktop.domain.careers import InsurancePeriod, SalaryPeriod
from desktop.domain.months import MonthSpan
from desktop.domain.names import fold

Period = TypeVar("Period", SalaryPeriod, InsurancePeriod)

_IDENTITY = ("citizen_id", "full_name")
_NOT_IDENTITY = ("first", "last", "coefficient", "employer", "compulsory")


@dataclass(frozen=True, slots=True)
class CareerKey:
    """Whose career a row is: the number and the folded name, "" where the sheet does not give one."""

    citizen_id: str
    folded_name: str


@dataclass(slots=True)
class CareerRows(Generic[Period]):
    """The rows of one person in order; a row with a fault gives no period."""

    full_name: str
    periods: list[Period] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)


@dataclass(slots=True)
class CareerSheet(Generic[Period]):
    """A whole career sheet."""

    rows: dict[CareerKey, CareerRows[Period]] = field(default_factory=dict)
    faults: list[CellFault] = field(default_factory=list)
    notes: list[CellNote] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Identity:
    citizen_id: str = ""
    full_name: str = ""

    @property
    def key(self) -> CareerKey:
        return CareerKey(self.citizen_id, fold(self.full_name))


def read_salary(source: MappedSheet, watch: Watch, *, starts_in_1904: bool) -> CareerSheet[SalaryPeriod]:
    """Return the salary periods of everybody in the sheet."""
    return _read_sheet(source, watch, partial(_salary_period, frame=DateFrame(starts_in_1904)))


def read_insurance(source: MappedSheet, watch: Watch, *, starts_in_1904: bool) -> CareerSheet[InsurancePeriod]:
    """Return the insurance periods of everybody in the sheet."""
    return _read_sheet(source, watch, partial(_insurance_period, frame=DateFrame(starts_in_1904)))


def _read_sheet(
    source: MappedSheet, watch: Watch, read_period: Callable[[RowReading], Period | None]
) -> CareerSheet[Period]:
    found: CareerSheet[Period] = CareerSheet()
    above = _Identity()
    for row in watch.over(source.rows, source.sheet.name):
        if not _is_career_row(source, row):
            continue
        reading = RowReading(source, row)
        above = _read_identity(reading, above)
        if any(source.value(row, name) is not None for name in _NOT_IDENTITY):
            _add(found, above, read_period(reading), reading)
    return found


def _is_career_row(source: MappedSheet, row: int) -> bool:
    """Tell a row of a career from an empty row, a header printed again and a line of signatures."""
    first = source.value(row, "first")
    if first is None and source.value(row, "last") is None:
        return source.value(row, "citizen_id") is not None
    header = source.header(source.mapping.columns["first"])
    return first is None or written(first) not in header.split(" – ")


def _read_identity(reading: RowReading, above: _Identity) -> _Identity:
    """Return whose row it is; where number and name are both left out, it is the person above."""
    empty = all(reading.source.value(reading.row, name) is None for name in _IDENTITY)
    if empty and (above.citizen_id or above.full_name):
        reading.note(reading.first_column(_IDENTITY), Correction.AS_ABOVE, above.full_name or above.citizen_id)
        return above
    citizen_id = reading.take("citizen_id", parse_citizen_id) or ""
    full_name = reading.take("full_name", parse_name) or ""
    return _Identity(citizen_id, full_name)


def _add(found: CareerSheet[Period], whose: _Identity, period: Period | None, reading: RowReading) -> None:
    rows = found.rows.setdefault(whose.key, CareerRows(whose.full_name))
    rows.faults += reading.faults
    found.faults += reading.faults
    found.notes += reading.notes
    if period is not None:
        rows.periods.append(period)


def _span(reading: RowReading, frame: DateFrame) -> MonthSpan | None:
    first = reading.take("first", partial(parse_month, frame=frame))
    last = reading.take("last", partial(parse_month, frame=frame))
    if first is None or last is None:
        return None
    if last < first:
        reading.refuse("last", Reason.MONTHS_REVERSED, {"first": first.shown})
        return None
    return MonthSpan(first, last)


def _salary_period(reading: RowReading, frame: DateFrame) -> SalaryPeriod | None:
    span = _span(reading, frame)
    coefficient = reading.take("coefficient", parse_coefficient)
    none = Fraction(0)
    position = reading.take("position_allowance", parse_coefficient) or none
    beyond_frame = reading.take("beyond_frame", parse_percent) or none
    seniority = reading.take("seniority", parse_percent) or none
    reserved = reading.take("reserved", parse_coefficient) or none
    if span is None or coefficient is None or reading.faults:
        return None
    return SalaryPeriod(span, coefficient, position, beyond_frame, seniority, reserved)


def _insurance_period(reading: RowReading, frame: DateFrame) -> InsurancePeriod | None:
    span = _span(reading, frame)
    employer = reading.take("employer", parse_text) or ""
    marks = {name: reading.take(name, parse_mark) or False for name in ("cashed", "hazardous", "special_area")}
    compulsory = reading.take("compulsory", parse_mark) or not reading.source.has("compulsory")
    if span is None or reading.faults:
        return None
    return InsurancePeriod(
        span,
        employer,
        compulsory=compulsory,
        cashed=marks["cashed"],
        hazardous=marks["hazardous"],
        special_area=marks["special_area"],
    )
