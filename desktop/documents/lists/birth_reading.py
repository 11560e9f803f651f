"""Reading birth date and sex: two birth columns, or one and a column for the sex."""

from collections.abc import Callable

from desktop.documents.lists.catalogue import catalogue
from desktop.documents.lists.cell_texts import parse_choice, parse_mark
from desktop.documents.lists.faults import Answer, Reason
from desktop.documents.lists.row_reading import RowReading
from desktop.documents.lists.values import CellValue, written
from desktop.domain.dates import BirthDate
from desktop.domain.people import Sex, birth_year_in_citizen_id, sex_in_citizen_id

BIRTH_COLUMNS = {Sex.MALE: "birth_male", Sex.FEMALE: "birth_female"}
_MARKS = {Sex.MALE: "male_mark", Sex.FEMALE: "female_mark"}

_Parse = Callable[[CellValue], Answer[BirthDate]]


def read_birth(reading: RowReading, parse: _Parse, citizen_id: str) -> tuple[Sex | None, BirthDate | None]:
    """Return sex and birth date; both empty when the two birth columns contradict each other."""
    filled = [sex for sex, name in BIRTH_COLUMNS.items() if _is_filled(reading, name)]
    if len(filled) == 2:
        return _refuse_both(reading, parse, citizen_id)
    if filled:
        return filled[0], reading.take(BIRTH_COLUMNS[filled[0]], parse)
    if reading.source.has("birth"):
        return _read_sex(reading), reading.take("birth", parse)
    return _refuse_none(reading, citizen_id)


def _is_filled(reading: RowReading, name: str) -> bool:
    value = reading.source.value(reading.row, name)
    return value is not None and written(value) not in catalogue().none_marks


def _refuse_both(reading: RowReading, parse: _Parse, citizen_id: str) -> tuple[None, None]:
    """Report the column that the identity number contradicts, the second when it does not tell."""
    told_sex, told_year = sex_in_citizen_id(citizen_id), birth_year_in_citizen_id(citizen_id)
    fits = []
    for sex, name in BIRTH_COLUMNS.items():
        birth = parse(reading.source.value(reading.row, name)).value
        if sex is told_sex and birth is not None and birth.day.year == told_year:
            fits.append(sex)
    wrong = Sex.MALE if fits == [Sex.FEMALE] else Sex.FEMALE
    reading.refuse(BIRTH_COLUMNS[wrong], Reason.BIRTH_IN_BOTH_COLUMNS)
    return None, None


def _refuse_none(reading: RowReading, citizen_id: str) -> tuple[Sex | None, None]:
    expected = sex_in_citizen_id(citizen_id) or Sex.MALE
    present = [name for name in (BIRTH_COLUMNS[expected], *BIRTH_COLUMNS.values()) if reading.source.has(name)]
    if present:
        reading.refuse(present[0], Reason.MISSING)
        return None, None
    return _read_sex(reading), None


def _read_sex(reading: RowReading) -> Sex | None:
    if reading.source.has("male_mark") and reading.source.has("female_mark"):
        marks = {sex: reading.take(name, parse_mark) for sex, name in _MARKS.items()}
        marked = [sex for sex, mark in marks.items() if mark]
        return marked[0] if len(marked) == 1 else None
    sex = reading.take("sex", lambda value: parse_choice("sex", value))
    return Sex(sex) if sex else None
