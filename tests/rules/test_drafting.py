"""Changing a pack file: always another file, in the order of the law."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import msgspec
import pytest

from desktop.rules import drafting
from desktop.rules.named_parts import named_parts, put_named
from desktop.rules.pack_errors import PackError
from desktop.rules.pack_file import PackStatus
from desktop.rules.pack_text import read_pack_file, write_pack_file
from desktop.rules.pack_values import Cite, DatedValue
from desktop.rules.trace import Provenance
from tests.rules.toy import component, parameter, toy_text, untried

TEXT = toy_text(
    [parameter("known", "dong", "7"), parameter("unknown", "dong", "", "open")],
    [component("item", "known + unknown")],
)
FILE = read_pack_file(TEXT.encode(), "toy.yaml")


def _value(first: date, amount: int | None) -> DatedValue:
    provenance = Provenance.OPEN if amount is None else Provenance.VERIFIED
    value = None if amount is None else Fraction(amount)
    return DatedValue(first=first, value=value, cite=Cite(document="toy_law", article="2"), provenance=provenance)


@pytest.mark.parametrize(("version", "after"), [("1", "2"), ("0.1", "0.2"), ("1.9", "1.10"), ("2024.1.0", "2024.1.1")])
def test_the_next_version_is_above(version: str, after: str) -> None:
    assert drafting.next_version(version) == after
    assert drafting.version_numbers(after) > drafting.version_numbers(version)


def test_versions_are_ordered_by_their_numbers() -> None:
    assert drafting.version_numbers("0.10") > drafting.version_numbers("0.9")
    assert drafting.version_numbers("1.0") == drafting.version_numbers("1")


def test_a_draft_is_above_every_version_there_is() -> None:
    started = drafting.start_draft(FILE, ["1", "3.4"])
    assert (started.version, started.status) == ("3.5", PackStatus.DRAFT)


def test_what_is_not_known_stands_first() -> None:
    assert [(each.parameter.id, each.open) for each in drafting.figures(FILE)] == [("unknown", True), ("known", False)]


def test_an_open_figure_is_entered_and_another_date_added_in_order() -> None:
    entered = drafting.put_figure(FILE, "unknown", _value(date(2000, 1, 1), 5), 0)
    dated = drafting.put_figure(entered, "unknown", _value(date(1990, 1, 1), 4))
    values = drafting.item_of(dated.parameters, "unknown").values
    assert [(each.first.year, each.value) for each in values] == [(1990, 4), (2000, 5)]
    assert untried(write_pack_file(dated)).open_parameters() == ()
    assert FILE.parameters[1].values[0].value is None


def test_a_value_of_the_same_day_gives_way_and_with_the_last_one_the_figure_goes() -> None:
    twice = drafting.put_figure(FILE, "known", _value(date(2000, 1, 1), 9))
    (value,) = drafting.item_of(twice.parameters, "known").values
    assert value.value == 9
    assert [each.id for each in drafting.remove_figure(twice, "known", 0).parameters] == ["unknown"]


def test_a_draft_with_a_broken_formula_can_be_kept_and_says_where() -> None:
    (item,) = FILE.components
    broken = drafting.put_component(FILE, type(item)(id="item", label="Khoản", formula="known *", cite=item.cite))
    text = write_pack_file(broken)
    assert read_pack_file(text.encode(), "x") == broken
    with pytest.raises(PackError) as refused:
        untried(text)
    assert refused.value.code == "pack.formula_syntax"
    assert "known *" in text.splitlines()[int(refused.value.params["line"]) - 1]


def test_a_fresh_id_is_free() -> None:
    assert drafting.fresh_id("a", ["b"]) == "a"
    assert drafting.fresh_id("a", ["a", "a_2"]) == "a_3"


def test_an_item_is_added_to_its_case_and_taken_away_again() -> None:
    (item,) = FILE.components
    more = msgspec.structs.replace(item, id="more", formula="known * 2")
    added = drafting.add_component(FILE, "only", more)
    assert added.cases[0].components == ("item", "more")
    assert untried(write_pack_file(added)).cases[0].components[1].id == "more"
    assert drafting.remove_component(added, "only", "more") == FILE


def test_words_and_sources_of_every_part_can_be_changed_alone() -> None:
    parts = named_parts(FILE)
    assert [(each.section.value, each.id) for each in parts] == [
        ("groups", "downsizing"),
        ("conditions", "early"),
        ("components", "item"),
        ("cases", "only"),
    ]
    for part in parts:
        changed = put_named(FILE, replace(part, label="tên khác", cite=Cite(document="toy_law", article="7")))
        after = {(each.section, each.id): each for each in named_parts(changed)}
        assert after[part.section, part.id].label == "tên khác"
        assert [each for each in parts if each != after[each.section, each.id]] == [part]
        assert untried(write_pack_file(changed)).version == FILE.version
