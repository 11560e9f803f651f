"""The catalogue: all codes, strict reading, sentences."""

import ast
import re
import string
import unicodedata

import pytest
import yaml

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Severity
from desktop.domain.people import is_citizen_id
from desktop.rules.checks.catalogue import Stage, load_catalogue, placeholders
from desktop.rules.checks.provinces import load_province_codes
from desktop.rules.checks.registry import implemented
from tests.rules.checks.situations import CATALOGUE, PROVINCES, ROOT

_FILE = (ROOT / "resources/catalogues/checks.yaml").read_text(encoding="utf-8")
_SECTIONS = {
    "DD": 10, "NT": 8, "TH": 8, "BH": 8, "LG": 10, "DT": 6, "PD": 5, "HS": 8, "TT": 6, "TR": 7,
    "DH": 2, "GK": 5, "CT": 4, "BC": 2, "TD": 1,
}  # fmt: skip
_ENTRY = """
format: 1
version: "1"
checks:
  - {code: XX01, version: 1, status: in_force, severity: E, stage: N, category: wrong_data,
     message: "{a} {b}", fix: sửa, justification_allowed: false}
"""


def test_every_code_of_the_catalogue_is_there_once_and_in_order() -> None:
    wanted = [f"{section}{number:02d}" for section, count in _SECTIONS.items() for number in range(1, count + 1)]
    assert list(CATALOGUE.entries) == wanted


def test_every_check_of_the_catalogue_runs() -> None:
    assert sum(_SECTIONS.values()) == 89 + 1, "the page's 89, and TD01 for fields that none of them asks for by name"
    assert implemented() == set(CATALOGUE.entries)
    assert "implemented" not in _FILE


def test_every_check_says_what_is_wrong_and_what_to_do() -> None:
    for entry in CATALOGUE.entries.values():
        assert entry.message.endswith((".", "?")), entry.code
        assert entry.fix.endswith((".", "?")), entry.code
        assert unicodedata.is_normalized("NFC", entry.message + entry.fix)


def test_sentences_hold_no_other_braces_than_placeholders() -> None:
    for entry in CATALOGUE.entries.values():
        for sentence in (entry.message, entry.fix, *(each.message for each in entry.variants.values())):
            assert not re.search(r"[{}]", re.sub(r"\{[a-z_0-9]+\}", "", sentence)), sentence


def test_placeholders_are_all_seen() -> None:
    for entry in CATALOGUE.entries.values():
        asked = {name for _, name, _, _ in string.Formatter().parse(entry.message) if name}
        assert asked == placeholders(entry.message), entry.code


def test_a_stage_knows_its_place() -> None:
    assert [stage.order for stage in (Stage.ENTRY, Stage.PACKING, Stage.APPRAISAL)] == [0, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "checks: [",
        "format: 1",
        _ENTRY.replace("format: 1", "format: 2"),
        _ENTRY.replace("severity: E", "severity: F"),
        _ENTRY.replace("fix: sửa", "fix: sửa, colour: red"),
        _ENTRY + _ENTRY.partition("checks:")[2],
        "!!python/object/apply:os.getcwd []",
    ],
)
def test_a_catalogue_that_is_not_one_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        load_catalogue(text)
    assert refusal.value.code == "checks.catalogue_unreadable"


def test_a_sentence_without_its_values_is_refused_not_shown_half() -> None:
    catalogue = load_catalogue(_ENTRY)
    assert catalogue.message(Finding("XX01", Severity.ERROR, "d", "", {"a": 1, "b": "{a}"})) == "1 {a}"
    with pytest.raises(Refusal) as refusal:
        catalogue.message(Finding("XX01", Severity.ERROR, "d", "", {"a": 1}))
    assert refusal.value.code == "checks.parameter_missing"


def test_a_finding_of_a_newer_program_is_refused_by_its_code() -> None:
    with pytest.raises(Refusal) as refusal:
        CATALOGUE.message(Finding("ZZ99", Severity.ERROR, "d", ""))
    assert (refusal.value.code, refusal.value.params) == ("checks.unknown_code", {"code": "ZZ99"})


def test_there_are_sixty_three_province_codes() -> None:
    assert len(PROVINCES.codes) == 63
    assert len(set(PROVINCES.codes.values())) == 63
    assert all(is_citizen_id(code + "0" * 9) for code in PROVINCES.codes)
    assert PROVINCES.codes["031"] == "Hải Phòng"


def test_a_province_list_that_is_not_one_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        load_province_codes("format: 1")
    assert refusal.value.code == "checks.provinces_unreadable"


def _raised(folder: str) -> dict[str, set[str]]:
    raised: dict[str, set[str]] = {}
    for path in (ROOT / folder).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
                names = {keyword.arg or "" for keyword in node.keywords}
                code = node.args[0]
                assert isinstance(code, ast.Constant)
                raised[str(code.value)] = raised.get(str(code.value), names) & names
    return raised


@pytest.mark.parametrize(("folder", "texts"), [("desktop/rules/checks", "checks"), ("desktop/domain", "domain")])
def test_every_refusal_has_a_sentence_filled_from_what_it_carries(folder: str, texts: str) -> None:
    sentences = yaml.safe_load((ROOT / "resources" / "texts" / f"{texts}.yaml").read_text(encoding="utf-8"))
    raised = _raised(folder)
    assert set(sentences) == set(raised)
    for code, sentence in sentences.items():
        assert {name for _, name, _, _ in string.Formatter().parse(sentence) if name} <= raised[code], code
        assert unicodedata.is_normalized("NFC", sentence)
