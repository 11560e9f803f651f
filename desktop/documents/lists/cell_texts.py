"""Parsers of names, identity numbers, routes, choices and marks."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from desktop.documents.lists.catalogue import catalogue, fold_words
from desktop.documents.lists.faults import Answer, Correction, Reason
from desktop.documents.lists.values import CellValue, decimal_text, written
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Group, Route
from desktop.domain.names import compose, fold, written_name
from desktop.domain.people import (
    Employment,
    ManagementLevel,
    Sex,
    birth_year_in_citizen_id,
    is_citizen_id,
    without_separators,
    written_number,
)

Kind = TypeVar("Kind", bound=StrEnum)

_BY_WHAT_RIGHT = re.compile(r"\b(?:theo|quy dinh tai|tai)\b.*\Z")
_CITIZEN_ID_DIGITS = 12
_INSURANCE_DIGITS = 10


def parse_text(value: CellValue) -> Answer[str]:
    """Read free text, composed; nothing for an empty cell."""
    text = written(value)
    return Answer(text) if text else Answer()


def parse_name(value: CellValue) -> Answer[str]:
    """Read a person's name: composed, single spaces, capitals only at the start of words.

    A name all in small letters comes from a list typed in a font of capitals.
    """
    if value is None:
        return Answer()
    if not isinstance(value, str):
        return Answer.refuse(Reason.NOT_A_NAME)
    name = written_name(value)
    if not all(letter.isalpha() or letter in " '’-." for letter in name) or " " not in name:
        return Answer.refuse(Reason.NOT_A_NAME)
    return Answer(name, None if name == value else Correction.NAME_WRITTEN_FORM)


def parse_citizen_id(value: CellValue, births: tuple[BirthDate, ...] = ()) -> Answer[str]:
    """Read a 12-digit number; an Excel number has lost its leading zero.

    Two lost zeros are restored only when the number then tells the year of one of the `births` of the row,
    because a number of ten digits can also be a shorter slip.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _citizen_id_from_number(decimal_text(value), births)
    text = written(value)
    if is_citizen_id(text):
        return Answer(text)
    digits = without_separators(text)
    if not digits:
        return Answer()
    if not (digits.isascii() and digits.isdigit()):
        return Answer.refuse(Reason.CITIZEN_ID_UNREADABLE)
    if not is_citizen_id(digits):
        return Answer.refuse(Reason.CITIZEN_ID_DIGITS, digits=len(digits))
    return Answer(digits, None if digits == text else Correction.SEPARATORS)


def _citizen_id_from_number(digits: str, births: tuple[BirthDate, ...]) -> Answer[str]:
    if not digits.isdigit():
        return Answer.refuse(Reason.CITIZEN_ID_UNREADABLE)
    restored = digits.zfill(_CITIZEN_ID_DIGITS)
    lost = _CITIZEN_ID_DIGITS - len(digits)
    told = birth_year_in_citizen_id(restored)
    if lost == 0:
        return Answer(digits)
    if lost == 1 or (lost == 2 and any(birth.day.year == told for birth in births)):
        return Answer(restored, Correction.LEADING_ZERO)
    return Answer.refuse(Reason.CITIZEN_ID_DIGITS, digits=len(digits))


def parse_insurance_number(value: CellValue) -> Answer[str]:
    """Read a ten-digit social insurance number; nothing is restored, a lost zero is not certain here."""
    text = written(value)
    digits = without_separators(text)
    if not digits:
        return Answer()
    if not (digits.isascii() and digits.isdigit() and len(digits) == _INSURANCE_DIGITS):
        return Answer.refuse(Reason.INSURANCE_NUMBER_DIGITS, digits=len(digits))
    return Answer(digits)


def parse_account(value: CellValue) -> Answer[str]:
    """Read the number of a bank account; one with letters in it stays as it is written."""
    text = written(value)
    return Answer(written_number(text)) if text else Answer()


@lru_cache(maxsize=1024, typed=True)
def parse_case(value: CellValue) -> Answer[tuple[Group, Route]]:
    """Read the wording of a route, with or without the article behind it."""
    text = fold_words(written(value))
    if not text:
        return Answer()
    routes = catalogue().routes
    found = routes.get(text) or routes.get(_BY_WHAT_RIGHT.sub("", text).strip())
    return Answer(found) if found else Answer.refuse(Reason.CASE_UNKNOWN)


def parse_choice(field: str, value: CellValue) -> Answer[str]:
    """Read one of the field's wordings as its stored value."""
    text = fold_words(written(value))
    if not text:
        return Answer()
    stored = catalogue().choices[field].get(text)
    return Answer(stored) if stored else Answer.refuse(Reason.CHOICE_UNKNOWN)


def parse_sex(value: CellValue) -> Answer[Sex]:
    """Read "Nam", "Nữ"."""
    return _as_kind(Sex, parse_choice("sex", value))


def parse_employment(value: CellValue) -> Answer[Employment]:
    """Read "CB", "CC", "VC" and the like."""
    return _as_kind(Employment, parse_choice("employment", value))


def parse_management_level(value: CellValue) -> Answer[ManagementLevel]:
    """Read "BTV Thành ủy" and the like."""
    return _as_kind(ManagementLevel, parse_choice("management_level", value))


def _as_kind(kind: type[Kind], answer: Answer[str]) -> Answer[Kind]:
    return Answer(kind(answer.value)) if answer.value else Answer(reason=answer.reason, params=answer.params)


@lru_cache(maxsize=1024, typed=True)
def parse_mark(value: CellValue) -> Answer[bool]:
    """Read a cross, "có", "không"; nothing for an empty cell."""
    if isinstance(value, bool):
        return Answer(value)
    text = fold(written(value))
    if not text or compose(text) in catalogue().none_marks:
        return Answer()
    answer = catalogue().marks.get(text)
    return Answer.refuse(Reason.MARK_UNKNOWN) if answer is None else Answer(answer)
