"""Vietnamese names: one written form, search without accents, order by given name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.names import compose, fold, given_name, name_sort_key, normalise_name, sort_key

_NAMES = ["Nguyễn Văn Đức", "Đỗ Thị Ánh", "Trần Ý", "Lê Ngọc Uyên", "Phạm Thị Ước"]


@pytest.mark.parametrize("name", _NAMES)
def test_decomposed_letters_and_spaces_are_put_right(name: str) -> None:
    messy = "  " + unicodedata.normalize("NFD", name).replace(" ", " \u00a0\t") + "\n"
    assert compose(messy) == name


@pytest.mark.parametrize("name", _NAMES)
def test_capitals_become_a_written_name(name: str) -> None:
    assert normalise_name(f" {unicodedata.normalize('NFD', name.upper())} ") == name


def test_a_name_written_properly_stays() -> None:
    assert normalise_name("H'Hen Niê Kđăm") == "H'Hen Niê Kđăm"
    assert normalise_name("nguyễn văn a") == "nguyễn văn a"


@given(st.text(max_size=30))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert compose(compose(text)) == compose(text)
    assert normalise_name(normalise_name(text)) == normalise_name(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Nguyễn Văn Đức", "nguyen van duc"), ("ĐỖ  ƯỚC", "do uoc"), ("Trần Ý", "tran y"), ("", "")],
)
def test_search_ignores_accents_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(st.text(max_size=30))
def test_folding_leaves_no_accent_in_any_text(text: str) -> None:
    assert not any(unicodedata.combining(letter) for letter in fold(text))


def test_the_given_name_is_the_last_word() -> None:
    assert given_name("Nguyễn Văn Đức") == "Đức"
    assert given_name("") == ""


def test_letters_are_ordered_by_the_vietnamese_alphabet() -> None:
    letters = ["y", "v", "ư", "u", "ơ", "ô", "o", "i", "g", "ê", "e", "đ", "d", "c", "b", "â", "ă", "a"]
    assert "".join(sorted(letters, key=sort_key)) == "aăâbcdđeêgioôơuưvy"


def test_tones_decide_only_between_equal_letters() -> None:
    assert sorted(["má", "mạ", "ma", "mã", "mả", "mà"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(["mạ a", "ma b"], key=sort_key) == ["mạ a", "ma b"]


def test_people_are_ordered_by_given_name_then_family_name() -> None:
    people = ["Trần Văn Bình", "Nguyễn Thị Ánh", "Đỗ Văn Bình", "Dương Văn Bình", "Lê An"]
    assert sorted(people, key=name_sort_key) == [
        "Lê An", "Nguyễn Thị Ánh", "Dương Văn Bình", "Đỗ Văn Bình", "Trần Văn Bình",
    ]  # fmt: skip


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_ordered(one: str, other: str) -> None:
    assert (sort_key(one) < sort_key(other)) is (sort_key(other) > sort_key(one))


@given(st.text(max_size=30))
def test_order_does_not_depend_on_how_letters_are_composed(text: str) -> None:
    assert sort_key(text) == sort_key(unicodedata.normalize("NFD", text))
