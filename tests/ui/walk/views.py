"""Every page of every window, with real people on it, and what a page shows only when it is asked to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.app import Tools, build_shell
from desktop.domain.findings import Severity
from desktop.domain.rounds import Outcome, Unit
from desktop.services.appraisal.appraise import inbox
from desktop.services.office import Identity, Mode, Office, create_office
from desktop.system.crash import CrashReports
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.approvals import ApprovalsPage
from desktop.ui.pages.checks import ChecksPage
from desktop.ui.pages.drafting.page import DraftPage
from desktop.ui.pages.first_run.window import FirstRun
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.policy import PolicyPage
from desktop.ui.pages.subordinates import SubordinatesPage
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import Clock, Desks
from tests.services.policies import CITY
from tests.ui.recording import RecordingMessages

HOME_AFFAIRS = Identity(Mode.HOME_AFFAIRS, Unit("SNV", "Sở Nội vụ"), "Đinh Thị Nội")


@dataclass(frozen=True)
class View:
    """Something to look at: the window, and how to bring it there; `root` is what of it is looked at."""

    name: str
    window: QWidget
    show: Callable[[], QWidget]


@dataclass
class Scene:
    """Windows over real offices; `close` ends them all."""

    folder: Path
    theme: Theme
    messages: RecordingMessages = field(default_factory=RecordingMessages)
    windows: list[QWidget] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tasks = Tasks(self.messages, CrashReports(self.folder / "reports", "0", lambda: datetime.now(UTC)))
        self.tools = Tools(self.theme, self.messages, self.tasks)

    def close(self) -> None:
        """Let running work end, close the windows, then what was opened here."""
        self.tasks.finish()
        for window in self.windows:
            window.close()
            window.deleteLater()
        for office in self.offices:
            office.close()

    def shell(self, office: Office) -> Shell:
        """Open an office's window."""
        made = build_shell(office, self.tools)
        self.windows.append(made)
        return made

    def views(self, listed: Desks, received: Desks, empty: Desks) -> Iterator[View]:
        """Yield every view of all windows."""
        yield from self._unit(self.shell(listed.unit))
        yield from self._pages("new-unit", self.shell(empty.unit))
        yield from self._finance(self.shell(received.finance), received.finance)
        self.offices.append(create_office(self.folder / "home-affairs", HOME_AFFAIRS, now=Clock()))
        yield from self._pages("home-affairs", self.shell(self.offices[-1]))
        yield from self._parent(listed.unit)
        yield from self._first_run()

    def _pages(self, name: str, shell: Shell) -> Iterator[View]:
        for page_id in shell.page_ids:
            yield View(f"{name}/{page_id}", shell, lambda page_id=page_id: _shown(shell, page_id))

    def _unit(self, shell: Shell) -> Iterator[View]:
        yield from self._pages("unit", shell)
        people, checks, approvals = (shell.findChild(kind) for kind in (PeoplePage, ChecksPage, ApprovalsPage))

        def person(act: Callable[[], object]) -> Callable[[], QWidget]:
            def show() -> QWidget:
                shell.show_page("people")
                people.sides.show_detail()
                act()
                return people

            return show

        yield View("unit/people/detail", shell, person(lambda: people.pane.tabs.setCurrentIndex(0)))
        yield View("unit/people/why", shell, person(people.pane.explain))
        yield View("unit/people/what-if", shell, person(people.pane.try_out))
        yield View("unit/people/slip", shell, person(people.print_person))

        def answer() -> QWidget:
            people.printing.view.close_view()
            shell.show_page("checks")
            findings = checks._desk.shown(checks._desk.contents.findings)
            checks._start_answer(next(each for each in findings if each.finding.severity is Severity.WARNING))
            return checks

        def add() -> QWidget:
            shell.show_page("approvals")
            approvals._open_form()
            return approvals

        def copy(start: Callable[[], None]) -> Callable[[], QWidget]:
            def show() -> QWidget:
                people.printing.view.close_view()
                shell.show_page("people")
                start()
                return people

            return show

        yield View("unit/people/copy", shell, copy(people.start_copy))
        yield View("unit/people/earlier", shell, copy(people.start_bringing))
        yield View("unit/checks/answer", shell, answer)
        yield View("unit/approvals/new", shell, add)
        yield from self._papers(shell, people, approvals)

    def _papers(self, shell: Shell, people: PeoplePage, approvals: ApprovalsPage) -> Iterator[View]:
        def side(open_side: Callable[[], object]) -> Callable[[], QWidget]:
            def show() -> QWidget:
                shell.show_page("approvals")
                approvals.form.hide()
                open_side()
                return approvals

            return show

        def beside_form() -> QWidget:
            approvals._close_redaction()
            shell.show_page("people")
            people.pane.show_paper()
            return people

        for name, pane in (("details", approvals.details), ("links", approvals.links)):
            yield View(f"unit/approvals/{name}", shell, side(partial(approvals.tabs.setCurrentWidget, pane)))
        yield View("unit/approvals/redaction", shell, side(approvals._open_redaction))
        yield View("unit/people/papers", shell, beside_form)

    def _finance(self, shell: Shell, office: Office) -> Iterator[View]:
        submission = inbox(office)[0].submission.id
        for page_id in shell.page_ids:
            target = submission if page_id == "appraisal" else None
            yield View(f"finance/{page_id}", shell, lambda page=page_id, target=target: _shown(shell, page, target))
        appraisal, drafting, policy = (shell.findChild(kind) for kind in (AppraisalPage, DraftPage, PolicyPage))

        def decide() -> QWidget:
            shell.show_page("appraisal")
            appraisal._choose(Outcome.ADJUSTED)
            return appraisal

        def tab(place: int) -> Callable[[], QWidget]:
            def show() -> QWidget:
                if drafting.session.draft is None:
                    shell.show_page("policy", CITY)
                    policy.draft.click()
                shell.show_page("draft")
                drafting.tabs.setCurrentIndex(place)
                return drafting

            return show

        yield View("finance/appraisal/decide", shell, decide)
        for place in range(6):
            yield View(f"finance/draft/{place + 1}", shell, tab(place))

    def _parent(self, office: Office) -> Iterator[View]:
        page = SubordinatesPage(office, self.tasks, self.messages)
        shell = Shell("Sở Y tế", [page], self.theme, tasks=None)
        self.windows.append(shell)
        yield View("parent/subordinates", shell, lambda: _shown(shell, "subordinates"))

    def _first_run(self) -> Iterator[View]:
        window = FirstRun(self.folder / "new", Clock(), self.tasks, self.messages)
        self.windows.append(window)
        yield View("first-run/office", window, lambda: window)

        def restore() -> QWidget:
            window.restore.click()
            return window

        yield View("first-run/restore", window, restore)


def _shown(shell: Shell, page_id: str, target: object = None) -> QWidget:
    shell.show_page(page_id, target)
    return shell.page
