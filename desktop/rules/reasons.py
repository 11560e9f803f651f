"""Sentences of packs with `{names}` in them."""

import re

from desktop.rules.scope import Scope

_NAME = re.compile(r"\{([^{}]*)\}")


def names_in_text(text: str) -> tuple[str, ...]:
    """Return what stands in braces, in order."""
    return tuple(_NAME.findall(text))


def fill(text: str, scope: Scope) -> str:
    """Return the sentence with each `{name}` as its value is shown."""
    for name in names_in_text(text):
        scope.try_value(name)
    return _NAME.sub(lambda match: scope.shown(match[1]), text)
