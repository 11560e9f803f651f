"""How far the reading of a list has come, and whether the person asked to stop."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from desktop.domain.errors import Refusal

Item = TypeVar("Item")

Tell = Callable[[int, int, str], None]
"""Called with what is done, what there is in all (0: not known yet) and what is being worked on."""
CancelCheck = Callable[[], bool]
"""Asked between pieces of work; True stops it."""

_EVERY = 64
"""Rows between two looks: some milliseconds."""


class Watch:
    """Tells a bar how far the work is and stops it when the person asks; both callbacks may be left out."""

    def __init__(self, progress: Tell | None = None, cancelled: CancelCheck | None = None) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def tell(self, done: int, total: int, item: str = "") -> None:
        """Say how far it is; raises Refusal("list.cancelled") when the person asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise Refusal("list.cancelled")
        if self._progress is not None:
            self._progress(done, total, item)

    def over(self, items: Sequence[Item], item: str = "") -> Iterator[Item]:
        """Yield the items, telling now and then how many are behind; raises as `tell` does."""
        for done, each in enumerate(items):
            if done % _EVERY == 0:
                self.tell(done, len(items), item)
            yield each
        self.tell(len(items), len(items), item)


UNWATCHED = Watch()
"""Nobody looks on and nobody stops it."""
