"""Files as scanners, phones and signing programs really write them."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop.documents.scans import ScanReport, inspect_scan, render_page
from desktop.domain.approvals import ScanFault, ScanFlag

SAMPLES = Path(__file__).parents[2] / "golden/don-vi-60-nguoi/ban_quet"
WIDE, HIGH = 595.2, 841.44


@pytest.fixture
def page() -> Image.Image:
    with Image.open(SAMPLES / "anh_chup_nguoc.jpg") as photo:
        return photo.transpose(Image.Transpose.ROTATE_180).convert("RGB")


def look(path: Path) -> ScanReport:
    return inspect_scan(path, name=path.name)


def save_pdf(path: Path, pictures: list[tuple[Image.Image, float, float]]) -> None:
    """Lay pictures over the width of an A4 page, each at a height above the foot and so high, in points."""
    pdf = pikepdf.Pdf.new()
    sheet = pdf.add_blank_page(page_size=(WIDE, HIGH))
    for picture, foot, high in pictures:
        file = BytesIO()
        picture.save(file, "JPEG", quality=70)
        stream = pikepdf.Stream(pdf, file.getvalue())
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        stream.Width, stream.Height, stream.BitsPerComponent = *picture.size, 8
        stream.ColorSpace, stream.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
        name = sheet.add_resource(stream, pikepdf.Name.XObject)
        sheet.contents_add(f"q {WIDE} 0 0 {high} 0 {foot} cm {name} Do Q".encode())
    pdf.save(path)


def test_the_preview_inside_a_phones_photo_is_not_a_page(tmp_path: Path, page: Image.Image) -> None:
    path = tmp_path / "dien_thoai.jpg"
    page.save(path, "MPO", save_all=True, append_images=[page.resize((310, 438))])
    assert (look(path).pages, look(path).flags) == (1, ())


def test_a_coarse_ground_under_fine_letters_is_not_a_coarse_page(tmp_path: Path, page: Image.Image) -> None:
    path = tmp_path / "lop.pdf"
    save_pdf(path, [(Image.new("RGB", (620, 877), "white"), 0, HIGH), (page, 0, HIGH * 0.99)])
    assert look(path).flags == ()


def test_a_page_cut_into_strips_is_measured_like_a_whole_one(tmp_path: Path, page: Image.Image) -> None:
    path = tmp_path / "dai.pdf"
    coarse = page.resize((496, 704))
    strips = [coarse.crop((0, 88 * each, 496, 88 * each + 88)) for each in range(8)]
    save_pdf(path, [(strip, HIGH * (7 - each) / 8, HIGH / 8) for each, strip in enumerate(strips)])
    assert look(path).flags == (ScanFlag(ScanFault.LOW_RESOLUTION, 1, 60),)


def test_what_a_scanner_says_to_a_printer_before_a_pdf_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "may_quet.pdf"
    preamble = b"\x1b%-12345X@PJL\r\n@PJL ENTER LANGUAGE=PDF\r\n"
    path.write_bytes(preamble + (SAMPLES / "QD_1655.pdf").read_bytes())
    assert (look(path).pages, look(path).flags) == (2, ())


def test_a_sheet_cut_a_little_short_is_not_coarse(tmp_path: Path, page: Image.Image) -> None:
    path = tmp_path / "anh.jpg"
    page.resize((1225, 1735)).save(path)
    assert look(path).flags == ()


def test_a_see_through_photo_is_turned_as_its_exif_tag_says(tmp_path: Path, page: Image.Image) -> None:
    path = tmp_path / "anh.png"
    exif = Image.Exif()
    exif[0x0112] = 3
    page.convert("RGBA").transpose(Image.Transpose.ROTATE_180).save(path, exif=exif)
    assert look(path).flags == ()


def test_the_picture_of_a_digital_signature_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "ky_so.pdf"
    with pikepdf.open(SAMPLES / "QD_1655.pdf") as pdf:
        _add_red_signature(pdf)
        pdf.save(path)
    drawn = render_page(path, 1, 595)
    middle = ((drawn.height - 150) * drawn.width + 400) * 3
    assert drawn.rgb[middle : middle + 3] == b"\xff\x00\x00"


def _add_red_signature(pdf: pikepdf.Pdf) -> None:
    name = pikepdf.Name
    seal = pdf.make_stream(b"1 0 0 rg 0 0 200 100 re f", Type=name.XObject, Subtype=name.Form, BBox=[0, 0, 200, 100])
    field = pikepdf.Dictionary(
        Type=name.Annot, Subtype=name.Widget, FT=name.Sig, T="ky", Rect=[300, 100, 500, 200], F=4
    )
    field.AP = pikepdf.Dictionary(N=seal)
    signature = pdf.make_indirect(field)
    pdf.pages[0].Annots = pikepdf.Array([signature])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([signature]), SigFlags=3)
