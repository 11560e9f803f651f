"""A fingerprint as it is read out: in hex groups, or in words."""

import re
from typing import Final

from desktop.exchange.spoken.sound import is_hex
from desktop.exchange.spoken.words import bytes_of, words_of

SPOKEN_BYTES: Final = 16
"""128 bits: nobody finds a second key with the same, and sixteen words are read in half a minute."""
_BREAKS: Final = re.compile(r"[\s,.;:·–-]+|\b[0-9]{1,2}[.)]\s*")
"""Between words, with the numbers that a list of them may have."""
_HEX: Final = re.compile(r"[0-9A-Fa-f\s:.-]*")


def fingerprint_words(fingerprint: str) -> tuple[str, ...]:
    """Return the words of a fingerprint in hex, however it is grouped: of its first 128 bits."""
    return words_of(bytes.fromhex(hex_letters(fingerprint))[:SPOKEN_BYTES])


def typed_fingerprint(typed: str) -> str:
    """Return the upper-case hex digits that were typed, in hex or in words.

    Raises Refusal("spoken.unknown_word", word, place).
    """
    if _HEX.fullmatch(typed):
        return hex_letters(typed)
    words = [each for each in _BREAKS.split(typed) if each]
    if all(is_hex(each) or each.isdigit() for each in words):
        return hex_letters(typed)
    return bytes_of(words).hex().upper()


def hex_letters(fingerprint: str) -> str:
    """Return the hex digits of a fingerprint, however people group them."""
    return "".join(letter for letter in fingerprint.upper() if letter.isalnum())
