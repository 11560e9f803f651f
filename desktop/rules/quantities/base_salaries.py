"""The base salary of each month (mức lương cơ sở), and its sums over months, without adding month by month."""

from bisect import bisect_right
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate, pairwise

from desktop.domain.months import YearMonth
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.quantities.sums import Exact

FOREVER = 10**6
"""The ordinal of a month after all others."""


@dataclass(frozen=True, slots=True)
class BaseSalaryTable:
    """Base salary (lương cơ sở, đồng a month) by the month from which it holds, oldest first."""

    rows: tuple[tuple[YearMonth, Fraction], ...]
    ordinals: tuple[int, ...] = field(init=False, repr=False, compare=False)
    amounts: tuple[Exact, ...] = field(init=False, repr=False, compare=False)
    sums: tuple[Exact, ...] = field(init=False, repr=False, compare=False)
    """The base salaries of all months before each row's first, added up."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ordinals", tuple(first.ordinal for first, _ in self.rows))
        whole = (value.numerator if value.denominator == 1 else value for _, value in self.rows)
        object.__setattr__(self, "amounts", tuple(whole))
        months = (later - first for first, later in pairwise(self.ordinals))
        rows = (amount * count for amount, count in zip(self.amounts, months, strict=False))
        object.__setattr__(self, "sums", tuple(accumulate(rows, initial=0)))

    def at(self, ordinal: int) -> Exact:
        """Return the base salary of a month by its ordinal; raises Undetermined("rules.base_salary_not_covered")."""
        place = bisect_right(self.ordinals, ordinal) - 1
        if place < 0:
            raise Undetermined("rules.base_salary_not_covered", month=YearMonth.from_ordinal(ordinal).shown)
        return self.amounts[place]

    def total(self, first: int, last: int) -> Exact:
        """Return the base salaries of all months from `first` to `last`, added up; raises as `at` does."""
        return self._before(last + 1) - self._before(first)

    def _before(self, ordinal: int) -> Exact:
        """Return the base salaries of all months of the table before a month, added up."""
        place = bisect_right(self.ordinals, ordinal) - 1
        if place < 0:
            raise Undetermined("rules.base_salary_not_covered", month=YearMonth.from_ordinal(ordinal).shown)
        return self.sums[place] + self.amounts[place] * (ordinal - self.ordinals[place])

    def from_to(self, ordinal: int) -> tuple[Exact, int]:
        """Return the base salary of a month and the last month up to which it holds."""
        place = bisect_right(self.ordinals, ordinal)
        if place == 0:
            raise Undetermined("rules.base_salary_not_covered", month=YearMonth.from_ordinal(ordinal).shown)
        return self.amounts[place - 1], self.ordinals[place] - 1 if place < len(self.ordinals) else FOREVER


def base_salary(month: YearMonth, table: BaseSalaryTable) -> Exact:
    """Return the base salary of `month`; raises Undetermined("rules.base_salary_not_covered")."""
    return table.at(month.ordinal)
