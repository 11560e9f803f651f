"""Every sentence that people read, by code; knows nothing of windows, so that the command line speaks the same."""

from functools import lru_cache

import yaml

from desktop.domain.errors import Param, Refusal
from desktop.domain.foreign_text import shown_lines
from desktop.services.wording import word
from desktop.system.resources import resource

__all__ = ["known_codes", "message", "refusal_text", "word"]

_WORDS = "words.yaml"
_UNKNOWN = (
    "Lỗi này là của chương trình, không phải của người dùng: thiếu câu giải thích cho mã {code}. Không có gì bị mất."
)


def refusal_text(refusal: Refusal) -> str:
    """Return the Vietnamese sentence of a refusal."""
    return message(refusal.code, **refusal.params)


def message(code: str, /, **params: Param) -> str:
    """Return the sentence for a code with its parameters put in.

    A code without a sentence, or a sentence that asks for more than is given, is answered by saying that the
    fault is the program's and which code it is about. What others wrote is put in as it may be shown.
    """
    sentence = _sentences().get(code)
    if sentence is None:
        return _UNKNOWN.format(code=code)
    try:
        return sentence.format_map({name: _shown(value) for name, value in params.items()})
    except KeyError:
        return _UNKNOWN.format(code=code)


def _shown(value: Param) -> Param:
    return shown_lines(value) if isinstance(value, str) else value


def known_codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(_sentences())


@lru_cache(maxsize=1)
def _sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(resource("texts").glob("*.yaml")):
        if path.name != _WORDS:
            found.update(yaml.safe_load(path.read_text(encoding="utf-8")))
    return found
