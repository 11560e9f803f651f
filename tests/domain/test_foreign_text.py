"""Text that others wrote is shown without what it could hide."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.foreign_text import HIDDEN, LONGEST, shown, shown_lines


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Nguyễn Thị Ổn", "Nguyễn Thị Ổn"),
        ("Quyết định\u202efdp.exe", "Quyết định\ufffdfdp.exe"),
        ("a\u2066b\u2069\u200e\u200f\u061c", "a\ufffdb\ufffd\ufffd\ufffd\ufffd"),
        ("dòng 1\r\ndòng 2\u2028dòng 3", "dòng 1 dòng 2 dòng 3"),
        ("\x1b]0;tiêu đề\x07", "\ufffd]0;tiêu đề\ufffd"),
        ("\x9b31m\x00\x7f", "\ufffd31m\ufffd\ufffd"),
        ("không\u200brộng\ufeff\u00ad", "không\ufffdrộng\ufffd\ufffd"),
        ("nửa \ud800 chữ", "nửa \ufffd chữ"),
        ("một\thai\u00a0ba", "một hai\u00a0ba"),
        ("..\\..\\x.pdf", "..\\..\\x.pdf"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ],
)
def test_what_is_hidden_is_seen(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_a_long_name_ends_where_it_is_cut() -> None:
    assert shown("ă" * 500) == "ă" * (LONGEST - 1) + "…"
    assert shown("ă" * LONGEST) == "ă" * LONGEST
    assert shown_lines("ă" * 5000) == "ă" * 5000


def test_lines_stay_lines_where_there_may_be_some() -> None:
    assert shown_lines("một\r\nhai\u202e\tba\n") == f"một\nhai{HIDDEN} ba\n"


def test_marks_do_not_pile_up() -> None:
    piled = "e" + "\u0301" * 300 + " Nguyễn"
    assert shown(piled) == "e" + "\u0301" * 4 + " Nguyễn"
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Ổn")
    assert shown(decomposed) == decomposed


@given(st.text(st.characters(codec=None), max_size=60))
def test_nothing_hidden_gets_through_and_showing_twice_changes_nothing(text: str) -> None:
    seen = shown(text)
    assert not {unicodedata.category(each) for each in seen} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert shown(seen) == seen
    assert not {unicodedata.category(each) for each in shown_lines(text)} - {"Cc"} & {"Cf", "Cs", "Zl", "Zp"}
