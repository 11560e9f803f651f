"""Names like the one that was typed, so that a message can say which one was meant."""

from collections.abc import Iterable

_MOST = 3
_LONGEST = 60
"""Letters up to which names are compared: ids have no more, and longer ones would take long."""
_LEAST = 3
"""Letters from which on a beginning says something."""


def near(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three known names that differ from `wanted` in few letters, the nearest first, or begin like it."""
    if len(wanted) > _LONGEST:
        return ()
    few = max(1, len(wanted) // 3)
    names = set(known)
    measured = sorted((distance(wanted, each), each) for each in names if abs(len(each) - len(wanted)) <= few)
    close = [each for apart, each in measured if apart <= few]
    shortened = sorted(each for each in names if len(each) >= _LEAST and wanted.startswith(each))
    lengthened = sorted(each for each in names if len(wanted) >= _LEAST and each.startswith(wanted))
    return tuple(dict.fromkeys((*close, *shortened, *lengthened)))[:_MOST]


def near_or_all(wanted: str, known: Iterable[str]) -> str:
    """Return the near names if there are any, else all that are known, as a message lists them."""
    listed = tuple(known)
    return ", ".join(near(wanted, listed) or listed) or "(chưa khai báo tên nào)"


def distance(left: str, right: str) -> int:
    """Return how many letters must be put in, left out, replaced or swapped with the next to get from one to other."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for down, letter in enumerate(left, start=1):
        above, before, row = before, row, [down]
        for across, other in enumerate(right, start=1):
            least = min(before[across] + 1, row[-1] + 1, before[across - 1] + (letter != other))
            if down > 1 and across > 1 and letter == right[across - 2] and left[down - 2] == other:
                least = min(least, above[across - 2] + 1)
            row.append(least)
    return row[-1]
