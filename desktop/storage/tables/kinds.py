"""Column types that hold values of the domain, the same in every database.

Both drivers hand over texts and whole numbers as they are, so a type's own reader is the whole result processor:
a long list has hundreds of thousands of cells, and every call between would be felt.
"""

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from desktop.domain.dates import BirthDate
from desktop.domain.months import YearMonth
from desktop.domain.ratios import load_ratio, store_ratio


# A long list holds few different coefficients and months: reading each once makes reading the list twice as fast.
@lru_cache(maxsize=4096)
def _ratio(text: str | None) -> Fraction | None:
    return None if text is None else load_ratio(text)


@lru_cache(maxsize=4096)
def _month(ordinal: int | None) -> YearMonth | None:
    return None if ordinal is None else YearMonth.from_ordinal(ordinal)


def _member(kind: type[StrEnum], text: str | None) -> StrEnum | None:
    return None if text is None else kind(text)


class EnumText(TypeDecorator[Any]):
    """An enum member as its text; NULL is None."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the member's text."""
        return None if value is None else self.kind(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], StrEnum | None]:  # noqa: ARG002 - as above
        """Return what reads the member."""
        return lru_cache(maxsize=256)(partial(_member, self.kind))


class RatioText(TypeDecorator[Fraction]):
    """An exact ratio as text, "63/2"; NULL is None."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - as above
        """Return the stored text."""
        return None if value is None else store_ratio(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Fraction | None]:  # noqa: ARG002 - as above
        """Return what reads the exact number."""
        return _ratio


class BirthText(TypeDecorator[BirthDate]):
    """A birth date with its precision as text, "1965-06"; NULL is None."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: BirthDate | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - as above
        """Return the stored text."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> BirthDate | None:  # noqa: ARG002 - as above
        """Return the birth date."""
        return None if value is None else BirthDate.parse(value)


class MonthOrdinal(TypeDecorator[YearMonth]):
    """A month as the number of months since year 0; NULL is None."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: YearMonth | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - as above
        """Return the ordinal."""
        return None if value is None else value.ordinal

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], YearMonth | None]:  # noqa: ARG002 - as above
        """Return what reads the month."""
        return _month
