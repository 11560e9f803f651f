"""Amounts in words: examples that other programs get wrong, and a reader that reads every number back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.money import Dong
from desktop.domain.money_words import dong_in_words, number_in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1000, "một nghìn"),
        (1015, "một nghìn không trăm mười lăm"),
        (10005, "mười nghìn không trăm linh năm"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_001_000, "một triệu không trăm linh một nghìn"),
        (91_630_786, "chín mươi mốt triệu sáu trăm ba mươi nghìn bảy trăm tám mươi sáu"),
        (1_000_000_000, "một tỷ"),
        (1_000_000_005, "một tỷ không trăm linh năm"),
        (21_500_000_000, "hai mươi mốt tỷ năm trăm triệu"),
        (1_234_000_000_000, "một nghìn hai trăm ba mươi tư tỷ"),
        (10**18, "một tỷ tỷ"),
        (-15, "âm mười lăm"),
    ],
)
def test_reads_as_people_do(number: int, words: str) -> None:
    assert number_in_words(number) == words


def test_an_amount_begins_with_a_capital_and_ends_with_its_unit() -> None:
    assert dong_in_words(Dong(5_020_865)) == "Năm triệu không trăm hai mươi nghìn tám trăm sáu mươi lăm đồng"
    assert dong_in_words(Dong(0)) == "Không đồng"


@given(st.integers(0, 10**18 - 1))
def test_words_tell_exactly_one_number(number: int) -> None:
    assert _read_back(number_in_words(number).split()) == number


_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 10**3, "triệu": 10**6}


def _read_back(words: list[str]) -> int:
    """Read number words by the grammar, knowing nothing of how they were made."""
    if "tỷ" in words:
        place = len(words) - 1 - words[::-1].index("tỷ")
        return _read_back(words[:place]) * 10**9 + _read_back(words[place + 1 :])
    total = group = last = 0
    for word in words:
        if word in _SCALES:
            total, group = total + group * _SCALES[word], 0
        elif word in _DIGITS:
            last = _DIGITS[word]
            group += last
        else:
            group += {"trăm": 99 * last, "mươi": 9 * last, "mười": 10, "linh": 0}[word]
    return total + group
