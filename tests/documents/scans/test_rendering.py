"""Previews of pages, from several threads too."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from desktop.documents.scans import ScanLimits, render_page
from desktop.domain.errors import Refusal

SAMPLES = Path(__file__).parents[2] / "golden/don-vi-60-nguoi/ban_quet"


def test_a_page_is_as_wide_as_asked_and_three_bytes_a_pixel() -> None:
    page = render_page(SAMPLES / "QD_1967.pdf", 2, 700)
    assert (page.width, page.height) == (700, 990)
    assert len(page.rgb) == page.width * page.height * 3
    assert min(page.rgb) < 80
    assert max(page.rgb) > 200


def test_a_photo_is_drawn_as_its_exif_tag_turns_it(tmp_path: Path) -> None:
    picture = Image.new("RGB", (40, 20), "white")
    picture.paste("black", (0, 0, 10, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    picture.save(tmp_path / "anh.png", exif=exif)
    page = render_page(tmp_path / "anh.png", 1, 20)
    assert (page.width, page.height) == (20, 40)
    assert page.rgb[:3] == b"\x00\x00\x00"
    assert page.rgb[-3:] == b"\xff\xff\xff"


def test_threads_draw_at_once_without_disturbing_each_other() -> None:
    alone = [render_page(SAMPLES / "QD_1967.pdf", page, 200) for page in (1, 2)]
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda page: render_page(SAMPLES / "QD_1967.pdf", page, 200), [1, 2] * 6))
    assert drawn == alone * 6


@pytest.mark.parametrize(
    ("name", "page", "limits"),
    [
        ("QD_1967.pdf", 3, ScanLimits()),
        ("QD_1967.pdf", 0, ScanLimits()),
        ("co_mat_khau.pdf", 1, ScanLimits()),
        ("khong_phai_pdf.pdf", 1, ScanLimits()),
        ("rong_0_byte.pdf", 1, ScanLimits()),
        ("anh_chup_nguoc.jpg", 2, ScanLimits()),
        ("anh_chup_nguoc.jpg", 1, ScanLimits(pixels=1000)),
    ],
)
def test_a_page_that_cannot_be_drawn_is_refused_by_name_and_number(name: str, page: int, limits: ScanLimits) -> None:
    with pytest.raises(Refusal) as caught:
        render_page(SAMPLES / name, page, 300, limits=limits)
    assert caught.value.code == "scan.page_unreadable"
    assert caught.value.params == {"name": name, "page": page}


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"scan\.file_missing"):
        render_page(tmp_path / "mat.pdf", 1, 300)
