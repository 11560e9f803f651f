"""Insured service in months, and years by a rounding table of odd months."""

from dataclasses import dataclass
from fractions import Fraction

from desktop.domain.careers import Career, InsurancePeriod
from desktop.domain.months import MonthSpan, YearMonth
from desktop.rules.quantities.missing import Missing, Undetermined


@dataclass(frozen=True, slots=True)
class RoundingBand:
    """Odd months up to and including `up_to` count as `years` (0, ½ or 1)."""

    up_to: int
    years: Fraction


@dataclass(frozen=True, slots=True)
class RoundingTable:
    """What odd months count as; bands rise and the last one reaches 11."""

    bands: tuple[RoundingBand, ...]


def insured_months(career: Career, before: YearMonth) -> int:
    """Return the months of compulsory insurance before `before` that were not cashed; a month counts once.

    Raises Missing("rules.insurance_missing") when the record has no insurance row at all.
    """
    return _months(career, before, career.insurance)


def hazardous_months(career: Career, before: YearMonth) -> int:
    """Return the counted months in heavy, toxic or dangerous work."""
    return _months(career, before, tuple(period for period in career.insurance if period.hazardous))


def special_area_months(career: Career, before: YearMonth) -> int:
    """Return the counted months in areas of special difficulty."""
    return _months(career, before, tuple(period for period in career.insurance if period.special_area))


def lowered_age_months(career: Career, before: YearMonth) -> int:
    """Return the counted months in hazardous work or special areas; a month that is both counts once."""
    rows = tuple([period for period in career.insurance if period.hazardous or period.special_area])
    return _months(career, before, rows)


def rounded_years(months: int, table: RoundingTable) -> Fraction:
    """Return whole years plus what the table gives for the odd months.

    Raises Undetermined("rules.months_negative") for fewer than 0 months.
    """
    if months < 0:
        raise Undetermined("rules.months_negative", months=months)
    whole, odd = divmod(months, 12)
    above, below = odd_years(odd, table).as_integer_ratio()
    return Fraction(above + whole * below, below)


def odd_years(odd: int, table: RoundingTable) -> Fraction:
    """Return what the table gives for odd months, 0 to 11."""
    for band in table.bands:
        if odd <= band.up_to:
            return band.years
    raise AssertionError(odd)  # the last band reaches 11


def spans_before(spans: tuple[MonthSpan, ...], before: YearMonth) -> tuple[MonthSpan, ...]:
    """Cut the spans off at the month before `before`."""
    last = before + -1
    return tuple(
        span if span.last - before < 0 else MonthSpan(span.first, last) for span in spans if span.first - before < 0
    )


def _months(career: Career, before: YearMonth, rows: tuple[InsurancePeriod, ...]) -> int:
    if not career.insurance:
        raise Missing("rules.insurance_missing", "career.insurance")
    if not rows:
        return 0
    last = before.ordinal - 1
    covered, counted_up_to = 0, -1
    for first, until in sorted([(row.months.first.ordinal, row.months.last.ordinal) for row in rows if row.counts]):
        start, end = max(first, counted_up_to + 1), min(until, last)
        if end >= start:
            covered += end - start + 1
            counted_up_to = end
    return covered
