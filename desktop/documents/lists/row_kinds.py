"""Which rows of a list are people: not groups, totals, repeated headers or signatures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.documents.lists.catalogue import catalogue, fold_words
from desktop.documents.lists.row_reading import MappedSheet
from desktop.documents.lists.values import BrokenCell, written
from desktop.documents.lists.watching import Watch
from desktop.domain.names import compose

_IDENTITY = ("citizen_id", "birth", "birth_male", "birth_female")
_TELLING = ("full_name", *_IDENTITY, "leave_on")
"""Fields that a row about a person can hardly lack all of."""
_MANY_CELLS = 5
_MOST_CELLS_OF_A_HEADING = 3
_GROUP_NUMBER = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,2})[.)]?\Z")
_FEWEST_DIGITS = 4
"""Of a birth or a number: a year has four; a count of people rarely."""
_DIGIT = re.compile(r"\d")
_LEADING_NUMBER = re.compile(r"\A(?:[IVXLC]+|[A-Z]|\d{1,2})\s*[.):\-]\s*")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row about a person (from 0), under the group heading that stands above it ("" when none does)."""

    row: int
    heading: str


def person_rows(source: MappedSheet, watch: Watch) -> Iterator[PersonRow]:
    """Yield the rows about people in order; raises as `watch`."""
    heading = ""
    closed = False
    titles = _titles(source)
    for row in watch.over(source.rows, source.sheet.name):
        if source.is_example(row):
            continue
        if _is_plainly_person(source, row, titles):
            closed = False
            yield PersonRow(row, heading)
        elif _is_empty(source, row) or _is_header_again(source, row):
            continue
        elif _is_person(source, row, closed=closed):
            closed = False
            yield PersonRow(row, heading)
        elif _is_end(source, row):
            closed = True
        else:
            heading = _heading(source, row) or heading


def _titles(source: MappedSheet) -> frozenset[str]:
    """Return what the header says over the names."""
    column = source.column("full_name")
    return frozenset() if column is None else frozenset(source.header(column).split(" – "))


def _is_plainly_person(source: MappedSheet, row: int, titles: frozenset[str]) -> bool:
    """Tell it from a name and one cell of identity: nearly all rows, and the quickest to tell."""
    name = source.value(row, "full_name")
    if not isinstance(name, str) or not name.lstrip()[0].isalpha() or compose(name) in titles:
        return False
    return any(_tells(source, row, each) for each in _IDENTITY) and not _counts_only(source, row, name)


def _counts_only(source: MappedSheet, row: int, name: str) -> bool:
    """Tell a total that counts people below their numbers and births: "Cộng mục I … 2"; a person may be called Cộng."""
    lowered = name.casefold().lstrip()
    if not lowered.startswith(catalogue().totals) or not _is_total(compose(lowered)):
        return False
    cells = (source.value(row, each) for each in _IDENTITY)
    return all(value is None or len(_DIGIT.findall(written(value))) < _FEWEST_DIGITS for value in cells)


def _is_empty(source: MappedSheet, row: int) -> bool:
    return all(value is None for value in source.sheet.rows[row])


def _is_header_again(source: MappedSheet, row: int) -> bool:
    """A header printed again in the middle: every mapped text repeats a level of its own header."""
    filled = 0
    for column in source.mapping.columns.values():
        text = written(source.sheet.at(row, column))
        if text:
            filled += 1
            if text not in source.header(column).split(" – ") and not text.strip("()").isdigit():
                return False
    return filled > 1


def _is_person(source: MappedSheet, row: int, *, closed: bool) -> bool:
    """Two telling cells make a person, or one beside a running number, or many filled cells.

    Below the total stand remarks and the signers: a number and a name make no person there.
    """
    words = source.value(row, "full_name")
    if isinstance(words, str) and _counts_only(source, row, words):
        return False
    told = sum(1 for name in _TELLING if _tells(source, row, name))
    if told >= 2 and any(_tells(source, row, name) for name in _IDENTITY):
        return True
    if _is_end(source, row):
        return False
    numbered = written(source.value(row, "ordinal")).rstrip(".").isdigit()
    filled = sum(1 for name in source.mapping.columns if source.value(row, name) is not None)
    return told >= 2 or filled >= _MANY_CELLS or (told == 1 and numbered and not closed and filled > 2)


def _tells(source: MappedSheet, row: int, name: str) -> bool:
    """Numbers and dates have a digit; a signature line has words in their columns."""
    value = source.value(row, name)
    if value is None or name == "full_name":
        return value is not None
    return bool(_DIGIT.search(value)) if isinstance(value, str) else not isinstance(value, BrokenCell | bool)


def _is_end(source: MappedSheet, row: int) -> bool:
    """Tell whether the row is a total or a line of signatures."""
    texts = [compose(value).casefold() for value in source.sheet.rows[row] if isinstance(value, str)]
    return any(_is_total(text) for text in texts[:2]) or any(map(_is_signature, texts))


def _is_total(text: str) -> bool:
    return any(text == each or text.startswith((f"{each} ", f"{each}:")) for each in catalogue().totals)


def _is_signature(text: str) -> bool:
    folded = fold_words(text)
    return any(folded == each or folded.startswith(f"{each} ") for each in catalogue().signatures)


def _heading(source: MappedSheet, row: int) -> str:
    """Return a group's name: the longest text of a row that holds little else."""
    texts = [written(value) for value in source.sheet.rows[row] if value is not None]
    words = [text for text in texts if not _GROUP_NUMBER.match(text)]
    longest = max(words, key=len, default="")
    return _LEADING_NUMBER.sub("", longest) if len(texts) <= _MOST_CELLS_OF_A_HEADING else ""
