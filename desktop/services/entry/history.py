"""What was done at this desk and can be taken back: one list for all pages, newest first."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.documents.lists.watching import CancelCheck, Tell
from desktop.domain.errors import Refusal

Act = Callable[[], object]
Ahead = Callable[[Tell, CancelCheck], object]
"""Does an act in another thread, telling how far it is; the act itself has nothing left to do then."""
_LIMIT = 200
"""So many acts can be taken back; the oldest are let go."""
_PASSING = ("store.", "list.cancelled", "list.worked_on")
"""Refusals of this kind pass (a full disk, a change of mind, later work that goes back first): what could not be taken
back now can be later."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One act. `label` names it after "Hoàn tác: ", such as "sửa Ngày sinh của Nguyễn Văn A"."""

    label: str
    undo: Act
    redo: Act
    where: str = ""
    """The id of the dossier that it was about, to be shown; "" where it was about several or none."""
    round_id: str = ""
    """The round in which it was done."""
    undo_ahead: Ahead | None = None
    """Of an act that takes long both ways, what does it away from the window; None of all others."""
    redo_ahead: Ahead | None = None


class History:
    """Any part that changes something tells of it with `done`; `undo` and `redo` go back and forth.

    The acts themselves look whether what they take back is still as they left it, and raise Refusal if it is not.
    `round_id` tells in which round one works: an act that does not say its round itself was done there.
    """

    def __init__(self, limit: int = _LIMIT, round_id: Callable[[], str] = str) -> None:
        self._limit, self._round_id = limit, round_id
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._watchers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call this whenever what can be undone or redone is another."""
        self._watchers.append(watcher)

    def done(self, label: str, undo: Act, redo: Act, *, where: str = "") -> Step:
        """Note what was just done; what had been undone before cannot be redone any more."""
        return self.note(Step(label, undo, redo, where))

    def note(self, step: Step) -> Step:
        """Note an act as `done` does; return it as it is held."""
        step = replace(step, round_id=step.round_id or self._round_id())
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
            self._refused(step, held, refusal)
            raise

    def refused(self, step: Step, refusal: Refusal) -> None:
        """Hear that an act was refused ahead: one that can never be done is let go."""
        self._refused(step, self._done if step in self._done else self._undone, refusal)

    def _refused(self, step: Step, held: list[Step], refusal: Refusal) -> None:
        if not refusal.code.startswith(_PASSING) and step in held:
            held.remove(step)
            self._tell()

    def _tell(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()
