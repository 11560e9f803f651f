"""Which field a column's header names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.documents.lists.catalogue import ColumnWords, SheetKind, catalogue, fold_words

_UNDER_HEADING = 12
_EXACT = 10
_LOOSE = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Heading:
    """The folded texts above a column, the highest first; the last is the column's own."""

    levels: tuple[str, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Heading":
        """Fold the texts, dropping empty ones and those repeated by a merge."""
        folded = [each for each in map(fold_words, texts) if each]
        return cls(tuple(each for index, each in enumerate(folded) if index == 0 or each != folded[index - 1]))

    @property
    def own(self) -> str:
        """The lowest text."""
        return self.levels[-1] if self.levels else ""

    @property
    def whole(self) -> str:
        """All texts in one."""
        return " ".join(self.levels)


@dataclass(frozen=True, slots=True)
class Matches:
    """Columns found for fields (from 0), and how well the header fits as a whole."""

    columns: Mapping[str, int]
    score: int


def match_headings(kind: SheetKind, headings: Sequence[Heading]) -> Matches:
    """Give each field the column whose header fits best; exact wordings first, then loose ones."""
    neighbours = _neighbours(kind)
    offers = sorted(_offers(kind, headings), key=lambda each: (each[2] not in neighbours, *each), reverse=True)
    columns: dict[str, int] = {}
    score = 0
    for value, minus_column, field in offers:
        placed = _is_placed(-minus_column, headings, columns.get(neighbours[field])) if field in neighbours else True
        if placed and field not in columns and -minus_column not in columns.values():
            columns[field] = -minus_column
            score += value
    return Matches(_with_span(_with_given_name(columns, headings)), score)


@cache
def _neighbours(kind: SheetKind) -> Mapping[str, str]:
    """Return which fields stand right of which: they are looked for last."""
    return {entry.field: entry.right_of for entry in catalogue().columns[kind] if entry.right_of}


def _is_placed(column: int, headings: Sequence[Heading], left: int | None) -> bool:
    """Tell whether the column left of it is that of the years, under the same heading."""
    if left is None or left != column - 1 or not _holds(headings[left].own, "nam"):
        return False
    return headings[left].levels[:-1] == headings[column].levels[:-1]


def _with_span(columns: dict[str, int]) -> dict[str, int]:
    """Read both months from one column where the sheet has only that."""
    span = columns.pop("span", None)
    if span is None or "first" in columns or "last" in columns:
        return columns
    return columns | {"first": span, "last": span}


def _with_given_name(columns: dict[str, int], headings: Sequence[Heading]) -> dict[str, int]:
    """Find the column of given names: it stands right of the names, headed "Tên" or under the same heading."""
    name, given = columns.get("full_name"), columns.pop("given_name", None)
    if name is None or name + 1 >= len(headings):
        return columns
    same = headings[name + 1].levels == headings[name].levels and name + 1 not in columns.values()
    return columns | {"given_name": name + 1} if same or given == name + 1 else columns


def _offers(kind: SheetKind, headings: Sequence[Heading]) -> list[tuple[int, int, str]]:
    return [
        (value, -column, field)
        for column, heading in enumerate(headings)
        if heading.levels
        for field, value in _fields_of(kind, heading)
    ]


def may_be(kind: SheetKind, headings: Sequence[Heading]) -> bool:
    """Tell whether a column every sheet of this kind has could be among them; quick, for the many rows of data."""
    pattern = _needed_word(kind)
    return any(pattern.search(heading.whole) for heading in headings if heading.levels)


def words_in(text: str) -> frozenset[str]:
    """Return the single words of a folded text."""
    return frozenset(_WORD.findall(text))


def may_name(words: frozenset[str]) -> bool:
    """Tell whether `may_be` could be true of any kind for headings of these words; the quickest of all to tell."""
    return any(needed <= words for needed in _needed_words())


@cache
def _needed_words() -> frozenset[frozenset[str]]:
    return frozenset(words_in(each) for kind in SheetKind for each in _wordings(_needed(kind)))


@cache
def _needed_word(kind: SheetKind) -> re.Pattern[str]:
    return _pattern(_needed(kind))


def _needed(kind: SheetKind) -> list[ColumnWords]:
    """Return the columns of which every sheet of this kind has one."""
    needed = {"full_name"} if "full_name" in catalogue().needs[kind].all_of else {"last", "span"}
    return [entry for entry in catalogue().columns[kind] if entry.field in needed]


def _pattern(entries: Iterable[ColumnWords]) -> re.Pattern[str]:
    longest_first = sorted(_wordings(entries), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _wordings(entries: Iterable[ColumnWords]) -> set[str]:
    return {each.rpartition(" > ")[2] for entry in entries for each in entry.words}


@cache
def _any_word(kind: SheetKind) -> re.Pattern[str]:
    """One pattern of all wordings, so that the many cells that are no header are passed over quickly."""
    return _pattern(catalogue().columns[kind])


@lru_cache(maxsize=4096)
def _fields_of(kind: SheetKind, heading: Heading) -> tuple[tuple[str, int], ...]:
    if not _any_word(kind).search(heading.own):
        return ()
    found = ((entry.field, _fit(entry, heading)) for entry in catalogue().columns[kind])
    return tuple((field, value) for field, value in found if value)


def _fit(entry: ColumnWords, heading: Heading) -> int:
    if any(_holds(heading.own, each) for each in entry.excluded):
        return 0
    above = " ".join(heading.levels[:-1])
    if any(_holds(above, each) for each in entry.excluded_above):
        return 0
    return max(_fit_words(words, heading) for words in entry.words)


def _fit_words(words: str, heading: Heading) -> int:
    above, arrow, own = words.partition(" > ")
    if arrow:
        return _UNDER_HEADING if own == heading.own and _holds(" ".join(heading.levels[:-1]), above) else 0
    if words in (heading.own, heading.whole):
        return _EXACT
    return _LOOSE if " " in words and _holds(heading.own, words) else 0


def _holds(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "
