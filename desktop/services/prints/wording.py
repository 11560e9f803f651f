"""The field's Vietnamese words for printed forms, from the same list as the screens'."""

from enum import Enum
from functools import lru_cache

from desktop.system.resources import shipped_yaml


def word(member: Enum) -> str:
    """Return the Vietnamese term of an enum member, as the glossary fixes it."""
    return _words()[type(member).__name__][str(member.value)]


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = shipped_yaml("texts", "words.yaml")
    return words
