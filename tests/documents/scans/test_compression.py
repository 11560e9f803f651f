"""Smaller copies: fewer dots, never under 150 per inch, nothing for what would not get smaller or is signed."""

import random
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from desktop.documents.scans import inspect_scan
from desktop.documents.scans.compression import Strength, compress_scan
from desktop.documents.scans.page_work import PageTake, write_pages
from desktop.domain.errors import Refusal

_WORDS = ("Nguyễn", "Hạnh", "phòng", "Kế hoạch", "và", "Đầu tư", "nghỉ việc", "ngay", "từ", "tháng", "Quý", "phê duyệt")
FONT = Path(__file__).parents[3] / "resources/fonts/Tinos-Regular.ttf"


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """A page of text at 300 dpi on paper with a scanner's noise, in colours."""
    dice = random.Random(11)  # noqa: S311 - it makes up noise
    noise = Image.new("L", (620, 877))
    noise.putdata([dice.randrange(236, 250) for _ in range(620 * 877)])
    sheet = noise.resize((2480, 3508), Image.Resampling.BICUBIC).convert("RGB")
    draw, letters = ImageDraw.Draw(sheet), ImageFont.truetype(FONT, 58)
    for row in range(40):
        draw.text((250, 250 + 75 * row), " ".join(dice.choices(_WORDS, k=9)), (30, 30, 60), letters)
    return sheet


@pytest.mark.parametrize("kind", ["pdf", "jpg"])
def test_a_fine_scan_gets_smaller_and_stays_readable(tmp_path: Path, page: Image.Image, kind: str) -> None:
    picture, source, target = tmp_path / "quet.jpg", tmp_path / f"quet.{kind}", tmp_path / "nho.pdf"
    page.save(picture, quality=95, dpi=(300, 300))
    if kind == "pdf":
        write_pages([PageTake(picture, 1)], source)
    sizes = compress_scan(source, source.name, 1, target, Strength.STRONG)
    assert sizes.worth_it
    assert sizes.after == target.stat().st_size < sizes.before / 4
    assert inspect_scan(target, name=target.name).flags == ()
    with pikepdf.open(target) as pdf:
        (found,) = pdf.pages[0].get_images().values()
        assert (int(found.Width), int(found.Height)) == (1240, 1754)


def test_what_is_small_already_stays_as_it_is(tmp_path: Path, page: Image.Image) -> None:
    source, target = tmp_path / "den_trang.tif", tmp_path / "nho.pdf"
    page.convert("1", dither=Image.Dither.NONE).save(source, "TIFF", compression="group4", dpi=(300, 300))
    sizes = compress_scan(source, source.name, 1, target, Strength.STRONG)
    assert not sizes.worth_it or sizes.after < sizes.before
    with_picture = tmp_path / "den_trang.pdf"
    write_pages([PageTake(source, 1)], with_picture)
    again = compress_scan(with_picture, "a.pdf", 1, tmp_path / "nua.pdf", Strength.STRONG)
    assert not again.worth_it
    assert not (tmp_path / "nua.pdf").exists()


def test_a_signed_pdf_is_left_alone(tmp_path: Path, page: Image.Image) -> None:
    picture, plain, signed = tmp_path / "a.jpg", tmp_path / "a.pdf", tmp_path / "ky.pdf"
    page.resize((620, 877)).save(picture, dpi=(75, 75))
    write_pages([PageTake(picture, 1)], plain)
    with pikepdf.open(plain) as pdf:
        signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents=b"\x30\x00")
        pdf.Root.Signature = pdf.make_indirect(signature)
        pdf.save(signed)
    with pytest.raises(Refusal, match=r"pages\.signed"):
        compress_scan(signed, "ky.pdf", 1, tmp_path / "nho.pdf", Strength.LIGHT)
    assert not (tmp_path / "nho.pdf").exists()
