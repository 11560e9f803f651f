import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.system.resources import resource
from desktop.ui.theme import ICON_NAMES, Metrics, Theme, contrast, icon, load_tokens
from desktop.ui.theme.fonts import screen_font
from desktop.ui.theme.stylesheet import stylesheet_of

WANTED_ICONS = """
    home people approval check send result inbox appraise policy trust settings search help moon sun warning error
    ok note add import print back next undo close draft catalogue redo
"""


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_every_ground(dark: bool) -> None:
    tokens = load_tokens(dark=dark)
    grounds = (tokens.surface, tokens.raised, tokens.sunken)
    words = (tokens.text, tokens.muted, tokens.accent, tokens.error, tokens.warning, tokens.ok, tokens.info)
    pairs = [(word, ground) for word in words for ground in grounds]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.text, tokens.selection), (tokens.text, tokens.line)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
    assert [ground for ground in grounds if contrast(tokens.edge, ground) < 3] == []


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


def test_stylesheet_has_no_lengths_of_its_own() -> None:
    source = re.sub(r"/\*.*?\*/", "", resource("theme", "style.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert set(re.findall(r"[\d.]+(?:px|pt|em)\b", source)) <= {"1px", "2px"}
    assert re.findall(r":[^;{]*#[0-9A-Fa-f]{3,6}", source) == []


def test_lengths_follow_the_font(qapp: QApplication) -> None:
    tokens = load_tokens(dark=False)
    small, large = (Metrics.of(screen_font(point), tokens) for point in (10, 20))
    assert small.tiny < small.small < small.medium < small.large < small.huge
    assert large.row == pytest.approx(2 * small.row, abs=2)
    assert f"padding: {large.tiny}px" in stylesheet_of(tokens, large)


def test_screen_font_is_the_shipped_one(qapp: QApplication) -> None:
    assert QFontInfo(screen_font(10)).family() == "Noto Sans"


def test_theme_switches_while_the_window_is_open(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    field = QLineEdit("Nguyễn Thị Ước")
    theme.dress(field)
    qtbot.addWidget(field)
    field.show()
    grounds = []
    for dark in (True, False):
        with qtbot.waitSignal(theme.changed):
            theme.apply(qapp, dark)
        assert theme.dark is dark
        grounds.append(field.grab().toImage().pixelColor(field.width() // 2, 4).name().upper())
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.tokens.surface)
    assert grounds == ["#1B1E23", "#FFFFFF"]


def test_every_icon_is_there_and_takes_the_colour(qapp: QApplication) -> None:
    assert set(WANTED_ICONS.split()) == ICON_NAMES
    tokens = load_tokens(dark=False)
    for name in ICON_NAMES:
        image = icon(name, tokens, "#B3261E").pixmap(QSize(64, 64), 1.0).toImage()
        strokes = [image.pixelColor(x, y) for x in range(64) for y in range(64)]
        solid = [each for each in strokes if each.alpha() == 255]
        assert solid, name
        assert all(
            abs(each.red() - 0xB3) + abs(each.green() - 0x26) + abs(each.blue() - 0x1E) <= 3 for each in solid
        ), name


@pytest.mark.parametrize("dark", [False, True])
def test_controls_are_drawn_in_the_colours_of_the_theme(dark: bool) -> None:
    tokens = load_tokens(dark=dark)
    drawings = {path.stem: path.read_text("utf-8") for path in resource("theme", "dark" if dark else "light").iterdir()}
    assert {name: re.findall("#[0-9A-F]{6}", drawing) for name, drawing in drawings.items()} == {
        "down": [tokens.muted],
        "up": [tokens.muted],
        "check": [tokens.on_accent],
        "dot": [tokens.on_accent],
    }


@pytest.mark.parametrize("dark", [False, True])
def test_drawings_of_the_stylesheet_are_there(qapp: QApplication, dark: bool) -> None:
    tokens = load_tokens(dark=dark)
    named = re.findall(r'url\("([^"]+)"\)', stylesheet_of(tokens, Metrics.of(screen_font(10), tokens)))
    assert len(named) > 3
    assert all(Path(name).is_file() for name in named)
