"""The round of an act that goes back or forth: it is laid onto the desk first, so that nothing changes unseen."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.foreign_text import shown
from desktop.services.entry.history import Step
from desktop.ui.pages.desk import Desk


def come_to_round(desk: Desk, step: Step | None) -> str:
    """Lay the round of an act onto the desk; return what to say of it, "" where it lies there already."""
    of = next((each for each in desk.rounds if step and each.id == step.round_id), None)
    if of is None or desk.round is None or of.id == desk.round.id:
        return ""
    desk.choose(of.id)
    told = QCoreApplication.translate("UndoCommands", "Việc này thuộc {round}; đợt đó đang mở.")
    return " " + told.format(round=shown(of.name))
