"""Vietnamese names: one written form, search without accents, order by given name."""

import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_ORDER = {letter: index + 1 for index, letter in enumerate(_ALPHABET)}
_LETTER_MARKS = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn make a letter of their own
_TONE_ORDER = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng


def compose(text: str) -> str:
    """Return the text in NFC with single spaces and none at the ends."""
    if text.isascii() and text.isalnum():
        return text  # numbers and single words without marks: most of a list
    return " ".join(unicodedata.normalize("NFC", text).split())


def normalise_name(text: str) -> str:
    """Return a person's name as documents write it: composed, and capitalised if it was all capitals."""
    composed = compose(text)
    return composed.title() if composed.isupper() else composed


def written_name(text: str) -> str:
    """Return a name that was typed or listed as documents write it; one all in small letters is capitalised too."""
    name = normalise_name(text)
    return name.title() if name.islower() else name


class _Folding(dict[int, str]):
    """Each character as it is folded, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).casefold().replace("đ", "d"))
        folded = self[code] = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return the text for search and comparison: no accents, no case, đ as d, single spaces."""
    return compose(text).translate(_FOLDING)


def given_name(full_name: str) -> str:
    """Return the last word, by which Vietnamese lists are ordered."""
    return full_name.rsplit(" ", 1)[-1] if full_name else ""


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Order by the Vietnamese alphabet: letters first, tones only between equal letters."""
    letters: list[int] = []
    tones: list[int] = []
    for character in compose(text).casefold():
        letter, tone = _split_letter(character)
        if letter:  # a mark that stands alone is no letter
            letters.append(_LETTER_ORDER.get(letter, 0 if letter == " " else 100 + ord(letter[0])))
            tones.append(tone)
    return tuple(letters), tuple(tones)


def name_sort_key(full_name: str) -> tuple[object, object]:
    """Order people by given name, then by the whole name."""
    return sort_key(given_name(full_name)), sort_key(full_name)


@lru_cache(maxsize=1024)
def _split_letter(character: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", character)
    tone = next((_TONE_ORDER[mark] for mark in decomposed if mark in _TONE_ORDER), 0)
    base = "".join(
        mark
        for mark in decomposed
        if mark not in _TONE_ORDER and (mark in _LETTER_MARKS or not unicodedata.combining(mark))
    )
    return unicodedata.normalize("NFC", base), tone
