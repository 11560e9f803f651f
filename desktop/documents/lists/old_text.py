"""Text typed with fonts from before Unicode: TCVN3 (ABC, .VnTime) and VNI (VNI-Times), told and converted.

In these fonts the letters stand at places of the Western table (Windows-1252), so a program that does not know the font
shows "NguyÔn" or "Nguyeãn" for "Nguyễn". TCVN3 is TCVN 5712:1993, table VN3: one place for each small letter; capitals
with marks are small letters in a font of capitals (.VnTimeH). VNI puts the mark behind its letter.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from desktop.documents.lists.syllables import is_syllable


class OldFont(StrEnum):
    """Which table the text was typed with."""

    TCVN3 = "tcvn3"
    VNI = "vni"


_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {first + place: letter for first, letters in _RUNS.items() for place, letter in enumerate(letters)}

_HUYEN, _SAC, _NGA, _HOI, _NANG = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_PLAIN = {"ù": _SAC, "ø": _HUYEN, "û": _HOI, "õ": _NGA, "ï": _NANG}
_ROOFED = {"â": "", "á": _SAC, "à": _HUYEN, "å": _HOI, "ã": _NGA, "ä": _NANG}
_BOWED = {"ê": "", "é": _SAC, "è": _HUYEN, "ú": _HOI, "ü": _NGA, "ë": _NANG}
_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni_pairs() -> dict[str, str]:
    bases = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
    pairs = {base + mark: letter + tone for base, letter in bases.items() for mark, tone in _PLAIN.items()}
    pairs |= {base + mark: f"{base}\u0302{tone}" for base in "aeo" for mark, tone in _ROOFED.items()}
    pairs |= {f"a{mark}": f"a\u0306{tone}" for mark, tone in _BOWED.items()}
    return {written: unicodedata.normalize("NFC", letter) for written, letter in pairs.items() if written != "yï"}


_VNI = _vni_pairs() | _SINGLE
_VNI_LETTER = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)

_BEYOND_WESTERN = re.compile(r"[^\x00-\xff]")
"""No old font has such a letter: the text is Unicode already."""
_RUN = re.compile(r"[a-zA-Z\x80-\xff]*[\x80-\xff][a-zA-Z\x80-\xff]*")
_SHORTENED = re.compile(r"[A-ZĂÂÊÔƠƯĐ]{2,8}\Z")
"""Words as numbers of documents have them: QĐ, HĐND, LĐTBXH."""
_LETTERS = re.compile(r"[a-zA-Z]")
_FEW, _ENOUGH = 0.5, 0.7
"""When at most a few of the words with marks are syllables as they stand, most have to be once converted; else all."""
_NEARLY_ALL = 0.8
"""Share of the texts of a column that have to tell its font, for the rest to be taken as the same."""


@dataclass(frozen=True, slots=True)
class ColumnFont:
    """The old font of a column.

    `whole` tells that nearly all of the column is in it and nothing in Unicode: then cells that tell nothing are too.
    """

    font: OldFont
    whole: bool

    def holds(self, text: str) -> bool:
        """Tell whether this cell is one to convert."""
        if font_of(text) is self.font:
            return True
        if not self.whole or not is_western(text):
            return False
        words = _words(text)
        return bool(words) and _share(convert_old_text(word, self.font) for word in words) == 1


def convert_old_text(text: str, font: OldFont | None = None) -> str:
    """Return the text in Unicode; without a font the text itself tells, and what is no old text stays as it is.

    Words that are all capitals but for letters with marks become all capitals: TCVN3 has no others.
    """
    known = font or font_of(text)
    if known is None or not is_western(text):
        return text
    return _from_tcvn3(text) if known is OldFont.TCVN3 else _from_vni(text)


def is_western(text: str) -> bool:
    """Tell whether all letters stand in the Western table, and some have marks: the old fonts had no others."""
    return not text.isascii() and not _BEYOND_WESTERN.search(text)


@lru_cache(maxsize=8192)
def font_of(text: str) -> OldFont | None:
    """Return with which font a text was typed; None when it is Unicode or nothing tells.

    Judged by its words with marks: as they stand some are no Vietnamese syllables, read with the right table they are.
    """
    if not is_western(text):
        return None
    words = _words(text)
    as_it_stands = _share(words)
    if not words or as_it_stands == 1:
        return None
    shares = {font: _share(convert_old_text(word, font) for word in words) for font in OldFont}
    best = max(OldFont, key=lambda font: shares[font])
    return best if shares[best] >= (_ENOUGH if as_it_stands <= _FEW else 1) else None


def column_font(texts: Iterable[str]) -> ColumnFont | None:
    """Return with which font the texts of a column, or some of them, were typed; None when all are Unicode."""
    marked = {text for text in texts if not text.isascii()}
    western = {text for text in marked if is_western(text)}
    told = Counter(font for font in map(font_of, western) if font)
    if not told:
        return None
    whole = len(western) == len(marked) and told.total() >= _NEARLY_ALL * len(western)
    return ColumnFont(told.most_common(1)[0][0], whole)


def _words(text: str) -> list[str]:
    """Return the words with marks; a sign that stands alone is no word."""
    return [word for word in _RUN.findall(text) if _LETTERS.search(word)]


def _share(words: Iterable[str]) -> float:
    told = [is_syllable(word) or bool(_SHORTENED.match(word)) for word in words]
    return sum(told) / len(told) if told else 0.0


@lru_cache(maxsize=8192)
def _from_tcvn3(text: str) -> str:
    return " ".join(_capitals_kept(word, word.translate(_TCVN3)) for word in text.split(" "))


def _capitals_kept(written: str, converted: str) -> str:
    plain = [letter for letter in written if letter.isascii() and letter.isalpha()]
    return converted.upper() if len(plain) > 1 and all(map(str.isupper, plain)) else converted


@lru_cache(maxsize=8192)
def _from_vni(text: str) -> str:
    return _VNI_LETTER.sub(_vni_letter, text)


def _vni_letter(found: re.Match[str]) -> str:
    letter = _VNI[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter
