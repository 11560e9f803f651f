"""Timing work at 1×, 10× and 100×, and telling it as a table and as JSON."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from math import log
from pathlib import Path
from time import process_time
from typing import TypeVar

T = TypeVar("T")
CHUNK = 1_000


@dataclass(frozen=True)
class Measured:
    """Seconds that `size` pieces of work took."""

    size: int
    seconds: float

    @property
    def each(self) -> float:
        """Milliseconds of one."""
        return 1000 * self.seconds / self.size


@dataclass(frozen=True)
class Row:
    """One line of the answer; `goal` in words, `met` None where a line is only the peer of another."""

    work: str
    measured: tuple[Measured, ...]
    goal: str = ""
    met: bool | None = None
    note: str = ""

    @property
    def slope(self) -> float | None:
        """How cost grows: 1 is linear, 2 quadratic; None with one size only."""
        first, last = self.measured[0], self.measured[-1]
        if first.size == last.size:
            return None
        return log(last.seconds / first.seconds) / log(last.size / first.size)


def time_over(
    make: Callable[[int], "object"], work: Callable[[T], object], sizes: Sequence[int]
) -> tuple[Measured, ...]:
    """Time `work` on the items that `make(size)` yields; making them does not count."""
    return tuple(Measured(size, _seconds(iter(make(size)), work)) for size in sizes)  # type: ignore[call-overload]


def _seconds(items: "object", work: Callable[[T], object]) -> float:
    total = 0.0
    while chunk := list(islice(items, CHUNK)):  # type: ignore[call-overload]
        began = process_time()
        for item in chunk:
            work(item)
        total += process_time() - began
    return total


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def tell(rows: Sequence[Row], to: Path) -> None:
    """Print the table; write the same as JSON."""
    print(f"{'work':<58}{'size':>9}{'seconds':>11}{'ms each':>10}{'slope':>8}  goal")
    for row in rows:
        for place, one in enumerate(row.measured):
            last = place == len(row.measured) - 1
            slope = f"{row.slope:.2f}" if last and row.slope is not None else ""
            verdict = "" if row.met is None or not last else ("  met" if row.met else "  NOT MET")
            goal = f"{row.goal}{verdict} {row.note}" if last else ""
            name = row.work if place == 0 else ""
            print(f"{name:<58}{one.size:>9}{one.seconds:>11.3f}{one.each:>10.4f}{slope:>8}  {goal}".rstrip())
    body = [{**asdict(row), "slope": row.slope} for row in rows]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"JSON: {to}")
