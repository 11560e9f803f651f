"""Units as exponents of đồng, month and year, checked when a pack loads.

A figure of the law carries its whole unit: "3 months for each early year" is 3 months/year, so

    3 months/year x 12,000,000 đồng/month x 2.5 years = 90,000,000 đồng

and every product, sum and comparison can be checked by adding or comparing exponents. Months and years are
different units: 12 months are not 1 year until a rounding table of the law says what odd months count as.

A bare number has no unit of its own. Alone it takes the unit of what it stands beside (`early_months <= 24`);
in a product it may bring months and years, never đồng (`3 * average_salary * early_years` is đồng, since 3 can
only be months/year, but `3 * early_months` never is money). `percent` has no unit.

Dates and calendar months are points: month - month is a number of months, month + months a month.
"""

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from desktop.rules.trace import Unit


class Sort(StrEnum):
    """What sort of value it is."""

    NUMBER = "number"
    DATE = "date"
    MONTH = "month"
    FLAG = "flag"
    TEXT = "text"


class Freedom(IntEnum):
    """How much of the unit bare numbers leave open."""

    FIXED = 0
    TIME = 1
    """The exponents of month and year can be anything."""
    ANY = 2


@dataclass(frozen=True, slots=True)
class Dimension:
    """The unit of a value; exponents count for numbers only, `choices` for text only."""

    sort: Sort
    dong: int = 0
    month: int = 0
    year: int = 0
    freedom: Freedom = Freedom.FIXED
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the unit as the field writes it: "đồng/tháng", "không có đơn vị"."""
        if self.sort is not Sort.NUMBER:
            return _SORT_NAMES[self.sort]
        if self.freedom is Freedom.ANY:
            return "số chưa rõ đơn vị"
        return _exponents(self)


_SORT_NAMES = {Sort.DATE: "ngày", Sort.MONTH: "tháng lịch", Sort.FLAG: "đúng hoặc sai", Sort.TEXT: "chữ"}

PLAIN = Dimension(Sort.NUMBER)
DONG = Dimension(Sort.NUMBER, dong=1)
MONTHS = Dimension(Sort.NUMBER, month=1)
BARE = Dimension(Sort.NUMBER, freedom=Freedom.ANY)
FLAG = Dimension(Sort.FLAG)
DATE = Dimension(Sort.DATE)
CALENDAR_MONTH = Dimension(Sort.MONTH)
TEXT = Dimension(Sort.TEXT)

OF_UNIT = {
    Unit.DONG: DONG,
    Unit.DONG_PER_MONTH: Dimension(Sort.NUMBER, dong=1, month=-1),
    Unit.DONG_PER_YEAR: Dimension(Sort.NUMBER, dong=1, year=-1),
    Unit.MONTHS: MONTHS,
    Unit.YEARS: Dimension(Sort.NUMBER, year=1),
    Unit.MONTHS_PER_YEAR: Dimension(Sort.NUMBER, month=1, year=-1),
    Unit.RATIO: PLAIN,
    Unit.COUNT: PLAIN,
    Unit.DATE: DATE,
    Unit.MONTH: CALENDAR_MONTH,
    Unit.FLAG: FLAG,
    Unit.TEXT: TEXT,
}


def multiply(left: Dimension, right: Dimension, sign: int = 1) -> Dimension:
    """Return the unit of `left * right`, or of `left / right` with sign -1; both must be numbers."""
    bare = Freedom.ANY in {left.freedom, right.freedom}
    both = left.freedom is right.freedom is Freedom.ANY
    return Dimension(
        Sort.NUMBER,
        left.dong + sign * right.dong,
        left.month + sign * right.month,
        left.year + sign * right.year,
        Freedom.ANY if both else Freedom.TIME if bare else max(left.freedom, right.freedom),
    )


def common(left: Dimension, right: Dimension) -> Dimension | None:
    """Return the unit that both can have, None when there is none: they cannot be added or compared."""
    if left.sort is not right.sort:
        return None
    loose, firm = sorted((left, right), key=lambda each: -each.freedom)
    if left.sort is not Sort.NUMBER or loose.freedom is Freedom.ANY:
        return firm
    if loose.dong != firm.dong:
        return None
    same = (loose.month, loose.year) == (firm.month, firm.year)
    return firm if same or loose.freedom is Freedom.TIME else None


def freed(dimension: Dimension) -> Dimension:
    """Return the unit with months and years left open."""
    return replace(dimension, freedom=max(dimension.freedom, Freedom.TIME))


def _exponents(dimension: Dimension) -> str:
    parts = (("đồng", dimension.dong), ("tháng", dimension.month), ("năm", dimension.year))
    above = "·".join(_power(name, size) for name, size in parts if size > 0)
    below = "".join(f"/{_power(name, -size)}" for name, size in parts if size < 0)
    return f"{above or '1'}{below}" if above or below else "không có đơn vị"


def _power(name: str, size: int) -> str:
    return name if size == 1 else f"{name}^{size}"
