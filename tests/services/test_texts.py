"""Every refusal that the program raises has its sentence, and the sentence asks for nothing it is not given."""

import ast
import string
from functools import lru_cache
from pathlib import Path

import pytest

from desktop.system.resources import shipped_yaml

ROOT = Path(__file__).parents[2]
_REFUSALS = {"Refusal", "PackageError", "StructureError", "KeyRefusal", "FileError"}


@lru_cache(maxsize=1)  # three hundred tests ask
def _sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in (ROOT / "resources" / "texts").glob("*.yaml"):
        if path.name != "words.yaml":
            found.update(shipped_yaml("texts", path.name))
    return found


def _raised() -> list[tuple[str, str, set[str]]]:
    """Return (place, code, names of the parameters) of every Refusal("code", ...) of domain and services."""
    found = []
    for room in ("domain", "services", "cli"):
        for path in (ROOT / "desktop" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _REFUSALS):
                    continue
                if node.args and isinstance(node.args[0], ast.Constant):
                    names = {word.arg for word in node.keywords if word.arg}
                    found.append((f"{path.name}:{node.lineno}", str(node.args[0].value), names))
    return found


def test_there_are_refusals_to_look_at() -> None:
    assert len(_raised()) > 50


@pytest.mark.parametrize(("place", "code", "params"), _raised())
def test_refusal_has_a_sentence_that_can_be_filled(place: str, code: str, params: set[str]) -> None:
    sentence = _sentences()[code]
    asked = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    assert asked <= params, place
