"""Reading the list sheet: one person per row."""

from functools import partial
from statistics import median_low

from desktop.documents.lists.approval_reading import read_approval
from desktop.documents.lists.birth_reading import BIRTH_COLUMNS, read_birth
from desktop.documents.lists.catalogue import fold_words
from desktop.documents.lists.cell_dates import DateFrame, parse_birth, parse_leave
from desktop.documents.lists.cell_numbers import parse_coefficient, parse_duration
from desktop.documents.lists.cell_texts import (
    parse_case,
    parse_choice,
    parse_citizen_id,
    parse_insurance_number,
    parse_name,
    parse_text,
)
from desktop.documents.lists.listed import ListedPerson
from desktop.documents.lists.row_kinds import PersonRow, person_rows
from desktop.documents.lists.row_reading import MappedSheet, RowReading
from desktop.documents.lists.watching import Watch
from desktop.domain.careers import Career
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Declared, Group, Route
from desktop.domain.people import (
    Employment,
    ManagementLevel,
    Person,
    birth_year_in_citizen_id,
)


def read_people(source: MappedSheet, watch: Watch, *, starts_in_1904: bool) -> list[tuple[ListedPerson, RowReading]]:
    """Return every person of the sheet with what was found in the row; careers are not joined yet."""
    rows = list(person_rows(source))
    frame = DateFrame(starts_in_1904, _usual_leave_year(source, rows, starts_in_1904=starts_in_1904))
    return [_read_person(source, each, frame) for each in watch.over(rows, source.sheet.name)]


def _usual_leave_year(source: MappedSheet, rows: list[PersonRow], *, starts_in_1904: bool) -> int | None:
    """Return the middle of the leaving years: against it a two-digit birth year shows its century."""
    frame = DateFrame(starts_in_1904)
    leaves = [parse_leave(source.value(each.row, "leave_on"), frame).value for each in rows]
    years = [each.year for each in leaves if each]
    return median_low(years) if years else None


def _read_person(source: MappedSheet, place: PersonRow, frame: DateFrame) -> tuple[ListedPerson, RowReading]:
    reading = RowReading(source, place.row)
    person = _read_identity(reading, frame)
    group, route = _read_case(reading, place.heading)
    number, approval = read_approval(reading, frame)
    listed = ListedPerson(
        sheet=source.sheet.name,
        sheet_row=place.row + 1,
        person=person,
        group=group,
        route=route,
        leave_on=reading.take("leave_on", partial(parse_leave, frame=frame)),
        declared=_read_declared(reading),
        career=Career(rank=reading.take("rank", parse_text) or ""),
        approval=approval,
        approval_number=number,
        note=reading.take("note", parse_text) or "",
    )
    return listed, reading


def _read_identity(reading: RowReading, frame: DateFrame) -> Person:
    full_name = reading.take("full_name", parse_name) or ""
    births = _possible_births(reading, frame)
    citizen_id = reading.take("citizen_id", partial(parse_citizen_id, births=births)) or ""
    hinted = partial(parse_birth, frame=frame, century_hint=birth_year_in_citizen_id(citizen_id))
    sex, birth = read_birth(reading, hinted, citizen_id)
    employment = reading.take("employment", partial(parse_choice, "employment"))
    level = reading.take("management_level", partial(parse_choice, "management_level"))
    return Person(
        full_name=full_name,
        sex=sex,
        birth=birth,
        citizen_id=citizen_id,
        insurance_number=reading.take("insurance_number", parse_insurance_number) or "",
        post=reading.take("post", parse_text) or "",
        workplace=reading.take("workplace", parse_text) or "",
        qualification=reading.take("qualification", parse_text) or "",
        employment=Employment(employment) if employment else None,
        management_level=ManagementLevel(level) if level else None,
        bank_account=reading.take("bank_account", parse_text) or "",
        bank_name=reading.take("bank_name", parse_text) or "",
    )


def _possible_births(reading: RowReading, frame: DateFrame) -> tuple[BirthDate, ...]:
    cells = (reading.source.value(reading.row, name) for name in ("birth", *BIRTH_COLUMNS.values()))
    read = (parse_birth(cell, frame).value for cell in cells)
    return tuple(birth for birth in read if birth)


def _read_case(reading: RowReading, heading: str) -> tuple[Group | None, Route | None]:
    """Return group and route; a list without such a column says them in the heading of the group."""
    case = reading.take("case", parse_case) if reading.source.has("case") else parse_case(heading).value
    return case or (None, None)


def _read_declared(reading: RowReading) -> Declared:
    return Declared(
        insured_months=_read_duration(reading, "insured_months"),
        coefficient=reading.take("coefficient", parse_coefficient),
        position_allowance=reading.take("position_allowance", parse_coefficient),
        early_months=_read_duration(reading, "early_months"),
    )


def _read_duration(reading: RowReading, name: str) -> int | None:
    """A bare number is a number of months only where the header says so."""
    column = reading.source.mapping.columns.get(name)
    counts_months = column is not None and "so thang" in fold_words(reading.source.header(column))
    return reading.take(name, partial(parse_duration, counts_months=counts_months))
