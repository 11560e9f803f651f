"""The articles that the fields of a person's form rest on."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Citation
from desktop.system.resources import shipped_yaml


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The article that a field rests on, and where that is known from."""

    basis: str
    source: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    fields: dict[str, Article]


@lru_cache(maxsize=1)
def known_articles() -> Mapping[str, Article]:
    """Return the article of every field for which one is known, by dotted name."""
    return msgspec.convert(shipped_yaml("catalogues", "field_help.yaml"), _File).fields


def articles_of(packs: Sequence[PolicyPack]) -> Mapping[str, str]:
    """Return the articles that the packs themselves cite for fields of a record; they stand before the catalogue's."""
    cited = {
        "person.sex": (pack.roadmap.citation for pack in packs if pack.roadmap is not None),
        "career.salary": (each.citation for pack in packs for each in tuple(pack.salaries.values())[:1]),
        "career.rank": (each.citation for pack in packs for each in pack.ladders[:1]),
        "reason": (each.citation for pack in packs for each in pack.reasons[:1]),
        "obstacles": (each.citation for pack in packs for each in pack.obstacles[:1]),
    }
    named = {name: _named(citations) for name, citations in cited.items()}
    return {name: words for name, words in named.items() if words}


def _named(citations: Iterable[Citation]) -> str:
    return "; ".join(dict.fromkeys(str(each) for each in citations))
