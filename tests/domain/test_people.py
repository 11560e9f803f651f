"""What a citizen number tells, and which birth date counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import BirthDate
from desktop.domain.people import (
    BirthBasis,
    Person,
    Sex,
    birth_year_in_citizen_id,
    is_citizen_id,
    sex_in_citizen_id,
)


@pytest.mark.parametrize(
    ("number", "sex", "year"),
    [
        ("031065095119", Sex.MALE, 1965),
        ("031171926295", Sex.FEMALE, 1971),
        ("031205000001", Sex.MALE, 2005),
        ("031305000001", Sex.FEMALE, 2005),
    ],
)
def test_the_fourth_to_sixth_digits_tell_sex_and_birth_year(number: str, sex: Sex, year: int) -> None:
    assert is_citizen_id(number)
    assert sex_in_citizen_id(number) is sex
    assert birth_year_in_citizen_id(number) == year


@pytest.mark.parametrize(
    "text", ["", "03106509511", "0310650951190", "03106509511x", "０３１０６５０９５１１９", "031 065095119"]
)
def test_other_text_tells_nothing(text: str) -> None:
    assert not is_citizen_id(text)
    assert sex_in_citizen_id(text) is None
    assert birth_year_in_citizen_id(text) is None


@given(st.text(max_size=14))
def test_any_text_gets_an_answer(text: str) -> None:
    assert (sex_in_citizen_id(text) is not None) is is_citizen_id(text)
    assert (birth_year_in_citizen_id(text) is not None) is is_citizen_id(text)


def test_the_chosen_birth_date_counts() -> None:
    card, file = BirthDate(date(1965, 6, 3)), BirthDate(date(1964, 6, 3))
    assert Person(birth=card, birth_on_file=file).decisive_birth == card
    assert Person(birth=card, birth_on_file=file, birth_basis=BirthBasis.FILE).decisive_birth == file
    assert Person(birth=card, birth_basis=BirthBasis.FILE).decisive_birth is None
