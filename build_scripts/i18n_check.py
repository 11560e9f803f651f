"""What is wrong with the English: nothing there, other placeholders, other mnemonics, Vietnamese left in it."""

import re
from collections import Counter
from collections.abc import Iterator

from i18n_files import PLACEHOLDER, digest_of, english_sentences, read_ts, sentences, translated_from
from i18n_strings import VIETNAMESE, window_strings

_NAMES = re.compile(
    # Names of documents, of the law and of places, marks that are printed as they are, and Vietnam's money.
    r"NĐ(?:-CP)?|QĐ|NQ|HĐND|ĐVQHNS|Điều|Biểu(?: số)?|Phụ lục|Nghị quyết|Nghị định|Quyết định|THỰC HÀNH|NHÁP|Hải Phòng|"
    r"Tinh Giản|Phiếu tính|đồng|(?<![^\W\d])[đĐ](?![^\W\d])|Số|“[^”]*”|‘[^’]*’"
)


def faults() -> list[str]:
    """Return every fault, each as one line that says where."""
    return [*window_faults(), *sentence_faults()]


def window_faults() -> Iterator[str]:
    """Yield the faults of the window's strings."""
    found, english = window_strings(), read_ts()
    yield from found.stray
    for context, messages in found.messages.items():
        for source in messages:
            said = english.get(context, {}).get(source, "")
            yield from (f"{context}: {each}" for each in translation_faults(source, said, keys=True))
    for context, messages in english.items():
        for source in messages.keys() - found.messages.get(context, {}).keys():
            yield f"{context}: no longer in the code (update drops it): {source[:60]}"


def sentence_faults() -> Iterator[str]:
    """Yield the faults of the sentences."""
    english, made_from = english_sentences(), translated_from()
    for name, said in sentences().items():
        known = english.get(name, {})
        for code, sentence in said.items():
            place = f"{name} {code}"
            yield from (f"{place}: {each}" for each in translation_faults(sentence, known.get(code, ""), keys=False))
            if known.get(code) and made_from.get(place, digest_of(sentence)) != digest_of(sentence):
                yield f"{place}: the Vietnamese is another now: {sentence[:70]!r}"
        yield from (f"{name} {code}: no such code" for code in known.keys() - said.keys())


def translation_faults(source: str, english: str, *, keys: bool) -> Iterator[str]:
    """Yield what is wrong with one translation; `keys` where & makes a key."""
    if source and not english:
        yield f"no English: {source[:70]!r}"
        return
    if Counter(PLACEHOLDER.findall(source)) != Counter(PLACEHOLDER.findall(english)):
        yield f"other placeholders: {english[:70]!r}"
    if keys and _keys(source) != _keys(english):
        yield f"a key in one of both only: {english[:70]!r}"
    if VIETNAMESE.search(_NAMES.sub("", english)):
        yield f"Vietnamese left: {english[:70]!r}"


def _keys(text: str) -> int:
    return len(re.findall(r"&[^\s&]", text.replace("&&", "")))
