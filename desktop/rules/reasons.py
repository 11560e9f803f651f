"""Sentences of packs with `{names}` in them."""

import re
from functools import lru_cache

from desktop.rules.scope import Scope

_NAME = re.compile(r"\{([^{}]*)\}")


def names_in_text(text: str) -> tuple[str, ...]:
    """Return what stands in braces, in order."""
    return tuple(_NAME.findall(text))


def fill(text: str, scope: Scope) -> str:
    """Return the sentence with each `{name}` as its value is shown."""
    parts = _parts(text)
    if len(parts) == 1:
        return text
    for name in parts[1::2]:
        scope.try_value(name)
    return "".join([scope.shown(part) if place % 2 else part for place, part in enumerate(parts)])


@lru_cache(maxsize=4_096)  # the sentences of packs are few and come back for every person
def _parts(text: str) -> tuple[str, ...]:
    """Return text, name, text, name, … text."""
    return tuple(_NAME.split(text))
