"""How units word things in their lists: synonyms of headers, routes and marks, held as project files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from desktop.domain.dossiers import Group, Route
from desktop.domain.names import fold
from desktop.system.resources import shipped_yaml

_NOT_A_WORD = re.compile(r"[^\w]+|_")
_ASIDE = re.compile(r"\([^)]*\)")


class SheetKind(StrEnum):
    """What a sheet of a list holds."""

    LIST = "list"
    SALARY = "salary"
    INSURANCE = "insurance"


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """Folded wordings of one column's header, and words that rule it out."""

    field: str
    words: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    excluded_above: tuple[str, ...] = ()
    """Words that rule the column out when they stand in a heading above its own."""
    right_of: str = ""
    """The field whose column stands left of this one under the same heading, "" where that does not matter."""


@dataclass(frozen=True, slots=True)
class SheetNeeds:
    """Which columns make a sheet this kind of sheet."""

    all_of: frozenset[str]
    one_of: frozenset[str]
    none_of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plausible:
    """Bounds beyond which a number is a slip of the hand."""

    coefficient: int
    percent: int
    first_year: int
    last_year: int
    child_under: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All wordings. Keys of `choices` are field names, then stored values."""

    columns: Mapping[SheetKind, tuple[ColumnWords, ...]]
    needs: Mapping[SheetKind, SheetNeeds]
    required: Mapping[SheetKind, frozenset[str]]
    routes: Mapping[str, tuple[Group, Route]]
    choices: Mapping[str, Mapping[str, str]]
    marks: Mapping[str, bool]
    none_marks: frozenset[str]
    totals: tuple[str, ...]
    examples: frozenset[str]
    insured_pay: tuple[str, ...]
    workplaces: tuple[str, ...]
    not_workplaces: tuple[str, ...]
    signatures: tuple[str, ...]
    plausible: Plausible


@lru_cache(maxsize=8192)
def fold_words(text: str) -> str:
    """Return the text folded, without what stands in brackets, punctuation as single spaces."""
    folded = fold(_ASIDE.sub(" ", text)) or fold(text)
    return _NOT_A_WORD.sub(" ", folded).strip()


@cache
def catalogue() -> Catalogue:
    """Load the project's wordings, once."""
    source = shipped_yaml("catalogues", "list_columns.yaml")
    return Catalogue(
        columns={SheetKind(kind): _columns(fields) for kind, fields in source["columns"].items()},
        needs={SheetKind(kind): _needs(needs) for kind, needs in source["sheets"].items()},
        required={SheetKind(kind): frozenset(fields) for kind, fields in source["required"].items()},
        routes={
            words: (Group(each["group"]), Route(each["route"])) for each in source["routes"] for words in each["words"]
        },
        choices={name: _inverted(words) for name, words in source["choices"].items()},
        marks={words: key == "yes" for key, wordings in source["marks"].items() for words in wordings},
        none_marks=frozenset(source["none"]),
        totals=tuple(source["totals"]),
        examples=frozenset(source["examples"]),
        insured_pay=tuple(source["insured_pay"]),
        workplaces=tuple(f"{each} " for each in source["workplaces"]),
        not_workplaces=tuple(f"{each} " for each in source["not_workplaces"]),
        signatures=tuple(source["signatures"]),
        plausible=Plausible(**source["plausible"]),
    )


def _columns(fields: Mapping[str, Mapping[str, Any]]) -> tuple[ColumnWords, ...]:
    return tuple(
        ColumnWords(
            field,
            tuple(entry["words"]),
            tuple(entry.get("not", ())),
            tuple(entry.get("not_under", ())),
            entry.get("right_of", ""),
        )
        for field, entry in fields.items()
    )


def _needs(needs: Mapping[str, list[str]]) -> SheetNeeds:
    return SheetNeeds(
        frozenset(needs.get("needs", ())),
        frozenset(needs.get("needs_one_of", ())),
        frozenset(needs.get("not_with", ())),
    )


def _inverted(words: Mapping[str, list[str]]) -> dict[str, str]:
    return {each: stored for stored, wordings in words.items() for each in wordings}
