"""New files out of pages: what is in them, which way up, and that nothing was packed anew that need not be."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop.documents.scans import inspect_scan
from desktop.documents.scans.page_work import PageTake, draw_page, is_signed, measure_slant, write_pages
from desktop.domain.errors import Refusal

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests/golden/don-vi-60-nguoi/ban_quet"
SCAN = SAMPLES / "QD_1655.pdf"
PHOTO = SAMPLES / "anh_chup_nguoc.jpg"


def pictures_of(path: Path) -> list[bytes]:
    with pikepdf.open(path) as pdf:
        return [bytes(each.read_raw_bytes()) for page in pdf.pages for each in page.get_images().values()]


def test_pages_of_a_pdf_and_a_photo_go_over_bit_for_bit(tmp_path: Path) -> None:
    target = tmp_path / "gop.pdf"
    write_pages([PageTake(SCAN, 2), PageTake(PHOTO, 1, 180), PageTake(SCAN, 1)], target)
    first, second = pictures_of(SCAN)
    assert pictures_of(target) == [second, PHOTO.read_bytes(), first]
    report = inspect_scan(target, name=target.name)
    assert (report.pages, report.flags) == (3, ())


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_lies_as_it_was_turned(tmp_path: Path, turned: int) -> None:
    target = tmp_path / "xoay.pdf"
    write_pages([PageTake(SCAN, 1, turned)], target)
    back = (360 - turned) % 360
    upright = draw_page(PageTake(SCAN, 1), 200)
    again = draw_page(PageTake(target, 1, back), 200)
    assert again.size == pytest.approx(upright.size, abs=1)
    again = again.resize(upright.size)
    assert sum(abs(a - b) for a, b in zip(again.tobytes(), upright.tobytes(), strict=True)) < 8 * 200 * upright.height


@pytest.mark.parametrize(
    ("name", "mode"), [("anh.png", "RGB"), ("anh.tif", "1"), ("anh.tiff", "L"), ("anh.png", "RGBA")]
)
def test_a_picture_of_any_kind_becomes_a_page_of_the_same_dots(tmp_path: Path, name: str, mode: str) -> None:
    with Image.open(PHOTO) as photo:
        picture = photo.transpose(Image.Transpose.ROTATE_180).convert(mode)
    source, target = tmp_path / name, tmp_path / "trang.pdf"
    picture.save(source, dpi=(200, 200))
    write_pages([PageTake(source, 1)], target)
    with pikepdf.open(target) as pdf:
        (found,) = pdf.pages[0].get_images().values()
        seen = pikepdf.PdfImage(found).as_pil_image().convert("L")
    assert seen.tobytes() == picture.convert("L").tobytes()


def test_each_frame_of_a_tiff_can_be_taken_alone(tmp_path: Path) -> None:
    source, target = tmp_path / "nhieu.tif", tmp_path / "mot.pdf"
    white, grey = Image.new("L", (1240, 1754), 255), Image.new("L", (1240, 1754), 128)
    white.save(source, "TIFF", save_all=True, append_images=[grey], dpi=(150, 150))
    write_pages([PageTake(source, 2)], target)
    assert draw_page(PageTake(target, 1), 50).getpixel((25, 25)) == (128, 128, 128)


@pytest.mark.parametrize("turned", [0, 90])
def test_a_slanted_page_is_straightened_by_what_was_measured(tmp_path: Path, turned: int) -> None:
    slant = measure_slant(SCAN, 1, turned)
    assert slant == pytest.approx(1.0, abs=0.15)
    target = tmp_path / "thang.pdf"
    write_pages([PageTake(SCAN, 1, turned, slant)], target)
    assert measure_slant(target, 1) == 0.0
    report = inspect_scan(target, name=target.name)
    assert [flag.measure for flag in report.flags] == ([] if not turned else [90])


def test_a_blank_page_has_no_slant() -> None:
    assert measure_slant(SAMPLES / "trang_trang.pdf", 1) == 0.0


def test_no_pages_and_pages_that_are_not_there_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    target = tmp_path / "khong.pdf"
    with pytest.raises(Refusal, match=r"pages\.none"):
        write_pages([], target)
    for take in (PageTake(SCAN, 3), PageTake(PHOTO, 2), PageTake(SAMPLES / "co_mat_khau.pdf", 1)):
        with pytest.raises(Refusal, match=r"scan\.page_unreadable"):
            write_pages([PageTake(SCAN, 1), take], target)
    assert not target.exists()


def test_a_signature_inside_is_seen(tmp_path: Path) -> None:
    signed = tmp_path / "da_ky.pdf"
    with pikepdf.open(SCAN) as pdf:
        signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents=b"\x30\x00")
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="ky", V=pdf.make_indirect(signature))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[pdf.make_indirect(field)], SigFlags=3)
        pdf.save(signed)
    assert is_signed(signed)
    assert not is_signed(SCAN)
    assert not is_signed(PHOTO)
