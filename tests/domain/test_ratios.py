"""Exact numbers: typed, shown, stored."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.ratios import format_ratio, load_ratio, parse_ratio, store_ratio


@pytest.mark.parametrize(
    ("typed", "value"), [("3,33", "3.33"), ("3.33", "3.33"), (" 12 ", "12"), ("-0,5", "-1/2"), ("0", "0")]
)
def test_reads_a_comma_or_a_point(typed: str, value: str) -> None:
    assert parse_ratio(typed) == Fraction(value)


@pytest.mark.parametrize("typed", ["", "4.9.8", "3,", ",3", "1/2", "3,33x", "１２", "nan", "1e3", "9" * 5000])
def test_guesses_nothing(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_ratio(typed)
    assert (refusal.value.code, refusal.value.params) == ("number.unreadable", {"value": typed})


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("3.33", "3,33"),
        ("5/2", "2,5"),
        ("12", "12"),
        ("0", "0"),
        ("-1/2", "-0,5"),
        ("1/3", "0,3333"),
        ("-1/99999", "0"),
    ],
)
def test_shows_a_decimal_comma_and_no_idle_zeros(value: str, shown: str) -> None:
    assert format_ratio(Fraction(value)) == shown


@given(st.decimals(-99, 99, places=4, allow_nan=False))
def test_what_is_shown_can_be_typed(value: object) -> None:
    exact = Fraction(str(value))
    assert parse_ratio(format_ratio(exact)) == exact


@given(st.fractions())
def test_stores_exactly(value: Fraction) -> None:
    assert load_ratio(store_ratio(value)) == value


@pytest.mark.parametrize("text", ["", "1/0", "0.5", "1/-2", "1/02", "a", " 1", "1\n", "9" * 5000])
def test_refuses_what_it_never_stored(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        load_ratio(text)
    assert refusal.value.code == "number.unreadable"
