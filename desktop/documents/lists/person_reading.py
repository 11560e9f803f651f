"""Reading the list sheet: one person per row."""

from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from statistics import median_low

from desktop.documents.lists.approval_reading import read_approvals
from desktop.documents.lists.birth_reading import BIRTH_COLUMNS, BirthParsing, read_births
from desktop.documents.lists.catalogue import catalogue
from desktop.documents.lists.cell_dates import DateFrame, parse_birth, parse_leave
from desktop.documents.lists.cell_numbers import parse_coefficient
from desktop.documents.lists.cell_texts import (
    parse_account,
    parse_case,
    parse_citizen_id,
    parse_employment,
    parse_insurance_number,
    parse_management_level,
    parse_name,
    parse_text,
)
from desktop.documents.lists.duration_reading import read_durations
from desktop.documents.lists.faults import Answer, Correction, Reason
from desktop.documents.lists.listed import ListedPerson
from desktop.documents.lists.row_kinds import PersonRow, person_rows
from desktop.documents.lists.row_reading import MappedSheet, SheetReading
from desktop.documents.lists.values import CellValue
from desktop.documents.lists.watching import Watch
from desktop.domain.careers import Career
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Declared, Group, Route
from desktop.domain.names import compose
from desktop.domain.people import Person, birth_year_in_citizen_id

_TEXTS = ("post", "workplace", "qualification", "bank_name")


def read_people(source: MappedSheet, watch: Watch, *, starts_in_1904: bool) -> tuple[list[ListedPerson], SheetReading]:
    """Return every person of the sheet, in the order of the reading's rows, without the careers; raises as `watch`."""
    places = list(person_rows(source, watch))
    reading = SheetReading(source, [each.row for each in places], watch)
    leaves = reading.take("leave_on", partial(parse_leave, frame=DateFrame(starts_in_1904)))
    frame = DateFrame(starts_in_1904, _usual_year(leaves))
    persons = _with_workplaces(reading, places, _read_persons(reading, frame))
    cases = _read_cases(reading, places)
    numbers, approvals = read_approvals(reading, frame)
    declared = _read_declared(reading)
    careers = _read_ranks(reading)
    notes = _texts(reading, "note")
    _report_hidden(reading)
    sheet = source.sheet.name
    people = [
        ListedPerson(sheet, row + 1, person, group, route, leave, stated, career, approval, number, note)
        for row, person, (group, route), leave, stated, career, approval, number, note in zip(
            reading.rows, persons, cases, leaves, declared, careers, approvals, numbers, notes, strict=True
        )
    ]
    watch.tell(len(people), len(people), sheet)
    return people, reading


def _report_hidden(reading: SheetReading) -> None:
    """Somebody in a hidden row may have been taken off the list, or only filtered away: the clerk has to say."""
    for row in reading.rows:
        if row in reading.source.sheet.hidden_rows:
            reading.refuse(row, _telling(reading), Reason.HIDDEN_ROW)


def _telling(reading: SheetReading) -> str:
    """Return the field at whose cell is told what concerns the whole row."""
    return "full_name" if reading.source.has("full_name") else next(iter(reading.source.mapping.columns))


def _usual_year(leaves: list[date | None]) -> int | None:
    """Return the middle of the leaving years: against it a two-digit birth year shows its century."""
    years = [each.year for each in leaves if each]
    return median_low(years) if years else None


def _read_persons(reading: SheetReading, frame: DateFrame) -> list[Person]:
    names = [each or "" for each in reading.take("full_name", parse_name)]
    citizen_ids = _read_citizen_ids(reading, frame)

    def hinted(value: CellValue, place: int) -> Answer[BirthDate]:
        return parse_birth(value, frame, birth_year_in_citizen_id(citizen_ids[place]))

    alone = partial(parse_birth, frame=DateFrame(frame.starts_in_1904))
    sexes, births = read_births(reading, BirthParsing(alone, hinted), citizen_ids)
    employments = reading.take("employment", parse_employment)
    levels = reading.take("management_level", parse_management_level)
    numbers = [each or "" for each in reading.take("insurance_number", parse_insurance_number)]
    accounts = [each or "" for each in reading.take("bank_account", parse_account)]
    texts = (_texts(reading, name) for name in _TEXTS)
    return [
        Person(
            full_name=name,
            sex=sex,
            birth=birth,
            citizen_id=citizen_id,
            insurance_number=number,
            post=post,
            workplace=workplace,
            qualification=qualification,
            employment=employment,
            management_level=level,
            bank_account=account,
            bank_name=bank,
        )
        for (
            name, sex, birth, citizen_id, number, employment, level, account, post, workplace, qualification, bank
        ) in zip(names, sexes, births, citizen_ids, numbers, employments, levels, accounts, *texts, strict=True)
    ]  # fmt: skip


def _read_citizen_ids(reading: SheetReading, frame: DateFrame) -> list[str]:
    def with_births(value: CellValue, place: int) -> Answer[str]:
        return parse_citizen_id(value, _possible_births(reading, reading.rows[place], frame))

    return [each or "" for each in reading.take("citizen_id", parse_citizen_id, second=with_births)]


def _possible_births(reading: SheetReading, row: int, frame: DateFrame) -> tuple[BirthDate, ...]:
    cells = (reading.source.value(row, name) for name in ("birth", *BIRTH_COLUMNS.values()))
    read = (parse_birth(cell, frame).value for cell in cells)
    return tuple(birth for birth in read if birth)


def _texts(reading: SheetReading, name: str) -> list[str]:
    return [each or "" for each in reading.take(name, parse_text)]


def _with_workplaces(reading: SheetReading, places: list[PersonRow], persons: list[Person]) -> list[Person]:
    """Take workplaces from the headings of the groups where the list has no column of them; each is noted."""
    if reading.source.has("workplace"):
        return persons
    found = [_workplace_in(each.heading) for each in places]
    for row, workplace in zip(reading.rows, found, strict=True):
        if workplace:
            reading.note(row, _telling(reading), Correction.WORKPLACE_OF_GROUP, workplace)
    return [
        replace(person, workplace=workplace) if workplace else person
        for person, workplace in zip(persons, found, strict=True)
    ]


@lru_cache(maxsize=512)
def _workplace_in(heading: str) -> str:
    """Return the heading when it names a place, "" when it names something else, such as a case."""
    lowered = f"{compose(heading).casefold()} "
    named = lowered.startswith(catalogue().workplaces) and not lowered.startswith(catalogue().not_workplaces)
    return compose(heading) if named else ""


def _read_cases(reading: SheetReading, places: list[PersonRow]) -> list[tuple[Group | None, Route | None]]:
    """Return groups and routes; a list without such a column says them in the headings of its groups."""
    if reading.source.has("case"):
        found = reading.take("case", parse_case)
    else:
        found = [parse_case(each.heading).value for each in places]
    return [each or (None, None) for each in found]


def _read_declared(reading: SheetReading) -> list[Declared]:
    columns = (
        read_durations(reading, "insured_months"),
        reading.take("coefficient", parse_coefficient),
        reading.take("position_allowance", parse_coefficient),
        read_durations(reading, "early_months"),
    )
    return [
        Declared(insured_months=insured, coefficient=coefficient, position_allowance=allowance, early_months=early)
        for insured, coefficient, allowance, early in zip(*columns, strict=True)
    ]


def _read_ranks(reading: SheetReading) -> list[Career]:
    """Return a career for each row that holds only the rank, the same one for the same rank."""
    known: dict[str, Career] = {}
    return [known.setdefault(rank, Career(rank=rank)) for rank in _texts(reading, "rank")]
