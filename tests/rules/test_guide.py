"""The guide to writing packs: its example loads and computes after each step, its tables are the program's."""

import re
from functools import cache
from typing import Any

import pytest
import yaml

from desktop.rules import pack_limits
from desktop.rules.catalogue import BUILT_IN, units_of_built_in
from desktop.rules.evaluate import compute
from desktop.rules.formulas import parser, tokens
from desktop.rules.formulas.parser import ASKED, RESERVED
from desktop.rules.formulas.units import OF_UNIT
from desktop.rules.pack import PackError, load_pack
from desktop.rules.pack_typing import schema
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Unit
from tests.rules.guide import EXAMPLE, TEXT, blocks, codes, steps, table, whole_file
from tests.rules.records import ROOT, dossier
from tests.rules.test_packs import shipped
from tests.rules.toy import component, toy_pack

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


def test_the_finished_example_stands_beside_the_guide() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == whole_file(), "write it again: python -m tests.rules.guide"
    pack = load_pack(EXAMPLE.read_bytes(), EXAMPLE.name, needed())
    assert len(pack.examples) == len(yaml.safe_load(WHOLE)["examples"])


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


def test_limits_are_those_of_the_program() -> None:
    bounds = pack_limits
    assert [int(row[1]) for row in table("limits")] == [
        *(bounds.MAX_BYTES, bounds.MAX_TEXT, bounds.MAX_NAME, bounds.MAX_ITEMS, bounds.MAX_LONG_LIST),
        *(bounds.MAX_CASES, bounds.MAX_EXAMPLES, bounds.MAX_ROWS, bounds.MAX_NEEDED),
        *(tokens.MAX_LENGTH, parser.MAX_DEPTH),
    ]


SAID = [
    "60% = 0.6",
    "percent(50) = 1 / 2",
    "if(1 < 2, 3, 4) = 3",
    "min(3, 1, 2) = 1",
    "max(date(2025, 7, 1), date(2025, 8, 1)) = date(2025, 8, 1)",
    "clamp(50, 10, 30) = 30",
    "clamp(5, 10, 30) = 10",
    "round_to(1200, 1000, up) = 2000",
    "round_to(1900, 1000, down) = 1000",
    "round_to(1500, 1000, half_up) = 2000",
    "band(12; 12: 1, 36: 2, else: 3) = 1",
    "band(13; 12: 1, 36: 2, else: 3) = 2",
    "band(37; 12: 1, 36: 2, else: 3) = 3",
    "tiered(15; 15: 4 flat, 30: 0.5, then 1) = 4",
    "tiered(1; 15: 4 flat, 30: 0.5, then 1) = 4",
    "tiered(40; 15: 4 flat, 30: 0.5, then 1) = 21.5",
    "months_between(date(2025, 1, 31), date(2025, 3, 1)) = 2",
    "add_months(date(2025, 1, 31), 1) = date(2025, 2, 28)",
    "month(2025, 7) + 2 = month(2025, 9)",
    "years(27, thirds) = 2.5",
    "base_salary_on(leave_on) = base_salary",
    "age_on(leave_on) = age_on_leave",
    "pension_month_by(0) = pension_month",
    "early_months_by(0) = early_months",
    'already_paid("Nghị quyết nào đó") = 0',
    'sex = "male" and not (group <> "downsizing" or early_months < 0)',
]
"""What the guide says of each function, on numbers."""


@pytest.mark.parametrize("statement", SAID)
def test_functions_do_what_the_guide_says(statement: str) -> None:
    formula = f"if({statement}, 1, 0) * pay".replace('"', '\\"')
    assert compute(toy_pack([], [component("c", formula)]), dossier()).total == 3000


def test_a_statement_is_made_of_each_function_of_one_pack() -> None:
    other_packs_or_signs = {"amount_of", "eligible_for", "has_obstacle", "date", "month"}
    assert all(f"{name}(" in " ".join(SAID) for name in (RESERVED - WORDS) | ASKED - other_packs_or_signs)
