"""Sums of exact numbers."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

Exact: TypeAlias = int | Fraction
"""An exact number; whole ones as `int`, which is faster."""


def exact_sum(values: Iterable[Exact], parts: int = 1) -> Fraction:
    """Return the sum divided by `parts`."""
    return quotient_sum([value.as_integer_ratio() for value in values], parts)


def quotient_sum(quotients: Iterable[tuple[int, int]], parts: int = 1) -> Fraction:
    """Return the sum of numbers given above and below the line, divided by `parts`.

    Added in whole numbers and reduced once: `Fraction` reduces at each step, which takes several times as long.
    """
    above, below = 0, 1
    for more, part in quotients:
        if part == below:
            above += more
        else:
            above, below = above * part + more * below, below * part
    return Fraction(above, below * parts)
