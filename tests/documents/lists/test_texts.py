"""Every code that the room can answer has a Vietnamese sentence that can be filled."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from desktop.documents.lists.faults import Correction, Reason
from desktop.documents.lists.remarks import RemarkKind

ROOT = Path(__file__).parents[3]
ROOM = ROOT / "desktop" / "documents" / "lists"
USE_CASES = ROOT / "desktop" / "services" / "lists"
"""They refuse with sentences of the same file."""
TEXTS: dict[str, str] = yaml.safe_load((ROOT / "resources" / "texts" / "lists.yaml").read_text(encoding="utf-8"))
OLD_FONT_REMARK = "list_remark.old_font"
"""Told of each column of `ListReading.old_fonts` where it is asked about."""
_OF_EVERY_CELL = {"sheet", "row", "column", "header", "value"}
_MORE = {
    Reason.CITIZEN_ID_DIGITS: {"digits"},
    Reason.INSURANCE_NUMBER_DIGITS: {"digits"},
    Reason.CITIZEN_ID_TWICE: {"other_row"},
    Reason.MONTHS_REVERSED: {"first"},
    Reason.DURATION_HALF: {"other"},
}


def _placeholders(code: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", TEXTS[code]))


def _refusals() -> dict[str, set[str]]:
    """Return each code raised in the room with the parameters that every place gives."""
    found: dict[str, set[str]] = {}
    for path in (*ROOM.glob("*.py"), *USE_CASES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
                assert isinstance(node.args[0], ast.Constant)
                given = {str(each.arg) for each in node.keywords}
                code = str(node.args[0].value)
                if not code.startswith("list."):
                    continue
                found[code] = found.get(code, given) & given
    return found


def test_every_refusal_has_a_sentence_that_its_parameters_fill() -> None:
    for code, params in _refusals().items():
        assert _placeholders(code) <= params, code


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_that_says_where_and_what(reason: Reason) -> None:
    named = _placeholders(reason)
    assert named <= _OF_EVERY_CELL | _MORE.get(reason, set())
    assert {"row", "column", "sheet"} <= named


@pytest.mark.parametrize("correction", Correction)
def test_every_correction_has_a_sentence(correction: Correction) -> None:
    assert {"row", "column", "sheet", "corrected"} <= _placeholders(correction) <= _OF_EVERY_CELL | {"corrected"}


def test_no_sentence_is_left_over() -> None:
    of_reading = {each for each in TEXTS if each.startswith(("list.", "list_remark.", "cell.", "cell_note."))}
    assert of_reading == {*_refusals(), *Reason, *Correction, *RemarkKind, OLD_FONT_REMARK}


def test_every_reason_and_correction_is_used() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    for each in (*Reason, *Correction):
        assert f"{type(each).__name__}.{each.name}" in sources
