"""The way back of a list that was taken in: one act of the history, done away from the window's thread."""

from dataclasses import dataclass

from desktop.domain.foreign_text import shown
from desktop.services.entry.history import Step
from desktop.services.lists.import_list import ListTakenIn
from desktop.services.lists.taking_back import ListAct
from desktop.ui.pages.desk import Desk
from desktop.ui.texts import message


@dataclass(frozen=True)
class WayBack:
    """A list that was taken in, its act, and its step in the history."""

    taken: ListTakenIn
    act: ListAct
    step: Step

    @classmethod
    def note(cls, desk: Desk, round_id: str, taken: ListTakenIn, file_name: str) -> "WayBack":
        """Tell the history of it."""
        act = ListAct(desk.office, round_id, taken)
        label = message("undo.list", file=shown(file_name))
        step = Step(label, act.undo, act.redo, "", round_id, undo_ahead=act.undo_ahead, redo_ahead=act.redo_ahead)
        return cls(taken, act, desk.history.note(step))
