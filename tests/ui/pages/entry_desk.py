"""The entry pages over a real office, in a real window: what a clerk sees and types."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.states import DossierState
from desktop.services.office import Office
from desktop.system.crash import CrashReports
from desktop.ui.pages.approvals import ApprovalsPage
from desktop.ui.pages.checks import ChecksPage
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.entry.draft_keeper import keep_typing
from desktop.ui.pages.entry.recovery import RecoveryPage
from desktop.ui.pages.entry.undo_commands import UndoCommands
from desktop.ui.pages.home import HomePage
from desktop.ui.pages.offered_pages import FORM_PAGES, UnitPages
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.results import ResultsPage
from desktop.ui.pages.submit import SubmitPage
from desktop.ui.pages_base import Banner, Page
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import copied
from tests.ui.recording import RecordingMessages

RETURN = Qt.Key.Key_Return
_SIZE = (1366, 768)


P = TypeVar("P", bound=Page)


class EntryDesk:
    """The pages in their window, each made when it is asked for, and what was said over them."""

    def __init__(self, office: Office, theme: Theme, folder: Path) -> None:
        self.office = office
        self.messages = RecordingMessages()
        self.tasks = Tasks(self.messages, CrashReports(folder / "reports", "0", lambda: datetime.now(UTC)))
        self.desk = Desk(office)
        offered = UnitPages(self.desk, self.tasks, self.messages, lambda form: self.shell.need(FORM_PAGES[form]))
        pages = (
            *(offered.home(), offered.people(), offered.approvals(), offered.checks(), offered.submit()),
            *(offered.results(), offered.recovery()),
        )
        self.banners: list[Banner] = []
        self._taken: set[str] = set()
        self.shell = Shell(office.identity.unit.name, pages, theme, tasks=self.tasks)
        self.shell.tell_of_pages(lambda page: page.banner.connect(self._hear))
        self.commands = UndoCommands(self.desk, self.shell)
        self.keeper = keep_typing(self.shell, office, self.tasks)

    @property
    def home(self) -> HomePage:
        return self._page(HomePage)

    @property
    def people(self) -> PeoplePage:
        return self._page(PeoplePage)

    @property
    def approvals(self) -> ApprovalsPage:
        return self._page(ApprovalsPage)

    @property
    def checks(self) -> ChecksPage:
        return self._page(ChecksPage)

    @property
    def submit(self) -> SubmitPage:
        return self._page(SubmitPage)

    @property
    def results(self) -> ResultsPage:
        return self._page(ResultsPage)

    @property
    def recovery(self) -> RecoveryPage:
        return self._page(RecoveryPage)

    @property
    def pages(self) -> tuple[Page, ...]:
        """All of them."""
        return tuple(self.shell.need(page_id) for page_id in self.shell.page_ids)

    def _page(self, kind: type[P]) -> P:
        page = self.shell.need(kind.page_id)
        assert isinstance(page, kind)
        return page

    def _hear(self, banner: Banner | None) -> None:
        if banner is not None:
            self.banners.append(banner)

    @property
    def said(self) -> str:
        """What the last banner says."""
        return self.banners[-1].text

    def act(self) -> None:
        """Do what the last banner offers."""
        act = self.banners[-1].act
        assert act is not None
        act()

    def first(self, state: DossierState) -> Dossier:
        """The first person in this state."""
        assert self.desk.view is not None
        return next(each for each in self.desk.view.dossiers if each.state is state)

    def fresh(self, state: DossierState, fits: Callable[[Dossier], bool] = lambda _person: True) -> Dossier:
        """The first person in this state whom no test at this window has had yet."""
        assert self.desk.view is not None
        untouched = (each for each in self.desk.view.dossiers if each.id not in self._taken)
        found = next(each for each in untouched if each.state is state and fits(each))
        self._taken.add(found.id)
        return found

    def begin(self) -> None:
        """Sit down before the window: nothing is said, nothing can be undone, home is shown."""
        self.shell.resize(*_SIZE)
        self.shell.show_page("home")
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.desk.history.forget()
        self.banners.clear()

    def stored(self, dossier_id: str) -> Dossier:
        """The person as the store has them."""
        with self.office.store.begin() as work:
            return work.dossiers.need(dossier_id)

    def show_person(self, dossier_id: str) -> None:
        self.shell.show_page("people", dossier_id)


Opened = Callable[..., EntryDesk]


@contextmanager
def opened(theme: Theme, folder: Path) -> Iterator[Opened]:
    """Yield what opens a window over an office; close it and let its work end afterwards."""
    made: list[EntryDesk] = []

    def open_desk(office: Office) -> EntryDesk:
        desk = EntryDesk(office, theme, folder)
        made.append(desk)
        desk.shell.resize(*_SIZE)
        desk.shell.show()
        QTest.qWaitForWindowExposed(desk.shell)
        desk.shell.activateWindow()
        return desk

    yield open_desk
    for desk in made:
        desk.tasks.finish()
        desk.shell.close()
        desk.shell.deleteLater()


@contextmanager
def shared(app: QApplication, offices: Path, folder: Path) -> Iterator[EntryDesk]:
    """Yield a window over a copy of the unit's office for tests that take people of their own (`EntryDesk.fresh`)."""
    theme = Theme()
    theme.apply(app, dark=False)
    with copied(offices, folder / "desks") as desks, opened(theme, folder) as make:
        yield make(desks.unit)


def retype(editor: QWidget, text: str) -> None:
    """Put other text into a line, as by keyboard, without leaving it."""
    editor.setFocus()
    editor.selectAll()  # type: ignore[attr-defined]  # every line has it
    QTest.keyClicks(editor, text)
