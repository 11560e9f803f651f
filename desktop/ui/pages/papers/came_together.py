"""Files that come in shortly after each other: one message counts all of them, the later does not hide the earlier."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from desktop.services.entry.history import Step
from desktop.services.papers.coming_in import CameIn
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.papers.came_words import came_banner
from desktop.ui.pages.papers.undoing import note_attached
from desktop.ui.pages.undo_banner import Say, undo_banner

_SHORTLY = 10.0
"""Seconds in which a message counts as not read yet."""


class CameTogether:
    """Tells what became of files; of what it told just now it tells again, unless something else was done since."""

    def __init__(self, desk: Desk, clock: Callable[[], float] = monotonic) -> None:
        self._desk, self._clock = desk, clock
        self._came, self._wrong = CameIn(), tuple[Path, ...]()
        self._steps: tuple[Step, ...] = ()
        self._told_at = float("-inf")
        desk.history.watch(self._forget)

    def tell(self, came: CameIn, say: Say, renew: Callable[[], object], wrong: Sequence[Path] = ()) -> None:
        """Note what came in, show everything as it is now, and tell of all of it in one message."""
        if self._clock() - self._told_at > _SHORTLY:
            self._forget()
        before, wrong_before, steps = self._came, self._wrong, self._steps
        step = note_attached(self._desk, came.attached)
        self._came, self._wrong = before.with_later(came), (*wrong_before, *wrong)
        self._steps = (*steps, step) if step else steps
        if came.kept:
            renew()
        self._say(say, renew)
        self._told_at = self._clock()

    def _say(self, say: Say, renew: Callable[[], object]) -> None:
        banner = came_banner(self._came, self._wrong)
        if banner is not None and self._steps:
            banner = undo_banner(self._desk, self._steps, banner.text, say, renew, banner.tone)
        if banner is not None:
            say(banner)

    def _forget(self) -> None:
        """Something else was done, or undone: what was told before is past."""
        self._came, self._wrong, self._steps = CameIn(), (), ()
