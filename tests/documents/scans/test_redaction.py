"""Copies in which numbers are hidden for good: nothing of them is in the file, and the original is as it was."""

from fractions import Fraction
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.scans import redaction
from desktop.documents.scans.numbers import find_numbers, pages_without_text
from desktop.documents.scans.redaction import RedactedPage, open_boxes, write_redacted
from desktop.documents.scans.rendering import render_page
from desktop.domain.errors import Refusal
from desktop.domain.evidence import Rectangle

CARD, ACCOUNT = "031170505924", "0031000123456"
BOX = Rectangle(Fraction("0.25"), Fraction("0.25"), Fraction("0.5"), Fraction("0.1"))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Two pages of text, the second turned; numbers are written as people write them."""
    canvas = Canvas(str(tmp_path / "thu.pdf"), pagesize=(595, 842))
    canvas.drawString(100, 700, "So CCCD 031 170 505 924 cap nam 2021")
    canvas.drawString(100, 400, "Khong co gi khac")
    canvas.showPage()
    canvas.drawString(50, 500, f"STK {ACCOUNT[:4]}.{ACCOUNT[4:]}")
    canvas.save()
    with pikepdf.open(tmp_path / "thu.pdf", allow_overwriting_input=True) as pdf:
        pdf.pages[1].rotate(90, relative=True)
        pdf.save()
    return tmp_path / "thu.pdf"


def text_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


def pictures_in(path: Path) -> list[Image.Image]:
    with pikepdf.open(path) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        return [pikepdf.PdfImage(each).as_pil_image().copy() for each in found]


def inside(picture: Image.Image, place: Rectangle) -> set[int]:
    """Return the greys that are found well inside a place of the picture, roughly."""
    width, height = picture.size
    left, top = float(place.left) * width, float(place.top) * height
    right, bottom = left + float(place.width) * width, top + float(place.height) * height
    box = tuple(round(each) for each in (left + 2, top + 2, right - 2, bottom - 2))
    return {grey // 16 for grey in picture.convert("L").crop(box).get_flattened_data()}


def hidden(letter: Path, *numbers: str) -> list[RedactedPage]:
    found = find_numbers(letter, numbers)
    return [RedactedPage(letter, page, tuple(each.place for each in found if each.page == page)) for page in (1, 2)]


def test_numbers_are_found_whatever_stands_between_their_digits_and_however_the_page_is_turned(letter: Path) -> None:
    first, second = find_numbers(letter, [CARD, ACCOUNT, "12", ""])
    assert (first.page, second.page) == (1, 2)
    assert 0.2 < first.place.left < 0.3
    assert 0.14 < first.place.top < 0.18
    drawn = render_page(letter, 2, 800)
    page = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb)
    assert min(inside(page, second.place)) < 8  # there is ink where the number is said to be


def test_nothing_of_a_hidden_number_is_left_in_the_file(letter: Path, tmp_path: Path) -> None:
    before, target = letter.read_bytes(), tmp_path / "che.pdf"
    pages = hidden(letter, CARD, ACCOUNT)
    write_redacted(pages, target)
    assert text_of(target).split() == []
    pictures = pictures_in(target)
    assert len(pictures) == 2
    for picture, page in zip(pictures, pages, strict=True):
        for box in page.boxes:
            assert inside(picture, box) == {0}
    assert letter.read_bytes() == before
    assert CARD.encode() not in target.read_bytes()


def test_a_box_drawn_by_hand_hides_a_picture_and_the_rest_stays_readable(tmp_path: Path) -> None:
    scan, target = tmp_path / "anh.png", tmp_path / "che.pdf"
    Image.radial_gradient("L").resize((800, 1100)).save(scan)
    write_redacted([RedactedPage(scan, 1, (BOX,))], target)
    (picture,) = pictures_in(target)
    assert inside(picture, BOX) == {0}
    elsewhere = Rectangle(BOX.left, Fraction("0.6"), BOX.width, BOX.height)
    assert len(inside(picture, elsewhere)) > 2


def test_a_copy_in_which_a_box_is_not_black_is_not_kept(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = hidden(letter, CARD, ACCOUNT)
    write_redacted(pages, tmp_path / "che.pdf")
    assert open_boxes(tmp_path / "che.pdf", pages) == ()
    assert open_boxes(letter, pages) == (1, 2)
    elsewhere = [RedactedPage(letter, 1, (*pages[0].boxes, BOX)), pages[1]]
    assert open_boxes(tmp_path / "che.pdf", elsewhere) == (1,)
    monkeypatch.setattr(redaction, "_BLACK", (200, 200, 200))
    with pytest.raises(Refusal, match=r"redaction\.box_open") as refused:
        write_redacted(pages, tmp_path / "ho.pdf")
    assert refused.value.params["pages"] == "1, 2"
    assert not (tmp_path / "ho.pdf").exists()


def test_a_box_over_the_corner_stays_black_and_the_mark_goes_to_another(letter: Path, tmp_path: Path) -> None:
    corner = Rectangle(Fraction("0.5"), Fraction(0), Fraction("0.5"), Fraction("0.1"))
    write_redacted([RedactedPage(letter, 1, (corner,))], tmp_path / "che.pdf")
    (picture,) = pictures_in(tmp_path / "che.pdf")
    assert inside(picture, corner) == {0}
    assert any(red > 150 and green < 90 for red, green, _ in picture.convert("RGB").get_flattened_data())


def test_pages_on_which_no_number_can_be_found_are_known(letter: Path, tmp_path: Path) -> None:
    scan = tmp_path / "anh.png"
    Image.new("L", (80, 110)).save(scan)
    assert pages_without_text(scan, 1) == (1,)
    assert pages_without_text(letter, 2) == (2,)  # an account alone: so little stands on scans, too


def test_a_page_without_a_box_is_flattened_too(letter: Path, tmp_path: Path) -> None:
    write_redacted([RedactedPage(letter, 2)], tmp_path / "che.pdf")
    assert text_of(tmp_path / "che.pdf").split() == []
    (picture,) = pictures_in(tmp_path / "che.pdf")
    assert any(red > 150 and green < 90 for red, green, _ in picture.convert("RGB").get_flattened_data())  # the mark


def test_nothing_is_written_when_it_is_stopped_or_nothing_was_chosen(letter: Path, tmp_path: Path) -> None:
    target = tmp_path / "che.pdf"
    target.write_bytes(b"before")

    def stop(done: int, _total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(Refusal):
        write_redacted(hidden(letter, CARD), target, report=stop)
    with pytest.raises(Refusal, match=r"redaction\.nothing"):
        write_redacted([], target)
    assert target.read_bytes() == b"before"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["che.pdf", "thu.pdf"]
