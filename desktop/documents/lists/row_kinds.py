"""Which rows of a list are people: not groups, totals, repeated headers or signatures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.documents.lists.catalogue import catalogue, fold_words
from desktop.documents.lists.row_reading import MappedSheet
from desktop.documents.lists.values import written
from desktop.domain.names import compose

_IDENTITY = ("citizen_id", "birth", "birth_male", "birth_female")
_TELLING = ("full_name", *_IDENTITY, "leave_on")
"""Fields that a row about a person can hardly lack all of."""
_MANY_CELLS = 5
_MOST_CELLS_OF_A_HEADING = 3
_GROUP_NUMBER = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,2})[.)]?\Z")
_LEADING_NUMBER = re.compile(r"\A(?:[IVXLC]+|[A-Z]|\d{1,2})\s*[.):\-]\s*")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row about a person (from 0), under the group heading that stands above it ("" when none does)."""

    row: int
    heading: str


def person_rows(source: MappedSheet) -> Iterator[PersonRow]:
    """Yield the rows about people in order."""
    heading = ""
    closed = False
    for row in source.rows:
        if _is_empty(source, row) or _is_header_again(source, row):
            continue
        if _is_person(source, row, closed=closed):
            closed = False
            yield PersonRow(row, heading)
        elif _is_end(source, row):
            closed = True
        else:
            heading = _heading(source, row) or heading


def _is_empty(source: MappedSheet, row: int) -> bool:
    return all(value is None for value in source.sheet.rows[row])


def _is_header_again(source: MappedSheet, row: int) -> bool:
    """A header printed again in the middle: every mapped text repeats a level of its own header."""
    texts = [(column, written(source.sheet.at(row, column))) for column in source.mapping.columns.values()]
    filled = [(column, text) for column, text in texts if text]
    return len(filled) > 1 and all(
        text in source.header(column).split(" – ") or text.strip("()").isdigit() for column, text in filled
    )


def _is_person(source: MappedSheet, row: int, *, closed: bool) -> bool:
    """Two telling cells make a person, or one beside a running number, or many filled cells.

    Below the total stand remarks and the signers: a number and a name make no person there.
    """
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
    text = written(source.value(row, name))
    return bool(text) and (name == "full_name" or any(letter.isdigit() for letter in text))


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
