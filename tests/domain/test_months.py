"""Months: arithmetic, spans, counting each month once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.months import MonthSpan, YearMonth, format_months, months_covered

_MONTHS = st.builds(YearMonth, st.integers(1940, 2060), st.integers(1, 12))
_SPANS = st.tuples(_MONTHS, _MONTHS).map(lambda pair: MonthSpan(min(pair), max(pair)))


@given(_MONTHS, st.integers(-400, 400))
def test_adding_and_taking_away_agree(month: YearMonth, count: int) -> None:
    assert (month + count) - month == count
    assert (month + count) + -count == month


@given(_MONTHS)
def test_a_month_is_read_back_from_each_of_its_forms(month: YearMonth) -> None:
    assert YearMonth.parse(str(month)) == month
    assert YearMonth.from_ordinal(month.ordinal) == month
    assert YearMonth.of(month.first_day) == month
    assert month.shown == f"{month.first_day:%m/%Y}"


@given(_MONTHS, _MONTHS)
def test_order_is_that_of_first_days(one: YearMonth, other: YearMonth) -> None:
    assert (one < other) is (one.first_day < other.first_day)
    assert (one <= other) is (one - other <= 0)


def test_december_is_followed_by_january() -> None:
    assert YearMonth(2024, 12) + 1 == YearMonth(2025, 1)
    assert YearMonth(2024, 1) + -1 == YearMonth(2023, 12)


@pytest.mark.parametrize(("year", "month"), [(2024, 0), (2024, 13), (1899, 12), (2201, 1)])
def test_a_month_that_cannot_be_is_refused(year: int, month: int) -> None:
    with pytest.raises(Refusal) as refusal:
        YearMonth(year, month)
    assert refusal.value.code == "month.impossible"


@pytest.mark.parametrize(
    "text", ["", "2024", "2024-1", "24-01", "11/2024", "2024-11-01", "２０２４-11", "²024-11", "2024-11\n"]
)
def test_text_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        YearMonth.parse(text)
    assert refusal.value.code == "month.unreadable"


def test_a_day_lies_in_its_month() -> None:
    assert YearMonth.of(date(2024, 2, 29)) == YearMonth(2024, 2)


def test_a_span_holds_both_ends() -> None:
    span = MonthSpan(YearMonth(2023, 11), YearMonth(2024, 2))
    assert len(span) == 4
    assert [str(month) for month in span] == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert YearMonth(2023, 11) in span
    assert YearMonth(2024, 2) in span
    assert YearMonth(2024, 3) not in span
    assert YearMonth(2023, 10) not in span


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        MonthSpan(YearMonth(2024, 2), YearMonth(2024, 1))
    assert refusal.value.code == "month.span_backwards"
    assert refusal.value.params == {"first": "02/2024", "last": "01/2024"}


@given(st.lists(_SPANS, max_size=6))
def test_a_month_counts_once_however_many_spans_hold_it(spans: list[MonthSpan]) -> None:
    assert months_covered(spans) == len({month for span in spans for month in span})


@pytest.mark.parametrize(
    ("months", "shown"), [(0, "0 tháng"), (5, "5 tháng"), (12, "1 năm"), (24, "2 năm"), (377, "31 năm 5 tháng")]
)
def test_months_are_shown_as_years_and_months(months: int, shown: str) -> None:
    assert format_months(months) == shown
