"""How far slow work has come, told from its thread and read from the window's."""

from dataclasses import dataclass
from threading import Event


class TaskCancelled(Exception):
    """The person asked to stop; what was not finished has left nothing behind."""


@dataclass(frozen=True, slots=True)
class Reached:
    """`done` of `total` (0: not known), and what is being worked on."""

    done: int = 0
    total: int = 0
    item: str = ""


class Progress:
    """Given to the work; `report` and `cancelled` fit the callbacks that services take."""

    def __init__(self) -> None:
        self._reached = Reached()
        self._stop = Event()

    @property
    def reached(self) -> Reached:
        """What was reported last."""
        return self._reached

    def report(self, done: int, total: int, item: str = "") -> None:
        """Tell how far the work is; cheap, call it for every item."""
        self._reached = Reached(done, total, item)

    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._stop.is_set()

    def stop_if_cancelled(self) -> None:
        """Raise TaskCancelled when the person asked to stop."""
        if self._stop.is_set():
            raise TaskCancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._stop.set()
