"""Recovery codes: eleven words by chance and one that proves them, to be written by hand and typed back years later."""

import re
import secrets
from hashlib import sha256
from typing import Final

from desktop.domain.errors import Refusal
from desktop.domain.names import fold
from desktop.exchange.spoken.words import bytes_of, words_of

_BY_CHANCE: Final = 11
"""Bytes. 88 bits behind a slow key derivation: nobody tries them all."""
_WORDS: Final = _BY_CHANCE + 1
_SUGGESTED: Final = 8
"""Words of a suggested passphrase: 64 bits."""
_SPLIT: Final = re.compile(r"[^\w]+")


def new_recovery_code() -> tuple[str, ...]:
    """Return twelve words; the last one proves the others."""
    content = secrets.token_bytes(_BY_CHANCE)
    return words_of(content + _proof(content))


def suggested_words() -> tuple[str, ...]:
    """Return eight words by chance for a passphrase, in plain letters: no keyboard composes them otherwise."""
    return tuple(fold(word) for word in words_of(secrets.token_bytes(_SUGGESTED)))


def recovery_secret(typed: str) -> str:
    """Return what a typed code stands for, in plain letters with hyphens, so that any keyboard can type it to `age`.

    Raises Refusal: spoken.unknown_word, recovery.wrong_count, recovery.mistyped.
    """
    words = [each for each in _SPLIT.split(typed) if each and not each.isdigit()]
    if len(words) != _WORDS:
        raise Refusal("recovery.wrong_count", count=len(words), wanted=_WORDS)
    content = bytes_of(words)
    if content[_BY_CHANCE:] != _proof(content[:_BY_CHANCE]):
        raise Refusal("recovery.mistyped")
    return fold("-".join(words_of(content)))


def _proof(content: bytes) -> bytes:
    return sha256(content).digest()[:1]
