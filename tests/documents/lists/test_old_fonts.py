"""Text from before Unicode: every letter comes back, nothing else is touched, nothing is converted unasked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.lists.faults import Reason
from desktop.documents.lists.old_fonts import old_fonts_in
from desktop.documents.lists.old_text import _TCVN3, _VNI, OldFont, column_font, convert_old_text, font_of
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import read_workbook

_MARKED = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_SYLLABLES = [
    "nguyễn",
    "trần",
    "đặng",
    "hồng",
    "thị",
    "đức",
    "phượng",
    "khuê",
    "quỳnh",
    "giữ",
    "thúy",
    "ngọc",
    "kỳ",
    "xuân",
    "oanh",
    "hiếu",
    "lợi",
    "mẫn",
    "ửng",
    "ẵm",
    "nghỉ",
    "truyện",
    "bưởi",
    "khuỷu",
    "hoè",
    "phẩm",
    "quận",
    "giêng",
    "muộn",
    "quyền",
]
_TEXTS = st.lists(st.sampled_from(_SYLLABLES), min_size=2, max_size=6).map(" ".join)


def to_tcvn3(text: str) -> str:
    """Type the text as with .VnTime: what is not in the table as its small letter, as in a font of capitals."""
    places = {letter: chr(place) for place, letter in _TCVN3.items()}
    return "".join(places.get(letter) or places.get(letter.lower(), letter) for letter in text)


def to_vni(text: str) -> str:
    """Type the text as with VNI-Times."""
    written = {letter: typed for typed, letter in _VNI.items()}
    return "".join(_vni_of(letter, written) for letter in text)


def _vni_of(letter: str, written: dict[str, str]) -> str:
    typed = written.get(letter.lower())
    if typed is None:
        return letter
    return typed.upper() if letter.isupper() else typed


def test_the_tables_hold_every_letter_once() -> None:
    assert set(_TCVN3.values()) == set(_MARKED) | set("ĂÂÊÔƠƯĐ")
    assert len(_TCVN3) == len(_MARKED) + 7
    assert set(_VNI.values()) == set(_MARKED)
    assert len(_VNI) == len(_MARKED)


@given(st.text(f"{_MARKED}{_MARKED.upper()}abcdeghiklmnopqrstuvxy ABCDĐEGHIK", max_size=30))
def test_every_letter_comes_back_from_vni(text: str) -> None:
    assert convert_old_text(to_vni(text), OldFont.VNI) == text


@given(st.text(f"{_MARKED}ĂÂÊÔƠƯĐabcdeghiklmnopqrstuvxy ", max_size=30))
def test_every_letter_comes_back_from_tcvn3(text: str) -> None:
    assert convert_old_text(to_tcvn3(text), OldFont.TCVN3) == text


@given(_TEXTS)
def test_capitals_come_back_where_all_letters_are_capitals(text: str) -> None:
    words = [word.upper() for word in text.split() if sum(letter.isascii() for letter in word) > 1]
    assert convert_old_text(to_tcvn3(" ".join(words)), OldFont.TCVN3) == " ".join(words)


@given(_TEXTS, st.sampled_from([str.lower, str.title, str.upper]))
def test_unicode_is_never_taken_for_old(text: str, case: Callable[[str], str]) -> None:
    assert font_of(case(text)) is None
    assert convert_old_text(case(text)) == case(text)


@given(st.lists(_TEXTS, min_size=3, max_size=8))
def test_a_column_tells_its_font(texts: list[str]) -> None:
    titled = [f"Nguyễn {text.title()}" for text in texts]
    for font, typed in ((OldFont.TCVN3, to_tcvn3), (OldFont.VNI, to_vni)):
        found = column_font(map(typed, titled))
        assert found is not None
        assert found.font is font
    assert column_font(titled) is None


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("NguyÔn V¨n Dòng", "Nguyễn Văn Dũng"),
        ("NGUYÔN THÞ Hµ", "NGUYỄN THỊ Hà"),
        ("Ñaëng Thò Phöôïng", "Đặng Thị Phượng"),
        ("Uû ban nh©n d©n quËn", "Uỷ ban nhân dân quận"),
        ("© 2024", "© 2024"),
        ("½ tháng", "½ tháng"),
        ("Café Müller", "Café Müller"),
        ("Y Wăn Niê", "Y Wăn Niê"),
        ("Hà Nội", "Hà Nội"),
        ("", ""),
    ],
)
def test_the_paste_converter_changes_old_text_only(text: str, converted: str) -> None:
    assert convert_old_text(text) == converted


def _retyped(rows: list[Any], typed: Callable[[str], str]) -> list[list[object]]:
    return [[typed(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


@pytest.mark.parametrize("typed", [to_tcvn3, to_vni])
def test_a_list_in_an_old_font_is_read_only_once_somebody_agrees(
    typed: Callable[[str], str], write_book: Callable[..., Path], header: Any, changed: Any
) -> None:
    rows = [header, changed(), changed(Họ_và_tên="Đặng Thị Phượng", Số_CCCD="031171926296")]
    true = read_list(read_workbook(write_book({"Danh sách": rows})))
    workbook = read_workbook(write_book({"Danh sách": _retyped(rows, typed)}, "cu.xlsx"))
    before = read_list(workbook)
    assert {each.reason for each in before.faults} == {Reason.OLD_FONT}
    assert before.people[0].person.full_name == ""
    assert before.people[0].person.citizen_id == true.people[0].person.citizen_id
    assert any(after == "Đặng Thị Phượng" for each in before.old_fonts for _, after in each.samples)
    after = read_list(workbook, converted=before.old_fonts)
    assert after.people == true.people
    assert after.mappings == true.mappings
    assert after.faults == ()


def test_single_cells_in_an_old_font_among_unicode_are_told(
    write_book: Callable[..., Path], header: Any, changed: Any
) -> None:
    rows = [
        header,
        changed(Họ_và_tên="Trần Thị Hằng"),
        changed(Họ_và_tên=to_tcvn3("Nguyễn Văn Dũng"), Số_CCCD="031171926296"),
        changed(Họ_và_tên="Lê Thu Hà", Số_CCCD="031171926297"),
    ]
    workbook = read_workbook(write_book({"Danh sách": rows}))
    (column,) = old_fonts_in(workbook)
    assert (column.column, column.font.whole, column.cells) == (1, False, 1)
    reading = read_list(workbook)
    assert [(each.row, each.field, each.reason) for each in reading.faults] == [(3, "full_name", Reason.OLD_FONT)]
    names = [each.person.full_name for each in read_list(workbook, converted=[column]).people]
    assert names == ["Trần Thị Hằng", "Nguyễn Văn Dũng", "Lê Thu Hà"]


def test_a_font_of_capitals_gives_names_in_their_usual_form(
    write_book: Callable[..., Path], header: Any, changed: Any
) -> None:
    rows = [header, changed(Họ_và_tên="nguyÔn v¨n dòng"), changed(Họ_và_tên="TR¦¥NG THÞ H»NG", Số_CCCD="031171926296")]
    workbook = read_workbook(write_book({"Danh sách": rows}))
    names = [each.person.full_name for each in read_list(workbook, converted=old_fonts_in(workbook)).people]
    assert names == ["Nguyễn Văn Dũng", "Trương Thị Hằng"]
