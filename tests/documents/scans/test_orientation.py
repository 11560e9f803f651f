"""Which way up the sample pages stand, at several resolutions and turned each way."""

import random
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from desktop.documents.scans.ink import ink_of
from desktop.documents.scans.looks import LOOK_SIDE
from desktop.documents.scans.orientation import degrees_turned

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests/golden/don-vi-60-nguoi/ban_quet"
SAMPLE = ROOT / "resources/samples/don-vi-mau/ban_quet"
FONT = ROOT / "resources/fonts/Tinos-Regular.ttf"
SCANS = [*sorted(GOLDEN.glob("QD_*.pdf")), *sorted(SAMPLE.glob("QD_*.pdf"))[:1]]
WORDS = ("Nguyễn", "Hạnh", "Phúc", "phòng", "Kế hoạch", "và", "Đầu tư", "nghỉ việc", "ngay", "từ", "tháng", "Quý")
PAGES = [pytest.param(path, page, id=f"{path.name}-{page}") for path in SCANS for page in (0, 1)]


@cache
def page_picture(path: Path, page: int, dpi: int) -> Image.Image:
    pdf = pypdfium2.PdfDocument(path)
    picture = pdf[page].render(scale=dpi / 72).to_pil().convert("L")
    pdf.close()
    return picture


def turned(picture: Image.Image, clockwise: int) -> int:
    sheet = picture.rotate(-clockwise, expand=True)
    sheet.thumbnail((LOOK_SIDE, LOOK_SIDE), Image.Resampling.BOX)
    return degrees_turned(ink_of(sheet))


@pytest.mark.parametrize("dpi", [75, 150, 200])
@pytest.mark.parametrize(("path", "page"), PAGES)
def test_an_upside_down_page_is_told_from_an_upright_one(path: Path, page: int, dpi: int) -> None:
    picture = page_picture(path, page, dpi)
    assert [turned(picture, clockwise) for clockwise in (0, 180)] == [0, 180]


@pytest.mark.parametrize(("path", "page"), PAGES[:4])
def test_a_page_on_its_side_is_told_with_its_direction(path: Path, page: int) -> None:
    picture = page_picture(path, page, 100)
    assert [turned(picture, clockwise) for clockwise in (90, 270)] == [90, 270]


def test_a_page_that_tells_nothing_counts_as_upright() -> None:
    assert turned(Image.new("L", (1000, 1414), 255), 0) == 0


def test_columns_of_figures_have_no_upside_down() -> None:
    font = ImageFont.truetype(FONT, 30)
    dice = random.Random(3)  # noqa: S311 - it makes up figures
    sheet = Image.new("L", (1654, 2339), 245)
    draw = ImageDraw.Draw(sheet)
    for row in range(40):
        figures = "     ".join(f"{dice.randrange(10**7):,}".replace(",", ".") for _ in range(6))
        draw.text((200, 200 + 48 * row), figures, 40, font)
    assert turned(sheet, 0) == 0


@pytest.mark.parametrize("clockwise", [0, 90, 180, 270])
def test_ruled_lines_do_not_hide_which_way_the_letters_stand(clockwise: int) -> None:
    font = ImageFont.truetype(FONT, 28)
    dice = random.Random(5)  # noqa: S311 - it shuffles words
    sheet = Image.new("L", (1654, 2339), 245)
    draw = ImageDraw.Draw(sheet)
    for row in range(26):
        draw.text(
            (220, 212 + 76 * row),
            "    ".join([f"{row + 1}", *dice.sample(WORDS, 8), f"{dice.randrange(10**6)}"]),
            40,
            font,
        )
        draw.line((180, 190 + 76 * row, 1500, 190 + 76 * row), 40, 3)
    for column in (180, 270, 640, 1100, 1500):
        draw.line((column, 190, column, 190 + 76 * 25), 40, 3)
    assert turned(sheet.rotate(1.3, Image.Resampling.BICUBIC, fillcolor=245), clockwise) == clockwise
