"""Which way up the sample pages stand, at several resolutions and turned each way."""

from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from desktop.documents.scans.ink import WORKING_WIDTH, ink_of, without_rules
from desktop.documents.scans.orientation import degrees_turned

SAMPLES = Path(__file__).parents[2] / "golden/don-vi-60-nguoi/ban_quet"
PAGES = [(path.name, page) for path in sorted(SAMPLES.glob("QD_*.pdf")) for page in (0, 1)]


@cache
def page_picture(name: str, page: int, dpi: int) -> Image.Image:
    pdf = pypdfium2.PdfDocument(SAMPLES / name)
    picture = pdf[page].render(scale=dpi / 72).to_pil().convert("L")
    pdf.close()
    return picture


def turned(picture: Image.Image, clockwise: int) -> int:
    sheet = picture.rotate(-clockwise, expand=True)
    scale = WORKING_WIDTH / min(sheet.size)
    return degrees_turned(
        without_rules(ink_of(sheet.resize((round(sheet.width * scale), round(sheet.height * scale)))))
    )


@pytest.mark.parametrize("dpi", [75, 150, 200])
@pytest.mark.parametrize(("name", "page"), PAGES)
def test_an_upside_down_page_is_told_from_an_upright_one(name: str, page: int, dpi: int) -> None:
    picture = page_picture(name, page, dpi)
    assert [turned(picture, clockwise) for clockwise in (0, 180)] == [0, 180]


@pytest.mark.parametrize(("name", "page"), PAGES[:4])
def test_a_page_on_its_side_is_told_with_its_direction(name: str, page: int) -> None:
    picture = page_picture(name, page, 100)
    assert [turned(picture, clockwise) for clockwise in (90, 270)] == [90, 270]


def test_a_page_that_tells_nothing_counts_as_upright() -> None:
    assert turned(Image.new("L", (1000, 1414), 255), 0) == 0
