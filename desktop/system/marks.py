"""Named moments at which something has just changed on a disk or in the store.

Nothing happens there, unless somebody in this process listens: tests do, which end the program at each moment or let
the disk fail there. What people can set from outside, such as a variable, does not reach this.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[str], None]

_listeners: list[Listener] = []


def mark(moment: str) -> None:
    """Say that the moment has come, such as "file.synced"; raises only what a listener raises."""
    for listener in _listeners:
        listener(moment)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Let the listener hear every moment of this process until the block ends."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
