"""Every refusal of the store has its Vietnamese sentence, filled only from what the refusal carries."""

import ast
import string
import unicodedata
from pathlib import Path

import yaml

from desktop.storage import failures

ROOT = Path(__file__).parents[2]
TEXTS = yaml.safe_load((ROOT / "resources/texts/storage.yaml").read_text(encoding="utf-8"))


def _raised() -> dict[str, set[str]]:
    """Return the codes raised in the room and the parameters that all of their refusals carry."""
    translated = {*failures._SQLITE.values(), *failures._SQLSTATE.values(), *failures._ERRNO.values()}
    found = {code: {"place"} for code in translated}
    for path in (ROOT / "desktop/storage").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
                code, names = node.args[0], {keyword.arg or "" for keyword in node.keywords}
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    found[code.value] = found.get(code.value, names) & names
    return found


def test_every_code_has_a_sentence_and_no_sentence_is_idle() -> None:
    assert set(TEXTS) == set(_raised())


def test_sentences_ask_only_for_what_is_there() -> None:
    for code, carried in _raised().items():
        asked = {name for _, name, _, _ in string.Formatter().parse(TEXTS[code]) if name}
        assert asked <= carried, code


def test_sentences_are_composed() -> None:
    assert all(unicodedata.is_normalized("NFC", sentence) for sentence in TEXTS.values())
