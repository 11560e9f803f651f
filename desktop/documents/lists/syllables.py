"""Whether a word can be a Vietnamese syllable: what text read with the wrong table hardly ever is."""

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOPPED = {"\u0301", "\u0323", ""}
"""Tones of syllables that end in c, ch, p or t (none where people leave the mark out)."""
_ONSET = "ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnprstvx]"
_OPEN = (
    "uya|uyu|iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uêu|ia|ya|ua|ưa|uơ|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu"
)
"""Vowels that nothing follows."""
_CLOSED = "uyê|iê|yê|uô|ươ|oa|oă|oe|uê|uy|uâ|oo|[aăâeêioôơuưy]"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:(?:{_CLOSED})(ng|nh|ch|[cmnpt])?|{_OPEN})\Z")
_G_ALONE = re.compile(r"gi(ng|nh|ch|[cmnpt])?\Z")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Tell whether the word, in any case, is built like a Vietnamese syllable with at most one tone."""
    base, tones = _parted(word)
    found = _SYLLABLE.match(base) or _G_ALONE.match(base)
    if found is None or len(tones) > 1:
        return False
    return found[1] not in {"c", "ch", "p", "t"} or "".join(tones) in _STOPPED


def _parted(word: str) -> tuple[str, list[str]]:
    """Return the letters without tones, composed, and the tones."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in _TONES]
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES)), tones
