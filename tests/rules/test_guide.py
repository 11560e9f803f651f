"""The guide to writing packs: its example loads and computes after each step, its tables are the program's."""

import re
from functools import cache
from typing import Any

import pytest
import yaml

from desktop.rules.catalogue import BUILT_IN, units_of_built_in
from desktop.rules.formulas.parser import ASKED, RESERVED
from desktop.rules.formulas.units import OF_UNIT
from desktop.rules.pack import PackError, load_pack
from desktop.rules.pack_typing import schema
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Unit
from tests.rules.guide import TEXT, blocks, codes, steps, table
from tests.rules.records import ROOT
from tests.rules.test_packs import shipped

SENTENCES = yaml.safe_load((ROOT / "resources" / "texts" / "rules.yaml").read_text(encoding="utf-8"))
STEPS = steps()
WHOLE = STEPS[list(STEPS)[-1]]
WORDS = {"and", "or", "not", "then", "flat", "else"}
NOT_A_TABLE = {"Sex", "PackKind", "PackStatus", "Severity", "OwnStage", "Over", "LeaveRule", "LeaveMonth", "AgeStart"}
"""Choices that the guide names in the row of their key."""


@cache
def needed() -> tuple[PolicyPack, ...]:
    return (shipped("nd29-2023.yaml"),)


@pytest.mark.parametrize("step", STEPS)
def test_the_example_loads_and_proves_its_cases_after_each_step(step: str) -> None:
    pack = load_pack(STEPS[step].encode(), "may-trang.yaml", needed())
    assert pack.practice
    assert pack.examples


def test_every_block_belongs_to_the_example() -> None:
    assert len(blocks()) == len(re.findall(r"^```yaml$", TEXT, re.MULTILINE)) == len(STEPS) == 10


def test_the_example_grows() -> None:
    counts = [len(yaml.safe_load(text)["examples"]) for text in STEPS.values()]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]


def definitions() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = schema()["$defs"]
    return found


def with_keys() -> list[str]:
    return [name for name, each in definitions().items() if "properties" in each]


@pytest.mark.parametrize("name", with_keys())
def test_keys_are_those_of_the_schema(name: str) -> None:
    part = definitions()[name]
    rows = table(f"keys {name}")
    assert [row[0].strip("`") for row in rows] == list(part["properties"])
    wanted = {row[0].strip("`") for row in rows if row[1] == "có"}
    assert wanted == set(part.get("required", ()))
    assert all(row[2] for row in rows)


@pytest.mark.parametrize("name", re.findall(r"<!-- enum (\w+) -->", TEXT))
def test_choices_are_those_of_the_schema(name: str) -> None:
    assert codes(f"enum {name}") == set(definitions()[name]["enum"])


def test_no_choice_is_left_out_of_the_guide() -> None:
    choices = {name: each["enum"] for name, each in definitions().items() if "enum" in each}
    listed = set(re.findall(r"<!-- enum (\w+) -->", TEXT))
    for name in choices.keys() - listed:
        assert all(f"`{choice}`" in TEXT for choice in choices[name]), name
    assert NOT_A_TABLE.isdisjoint(listed)


def test_quantities_are_those_of_the_program_with_their_units() -> None:
    rows = {row[0].strip("`"): row[1] for row in table("quantities")}
    assert rows.keys() == BUILT_IN
    for name, unit in rows.items():
        found = units_of_built_in()[name]
        assert (found.sort, found.dong, found.month, found.year) == _shape(unit), name


def _shape(unit: str) -> tuple[Any, int, int, int]:
    found = OF_UNIT[Unit(unit)]
    return (found.sort, found.dong, found.month, found.year)


def test_functions_are_those_of_the_program() -> None:
    assert {code.split("(", 1)[0] for code in codes("functions")} == (RESERVED - WORDS) | ASKED
    assert all(word in TEXT for word in WORDS)


@pytest.mark.parametrize("row", table("errors"), ids=lambda row: row[2][:40])
def test_errors_say_what_the_guide_says(row: list[str]) -> None:
    wrong, right, said, advice = row
    right = right.strip("`")
    assert right in WHOLE
    text = WHOLE.replace(right, wrong.strip("`") if wrong.startswith("`") else "", 1)
    with pytest.raises(PackError) as refused:
        load_pack(text.encode(), "may-trang.yaml", needed())
    message = SENTENCES[refused.value.code].format(**refused.value.params)
    pieces = [re.escape(piece.strip()) for piece in said.split("…")]
    assert re.search(".*".join(pieces), message), message
    assert advice
