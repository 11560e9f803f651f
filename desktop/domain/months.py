"""Months, the law's unit of time: salaries, insurance and early leave are all counted in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.errors import Refusal

_STORED = re.compile(r"[0-9]{4}-[0-9]{2}")


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A calendar month. `later - earlier` is a number of months; `month + n` is a month."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1900 <= self.year <= 2200):
            raise Refusal("month.impossible", value=f"{self.month:02d}/{self.year}")

    @classmethod
    def of(cls, day: date) -> "YearMonth":
        """Return the month that `day` lies in."""
        return cls.from_ordinal(day.year * 12 + day.month - 1)

    @classmethod
    def parse(cls, text: str) -> "YearMonth":
        """Read the stored form "2024-11"; raises Refusal("month.unreadable")."""
        if not _STORED.fullmatch(text):
            raise Refusal("month.unreadable", value=text)
        return cls(int(text[:4]), int(text[5:]))

    @classmethod
    def from_ordinal(cls, ordinal: int) -> "YearMonth":
        """Inverse of `ordinal`."""
        known = _KNOWN.get(ordinal)
        if known is None:
            year, month = divmod(ordinal, 12)
            known = _KNOWN[ordinal] = cls(year, month + 1)
        return known

    @property
    def ordinal(self) -> int:
        """Months since year 0, so that months can be counted and compared."""
        return self.year * 12 + self.month - 1

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    def __add__(self, months: int) -> "YearMonth":
        return YearMonth.from_ordinal(self.year * 12 + self.month - 1 + months)

    def __sub__(self, other: "YearMonth") -> int:
        return (self.year - other.year) * 12 + self.month - other.month

    def __str__(self) -> str:
        """Return the stored form, "2024-11"."""
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def shown(self) -> str:
        """The form on screens and prints, "11/2024"."""
        return f"{self.month}/{self.year}" if self.month > 9 else f"0{self.month}/{self.year}"


_KNOWN: dict[int, YearMonth] = {}
"""Months made already, at most three centuries of them: the same few dozen come back for every person."""


@dataclass(frozen=True, slots=True)
class MonthSpan:
    """Months from `first` to `last`, both included."""

    first: YearMonth
    last: YearMonth

    def __post_init__(self) -> None:
        if self.last - self.first < 0:
            raise Refusal("month.span_backwards", first=self.first.shown, last=self.last.shown)

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __iter__(self) -> Iterator[YearMonth]:
        return (self.first + offset for offset in range(len(self)))

    def __contains__(self, month: YearMonth) -> bool:
        return self.first.ordinal <= month.ordinal <= self.last.ordinal


def months_covered(spans: Iterable[MonthSpan]) -> int:
    """Count the months that the spans cover; a month counts once however many spans hold it."""
    covered = 0
    counted_up_to = -1
    for span in sorted(spans, key=lambda each: each.first.ordinal):
        start = max(span.first.ordinal, counted_up_to + 1)
        covered += max(0, span.last.ordinal - start + 1)
        counted_up_to = max(counted_up_to, span.last.ordinal)
    return covered


def format_months(months: int) -> str:
    """Return "31 năm 5 tháng", "5 tháng", "2 năm" or "0 tháng"."""
    years, odd = divmod(months, 12)
    parts = [f"{years} năm"] if years else []
    parts += [f"{odd} tháng"] if odd or not years else []
    return " ".join(parts)
