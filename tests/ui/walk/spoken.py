"""What a text on the screen should have been, where it is in the other language."""

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from desktop.ui.language import Language

ROOT = Path(__file__).parents[3]
_BLANK = re.compile(r"\{[a-zA-Z_0-9]*\}|%\d|%n")
_QTS = re.compile(r"[A-Za-z]{3}")


@cache
def _files() -> Any:
    sys.path.insert(0, str(ROOT / "build_scripts"))
    import i18n_files  # noqa: PLC0415 - a script beside the program, not a package

    return i18n_files


@cache
def judge(language: Language) -> Callable[[str], str]:
    """Return a function that says what a text should have been, "" where it may stand as it is."""
    exact, patterns = _english_wanted() if language is Language.ENGLISH else _vietnamese_wanted()

    @cache
    def spoken(text: str) -> str:
        plain = text.replace("&", "")
        if plain in exact:
            return exact[plain]
        return next((right for piece, pattern, right in patterns if piece in plain and pattern.fullmatch(plain)), "")

    return spoken


Wanted = tuple[dict[str, str], list[tuple[str, re.Pattern[str], str]]]


def _english_wanted() -> Wanted:
    """Vietnamese of ours, and of Qt's own words, as they must not be seen."""
    files = _files()
    pairs = [(source, said) for each in files.read_ts().values() for source, said in each.items()]
    english = files.english_sentences()
    pairs += [
        (said, english[name].get(code, "")) for name, codes in files.sentences().items() for code, said in codes.items()
    ]
    pairs += [(said, source) for source, said in _qts()]
    return _wanted([(vietnamese, said) for vietnamese, said in pairs if files_differ(vietnamese, said)])


def _vietnamese_wanted() -> Wanted:
    """Qt's own English, and ours."""
    files = _files()
    pairs = _qts()
    pairs += [(said, source) for each in files.read_ts().values() for source, said in each.items() if _QTS.search(said)]
    return _wanted([(shown, right) for shown, right in pairs if files_differ(shown, right)])


def files_differ(shown: str, right: str) -> bool:
    """Whether the two say something else: marks such as THỰC HÀNH are the same in both."""
    return bool(right) and shown.strip().replace("&", "") != right.strip().replace("&", "")


def _qts() -> list[tuple[str, str]]:
    files = _files()
    return [pair for each in files.read_ts(ROOT / "i18n" / "qt_vi.ts").values() for pair in each.items()]


def _wanted(pairs: list[tuple[str, str]]) -> Wanted:
    """Return texts without blanks, and for the others their longest piece, which is looked for first, and a pattern."""
    exact, patterns = {}, []
    for shown, right in pairs:
        plain = shown.strip().replace("&", "")
        pieces = _BLANK.split(plain)
        longest = max(pieces, key=len)
        if len(pieces) == 1:
            exact[plain] = right
        elif sum(letter.isalpha() for letter in longest) > 9:
            patterns.append((longest, re.compile(".*".join(map(re.escape, pieces)), re.DOTALL), right))
    return exact, patterns
