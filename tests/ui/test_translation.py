"""Qt's own dialogs speak Vietnamese."""

import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.ui.translation import speak_vietnamese

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "i18n" / "qt_vi.ts"


def _messages() -> list[tuple[str, str, str]]:
    tree = ET.parse(SOURCE)  # noqa: S314 - our own file
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", ""))
        for context in tree.iterfind("context")
        for message in context.iterfind("message")
    ]


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[QTranslator]:
    before = QLocale()
    translator = speak_vietnamese(qapp)
    yield translator
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_buttons_of_dialogs_are_vietnamese(vietnamese: QTranslator, qtbot: QtBot) -> None:
    buttons = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(buttons.Ok | buttons.Cancel | buttons.Save | buttons.Discard)
    qtbot.addWidget(box)
    words = {box.button(each).text() for each in (buttons.Ok, buttons.Cancel, buttons.Save, buttons.Discard)}
    assert words == {"Đồng ý", "Hủy", "Lưu", "Không lưu"}


def test_every_text_comes_out_as_written(vietnamese: QTranslator) -> None:
    spoken = {(context, source): QCoreApplication.translate(context, source) for context, source, _ in _messages()}
    assert spoken == {(context, source): text for context, source, text in _messages()}


def test_every_source_text_is_one_of_qts() -> None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    german = QTranslator()
    assert german.load("qtbase_de.qm", folder)
    unknown = [(context, source) for context, source, _ in _messages() if not german.translate(context, source)]
    assert unknown == []


@pytest.mark.parametrize(("context", "source", "text"), _messages())
def test_mnemonics_and_places_are_kept(context: str, source: str, text: str) -> None:
    assert text.count("&") == source.count("&")
    assert sorted(re.findall(r"%\w", text)) == sorted(re.findall(r"%\w", source))


@pytest.mark.parametrize("name", ["qt_vi", "tinhgian_en"])
def test_compiled_file_is_the_source_compiled(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "build_scripts"))
    spec = importlib.util.spec_from_file_location("i18n_script", ROOT / "build_scripts" / "i18n.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.compile_translation(ROOT / "i18n" / f"{name}.ts", tmp_path / f"{name}.qm")
    compiled = ROOT / "resources" / "i18n" / f"{name}.qm"
    assert (tmp_path / f"{name}.qm").read_bytes() == compiled.read_bytes()
