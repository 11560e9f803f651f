"""Text that others wrote, as it may be shown: nothing hidden, nothing that moves other text, no line of its own.

The store keeps what was received letter by letter; only what screens, prints and terminals get passes through here.
"""

import unicodedata
from typing import Final

HIDDEN: Final = "\ufffd"
"""Stands for each character that has no looks of its own: directions, joiners, control codes."""
LONGEST: Final = 300
"""Letters of a name that are shown; the longest true ones have about a hundred."""

_HIDDEN_KINDS: Final = frozenset({"Cc", "Cf", "Cs"})
_SEPARATORS: Final = frozenset({"Zl", "Zp"})
_MOST_MARKS: Final = 4
"""Marks upon one letter; Vietnamese has two, and a pile of them would cover the lines above."""


def shown(text: str, longest: int = LONGEST) -> str:
    """Return `text` as one line of at most `longest` letters; longer ones end with "…"."""
    line = text if text.isprintable() else " ".join(map(_without_hidden, text.splitlines()))
    line = _with_few_marks(line)
    return line if len(line) <= longest else line[: longest - 1] + "…"


def shown_lines(text: str) -> str:
    """Return `text` with the lines that it has, whole, but nothing hidden in them."""
    if text.isprintable():
        return _with_few_marks(text)
    return "\n".join(_with_few_marks(_without_hidden(each)) for each in text.split("\n"))


def _without_hidden(line: str) -> str:
    return "".join(map(_visible, line.removesuffix("\r")))


def _visible(character: str) -> str:
    kind = unicodedata.category(character)
    if character == "\t" or kind in _SEPARATORS:
        return " "
    return HIDDEN if kind in _HIDDEN_KINDS else character


def _with_few_marks(line: str) -> str:
    if line.isascii() or not any(map(unicodedata.combining, line)):
        return line
    kept: list[str] = []
    marks = 0
    for character in line:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
