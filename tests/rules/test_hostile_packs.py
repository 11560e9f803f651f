"""Packs written to do harm: each is refused at once, by a bound that says so, and in little memory."""

import time
import tracemalloc

import pytest

from desktop.rules import pack_limits
from desktop.rules.evaluate import compute
from desktop.rules.formulas.evaluation import MAX_BITS
from desktop.rules.formulas.faults import FormulaError
from desktop.rules.formulas.parser import MAX_TREE, parse
from desktop.rules.formulas.tokens import MAX_DIGITS, MAX_LENGTH, MAX_TOKENS
from desktop.rules.pack import PackError, load_pack
from desktop.rules.policy import PolicyPack
from tests.rules.records import dossier
from tests.rules.toy import component, parameter, toy_text

SECONDS = 1
"""Of the processor; most refusals take a few hundredths, the longest a few tenths."""
MEGABYTES = 64

GOOD = toy_text([parameter("k", "months/year", "3")], [component("c", "k * pay * early_years")])
VALUE = "  - {{id: {id}, label: L, unit: {unit}, formula: '{formula}', cite: {{document: toy_law}}}}\n"
EXAMPLE = """\
  - id: {id}
    source: S
    record: {{group: downsizing, route: early_retirement, sex: male, birth: "1965-06-03", leave_on: 2024-11-01,
      salary: [{{from: 2010-01, to: 2024-10, coefficient: 3}}]}}
    expect: {{total: 18000}}
"""


def with_values(rows: str, formula: str = "k * pay * early_years") -> str:
    text = toy_text([parameter("k", "months/year", "3")], [component("c", formula)])
    return text.replace("groups:\n", f"values:\n{rows}groups:\n", 1)


def chain(length: int) -> str:
    rows = [VALUE.format(id="v0", unit="ratio", formula="2")]
    rows += [VALUE.format(id=f"v{n}", unit="ratio", formula=f"v{n - 1} + 1") for n in range(1, length)]
    return with_values("".join(rows), f"k * pay * early_years * v{length - 1}")


def wide(count: int, formula: str) -> str:
    rows = "".join(VALUE.format(id=f"v{n}", unit="ratio", formula=formula) for n in range(count))
    return with_values(rows, "+".join(f"k * pay * early_years * v{n}" for n in range(1)))


def refused(text: str | bytes) -> PackError:
    written = text if isinstance(text, bytes) else text.encode()
    begun = time.process_time()
    with pytest.raises(PackError) as found:
        load_pack(written, "hostile.yaml")
    assert time.process_time() - begun < SECONDS
    tracemalloc.start()
    with pytest.raises(PackError):
        load_pack(written, "hostile.yaml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEGABYTES * 1_000_000
    return found.value


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(" " * (pack_limits.MAX_BYTES + 1), "pack.too_large", id="a large file"),
        pytest.param(BOMB, "pack.forbidden_yaml", id="aliases of aliases"),
        pytest.param("[" * 100_000, "pack.forbidden_yaml", id="deep brackets"),
        pytest.param("{a: " * 50_000, "pack.forbidden_yaml", id="deep mappings"),
        pytest.param("- " * 100_000, "pack.forbidden_yaml", id="deep lists"),
        pytest.param("- a\n" * 100_000, "pack.too_many_parts", id="a long list"),
        pytest.param("[" + "a," * 200_000 + "]", "pack.too_many_parts", id="a long list in one line"),
        pytest.param("".join(f"k{n}: 1\n" for n in range(40_000)), "pack.unknown_key", id="many keys"),
        pytest.param('"' + "x" * 400_000, "pack.not_yaml", id="an unclosed quote"),
        pytest.param("%" * 400_000, "pack.not_yaml", id="no YAML"),
        pytest.param(b"\xff" * 400_000, "pack.not_text", id="no text"),
        pytest.param(GOOD.replace("Luật của xứ Không Có", "x" * 400_000), "pack.wrong_value", id="a long title"),
        pytest.param(GOOD.replace("Không sớm.", "x" * 400_000), "pack.wrong_value", id="a long sentence"),
        pytest.param(GOOD.replace("value: 3", "value: " + "9" * 400_000), "pack.wrong_value", id="a long number"),
        pytest.param(GOOD.replace("value: 3", "value: 1e999999999"), "pack.wrong_value", id="an exponent"),
        pytest.param(GOOD.replace("value: 3", "value: 1/0"), "pack.wrong_value", id="a zero below the line"),
        pytest.param(GOOD.replace("first_year: 2021", "first_year: " + "9" * 5_000), "pack.wrong_value", id="a year"),
        pytest.param(GOOD.replace('version: "1"', 'version: "' + "1" * 5_000 + '"'), "pack.wrong_value", id="version"),
        pytest.param(GOOD.replace("k * pay", "k * " * 1_000 + "pay"), "pack.wrong_value", id="a long formula"),
        pytest.param(GOOD.replace("k * pay", "k * " + "(" * 500 + "pay"), "pack.formula_too_large", id="brackets"),
        pytest.param(GOOD.replace("k * pay", "1 * " * 200 + "k * pay"), "pack.formula_too_large", id="many factors"),
        pytest.param(GOOD.replace("k * pay", "9" * 999 + " * k * pay"), "pack.formula_too_large", id="a huge factor"),
        pytest.param(chain(60), "pack.chain_too_long", id="values that name values"),
        pytest.param(wide(290, "+".join(["(1*1*1)"] * 45)), "pack.too_much_work", id="many large formulas"),
        pytest.param(
            wide(200, "+".join(["(1*1*1)"] * 12))
            + "examples:\n"
            + "".join(EXAMPLE.format(id=f"e{n}") for n in range(200)),
            "pack.too_much_work",
            id="many examples of large formulas",
        ),
        pytest.param(
            GOOD + "examples:\n" + "".join(EXAMPLE.format(id=f"e{n}") for n in range(201)),
            "pack.wrong_kind",
            id="too many examples",
        ),
        pytest.param(
            GOOD + "examples:\n" + EXAMPLE.format(id="e").replace("total: 18000", 'values: {c: "1e999999999"}'),
            "pack.example_failed",
            id="an expected value with an exponent",
        ),
        pytest.param(
            GOOD + "needs: [" + ", ".join(f"p{n}" for n in range(9)) + "]\n", "pack.wrong_kind", id="too many needed"
        ),
    ],
)
def test_a_hostile_pack_is_refused_at_once(text: str | bytes, code: str) -> None:
    assert refused(text).code == code


@pytest.mark.parametrize(
    "formula",
    [
        "1" + " + 1" * (MAX_LENGTH // 4),
        "1" + "+1" * (MAX_TOKENS // 2),
        "9" * (MAX_DIGITS + 1),
        "1" + "+1" * MAX_TREE,
        "not " * 300 + "(" * 30,
    ],
    ids=["length", "tokens", "digits", "levels", "depth"],
)
def test_a_formula_has_bounds(formula: str) -> None:
    with pytest.raises(FormulaError) as found:
        parse(formula)
    assert found.value.code in {"pack.formula_too_large", "pack.formula_syntax"}


def test_numbers_that_are_multiplied_over_and_over_stop() -> None:
    rows = [VALUE.format(id="v0", unit="ratio", formula="0.1234567890123456789012")]
    rows += [VALUE.format(id=f"v{n}", unit="ratio", formula="*".join([f"v{n - 1}"] * 12)) for n in range(1, 6)]
    pack = load_pack(with_values("".join(rows), "k * pay * early_years * v5").encode(), "toy.yaml")
    begun = time.process_time()
    found = compute(pack, dossier())
    assert time.process_time() - begun < SECONDS
    assert found.total is None
    step = found.step("total")
    assert step is not None
    assert "số quá lớn" in step.reason
    assert str(MAX_BITS * 3 // 10) in step.reason


def test_a_chain_that_the_bounds_let_pass_is_computed_without_too_deep_a_call() -> None:
    pack = load_pack(chain(20).encode(), "toy.yaml")
    assert compute(pack, dossier()).total == 18_000 * 21


def test_packs_that_need_packs_that_need_packs() -> None:
    def needing(name: str, needed: PolicyPack) -> str:
        text = toy_text([], [component("c", f"amount_of({needed.id}.total)")])
        text = text.replace("id: toy\n", f"id: {name}\n", 1)
        return text.replace("kind: central", f"kind: city\nneeds: [{needed.id}]")

    last = load_pack(GOOD.encode(), "toy.yaml")
    for level in range(2, pack_limits.MAX_LEVELS + 1):
        last = load_pack(needing(f"level-{level}", last).encode(), "level.yaml", (last,))
    assert compute(last, dossier()).total == 18_000
    with pytest.raises(PackError) as found:
        load_pack(needing("one-more", last).encode(), "level.yaml", (last,))
    assert found.value.code == "pack.needs_too_deep"


def test_a_pack_at_the_edge_loads() -> None:
    rows = "".join(f"    - {{name: U{n}, cite: {{document: toy_law}}, provenance: verified}}\n" for n in range(2_000))
    text = GOOD.replace("  rounding:\n", f"  units:\n{rows}  rounding:\n", 1)
    text += "examples:\n" + "".join(EXAMPLE.format(id=f"e{n}") for n in range(pack_limits.MAX_EXAMPLES))
    assert len(load_pack(text.encode(), "toy.yaml").units) == 2_000
