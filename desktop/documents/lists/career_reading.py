"""Reading the two career sheets: salary history and insurance periods, many rows for one person."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache, partial
from typing import Generic, TypeVar

from desktop.documents.lists.cell_dates import DateFrame, parse_first_month, parse_last_month, parse_month
from desktop.documents.lists.cell_numbers import parse_coefficient, parse_percent
from desktop.documents.lists.cell_texts import parse_citizen_id, parse_mark, parse_name, parse_text
from desktop.documents.lists.faults import Answer, CellFault, CellNote, Correction, Reason
from desktop.documents.lists.row_reading import MappedSheet, SheetReading
from desktop.documents.lists.values import CellValue, written
from desktop.documents.lists.watching import Watch
from desktop.domain.careers import InsurancePeriod, SalaryPeriod
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.names import fold

Period = TypeVar("Period", bound=SalaryPeriod | InsurancePeriod)

_IDENTITY = ("citizen_id", "full_name")
_NOT_IDENTITY = ("first", "last", "coefficient", "employer", "compulsory")
_NUMBER_BEHIND = re.compile(r"\s*[-–,;:(]?\s*(?:(?:số\s+)?CCCD)?\s*:?\s*([0-9]{12})\s*\)?\s*\Z", re.IGNORECASE)
_NONE = Fraction(0)
_folded = lru_cache(maxsize=1024)(fold)


@dataclass(frozen=True, slots=True)
class CareerKey:
    """Whose career a row is: the number and the folded name, "" where the sheet does not give one."""

    citizen_id: str
    folded_name: str


_NOBODY = (CareerKey("", ""), "")


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


def read_salary(source: MappedSheet, watch: Watch, *, starts_in_1904: bool) -> CareerSheet[SalaryPeriod]:
    """Return the salary periods of everybody in the sheet."""
    return _read_sheet(source, watch, partial(_salary_periods, frame=DateFrame(starts_in_1904)))


def read_insurance(source: MappedSheet, watch: Watch, *, starts_in_1904: bool) -> CareerSheet[InsurancePeriod]:
    """Return the insurance periods of everybody in the sheet."""
    return _read_sheet(source, watch, partial(_insurance_periods, frame=DateFrame(starts_in_1904)))


def read_insured_pay(source: MappedSheet, watch: Watch, *, starts_in_1904: bool) -> CareerSheet[InsurancePeriod]:
    """Return the insured time of a sheet of pay that holds it, too; what is wrong is told with the pay.

    A row that gives no pay gives no insured time either.
    """
    found = _read_sheet(source, watch, partial(_insured_while_paid, frame=DateFrame(starts_in_1904)))
    for rows in found.rows.values():
        rows.faults.clear()
    return CareerSheet(found.rows)


def _read_sheet(
    source: MappedSheet, watch: Watch, read_periods: Callable[[SheetReading], list[Period | None]]
) -> CareerSheet[Period]:
    owners = SheetReading(source, [row for row in source.rows if _is_career_row(source, row)], watch)
    whose = _read_owners(owners)
    told = {row: each for row, each in zip(owners.rows, whose, strict=True) if _says_more(source, row)}
    reading = SheetReading(source, list(told), watch)
    periods = read_periods(reading)
    owners_notes = [note for note in owners.notes if note.row - 1 in told]
    found: CareerSheet[Period] = CareerSheet(notes=[*owners_notes, *reading.notes])
    for (row, who), period in zip(told.items(), periods, strict=True):
        faults = [*owners.faults.get(row, ()), *reading.faults.get(row, ())]
        _add(found, who, None if faults else period, faults)
    return found


def _add(
    found: CareerSheet[Period], whose: tuple[CareerKey, str], period: Period | None, faults: list[CellFault]
) -> None:
    key, full_name = whose
    rows = found.rows.get(key)
    if rows is None:
        rows = found.rows[key] = CareerRows(full_name)
    rows.faults += faults
    found.faults += faults
    if period is not None:
        rows.periods.append(period)


def _is_career_row(source: MappedSheet, row: int) -> bool:
    """Tell a row of a career from an empty row, a header printed again and a line of signatures."""
    if source.is_example(row):
        return False
    first = source.value(row, "first")
    if first is None and source.value(row, "last") is None:
        return source.value(row, "citizen_id") is not None
    header = source.header(source.mapping.columns["first"])
    return first is None or written(first) not in header.split(" – ")


def _says_more(source: MappedSheet, row: int) -> bool:
    return any(source.value(row, name) is not None for name in _NOT_IDENTITY)


def _read_owners(reading: SheetReading) -> list[tuple[CareerKey, str]]:
    """Return whose row each is; where number and name are both left out, it is the person above."""
    cells = zip(*(reading.cells(name) for name in _IDENTITY), strict=True)
    empty = frozenset(place for place, row in enumerate(cells) if row == (None, None))
    if reading.source.has("citizen_id"):
        numbers = reading.take("citizen_id", parse_citizen_id, skip=empty)
        names = reading.take("full_name", parse_name, skip=empty)
    else:
        numbers = [_number_behind(cell) for cell in reading.cells("full_name")]
        names = reading.take("full_name", _parse_name_before_number, skip=empty)
    found: list[tuple[CareerKey, str]] = []
    above = _NOBODY
    for place, (number, name) in enumerate(zip(numbers, names, strict=True)):
        if place not in empty:
            above = CareerKey(number or "", _folded(name or "")), name or ""
        elif above == _NOBODY:
            _report_nobody(reading, place)
        else:
            first = next(each for each in _IDENTITY if reading.source.has(each))
            reading.note(reading.rows[place], first, Correction.AS_ABOVE, above[1] or above[0].citizen_id)
        found.append(above)
    return found


def _number_behind(cell: CellValue) -> str | None:
    """Return the identity number that stands behind a name in the same cell."""
    found = _NUMBER_BEHIND.search(cell) if isinstance(cell, str) else None
    return found[1] if found else None


def _parse_name_before_number(cell: CellValue) -> Answer[str]:
    return parse_name(_NUMBER_BEHIND.sub("", cell) if isinstance(cell, str) else cell)


def _report_nobody(reading: SheetReading, place: int) -> None:
    """A row without number and name below nobody: report the cells that it should have."""
    reading.take_at("citizen_id", place, parse_citizen_id)
    reading.take_at("full_name", place, parse_name)


def _read_spans(reading: SheetReading, frame: DateFrame) -> list[MonthSpan | None]:
    columns = reading.source.mapping.columns
    in_one = columns["first"] == columns["last"]
    firsts = reading.take("first", partial(parse_first_month if in_one else parse_month, frame=frame))
    lasts = reading.take("last", partial(parse_last_month if in_one else parse_month, frame=frame))
    return [_span(reading, *each) for each in zip(reading.rows, firsts, lasts, strict=True)]


def _span(reading: SheetReading, row: int, first: YearMonth | None, last: YearMonth | None) -> MonthSpan | None:
    if first is None or last is None:
        return None
    if last < first:
        reading.refuse(row, "last", Reason.MONTHS_REVERSED, {"first": first.shown})
        return None
    return MonthSpan(first, last)


def _salary_periods(reading: SheetReading, frame: DateFrame) -> list[SalaryPeriod | None]:
    spans = _read_spans(reading, frame)
    coefficients = reading.take("coefficient", parse_coefficient)
    items = (
        reading.take("position_allowance", parse_coefficient),
        reading.take("beyond_frame", parse_percent),
        reading.take("seniority", parse_percent),
        reading.take("reserved", parse_coefficient),
    )
    return [
        None
        if span is None or coefficient is None
        else SalaryPeriod(span, coefficient, position or _NONE, beyond or _NONE, seniority or _NONE, reserved or _NONE)
        for span, coefficient, position, beyond, seniority, reserved in zip(spans, coefficients, *items, strict=True)
    ]


def _insured_while_paid(reading: SheetReading, frame: DateFrame) -> list[InsurancePeriod | None]:
    paid = _salary_periods(reading, frame)
    employers = reading.take("insured_at", parse_text)
    return [
        None if period is None else InsurancePeriod(period.months, employer or "")
        for period, employer in zip(paid, employers, strict=True)
    ]


def _insurance_periods(reading: SheetReading, frame: DateFrame) -> list[InsurancePeriod | None]:
    spans = _read_spans(reading, frame)
    employers = reading.take("employer", parse_text)
    marks = (reading.take(name, parse_mark) for name in ("cashed", "hazardous", "special_area"))
    all_compulsory = not reading.source.has("compulsory")
    compulsories = reading.take("compulsory", parse_mark)
    return [
        None
        if span is None
        else InsurancePeriod(
            span,
            employer or "",
            compulsory=compulsory or all_compulsory,
            cashed=cashed or False,
            hazardous=hazardous or False,
            special_area=special or False,
        )
        for span, employer, compulsory, cashed, hazardous, special in zip(
            spans, employers, compulsories, *marks, strict=True
        )
    ]
