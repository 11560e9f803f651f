"""Every sentence that people read, by code; knows nothing of windows, so that the command line speaks the same."""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

import yaml

from desktop.domain.errors import Param, Refusal
from desktop.system.resources import resource

_WORDS = "words.yaml"
_UNKNOWN = "Lỗi này là của chương trình: thiếu câu giải thích cho mã {code}. Không có gì bị mất."
    "Lỗi này là của chương trình, không phải của người dùng: thiếu câu giải thích cho mã {code}. Không có gì bị mất."
)


def refusal_text(refusal: Refusal) -> str:
    """Return the Vietnamese sentence of a refusal."""
    return message(refusal.code, **refusal.params)


def message(code: str, **params: Param) -> str:
    """Return the sentence for a code with its parameters put in; an unknown code says that the fault is ours."""
    return _filled(code, params)


def word(member: Enum) -> str:
    """Return the Vietnamese term of an enum member, as the glossary fixes it."""
    return _words()[type(member).__name__][str(member.value)]


def known_codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(_sentences())


def _filled(code: str, params: Mapping[str, Param]) -> str:
    sentence = _sentences().get(code)
    if sentence is None:
        return _UNKNOWN.format(code=code)
    return sentence.format_map({name: str(value) for name, value in params.items()})


@lru_cache(maxsize=1)
def _sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(resource("texts").glob("*.yaml")):
        if path.name != _WORDS:
            found.update(yaml.safe_load(path.read_text(encoding="utf-8")))
    return found


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = yaml.safe_load(resource("texts", _WORDS).read_text(encoding="utf-8"))
    return words
