"""Everything that people read is there in English: every string of the window, every sentence of every code."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Severity
from desktop.domain.states import DossierState
from desktop.rules.checks.catalogue import Catalogue
from desktop.services.office import shipped_catalogue
from desktop.services.prints import wording
from desktop.ui.check_words import check_fix, check_message, spoken_entry
from desktop.ui.language import Language, speak, spoken
from desktop.ui.texts import refusal_text, word
from desktop.ui.translation import keep_language, kept_language, speak_to

ROOT = Path(__file__).parents[2]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "build_scripts"))
    return importlib.import_module("i18n_check")


@pytest.fixture
def english() -> Iterator[None]:
    speak(Language.ENGLISH)
    yield
    speak(Language.VIETNAMESE)


def test_every_text_has_its_english(script: Any) -> None:
    """Where it fails: build_scripts/i18n.py missing FILE, fill the file in, build_scripts/i18n.py fill FILE."""
    assert list(script.faults()) == []


@pytest.mark.parametrize(
    ("vietnamese", "wrong", "what"),
    [
        ("Gắn {name}", "", "no English"),
        ("Gắn {name}", "Attach it", "other placeholders"),
        ("&Gỡ", "Detach", "a key in one of both only"),
        ("Gỡ", "Gỡ the scan", "Vietnamese left"),
        ("Theo NĐ 29, Điều 5: {0} đ", "By NĐ 29, Điều 5: {0} đ", ""),
    ],
)
def test_a_wrong_translation_is_found(script: Any, vietnamese: str, wrong: str, what: str) -> None:
    found = list(script.translation_faults(vietnamese, wrong, keys=True))
    assert [each.partition(":")[0] for each in found] == ([what] if what else [])


@pytest.mark.usefixtures("english")
def test_refusals_and_terms_are_said_in_english_and_prints_keep_the_vietnamese_term() -> None:
    assert refusal_text(Refusal("round.none")) == "There is no round. Open one, then import the list."
    assert word(DossierState.UNDER_APPRAISAL) == "Under appraisal"
    assert wording.word(DossierState.UNDER_APPRAISAL) == "Đang thẩm định"


@pytest.mark.usefixtures("english")
def test_a_finding_is_said_in_english_with_its_values_and_words() -> None:
    finding = Finding(
        "DD03", Severity.WARNING, "d1", "person.sex", params={"so": "0", "gt_cccd": "male", "gt": "female"}
    )
    catalogue = shipped_catalogue()
    assert check_message(catalogue, finding).endswith(
        "which means male; the record says female. Check sex or citizen ID."
    )
    assert check_fix(catalogue, finding).startswith("Mend sex or citizen ID")
    assert catalogue.message(finding).startswith("Chữ số thứ tư")


@pytest.mark.usefixtures("english")
def test_what_a_pack_words_itself_stays_as_the_pack_says_it() -> None:
    shipped = shipped_catalogue().entry("DD03")
    of_pack = msgspec.structs.replace(shipped, message="Câu của gói", pack="thuc-hanh 1")
    assert spoken_entry(of_pack).message == "Câu của gói"
    assert spoken_entry(of_pack).fix == spoken_entry(shipped).fix
    finding = Finding(
        "DD03", Severity.WARNING, "d1", "person.sex", params={"so": "0", "gt_cccd": "male", "gt": "female"}
    )
    assert check_message(Catalogue("1", {"DD03": of_pack}), finding) == "Câu của gói"


def test_the_choice_is_kept_and_nonsense_is_vietnamese(tmp_path: Path) -> None:
    path = tmp_path / "giao-dien.ini"
    assert kept_language(path) is Language.VIETNAMESE
    keep_language(path, Language.ENGLISH)
    assert kept_language(path) is Language.ENGLISH
    nonsense = tmp_path / "khac.ini"  # Qt remembers what it read of a file
    nonsense.write_text("[window]\nlanguage=xx\n", encoding="utf-8")
    assert kept_language(nonsense) is Language.VIETNAMESE


def test_the_window_speaks_english_where_it_was_chosen(qapp: QApplication) -> None:
    before = QLocale()
    translator = speak_to(qapp, Language.ENGLISH)
    try:
        assert spoken() is Language.ENGLISH
        assert qapp.translate("Settings", "Cài đặt") == "Cài đặt"  # no such context
        assert qapp.translate("PageNames", "Cài đặt") == "Settings"
    finally:
        qapp.removeTranslator(translator)
        QLocale.setDefault(before)
        speak(Language.VIETNAMESE)
