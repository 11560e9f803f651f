"""Reading birth date and sex: two birth columns, or one and a column for the sex."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.documents.lists.catalogue import catalogue
from desktop.documents.lists.cell_texts import parse_mark, parse_sex
from desktop.documents.lists.faults import Answer, Reason
from desktop.documents.lists.row_reading import SheetReading
from desktop.documents.lists.values import CellValue, written
from desktop.domain.dates import BirthDate
from desktop.domain.people import Sex, birth_year_in_citizen_id, sex_in_citizen_id

BIRTH_COLUMNS = {Sex.MALE: "birth_male", Sex.FEMALE: "birth_female"}
_MARKS = {Sex.MALE: "male_mark", Sex.FEMALE: "female_mark"}

_Second = Callable[[CellValue, int], Answer[BirthDate]]


@dataclass(frozen=True, slots=True)
class BirthParsing:
    """How a birth date is read: alone, and once more with what else stands in its row."""

    alone: Callable[[CellValue], Answer[BirthDate]]
    in_row: _Second

    def at(self, value: CellValue, place: int) -> Answer[BirthDate]:
        """Read one cell of the row at this place."""
        first = self.alone(value)
        return self.in_row(value, place) if first.reason else first


def read_births(
    reading: SheetReading, parsing: BirthParsing, citizen_ids: Sequence[str]
) -> tuple[list[Sex | None], list[BirthDate | None]]:
    """Return sexes and birth dates row by row; both empty where the two birth columns contradict each other."""
    if not any(reading.source.has(name) for name in BIRTH_COLUMNS.values()):
        return _sexes(reading), reading.take("birth", parsing.alone, second=parsing.in_row)
    found = [_read_one(reading, parsing, place, number) for place, number in enumerate(citizen_ids)]
    return [sex for sex, _ in found], [birth for _, birth in found]


def _read_one(
    reading: SheetReading, parsing: BirthParsing, place: int, citizen_id: str
) -> tuple[Sex | None, BirthDate | None]:
    """Read a row of a list with a birth column for each sex."""
    row = reading.rows[place]
    filled = [sex for sex, name in BIRTH_COLUMNS.items() if _is_filled(reading, row, name)]
    if len(filled) == 2:
        _refuse_both(reading, parsing, place, citizen_id)
        return None, None
    if filled:
        return filled[0], reading.take_at(BIRTH_COLUMNS[filled[0]], place, lambda value: parsing.at(value, place))
    if reading.source.has("birth"):
        return _sex_at(reading, place), reading.take_at("birth", place, lambda value: parsing.at(value, place))
    expected = sex_in_citizen_id(citizen_id) or Sex.MALE
    present = (name for name in (BIRTH_COLUMNS[expected], *BIRTH_COLUMNS.values()) if reading.source.has(name))
    reading.refuse(row, next(present), Reason.MISSING)
    return None, None


def _is_filled(reading: SheetReading, row: int, name: str) -> bool:
    value = reading.source.value(row, name)
    return value is not None and written(value) not in catalogue().none_marks


def _refuse_both(reading: SheetReading, parsing: BirthParsing, place: int, citizen_id: str) -> None:
    """Report the column that the identity number contradicts, the second when it does not tell."""
    row = reading.rows[place]
    told_sex, told_year = sex_in_citizen_id(citizen_id), birth_year_in_citizen_id(citizen_id)
    fits = []
    for sex, name in BIRTH_COLUMNS.items():
        birth = parsing.at(reading.source.value(row, name), place).value
        if sex is told_sex and birth is not None and birth.day.year == told_year:
            fits.append(sex)
    wrong = Sex.MALE if fits == [Sex.FEMALE] else Sex.FEMALE
    reading.refuse(row, BIRTH_COLUMNS[wrong], Reason.BIRTH_IN_BOTH_COLUMNS)


def _sexes(reading: SheetReading) -> list[Sex | None]:
    if all(reading.source.has(name) for name in _MARKS.values()):
        return [_sex_at(reading, place) for place in range(len(reading.rows))]
    return reading.take("sex", parse_sex)


def _sex_at(reading: SheetReading, place: int) -> Sex | None:
    if all(reading.source.has(name) for name in _MARKS.values()):
        marked = [sex for sex, name in _MARKS.items() if reading.take_at(name, place, parse_mark)]
        return marked[0] if len(marked) == 1 else None
    return reading.take_at("sex", place, parse_sex)
