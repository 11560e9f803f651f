"""How a word sounds once everything is left out that somebody, somewhere, does not tell apart.

Left out are the tones and the marks of vowels (some type without them); l for n, ch for tr, s for x, d, đ, gi, r and v;
kh for h; a final ng, nh or m for n; a final c, ch or p for t; and glides that are spelled or drawn out differently
(ai, ay; ao, au; iê, i; uô, ươ, u). Two words with different sounds are different in every dialect.
"""

from typing import Final

from desktop.domain.names import fold

_STARTS: Final = (
    ("ngh", "q"),
    ("ng", "q"),
    ("nh", "j"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "w"),
    ("tr", "z"),
    ("ch", "z"),
    ("kh", "h"),
    ("k", "c"),
    ("l", "n"),
    ("s", "x"),
    ("r", "d"),
    ("v", "d"),
)
"""The first that fits is taken; each start gets a letter of its own."""
_ENDS: Final = (("ng", "n"), ("nh", "n"), ("m", "n"), ("ch", "t"), ("c", "t"), ("p", "t"))
_VOWELS: Final = frozenset("aeiou")
_HEX: Final = frozenset("abcdef")


def sound_of(word: str) -> str:
    """Return the sound of a Vietnamese syllable as a few letters; equal for two words that may be mistaken."""
    letters = fold(word).replace("y", "i")
    start, rest = _parted(letters)
    return start + _rime(rest)


def _parted(letters: str) -> tuple[str, str]:
    if letters.startswith("gi"):
        return "d", letters[2:] if letters[2:3] in _VOWELS else letters[1:]  # giày, but gì
    for spelled, sound in _STARTS:
        if letters.startswith(spelled):
            whole = sound + letters[len(spelled) :]
            return whole[:1], whole[1:]
    return ("", letters) if letters[:1] in _VOWELS else (letters[:1], letters[1:])


def _rime(letters: str) -> str:
    for spelled, sound in _ENDS:
        if letters.endswith(spelled):
            letters = letters.removesuffix(spelled) + sound
            break
    drawn = letters.replace("ie", "i").replace("uo", "u")
    return drawn[:-1] + "u" if drawn.endswith(("ao", "eo")) else drawn


def is_hex(text: str) -> bool:
    """Tell whether a word could be taken for hex digits."""
    return frozenset(fold(text)) <= _HEX
