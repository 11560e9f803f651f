"""What a field is needed for, and what is said of how to fill it."""

import re
from dataclasses import replace

import pytest

from desktop.domain.dossiers import Dossier, Group
from desktop.domain.people import BirthBasis, Person
from desktop.rules.checks.law_tables import LawTables, tables_of
from desktop.services.entry.field_help import articles_of, known_articles
from desktop.services.entry.needs import Because, Level, changing_needs
from tests.rules.checks.situations import ND29, PERSON

EMPTY = Dossier("d1", "r1", 1)
TABLES = tables_of((ND29,))
_DOCUMENT = re.compile(r"(\d+/\d{4})/?N[ĐQ]|Nghị định|Nghị quyết")


@pytest.mark.parametrize(
    ("dossier", "field", "level", "because"),
    [
        (replace(EMPTY, group=Group.VOLUNTARY), "person.management_level", Level.REQUIRED, Because.VOLUNTARY),
        (replace(EMPTY, group=Group.DOWNSIZING), "person.management_level", Level.OPTIONAL, None),
        (replace(EMPTY, group=Group.DOWNSIZING), "reason", Level.RECOMMENDED, Because.DOWNSIZING),
        (replace(EMPTY, group=Group.TRANSITIONAL), "earlier_payments", Level.RECOMMENDED, Because.TRANSITIONAL),
        (replace(EMPTY, reduced_capacity=True), "assessed_month", Level.RECOMMENDED, Because.CAPACITY),
        (EMPTY, "person.birth", Level.REQUIRED, None),
        (replace(EMPTY, person=Person(birth_basis=BirthBasis.FILE)), "person.birth", Level.RECOMMENDED, None),
        (
            replace(EMPTY, person=Person(birth_basis=BirthBasis.FILE)),
            "person.birth_on_file",
            Level.REQUIRED,
            Because.FILE_BIRTH,
        ),
        (
            replace(EMPTY, person=replace(PERSON, birth_on_file=PERSON.birth)),
            "person.birth_basis_reason",
            Level.OPTIONAL,
            None,
        ),
    ],
)
def test_a_field_is_needed_as_the_record_says(
    dossier: Dossier, field: str, level: Level, because: Because | None
) -> None:
    need = changing_needs(dossier, TABLES)[field]
    assert (need.level, need.because) == (level, because)


def test_without_a_list_of_reasons_none_is_advised() -> None:
    needs = changing_needs(replace(EMPTY, group=Group.DOWNSIZING), LawTables())
    assert needs["reason"].level is Level.OPTIONAL


def test_an_article_is_never_without_where_it_is_known_from() -> None:
    known = known_articles()
    assert len(known) > 10
    for name, article in known.items():
        assert article.source, name
        assert _DOCUMENT.search(article.basis), name


def test_the_packs_own_articles_stand_before_the_catalogues() -> None:
    cited = articles_of((ND29,))
    assert "29/2023" in cited["career.salary"]
    assert "204/2004" in cited["career.rank"]
    assert "135/2020" in cited["person.sex"]
    assert articles_of(()) == {}
