"""What is said of a package on arrival has its sentence, which asks for nothing that is not told."""

import ast
from pathlib import Path
from string import Formatter

import yaml

ROOT = Path(__file__).parents[3]
TEXTS: dict[str, str] = yaml.safe_load((ROOT / "resources/texts/appraisal.yaml").read_text(encoding="utf-8"))


def _told() -> dict[str, set[str]]:
    """Return each notice's code with the names of its params, as the module writes them."""
    source = (ROOT / "desktop/services/arrivals/arrival_notices.py").read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    notices = [each for each in calls if isinstance(each.func, ast.Name) and each.func.id == "Notice"]
    return {ast.literal_eval(each.args[0]): _keys(each.args[1:]) for each in notices}


def _keys(arguments: list[ast.expr]) -> set[str]:
    return {
        ast.literal_eval(key)
        for each in arguments
        if isinstance(each, ast.Dict)
        for key in each.keys
        if key is not None
    }


def test_every_notice_has_a_sentence_and_every_sentence_a_notice() -> None:
    assert set(_told()) == {code for code in TEXTS if code.startswith("notice.")}


def test_a_sentence_asks_only_for_what_is_told() -> None:
    for code, told in _told().items():
        assert {name for _, name, _, _ in Formatter().parse(TEXTS[code]) if name} <= told
