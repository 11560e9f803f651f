"""Everything a token can refuse has its Vietnamese sentence, which says what to do."""

import ast
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
TEXTS: dict[str, str] = yaml.safe_load((ROOT / "resources/texts/tokens.yaml").read_text(encoding="utf-8"))


def _named() -> set[str]:
    """Return every code of a token that stands anywhere in the program."""
    found = set()
    for path in (ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("token."):
                found.add(node.value)
    return found


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert _named() == set(TEXTS)


def test_a_sentence_says_what_to_do() -> None:
    short = {code for code, text in TEXTS.items() if len(text.rstrip(".").split(". ")) < 2 or not text.endswith(".")}
    assert short == set()
