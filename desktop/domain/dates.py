"""Dates as people's papers give them: a day, or only the month or the year."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth


class Precision(StrEnum):
    """How much of a birth date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A birth date with what is known of it; unknown parts are held as 1 (NĐ 29/2023 Điều 10)."""

    day: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.precision is Precision.DAY:
            return
        known = self.day.replace(day=1) if self.precision is Precision.MONTH else self.day.replace(month=1, day=1)
        object.__setattr__(self, "day", known)

    @property
    def month(self) -> YearMonth:
        """The birth month; January when only the year is known."""
        return YearMonth.of(self.day)

    def agrees_with(self, other: "BirthDate") -> bool:
        """Whether both say the same as far as both are known: "1965" agrees with "03/06/1965"."""
        mine, others = str(self), str(other)
        return mine.startswith(others) or others.startswith(mine)

    def __str__(self) -> str:
        """Return the stored form: "1965-06-03", "1965-06" or "1965"."""
        return {
            Precision.DAY: self.day.isoformat(),
            Precision.MONTH: self.day.isoformat()[:7],
            Precision.YEAR: self.day.isoformat()[:4],
        }[self.precision]

    @classmethod
    def parse(cls, text: str) -> "BirthDate":
        """Inverse of `str`; raises Refusal("date.unreadable")."""
        full = {10: "", 7: "-01", 4: "-01-01"}.get(len(text))
        precision = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}.get(len(text))
        if full is None or precision is None:
            raise Refusal("date.unreadable", value=text)
        return cls(parse_stored_date(text + full), precision)

    @property
    def shown(self) -> str:
        """The form on screens and prints: "03/06/1965", "06/1965" or "1965"."""
        return {
            Precision.DAY: format_date(self.day),
            Precision.MONTH: self.month.shown,
            Precision.YEAR: f"{self.day.year}",
        }[self.precision]


def format_date(day: date) -> str:
    """Return dd/MM/yyyy, always with four digits of the year."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def parse_stored_date(text: str) -> date:
    """Read "2024-11-01" and no other form of ISO 8601; raises Refusal("date.unreadable")."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refusal("date.unreadable", value=text) from None
    if day.isoformat() != text:
        raise Refusal("date.unreadable", value=text)
    return day
