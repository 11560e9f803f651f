"""Which language the program speaks to whoever sits before it; knows nothing of windows.

The law, printed forms, what travels in packages and the steps of a computation are Vietnamese in any case: they are
what offices sign.
"""

from enum import StrEnum
from functools import lru_cache

from desktop.system.resources import shipped_yaml


class Language(StrEnum):
    """A language that all of the program's own texts are there in."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class _Spoken:
    language = Language.VIETNAMESE


def spoken() -> Language:
    """Return the language that is spoken now."""
    return _Spoken.language


def speak(language: Language) -> None:
    """Speak this language from now on; what stands on the screen already stays."""
    _Spoken.language = language


@lru_cache(maxsize=32)
def english(name: str) -> dict[str, str]:
    """Return the English sentences of a file of `resources/texts/en`, by code; a place in a tree is dotted."""
    found: dict[str, str] = shipped_yaml("texts", "en", name) or {}
    return found
