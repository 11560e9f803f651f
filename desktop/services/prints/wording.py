"""The field's Vietnamese words for printed forms, from the same list as the screens'."""

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from desktop.services.rounds.one_fault import NAMED
from desktop.system.resources import shipped_yaml


def word(member: Enum) -> str:
    """Return the Vietnamese term of an enum member, as the glossary fixes it."""
    return _words()[type(member).__name__][str(member.value)]


def people_named(names: Sequence[str]) -> str:
    """Return the one name, or how many people and the first of them: "20 người (An, Bình, Chi và 17 người khác)"."""
    if len(names) == 1:
        return names[0]
    more = f" và {len(names) - NAMED} người khác" if len(names) > NAMED else ""
    return f"{len(names)} người ({', '.join(names[:NAMED])}{more})"


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = shipped_yaml("texts", "words.yaml")
    return words
