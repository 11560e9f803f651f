"""Cards in pictures, and beside a record."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import segno
from PIL import Image, ImageFilter

from desktop.domain.dates import BirthDate
from desktop.domain.errors import Refusal
from desktop.domain.identity_cards import read_card
from desktop.domain.people import Person, Sex
from desktop.services.entry.card_check import (
    CARD_FIELDS,
    Match,
    compare_card,
    fillable,
    of_somebody_else,
    take_from_card,
)
from desktop.services.entry.card_reading import card_in_file
from tests.domain.test_identity_cards import TEXT

OTHER = "031065000123||Trần Văn Ánh|03061965|Nam|Hải Phòng|01012022"
CARD = read_card(TEXT)


def code(text: str, side: int = 200) -> Image.Image:
    png = io.BytesIO()
    segno.make(text, error="m").save(png, kind="png", scale=4)
    return Image.open(png).convert("L").resize((side, side), Image.Resampling.LANCZOS)


def page(*codes: Image.Image, blur: float = 0) -> Image.Image:
    sheet = Image.new("L", (1240, 1754), 255)
    for place, each in enumerate(codes):
        sheet.paste(each, (300, 250 + 500 * place))
    return sheet.filter(ImageFilter.GaussianBlur(blur)) if blur else sheet


def saved(folder: Path, picture: Image.Image, name: str = "the.png") -> Path:
    picture.save(folder / name)
    return folder / name


@pytest.mark.parametrize(
    "picture",
    [
        page(code(TEXT)),
        page(code(TEXT).rotate(37, expand=True, fillcolor=255)),
        page(code(TEXT)).rotate(180),
        page(code(TEXT, 110)),
        page(code(TEXT, 240), blur=1.2),
        code(TEXT, 320),
    ],
    ids=["straight", "rotated", "upside down", "small", "blurred", "nothing but the code"],
)
def test_a_card_is_read_from_a_picture(tmp_path: Path, picture: Image.Image) -> None:
    assert card_in_file(saved(tmp_path, picture)) == CARD


def test_a_card_is_read_from_the_second_page_of_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "quet.pdf"
    page().save(path, save_all=True, append_images=[page(code(TEXT))], resolution=150)
    assert card_in_file(path) == CARD


def test_of_two_cards_the_persons_own_is_taken(tmp_path: Path) -> None:
    path = saved(tmp_path, page(code(TEXT), code(OTHER)))
    assert card_in_file(path, "031065000123").full_name == "Trần Văn Ánh"
    with pytest.raises(Refusal) as refused:
        card_in_file(path)
    assert (refused.value.code, refused.value.params["count"]) == ("card.several", 2)


@pytest.mark.parametrize(
    ("picture", "reason"), [(page(), "card.none_found"), (page(code("https://a.vn")), "card.no_card_code")]
)
def test_a_picture_without_a_card_is_refused(tmp_path: Path, picture: Image.Image, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        card_in_file(saved(tmp_path, picture))
    assert refused.value.code == reason


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "the.png").write_bytes(b"not a picture")
    with pytest.raises(Refusal) as refused:
        card_in_file(tmp_path / "the.png")
    assert refused.value.code == "scan.not_what_it_says"
    with pytest.raises(Refusal) as refused:
        card_in_file(tmp_path / "none.png")
    assert refused.value.code == "scan.file_missing"


def test_an_empty_record_is_filled_whole() -> None:
    assert fillable(Person(), CARD) == CARD_FIELDS
    taken = take_from_card(Person(post="Kế toán"), CARD, CARD_FIELDS)
    assert taken == Person(
        "Nguyễn Thị Thuở Xa", Sex.FEMALE, BirthDate(date(1970, 9, 17)), "031170505924", post="Kế toán"
    )
    assert {line.match for line in compare_card(taken, CARD)} == {Match.SAME}


def test_what_differs_is_said_and_never_filled() -> None:
    person = Person("Nguyễn Thị Thưở Xa", None, BirthDate(date(1970, 9, 7)), "031170505924")
    lines = {line.field: line for line in compare_card(person, CARD)}
    assert (lines["person.birth"].recorded, lines["person.birth"].on_card) == (person.birth, CARD.birth)
    assert lines["person.birth"].match is lines["person.full_name"].match is Match.DIFFERENT
    assert fillable(person, CARD) == ("person.sex",)


def test_somebody_elses_card_fills_nothing() -> None:
    person = Person("Trần Văn Ánh", None, None, "031065000123")
    assert of_somebody_else(person, CARD)
    assert fillable(person, CARD) == ()
    assert not of_somebody_else(replace(person, citizen_id=""), CARD)


def test_what_was_garbled_is_not_taken() -> None:
    garbled = replace(CARD, full_name="", sex=None)
    person = Person("Nguyễn Thị Xa", Sex.MALE)
    matches = {line.field: line.match for line in compare_card(person, garbled)}
    assert matches["person.full_name"] is matches["person.sex"] is Match.NOT_READ
    assert take_from_card(person, garbled, CARD_FIELDS).full_name == "Nguyễn Thị Xa"
