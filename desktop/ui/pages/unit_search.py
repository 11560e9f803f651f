"""The window's search at a unit: people and documents of all rounds, each led to in its round."""

from PySide6.QtCore import QCoreApplication

from desktop.services.rounds.find_in_rounds import FoundHere, find_in_rounds
from desktop.ui.pages.desk import Desk
from desktop.ui.shell import Shell


class UnitSearched:
    """Brings the round of what was found onto the desk."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        self._desk, self._shell = desk, shell

    def look(self, text: str) -> tuple[FoundHere, ...]:
        """Return the people and documents of the office that answer to the text."""
        return find_in_rounds(self._desk.office, text)

    def parts(self, found: FoundHere) -> tuple[str, ...]:
        """Return what it is and the round's name."""
        return *found.words, found.round.name

    def lead_to(self, found: FoundHere) -> None:
        """Show the person in the list, or the document in the register, of its round."""
        if self._desk.round is None or self._desk.round.id != found.round.id:
            self._shell.page.leave()
            self._desk.choose(found.round.id)
            self._shell.refresh()
        self._shell.show_page("people" if found.is_person else "approvals", found.id)

    def nothing(self) -> str:
        """Say what was looked through."""
        return QCoreApplication.translate(
            "UnitSearch", "Không thấy ai có “{0}” trong họ tên, số CCCD, cũng không có văn bản nào mang số này."
        )
