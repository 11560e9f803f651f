"""Which pages count as blurred: those whose letters run together, not faint, small, stamped or photographed ones."""

import io
import random
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from desktop.documents.scans import inspect_scan
from desktop.documents.scans.ink import ink_of
from desktop.documents.scans.looks import LOOK_SIDE
from desktop.documents.scans.sharpness import is_blurred
from desktop.domain.approvals import ScanFault, ScanFlag

ROOT = Path(__file__).parents[3]
SCAN = ROOT / "tests/golden/don-vi-60-nguoi/ban_quet/QD_1655.pdf"
FONT = ROOT / "resources/fonts/Tinos-Regular.ttf"
PAGES = (0, 1)


@cache
def page(number: int, dpi: int) -> Image.Image:
    pdf = pypdfium2.PdfDocument(SCAN)
    picture = pdf[number].render(scale=dpi / 72).to_pil().convert("L")
    pdf.close()
    return picture


def blurred(picture: Image.Image) -> bool:
    grey = picture.convert("L")
    grey.thumbnail((LOOK_SIDE, LOOK_SIDE), Image.Resampling.BOX)
    return is_blurred(grey, ink_of(grey))


def out_of_focus(picture: Image.Image, dpi: int, millimetres: float) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(millimetres * dpi / 25.4))


def moved(picture: Image.Image, across: int, down: int, steps: int) -> Image.Image:
    whole = picture
    for step in range(1, steps):
        whole = Image.blend(whole, ImageChops.offset(picture, across * step, down * step), 1 / (step + 1))
    return whole


@pytest.mark.parametrize("number", PAGES)
@pytest.mark.parametrize("dpi", [150])
def test_a_scan_in_focus_is_told_from_one_that_is_not(number: int, dpi: int) -> None:
    picture = page(number, dpi)
    judged = {wide: blurred(out_of_focus(picture, dpi, wide)) for wide in (0, 0.25, 0.4, 0.7)}
    assert judged == {0: False, 0.25: False, 0.4: True, 0.7: True}


@pytest.mark.parametrize("number", PAGES)
@pytest.mark.parametrize("way", [(1, 0), (0, 1)])
def test_a_page_moved_while_it_was_scanned_is_blurred_one_way(number: int, way: tuple[int, int]) -> None:
    picture = page(number, 150)
    assert [blurred(moved(picture, *way, steps)) for steps in (1, 2, 8)] == [False, False, True]


def test_a_page_on_its_side_is_judged_like_an_upright_one() -> None:
    picture = page(0, 150)
    assert not blurred(picture.rotate(90, expand=True))
    assert blurred(out_of_focus(picture, 150, 0.4).rotate(90, expand=True))


def test_a_faint_page_and_a_coarsely_packed_one_are_not_blurred() -> None:
    picture = page(0, 150)
    assert not blurred(picture.point([255 - (255 - level) * 3 // 10 for level in range(256)]))
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=25)
    assert not blurred(Image.open(packed))


def test_a_page_with_a_stamp_alone_is_not_judged_by_its_soft_edges() -> None:
    sheet = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(sheet)
    for inset, wide in ((0, 9), (40, 5)):
        draw.ellipse((700 + inset, 1100 + inset, 1000 - inset, 1400 - inset), outline=90, width=wide)
    draw.text((745, 1225), "UBND HUYỆN", 90, ImageFont.truetype(FONT, 40))
    assert not blurred(sheet)
    assert not blurred(out_of_focus(sheet, 150, 0.4))


def test_small_print_and_a_photograph_are_not_blurred() -> None:
    dice = random.Random(7)  # noqa: S311 - it makes up a picture
    small = Image.new("L", (1240, 1754), 245)
    draw = ImageDraw.Draw(small)
    for row in range(60):
        draw.text(
            (120, 120 + 25 * row), "Phê duyệt danh sách nghỉ theo Nghị quyết " * 2, 40, ImageFont.truetype(FONT, 15)
        )
    assert not blurred(small)
    shadows = Image.new("L", (8, 12))
    shadows.putdata([dice.randrange(90, 200) for _ in range(8 * 12)])
    photo = shadows.resize((1240, 1754), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(photo)
    draw.ellipse((350, 300, 900, 1000), 180, 60)
    draw.polygon([(100, 1754), (620, 1000), (1150, 1754)], 40)
    assert not blurred(photo)


def test_a_blurred_page_is_flagged_in_the_file_and_a_coarse_one_only_as_coarse(tmp_path: Path) -> None:
    path = tmp_path / "quet.jpg"
    out_of_focus(page(0, 150), 150, 0.5).save(path, dpi=(150, 150))
    assert inspect_scan(path, name=path.name).flags == (ScanFlag(ScanFault.BLURRED, 1),)
    out_of_focus(page(0, 100), 100, 0.5).save(path, dpi=(100, 100))
    assert inspect_scan(path, name=path.name).flags == (ScanFlag(ScanFault.LOW_RESOLUTION, 1, 100),)
