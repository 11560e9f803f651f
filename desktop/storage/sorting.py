"""Columns that let every database search and order Vietnamese names alike."""

from desktop.domain.names import fold, given_name, sort_key
from desktop.domain.people import Person

_END = b"\x00"
_BEYOND = 0xFF
_FIRST_BEYOND = 100


def name_key(full_name: str) -> bytes:
    """Return bytes that compare as `domain.names.name_sort_key` does: given name, then the whole name."""
    return key_bytes(given_name(full_name)) + key_bytes(full_name)


def key_bytes(text: str) -> bytes:
    """Return `domain.names.sort_key` as bytes: every value shifted by one, 0 ends each part."""
    letters, tones = sort_key(text)
    return b"".join(_letter(value) for value in letters) + _END + bytes(tone + 1 for tone in tones) + _END


def _letter(value: int) -> bytes:
    return bytes((value + 1,)) if value < _FIRST_BEYOND else bytes((_BEYOND,)) + value.to_bytes(3, "big")


def search_text(person: Person) -> str:
    """Return what a search looks through, folded: names, numbers, workplace and post."""
    parts = (person.full_name, person.citizen_id, person.insurance_number, person.workplace, person.post)
    return fold(" ".join(part for part in parts if part))
