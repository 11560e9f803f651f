"""Who the person is: citizen number, name, insurance number (catalogue 3.1)."""

import unicodedata

from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.names import compose, normalise_name
from desktop.domain.people import birth_year_in_citizen_id, is_citizen_id, sex_in_citizen_id
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits

_LETTERS = frozenset("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
_BETWEEN_LETTERS = frozenset(" -'’")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def citizen_id_length(case: Case[Dossier]) -> Hits:
    """DD01: the citizen number is not twelve digits; nine are an older number, of which DD05 speaks."""
    number = case.subject.person.citizen_id
    if not is_citizen_id(number) and not _is_older_number(number):
        yield Hit({"gia_tri": number, "n": len(number)}, detail="" if number else "empty")


def citizen_id_province(case: Case[Dossier]) -> Hits:
    """DD02: the first three digits are no province's code."""
    number = case.subject.person.citizen_id
    provinces = case.context.provinces
    if provinces and is_citizen_id(number) and number[:3] not in provinces:
        yield Hit({"ma": number[:3]}, detail=number[:3])


def citizen_id_sex(case: Case[Dossier]) -> Hits:
    """DD03: the fourth digit tells another sex than the dossier."""
    person = case.subject.person
    told = sex_in_citizen_id(person.citizen_id)
    if told and person.sex and told is not person.sex:
        shown = {"so": person.citizen_id[3], "gt_cccd": told.value, "gt": person.sex.value}
        yield Hit(shown, detail=f"{person.citizen_id[3]}-{person.sex.value}")


def citizen_id_birth_year(case: Case[Dossier]) -> Hits:
    """DD04: the number tells another birth year than the card's birth date."""
    person = case.subject.person
    told = birth_year_in_citizen_id(person.citizen_id)
    if told and person.birth and told != person.birth.day.year:
        yield Hit({"nam_cccd": told, "nam": person.birth.day.year}, detail=f"{told}-{person.birth.day.year}")


def older_number(case: Case[Dossier]) -> Hits:
    """DD05: only the nine digits of the older identity card are known."""
    if _is_older_number(case.subject.person.citizen_id):
        yield Hit()


def _is_older_number(number: str) -> bool:
    return len(number) == 9 and number.isascii() and number.isdigit()


def name_is_whole(case: Case[Dossier]) -> Hits:
    """DD06: the name is empty, has a digit, or is one word."""
    name = case.subject.person.full_name
    if len(name.split()) < 2 or any(letter.isdigit() for letter in name):
        yield Hit({"gia_tri": name})


def name_is_written_properly(case: Case[Dossier]) -> Hits:
    """DD07: the name is not in its written form, or has letters that Vietnamese does not have."""
    name = case.subject.person.full_name
    proper = normalise_name(name)
    strange = _strange_letters(proper)
    if strange:
        yield Hit({"gia_tri": name, "ky_tu": strange}, detail=f"strange:{strange}")
    elif name != proper:
        yield Hit({"de_xuat": proper}, detail=proper)


def insurance_number_length(case: Case[Dossier]) -> Hits:
    """DD08: the insurance number is not ten digits; not entered is no fault."""
    number = case.subject.person.insurance_number
    if number and not (len(number) == 10 and number.isascii() and number.isdigit()):
        yield Hit({"gia_tri": number}, detail=number)


def workplace_holds(case: Case[Dossier]) -> Hits:
    """DD09: no workplace, or one that is known and did not exist on the day of leaving."""
    name, leave, register = case.subject.person.workplace, case.subject.leave_on, case.context.units
    if not name.strip():
        yield Hit(detail="missing")
    elif register and leave:
        units = register.named(name)
        if units and all(unit.ended_before(leave) for unit in units):
            yield Hit({"dv": name, "ngay": format_date(leave)})


def citizen_id_of_someone_else(case: Case[Dossier]) -> Hits:
    """DD10: someone else in the round has this number, with another name or birth date."""
    dossier = case.subject
    for other in case.context.by_citizen_id.get(dossier.person.citizen_id, ()):
        if other.id != dossier.id and _told(other) != _told(dossier):
            number, name = dossier.person.citizen_id, other.person.full_name
            born = other.person.birth.shown if other.person.birth else "unknown"
            yield Hit({"so": number, "ten_khac": name, "ns": born}, detail=f"{other.id}:{number}:{name}:{born}")


def _told(dossier: Dossier) -> tuple[str, str]:
    return compose(dossier.person.full_name).casefold(), str(dossier.person.birth)


def _strange_letters(name: str) -> str:
    """Return the characters of `name` that a Vietnamese name does not have, each once; digits are DD06's."""
    return "".join(dict.fromkeys(letter for letter in name if not (letter.isdigit() or _usual(letter))))


def _usual(character: str) -> bool:
    if character in _BETWEEN_LETTERS:
        return True
    letter = unicodedata.normalize("NFC", "".join(_without_tone(character)))
    return letter.casefold() in _LETTERS


def _without_tone(character: str) -> list[str]:
    return [mark for mark in unicodedata.normalize("NFD", character) if mark not in _TONES]


RULES = (
    DossierRule("DD01", citizen_id_length),
    DossierRule("DD02", citizen_id_province),
    DossierRule("DD03", citizen_id_sex),
    DossierRule("DD04", citizen_id_birth_year),
    DossierRule("DD05", older_number),
    DossierRule("DD06", name_is_whole),
    DossierRule("DD07", name_is_written_properly),
    DossierRule("DD08", insurance_number_length),
    DossierRule("DD09", workplace_holds),
    DossierRule("DD10", citizen_id_of_someone_else),
)
