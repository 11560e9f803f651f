"""The fonts that ship hold every Vietnamese letter, and their licence lies beside them."""

import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).parents[3] / "resources/fonts"
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
PECULIAR = sorted({form for letter in [*LETTERS, "đ"] if letter not in VOWELS or letter in "ăâêôơư"
                   for form in (letter, letter.upper())})  # fmt: skip


def test_there_are_134_letters_with_marks() -> None:
    assert len(PECULIAR) == 134


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_a_font_holds_every_vietnamese_letter(path: Path) -> None:
    glyphs = TTFont(path.stem, path).face.charToGlyph
    wanted = [*PECULIAR, *"0123456789.,;:/–-()%×=+“”₫"]
    assert [letter for letter in wanted if ord(letter) not in glyphs] == []


@pytest.mark.parametrize("family", ["Tinos", "NotoSans"])
def test_the_licence_lies_beside_its_fonts(family: str) -> None:
    licence = (FONTS / f"LICENSE-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert list(FONTS.glob(f"{family}-*.ttf"))
