"""The window's search at Sở Tài chính: whom the units sent, led to in the appraisal."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop.domain.foreign_text import shown
from desktop.services.appraisal.find_received import FoundPerson, find_received
from desktop.services.office import Office
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.looks import Tone

_MOST = 12
"""People offered at once; who finds more types another word."""


class ReceivedSearch(QObject):
    """Goes to the one who was found; offers several below the search field; says so where there is nobody."""

    def __init__(self, office: Office, tasks: Tasks, shell: Shell) -> None:
        super().__init__(shell)
        self._office, self._tasks, self._shell = office, tasks, shell
        self.menu = QMenu(shell)
        shell.search_requested.connect(self.find)

    def find(self, text: str) -> None:
        """Look for this text among everybody received."""

        def work(_progress: Progress) -> tuple[FoundPerson, ...]:
            return find_received(self._office, text)

        self._tasks.database(work, title=self.tr("Tìm"), done=partial(self._found, text), owner=self)

    def _found(self, text: str, people: tuple[FoundPerson, ...]) -> None:
        if len(people) == 1:
            self._go(people[0])
        elif people:
            self._offer(people)
        else:
            told = self.tr("Không thấy ai có “{0}” trong họ tên, số CCCD hay số quyết định của các gói đã nhận.")
            self._shell.set_banner(Banner(told.replace("{0}", text), Tone.INFO))

    def _offer(self, people: tuple[FoundPerson, ...]) -> None:
        self.menu.clear()
        for each in people[:_MOST]:
            parts = (each.full_name, each.citizen_id, each.decision, each.unit_name, each.round_name)
            words = shown(" · ".join(part for part in parts if part)).replace("&", "&&")
            self.menu.addAction(words, partial(self._go, each))
        if len(people) > _MOST:
            more = self.tr("Còn {0} người nữa; gõ thêm họ tên hoặc số để thu hẹp")
            self.menu.addAction(more.replace("{0}", str(len(people) - _MOST))).setEnabled(False)
        self.menu.setActiveAction(self.menu.actions()[0])
        self._shell.open_below_search(self.menu)

    def _go(self, person: FoundPerson) -> None:
        self._shell.set_banner(None)
        self._shell.show_page("appraisal", (person.submission_id, person.dossier_id))
