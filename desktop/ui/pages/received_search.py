"""The window's search at Sở Tài chính: whom the units sent, led to in the appraisal."""

from PySide6.QtCore import QCoreApplication

from desktop.services.appraisal.find_received import FoundPerson, find_received
from desktop.services.office import Office
from desktop.ui.shell import Shell


class ReceivedSearched:
    """Looks among everybody received."""

    def __init__(self, office: Office, shell: Shell) -> None:
        self._office, self._shell = office, shell

    def look(self, text: str) -> tuple[FoundPerson, ...]:
        """Return whom the units sent that answer to the text."""
        return find_received(self._office, text)

    def parts(self, found: FoundPerson) -> tuple[str, ...]:
        """Return name, number, decision, unit and round."""
        return found.full_name, found.citizen_id, found.decision, found.unit_name, found.round_name

    def lead_to(self, found: FoundPerson) -> None:
        """Show the person in the appraisal."""
        self._shell.show_page("appraisal", (found.submission_id, found.dossier_id))

    def nothing(self) -> str:
        """Say what was looked through."""
        return QCoreApplication.translate(
            "ReceivedSearch", "Không thấy ai có “{0}” trong họ tên, số CCCD hay số quyết định của các gói đã nhận."
        )
