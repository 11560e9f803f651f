"""Dates as papers give them: a day, a month, a year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import BirthDate, Precision, format_date, parse_stored_date
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth

_DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(_DAYS, st.sampled_from(Precision))
def test_a_birth_date_is_read_back_from_its_stored_form(day: date, precision: Precision) -> None:
    birth = BirthDate(day, precision)
    assert BirthDate.parse(str(birth)) == birth


@pytest.mark.parametrize(
    ("text", "day", "precision", "shown"),
    [
        ("1965-06-03", date(1965, 6, 3), Precision.DAY, "03/06/1965"),
        ("1965-06", date(1965, 6, 1), Precision.MONTH, "06/1965"),
        ("1965", date(1965, 1, 1), Precision.YEAR, "1965"),
    ],
)
def test_what_is_not_known_is_held_as_the_first(text: str, day: date, precision: Precision, shown: str) -> None:
    birth = BirthDate.parse(text)
    assert (birth.day, birth.precision, birth.shown) == (day, precision, shown)
    assert birth == BirthDate(date(1965, 6, 3), precision)


def test_the_birth_month_is_january_when_only_the_year_is_known() -> None:
    assert BirthDate(date(1965, 6, 3), Precision.YEAR).month == YearMonth(1965, 1)
    assert BirthDate(date(1965, 6, 3)).month == YearMonth(1965, 6)


@pytest.mark.parametrize(
    "text", ["", "1965-6", "1965-02-30", "03/06/1965", "65", "196５", "1965-13", "2024-W01-1", "0000", "abcd", "1965 "]
)
def test_a_birth_date_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        BirthDate.parse(text)
    assert refusal.value.code == "date.unreadable"


@pytest.mark.parametrize(
    "text", ["", "20241101", "2024-W44-5", "2024-11-1", "2024-02-30", "01/11/2024", "2024-11-01T00"]
)
def test_a_stored_date_has_one_form(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_stored_date(text)
    assert (refusal.value.code, refusal.value.params) == ("date.unreadable", {"value": text})


@given(st.dates())
def test_a_date_is_read_back_from_its_stored_form(day: date) -> None:
    assert parse_stored_date(day.isoformat()) == day


def test_a_shown_date_has_four_digits_of_the_year() -> None:
    assert format_date(date(65, 6, 3)) == "03/06/0065"
    assert format_date(date(2024, 11, 1)) == "01/11/2024"
