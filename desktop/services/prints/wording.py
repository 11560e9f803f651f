"""The field's Vietnamese words for printed forms, from the same list as the screens'."""

from enum import Enum
from functools import lru_cache

import yaml

from desktop.system.resources import resource


def word(member: Enum) -> str:
    """Return the Vietnamese term of an enum member, as the glossary fixes it."""
    return _words()[type(member).__name__][str(member.value)]


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    text = resource("texts", "words.yaml").read_text(encoding="utf-8")
    words: dict[str, dict[str, str]] = yaml.safe_load(text)
    return words
