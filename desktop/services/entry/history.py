"""What was done at this desk and can be taken back: one list for all pages, newest first."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.errors import Refusal

Act = Callable[[], object]
_LIMIT = 200
"""So many acts can be taken back; the oldest are let go."""
_PASSING = "store."
"""Refusals of this kind pass (a full disk): what could not be taken back now can be later."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One act. `label` names it after "Hoàn tác: ", such as "sửa Ngày sinh của Nguyễn Văn A"."""

    label: str
    undo: Act
    redo: Act
    where: str = ""
    """The id of the dossier that it was about, to be shown; "" where it was about several or none."""


class History:
    """Any part that changes something tells of it with `done`; `undo` and `redo` go back and forth.

    The acts themselves look whether what they take back is still as they left it, and raise Refusal if it is not.
    """

    def __init__(self, limit: int = _LIMIT) -> None:
        self._limit = limit
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._watchers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call this whenever what can be undone or redone is another."""
        self._watchers.append(watcher)

    def done(self, label: str, undo: Act, redo: Act, *, where: str = "") -> Step:
        """Note what was just done; what had been undone before cannot be redone any more."""
        step = Step(label, undo, redo, where)
        self._done = [*self._done, step][-self._limit :]
        self._undone.clear()
        self._tell()
        return step

    @property
    def to_undo(self) -> Step | None:
        """What `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Step | None:
        """What `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Step | None:
        """Take back the newest act and return it, None when there is none; raises what `take_back` does."""
        return self.take_back(self._done[-1]) if self._done else None

    def take_back(self, step: Step) -> Step | None:
        """Take back this act, the newest or an older one; None when it was taken back already.

        Raises the Refusal of the act itself; one that can never be taken back is let go.
        """
        if step not in self._done:
            return None
        self._try(step.undo, step, self._done)
        self._done.remove(step)
        self._undone.append(step)
        self._tell()
        return step

    def redo(self) -> Step | None:
        """Do again what was taken back last and return it, None when nothing was; raises Refusal as `take_back`."""
        step = self.to_redo
        if step is None:
            return None
        self._try(step.redo, step, self._undone)
        self._undone.remove(step)
        self._done.append(step)
        self._tell()
        return step

    def forget(self) -> None:
        """Let go of everything: what follows cannot be taken back past this."""
        self._done.clear()
        self._undone.clear()
        self._tell()

    def _try(self, act: Act, step: Step, held: list[Step]) -> None:
        try:
            act()
        except Refusal as refusal:
            if not refusal.code.startswith(_PASSING):
                held.remove(step)
                self._tell()
            raise

    def _tell(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()
