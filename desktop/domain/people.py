"""A person in a dossier and what is said of them."""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.dates import BirthDate

_SEPARATORS = re.compile(r"[\s.\-'`’]")


class Sex(StrEnum):
    """Decides the retirement age."""

    MALE = "male"
    FEMALE = "female"


class BirthBasis(StrEnum):
    """Which of two birth dates the computation uses (product E11)."""

    CARD = "card"
    FILE = "file"


class Employment(StrEnum):
    """Biểu 01 column 7."""

    CADRE = "cadre"
    CIVIL_SERVANT = "civil_servant"
    PUBLIC_EMPLOYEE = "public_employee"
    CONTRACT = "contract"
    OTHER = "other"


class ManagementLevel(StrEnum):
    """Diện quản lý: who manages the cadre; decides group (b) (dispatch, D4)."""

    POLITBURO = "politburo"
    SECRETARIAT = "secretariat"
    CITY_STANDING_COMMITTEE = "city_standing_committee"
    DELEGATED_TO_STANDING_MEMBERS = "delegated_to_standing_members"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """Who the dossier is about. Empty text or None means: not entered yet. Text is NFC."""

    full_name: str = ""
    sex: Sex | None = None
    birth: BirthDate | None = None
    citizen_id: str = ""
    birth_on_file: BirthDate | None = None
    birth_basis: BirthBasis = BirthBasis.CARD
    birth_basis_reason: str = ""
    insurance_number: str = ""
    post: str = ""
    workplace: str = ""
    qualification: str = ""
    employment: Employment | None = None
    management_level: ManagementLevel | None = None
    bank_account: str = ""
    bank_name: str = ""

    @property
    def decisive_birth(self) -> BirthDate | None:
        """The birth date that computations use."""
        return self.birth_on_file if self.birth_basis is BirthBasis.FILE else self.birth

    @property
    def chooses_birth(self) -> bool:
        """Whether one of two different birth dates, or that of the file, is computed with: it takes reason and paper.

        A file that knows no more than the year or month does not differ from a card that says the same of it.
        """
        if self.birth_basis is BirthBasis.FILE:
            return True
        if self.birth is None or self.birth_on_file is None:
            return False
        return not self.birth.agrees_with(self.birth_on_file)


_SEX_OF_DIGIT = {0: Sex.MALE, 1: Sex.FEMALE}


def sex_in_citizen_id(citizen_id: str) -> Sex | None:
    """Return the sex that the fourth digit of a CCCD number tells, None when it is no CCCD number."""
    return _SEX_OF_DIGIT[int(citizen_id[3]) % 2] if is_citizen_id(citizen_id) else None


def birth_year_in_citizen_id(citizen_id: str) -> int | None:
    """Return the birth year that digits 4 to 6 of a CCCD number tell, None when it is no CCCD number."""
    if not is_citizen_id(citizen_id):
        return None
    century = 1900 + 100 * (int(citizen_id[3]) // 2)
    return century + int(citizen_id[4:6])


def without_separators(text: str) -> str:
    """Return the text without the spaces, dots and hyphens that are written between the digits of a number."""
    return text if text.isalnum() else _SEPARATORS.sub("", text)


def written_number(text: str) -> str:
    """Return a number without separators; what has anything but digits in it stays as it is written."""
    digits = without_separators(text)
    return digits if digits.isascii() and digits.isdigit() else text


def is_citizen_id(text: str) -> bool:
    """Tell whether the text has the form of a CCCD number: 12 digits (there is no checksum)."""
    return len(text) == 12 and text.isascii() and text.isdigit()
