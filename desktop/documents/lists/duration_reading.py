"""Reading lengths of time: in one cell, or years and odd months in two columns side by side."""

from functools import partial

from desktop.documents.lists.catalogue import fold_words
from desktop.documents.lists.cell_numbers import parse_duration, parse_odd_months, parse_whole_years
from desktop.documents.lists.faults import Reason
from desktop.documents.lists.row_reading import SheetReading

ODD_MONTHS = {"insured_months": "insured_odd_months", "early_months": "early_odd_months"}
"""The column right of a length of time that holds the months beyond whole years; its neighbour holds the years then."""


def read_durations(reading: SheetReading, name: str) -> list[int | None]:
    """Return the months row by row; None where a cell is faulty or nothing is stated."""
    if reading.source.has(ODD_MONTHS[name]):
        return _read_apart(reading, name, ODD_MONTHS[name])
    column = reading.source.mapping.columns.get(name)
    counts_months = column is not None and "so thang" in fold_words(reading.source.header(column))
    return reading.take(name, partial(parse_duration, counts_months=counts_months))


def _read_apart(reading: SheetReading, name: str, odd_name: str) -> list[int | None]:
    years = reading.take(name, parse_whole_years)
    months = reading.take(odd_name, parse_odd_months)
    rows = zip(reading.rows, years, months, strict=True)
    return [_joined(reading, row, (name, each), (odd_name, odd)) for row, each, odd in rows]


def _joined(
    reading: SheetReading, row: int, years: tuple[str, int | None], months: tuple[str, int | None]
) -> int | None:
    """Add both up. An empty cell beside a number is a fault: it may mean none, or that nobody filled it in."""
    if years[1] is not None and months[1] is not None:
        return years[1] * 12 + months[1]
    for (name, value), (other_name, other) in ((years, months), (months, years)):
        if value is None and other and not reading.faulty(row, (name, other_name)):
            told = name if reading.source.has(name) else other_name
            reading.refuse(row, told, Reason.DURATION_HALF, {"other": reading.place(row, other_name).value})
    return None
