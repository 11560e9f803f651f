"""Choose what a document proves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from desktop.rules.policy import PolicyPack
from desktop.services.papers.kinds import paper_kinds
from desktop.ui.pages.frames import tell_whole
from desktop.ui.widgets.listed_choice import Choice, ListedChoice


class ProvesChoice(ListedChoice):
    """What a document proves; "" is the decision that people rest on, not "none yet"."""

    def __init__(self) -> None:
        super().__init__()
        tell_whole(self)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; "" is one of them."""
        self.clear()
        for each, words in choices:
            self.addItem(words, each)
            self.setItemData(self.count() - 1, words, Qt.ItemDataRole.ToolTipRole)


def choices_of(packs: Sequence[PolicyPack]) -> list[Choice]:
    """Return what a document of a round with these packs can prove, with its words."""
    return [(each.id, each.label) for each in paper_kinds(packs)]
