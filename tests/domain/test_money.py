"""Reading, rounding and showing whole đồng."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, format_dong, group_digits, parse_dong, round_half_up

_AMOUNTS = st.integers(0, 10**15 - 1).map(Dong)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("2340000", 2_340_000),
        ("2.340.000", 2_340_000),
        (" 2.340.000 đ ", 2_340_000),
        ("2340000 đồng", 2_340_000),
        ("2 340 000", 2_340_000),
        ("2,34tr", 2_340_000),
        ("2.34 TR", 2_340_000),
        ("2,340tr", 2_340_000),
        ("1500tr", 1_500_000_000),
        ("0,000001tr", 1),
        ("1,5 tỷ", 1_500_000_000),
        ("1.5 tỉ đồng", 1_500_000_000),
        ("2.340.000 VNĐ", 2_340_000),
        ("2.340.000vnd", 2_340_000),
        ("2,340,000", 2_340_000),
        ("2,340,000 đ", 2_340_000),
        ("2,34 tr.", 2_340_000),
        ("2,34 tr.đ", 2_340_000),
        ("2.340.000 đ.", 2_340_000),
        ("0", 0),
    ],
)
def test_reads_what_a_clerk_types(typed: str, amount: int) -> None:
    assert parse_dong(typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "", "đ", "tr", "abc", "-5", "5,5", "2.34", "23.40.000", "2.3400", ".500", "1..000", "2,0000001tr", ",5tr",
        "2,340", "23,40,000", "2,3400,000", "2,340.000", "2.340,000", "2,340,000,", "2,340,000.50", "1.500 tỷ",
        "1,500,000tr", "vnđ", "tỷ", "2.340.000.", "2.340.000 đ đ",
        "2,tr", "1.500tr", "1.000.000tr", "٣٤٥", "9" * 16, "9" * 5000, "1e6", "2.340.000,50",
    ],
)  # fmt: skip
def test_guesses_nothing(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_dong(typed)
    assert (refusal.value.code, refusal.value.params) == ("money.unreadable", {"value": typed})


@given(_AMOUNTS)
def test_what_is_shown_can_be_typed(amount: Dong) -> None:
    assert parse_dong(format_dong(amount)) == amount
    assert parse_dong(group_digits(amount)) == amount


@given(st.text(max_size=12))
def test_any_text_is_an_amount_or_refused(typed: str) -> None:
    try:
        assert parse_dong(typed) >= 0
    except Refusal as refusal:
        assert refusal.code == "money.unreadable"  # noqa: PT017 - both outcomes are right


def test_groups_by_thousands_with_dots() -> None:
    assert [group_digits(number) for number in (0, 999, 1000, 91630786, -1234)] == [
        "0", "999", "1.000", "91.630.786", "-1.234",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("5/2", 3), ("-5/2", -3), ("7/3", 2), ("8/3", 3), ("1/2", 1), ("-1/2", -1), ("499/1000", 0), ("4", 4)],
)
def test_rounds_halves_away_from_zero(exact: str, rounded: int) -> None:
    assert round_half_up(Fraction(exact)) == rounded


@given(st.fractions())
def test_rounding_moves_by_half_at_most_and_is_symmetric(exact: Fraction) -> None:
    assert abs(round_half_up(exact) - exact) <= Fraction(1, 2)
    assert round_half_up(-exact) == -round_half_up(exact)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("2,34 triệu", 2_340_000), ("500 nghìn", 500_000), ("1,5 ngàn đồng", 1_500), ("2 triệu đồng", 2_000_000)],
)
def test_units_may_be_written_out(text: str, amount: int) -> None:
    assert parse_dong(text) == amount


@pytest.mark.parametrize("text", ["2.340 nghìn", "1,2345 nghìn", "triệu", "nghìn 5", "-2 triệu"])
def test_what_a_unit_leaves_open_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"money\.unreadable"):
        parse_dong(text)


@given(st.integers(0, 10**12))
def test_an_amount_is_read_back_however_it_is_written(amount: int) -> None:
    for written in (str(amount), format_dong(Dong(amount)), group_digits(amount), f"{amount} đồng"):
        assert parse_dong(written) == amount
    whole, part = divmod(amount, 1_000_000)
    if whole < 10**9:
        assert parse_dong(f"{whole},{part:06d}tr") == amount
