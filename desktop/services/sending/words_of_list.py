"""The list's digest as people compare it: short on paper and on the screen, in words over the telephone."""

from desktop.exchange.spoken.words import words_of
from desktop.services.prints.printed_list import SHORT_HASH


def short_hash(digest: str) -> str:
    """Return the letters of a digest (hex) that every printed sheet bears."""
    return digest[:SHORT_HASH]


def spoken_list(digest: str) -> tuple[str, ...]:
    """Return these letters as words that stay apart in every dialect, one for each two of them."""
    return words_of(bytes.fromhex(short_hash(digest)))
