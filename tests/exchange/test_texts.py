"""Every refusal of the room has its Vietnamese sentence, and the sentence asks only for what the refusal tells."""

import ast
from collections import defaultdict
from pathlib import Path
from string import Formatter

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "desktop/exchange"
TEXTS: dict[str, str] = yaml.safe_load((ROOT / "resources/texts/exchange.yaml").read_text(encoding="utf-8"))


def _raised() -> dict[str, list[set[str]]]:
    """Return each code with the params of every place that raises it."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            code = _code(node)
            if code is not None and isinstance(node, ast.Call):
                named = {keyword.arg for keyword in node.keywords if keyword.arg}
                found[code].append(named | ({"file"} if code.startswith("package.") else set()))
    return found


def _code(node: ast.AST) -> str | None:
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
        return None
    if isinstance(node.func, ast.Name) and node.func.id == "mark":  # where tests of faults end the program
        return None
    value = node.args[0].value
    return value if isinstance(value, str) and value.startswith(("package.", "key.")) else None


RAISED = _raised()


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert set(RAISED) == set(TEXTS)


@pytest.mark.parametrize("code", sorted(RAISED))
def test_a_sentence_asks_only_for_what_is_told(code: str) -> None:
    asked = {name for _, name, _, _ in Formatter().parse(TEXTS[code]) if name}
    for told in RAISED[code]:
        assert asked <= told


@pytest.mark.parametrize("code", sorted(RAISED))
def test_a_sentence_says_what_to_do(code: str) -> None:
    sentences = TEXTS[code].rstrip(".").split(". ")
    assert len(sentences) >= 2
    assert TEXTS[code].endswith(".")
