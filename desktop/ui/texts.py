"""Every sentence that people read, by code; knows nothing of windows, so that the command line speaks the same."""

from enum import Enum
from functools import lru_cache

from desktop.domain.errors import Param, Refusal
from desktop.domain.foreign_text import shown_lines
from desktop.services.prints import wording
from desktop.system.resources import resource, shipped_yaml
from desktop.ui.language import Language, english, spoken

__all__ = ["known_codes", "message", "refusal_text", "word"]

_WORDS = "words.yaml"
_UNKNOWN = "ui.no_sentence"


def refusal_text(refusal: Refusal) -> str:
    """Return the sentence of a refusal, in the language that is spoken."""
    return message(refusal.code, **refusal.params)


def message(code: str, /, **params: Param) -> str:
    """Return the sentence for a code with its parameters put in.

    A code without a sentence, or a sentence that asks for more than is given, is answered by saying that the
    fault is the program's and which code it is about. What others wrote is put in as it may be shown.
    """
    sentences = _sentences(spoken())
    sentence = sentences.get(code)
    if sentence is None:
        return sentences[_UNKNOWN].format(code=code)
    try:
        return sentence.format_map({name: _shown(value) for name, value in params.items()})
    except KeyError:
        return sentences[_UNKNOWN].format(code=code)


def word(member: Enum) -> str:
    """Return the term of an enum member on the screen, as the glossary fixes it; prints have the Vietnamese one."""
    if spoken() is Language.ENGLISH:
        return english(_WORDS)[f"{type(member).__name__}.{member.value}"]
    return wording.word(member)


def _shown(value: Param) -> Param:
    return shown_lines(value) if isinstance(value, str) else value


def known_codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(_sentences(Language.VIETNAMESE))


@lru_cache(maxsize=2)
def _sentences(language: Language) -> dict[str, str]:
    """Return the sentences of a language; what has no English is said in Vietnamese rather than not at all."""
    found: dict[str, str] = {}
    for path in sorted(resource("texts").glob("*.yaml")):
        if path.name != _WORDS:
            found.update(shipped_yaml("texts", path.name))
    if language is Language.ENGLISH:
        for path in sorted(resource("texts", "en").glob("*.yaml")):
            found.update({code: said for code, said in english(path.name).items() if code in found})
    return found
