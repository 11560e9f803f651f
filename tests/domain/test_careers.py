"""Careers: which months count, gaps, overlaps, the salary of a month."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod, gaps, overlaps
from desktop.domain.months import MonthSpan, YearMonth, months_covered

_MONTHS = st.builds(YearMonth, st.integers(1990, 1999), st.integers(1, 12))
_SPANS = st.tuples(_MONTHS, _MONTHS).map(lambda pair: MonthSpan(min(pair), max(pair)))
_ROWS = st.lists(_SPANS, max_size=6).map(tuple)


def _span(first: str, last: str) -> MonthSpan:
    return MonthSpan(YearMonth.parse(first), YearMonth.parse(last))


def test_only_compulsory_months_that_were_not_cashed_count() -> None:
    months = _span("2000-01", "2000-12")
    rows = (
        InsurancePeriod(months),
        InsurancePeriod(months, compulsory=False),
        InsurancePeriod(months, cashed=True),
        InsurancePeriod(months, compulsory=False, cashed=True),
    )
    assert [row.counts for row in rows] == [True, False, False, False]
    assert Career(insurance=rows).insured_spans() == (months,)


def test_the_row_entered_last_decides_where_rows_overlap() -> None:
    early = SalaryPeriod(_span("2020-01", "2021-06"), Fraction(3))
    late = SalaryPeriod(_span("2021-01", "2022-12"), Fraction("3.33"))
    career = Career(salary=(early, late))
    assert career.salary_in(YearMonth(2020, 12)) is early
    assert career.salary_in(YearMonth(2021, 3)) is late
    assert career.salary_in(YearMonth(2023, 1)) is None


def test_gaps_are_found_whatever_the_order_of_rows() -> None:
    rows = (_span("1996-01", "1996-12"), _span("1993-01", "1995-04"))
    assert gaps(rows) == (_span("1995-05", "1995-12"),)
    assert gaps((_span("1993-01", "1995-12"), _span("1996-01", "1996-12"))) == ()
    assert gaps(()) == ()


@given(_ROWS)
def test_rows_and_gaps_together_fill_the_time_between_first_and_last(rows: tuple[MonthSpan, ...]) -> None:
    found = gaps(rows)
    if rows:
        whole = MonthSpan(min(row.first for row in rows), max(row.last for row in rows))
        assert months_covered((*rows, *found)) == len(whole)
        assert months_covered(rows) + months_covered(found) == len(whole)


@given(_ROWS)
def test_overlaps_name_every_pair_with_its_first_shared_month(rows: tuple[MonthSpan, ...]) -> None:
    expected = [
        (left, right, min(shared))
        for left in range(len(rows))
        for right in range(left + 1, len(rows))
        if (shared := set(rows[left]) & set(rows[right]))
    ]
    assert list(overlaps(rows)) == expected
