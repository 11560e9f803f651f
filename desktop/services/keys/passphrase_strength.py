"""How long a passphrase holds out against somebody who has the key's file: an estimate on the low side."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import log2
from typing import Final

from desktop.domain.names import fold
from desktop.exchange.spoken.words import WORDS

_TRIES_A_SECOND: Final = 10_000_000
"""What a graphics card tries: a key file slows each try down by 2,048 rounds of SHA-256 only."""
_WEAK_BELOW: Final = 45.0
_GOOD_FROM: Final = 60.0
"""Bits: three weeks, and a thousand years, of such a card."""

_PARTS: Final = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_OURS: Final = frozenset(fold(word) for word in WORDS)
_OFTEN: Final = frozenset(
    {"matkhau", "mat", "khau", "password", "pass", "admin", "abc", "abcd", "qwerty", "qwertyuiop", "asdf", "haiphong",
     "hai", "phong", "vietnam", "viet", "nam", "iloveyou", "anhyeuem", "taichinh", "ubnd", "letmein", "tinhgian"}
)  # fmt: skip  # words that are tried first
_OFTEN_BITS: Final = 5.0
_WORD_BITS: Final = 8.0
"""One of our 256 words."""
_LETTER_BITS: Final = 3.0
"""Letters of Vietnamese syllables follow from one another."""
_LONE_LETTER_BITS: Final = 5.0
"""One or two between digits and signs follow from nothing."""
_DIGIT_BITS: Final = log2(10)
_SIGN_BITS: Final = 4.0


_SPANS: Final = (
    (60, "seconds"),
    (3600, "minutes"),
    (86_400, "hours"),
    (30 * 86_400, "days"),
    (365 * 86_400, "months"),
    (100 * 365 * 86_400, "years"),
)
"""Up to how many seconds the word fits."""


class Level(StrEnum):
    """How a passphrase is judged."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Strength:
    """The judgement, and the seconds in which half of all that are as likely can be tried."""

    level: Level
    seconds: float

    @property
    def span(self) -> str:
        """The code of the time in words: strength.time.minutes and so on."""
        return f"strength.time.{next((name for limit, name in _SPANS if self.seconds < limit), 'ages')}"


def strength_of(passphrase: str, known: Iterable[str] = ()) -> Strength:
    """Judge a passphrase; `known` are words that anybody would try first, such as the office's name."""
    familiar = _OFTEN | {word for text in known for word in fold(text).split()}
    bits, seen = 0.0, set[str]()
    for part in _PARTS.findall(fold(passphrase)):
        bits += 1.0 if part in seen else _bits(part, familiar)
        seen.add(part)
    level = Level.WEAK if bits < _WEAK_BELOW else Level.FAIR if bits < _GOOD_FROM else Level.GOOD
    return Strength(level, 2.0 ** max(0.0, bits - 1) / _TRIES_A_SECOND)


def _bits(part: str, familiar: frozenset[str]) -> float:
    if part[0].isdigit():
        return _bits_of_digits(part)
    if not part[0].isalpha():
        return 1.0 if part.isspace() or part in "-._" else _SIGN_BITS * len(set(part))
    if part in familiar:
        return _OFTEN_BITS
    if part in _OURS:
        return _WORD_BITS
    each = _LONE_LETTER_BITS if len(part) <= 2 else _LETTER_BITS
    return each * min(len(part), 3 * len(set(part)))


def _bits_of_digits(part: str) -> float:
    """Years, days, and runs such as 123456 or 1111 are tried first."""
    steps = {int(after) - int(before) for before, after in pairwise(part)}
    if len(part) > 2 and len(steps) == 1:
        return _OFTEN_BITS
    if re.fullmatch(r"(19|20)\d\d", part):
        return 7.0
    return min(_DIGIT_BITS * len(part), 15.0) if len(part) == 8 else _DIGIT_BITS * len(part)
