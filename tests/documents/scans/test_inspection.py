"""What inspect_scan says of good, faulty and hostile files."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import yaml
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.scans import ScanLimits, inspect_scan, require_accepted
from desktop.domain.approvals import ScanFault, ScanFlag
from desktop.domain.errors import Refusal

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests/golden/don-vi-60-nguoi/ban_quet"
GOOD = ("QD_1655.pdf", "QD_1808.pdf", "QD_1967.pdf", "QD_2887.pdf", "QD_3440.pdf")
FAULTY = {
    "anh_chup_nguoc.jpg": ScanFlag(ScanFault.UPSIDE_DOWN, 1, 180),
    "quet_mo_38dpi.jpg": ScanFlag(ScanFault.LOW_RESOLUTION, 1, 37),
    "trang_trang.pdf": ScanFlag(ScanFault.BLANK_PAGE, 1),
    "rong_0_byte.pdf": ScanFlag(ScanFault.EMPTY),
    "khong_phai_pdf.pdf": ScanFlag(ScanFault.NOT_WHAT_IT_SAYS),
    "co_mat_khau.pdf": ScanFlag(ScanFault.PASSWORD),
}
REFUSED = {"rong_0_byte.pdf", "khong_phai_pdf.pdf", "co_mat_khau.pdf"}


def faults(path: Path, *, name: str | None = None, limits: ScanLimits | None = None) -> list[ScanFault]:
    report = inspect_scan(path, name=name or path.name, limits=limits or ScanLimits())
    return [flag.fault for flag in report.flags]


@pytest.mark.parametrize("name", GOOD)
def test_a_good_decision_has_two_pages_and_no_flag(name: str) -> None:
    report = inspect_scan(SAMPLES / name, name=name)
    assert (report.media_type, report.pages, report.flags) == ("application/pdf", 2, ())
    assert report.size == (SAMPLES / name).stat().st_size
    require_accepted(report, name=name)


@pytest.mark.parametrize("name", FAULTY)
def test_each_faulty_file_has_exactly_its_own_fault(name: str) -> None:
    report = inspect_scan(SAMPLES / name, name=name)
    assert report.flags == (FAULTY[name],)
    assert (report.refused is not None) == (name in REFUSED)


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_refusing_fault_is_raised_by_its_code(name: str) -> None:
    with pytest.raises(Refusal) as caught:
        require_accepted(inspect_scan(SAMPLES / name, name=name), name=name)
    assert caught.value.code == f"scan.{FAULTY[name].fault.value}"


def test_a_file_that_is_gone_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"scan\.file_missing"):
        inspect_scan(tmp_path / "mat.pdf", name="mất.pdf")


@pytest.mark.parametrize(
    "head", [b"MZ\x90\x00", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0", b"%!PS-Adobe", b"GIF89a"]
)
def test_other_kinds_of_file_are_not_what_they_say(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "quyet_dinh.pdf"
    path.write_bytes(head + b"\x00" * 200 + b"%PDF-1.4")
    assert faults(path) == [ScanFault.NOT_WHAT_IT_SAYS]


def test_a_picture_named_pdf_is_not_what_it_says() -> None:
    assert faults(SAMPLES / "anh_chup_nguoc.jpg", name="QD.pdf") == [ScanFault.NOT_WHAT_IT_SAYS]


def test_the_clerks_name_counts_not_the_name_on_disk(tmp_path: Path) -> None:
    stored = tmp_path / "0a1b2c"
    stored.write_bytes((SAMPLES / GOOD[0]).read_bytes())
    assert faults(stored, name="Quyết định 1655.PDF") == []


def test_a_file_over_the_limit_is_refused_before_it_is_opened() -> None:
    assert faults(SAMPLES / GOOD[0], limits=ScanLimits(bytes=1000)) == [ScanFault.TOO_LARGE]
    assert faults(SAMPLES / GOOD[0], limits=ScanLimits(pages=1)) == [ScanFault.TOO_LARGE]
    assert faults(SAMPLES / GOOD[0], limits=ScanLimits(objects=3)) == [ScanFault.TOO_LARGE]
    assert faults(SAMPLES / GOOD[0], limits=ScanLimits(pixels=1_000_000)) == [ScanFault.TOO_LARGE]


@pytest.mark.parametrize("name", [GOOD[0], "anh_chup_nguoc.jpg"])
def test_a_file_cut_short_is_unreadable(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes((SAMPLES / name).read_bytes()[:400])
    assert faults(path) == [ScanFault.UNREADABLE]


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def test_a_picture_of_inhuman_size_is_never_decoded(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    bomb = tmp_path / "bom.png"
    rows = zlib.compress(b"\x00" * 1_000_000)
    bomb.write_bytes(b"\x89PNG\r\n\x1a\n" + _png_chunk(b"IHDR", header) + _png_chunk(b"IDAT", rows))
    assert faults(bomb) == [ScanFault.TOO_LARGE]


def test_a_picture_of_inhuman_size_inside_a_pdf_is_never_decoded(tmp_path: Path) -> None:
    def enlarge(pdf: pikepdf.Pdf) -> None:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image":
                each.Width, each.Height = 60_000, 60_000

    assert faults(_changed(tmp_path, enlarge)) == [ScanFault.TOO_LARGE]


def test_a_page_of_inhuman_size_is_never_drawn(tmp_path: Path) -> None:
    def stretch(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].MediaBox = [0, 0, 1, 14400]

    assert faults(_changed(tmp_path, stretch)) == [ScanFault.TOO_LARGE]


def _changed(tmp_path: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    path = tmp_path / "doi.pdf"
    with pikepdf.open(SAMPLES / GOOD[0]) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def _open_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _launch(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    pdf.pages[0].Annots = pikepdf.Array([link])


def _embedded(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["la.exe"] = b"MZ"


def _page_script(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pdf.make_stream(b"1")))


@pytest.mark.parametrize("change", [_open_action, _launch, _embedded, _page_script])
def test_a_pdf_that_acts_is_flagged_but_can_be_justified(tmp_path: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
    report = inspect_scan(_changed(tmp_path, change), name="doi.pdf")
    assert report.flags == (ScanFlag(ScanFault.ACTIVE_CONTENT),)
    assert (report.refused, report.pages) == (None, 2)


def test_a_pdf_that_only_forbids_printing_opens(tmp_path: Path) -> None:
    path = tmp_path / "cam_in.pdf"
    with pikepdf.open(SAMPLES / GOOD[0]) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="chu", user=""))
    assert faults(path) == []


def _upright() -> Image.Image:
    with Image.open(SAMPLES / "anh_chup_nguoc.jpg") as photo:
        return photo.transpose(Image.Transpose.ROTATE_180)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_the_same_picture_upright_has_no_flag_in_any_format(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"anh.{kind.lower()}"
    _upright().save(path, kind)
    assert faults(path) == []


def test_frames_of_a_tiff_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "nhieu_trang.tif"
    blank = Image.new("L", (1240, 1754), 255)
    _upright().save(path, "TIFF", save_all=True, append_images=[blank, _upright().rotate(180)])
    report = inspect_scan(path, name=path.name)
    assert report.pages == 3
    assert report.flags == (ScanFlag(ScanFault.BLANK_PAGE, 2), ScanFlag(ScanFault.UPSIDE_DOWN, 3, 180))


def test_the_resolution_tag_counts_where_it_makes_a_sheet_of_paper(tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    _upright().save(path, "JPEG", dpi=(100, 100))  # 12.4 inches wide: between A4 and A3
    assert inspect_scan(path, name=path.name).flags == (ScanFlag(ScanFault.LOW_RESOLUTION, 1, 100),)
    _upright().save(path, "JPEG", dpi=(72, 72))  # what cameras write whatever they photograph
    assert faults(path) == []


def test_a_phone_photo_is_judged_as_its_exif_tag_turns_it(tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    exif = Image.Exif()
    exif[0x0112] = 3
    with Image.open(SAMPLES / "anh_chup_nguoc.jpg") as photo:
        photo.save(path, "JPEG", exif=exif)
    assert faults(path) == []


def test_transparent_and_deep_pictures_are_judged_on_white_paper(tmp_path: Path) -> None:
    seen_through = _upright().convert("RGBA")
    seen_through.putalpha(_upright().point(lambda level: 255 if level < 128 else 0))
    seen_through.save(tmp_path / "trong.png")
    deep = Image.frombytes("I;16", _upright().size, b"".join(bytes((0, level)) for level in _upright().tobytes()))
    deep.save(tmp_path / "sau.png")
    assert faults(tmp_path / "trong.png") == []
    assert faults(tmp_path / "sau.png") == []


def test_a_page_of_text_without_a_scan_has_no_resolution(tmp_path: Path) -> None:
    path = tmp_path / "chu.pdf"
    page = Canvas(str(path), pagesize=(595, 842))
    for line in range(20):
        page.drawString(72, 770 - 30 * line, f"Điều {line}. Danh sách kèm theo Quyết định phê duyệt 01/11/2024")
    page.save()
    assert faults(path) == []


def test_a_page_of_bars_and_boxes_is_not_taken_for_text_on_its_side(tmp_path: Path) -> None:
    path = tmp_path / "khung.pdf"
    page = Canvas(str(path), pagesize=(595, 842))
    for bar in range(15):
        page.rect(72, 100 + 40 * bar, 300, 8, fill=1)
    page.save()
    assert faults(path) == []


def test_every_fault_has_a_sentence() -> None:
    sentences = yaml.safe_load((ROOT / "resources/texts/scans.yaml").read_text(encoding="utf-8"))
    for fault in ScanFault:
        shown = sentences[f"scan.{fault.value}"].format(name="a.pdf", page=2, measure=90)
        assert "a.pdf" in shown
    for code in ("scan.file_missing", "scan.page_unreadable"):
        assert "a.pdf" in sentences[code].format(name="a.pdf", page=2)


def test_damage_anywhere_in_a_file_is_an_answer_never_a_crash(tmp_path: Path) -> None:
    original = (SAMPLES / "quet_mo_38dpi.jpg").read_bytes()
    path = tmp_path / "hong.jpg"
    for place in range(4, len(original), len(original) // 25):
        damaged = bytearray(original)
        damaged[place : place + 6] = b"\xff\x00\xfe\xff\xd8\x00"
        path.write_bytes(damaged)
        assert inspect_scan(path, name=path.name).media_type == "image/jpeg"
