"""Every page of every window, with real people on it, and what a page shows only when it is asked to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QWidget

from desktop.app import Tools, build_shell
from desktop.domain.findings import Severity
from desktop.domain.rounds import Outcome, Unit
from desktop.services.appraisal.appraise import inbox
from desktop.services.office import Identity, Mode, Office, create_office
from desktop.services.policies.publish_policy import publish_policy
from desktop.services.practice.profile import open_practice
from desktop.services.recovery.rebuild_unit import Rebuilt, Skipped
from desktop.services.rounds.open_round import open_round
from desktop.system.crash import CrashReports
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.approvals import ApprovalsPage
from desktop.ui.pages.checks import ChecksPage
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.drafting.page import DraftPage
from desktop.ui.pages.first_run.rebuild_step import DataStep
from desktop.ui.pages.first_run.window import FirstRun
from desktop.ui.pages.home import HomePage
from desktop.ui.pages.inbox import InboxPage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.policy import PolicyPage
from desktop.ui.pages.results import ResultsPage
from desktop.ui.pages.sending.practice_window import dress_for_practice
from desktop.ui.pages.submit import SubmitPage
from desktop.ui.pages.subordinates import SubordinatesPage
from desktop.ui.pages.trust import TrustPage
from desktop.ui.pages_base import Page
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.mending import OURS
from tests.services.offices import FINANCE_PASSPHRASE, UNIT, Clock, Desks
from tests.services.packages.family import Family
from tests.services.policies import CITY, text_with_amount, with_amount
from tests.ui.recording import RecordingMessages
from tests.ui.walk.start_views import NEW_FINANCE, first_steps, new_trust_views, practice_views
from tests.ui.walk.unit_views import (
    answered_views,
    binned_view,
    card_view,
    first_list_views,
    list_views,
    package_views,
    ready_views,
    told_views,
)
from tests.ui.walk.view import View

HOME_AFFAIRS = Identity(Mode.HOME_AFFAIRS, Unit("SNV", "Sở Nội vụ"), "Đinh Thị Nội")


@dataclass(frozen=True)
class Places:
    """The offices that are looked at, each as far as its name says."""

    listed: Desks
    ready: Desks
    received: Desks
    answered: Desks
    empty: Desks
    practice: Path
    """A home with a practice in it."""
    family: Family
    """A unit, its parent unit and Sở Tài chính."""


@dataclass
class Scene:
    """Windows over real offices; `close` ends them all."""

    folder: Path
    theme: Theme
    messages: RecordingMessages = field(default_factory=RecordingMessages)
    windows: list[QWidget] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    _stepped: FirstRun | None = None

    def __post_init__(self) -> None:
        self.tasks = Tasks(self.messages, CrashReports(self.folder / "reports", "0", lambda: datetime.now(UTC)))
        self.tools = Tools(self.theme, self.messages, self.tasks)

    def close(self) -> None:
        """Let running work end, close the windows, then what was opened here."""
        self.tasks.finish()
        for window in self.windows:
            window.close()
            window.deleteLater()
        for office in (*self.offices, *([self._stepped.office] if self._stepped and self._stepped.office else [])):
            office.close()

    def shell(self, office: Office) -> Shell:
        """Open an office's window."""
        made = build_shell(office, self.tools)
        self.windows.append(made)
        return made

    def views(self, places: Places) -> Iterator[View]:
        """Yield every view of all windows."""
        yield from self._unit(self.shell(places.listed.unit), places.listed.unit)
        yield from self._pages("new-unit", self.shell(places.empty.unit))
        yield from self._finance(self.shell(places.received.finance), places.received.finance)
        yield from self._pages("home-affairs", self.shell(self._office("home-affairs", HOME_AFFAIRS)))
        yield from self._parent(places.listed.unit, places.family)
        yield from self._first_run()
        yield from self._answered(places.answered)
        yield from self._ready(places.ready.unit)
        yield from self._new_offices()
        yield from self._practice(places.practice)
        yield from self._offered(places)
        yield from self._returning(places.answered.finance)
        yield from self._come_back(places.empty.unit)

    def _office(self, folder: str, identity: Identity) -> Office:
        self.offices.append(create_office(self.folder / folder, identity, now=Clock()))
        return self.offices[-1]

    def _some(self, name: str, *pages: Page) -> Shell:
        """Return a window with these pages alone."""
        shell = Shell(name, pages, self.theme, tasks=self.tasks)
        self.windows.append(shell)
        return shell

    def _answered(self, desks: Desks) -> Iterator[View]:
        office = desks.unit
        desk = Desk(office)
        kinds = (PeoplePage, ApprovalsPage, SubmitPage, ResultsPage)
        pages = [HomePage(office, desk), *(kind(desk, self.tasks, self.messages) for kind in kinds)]
        shell = self._some(UNIT.unit.name, *pages)
        yield from answered_views(shell, office, self.tasks)
        yield from package_views(shell, desks.mail)

    def _practice(self, home: Path) -> Iterator[View]:
        office = open_practice(home, now=Clock())
        self.offices.append(office)
        desk = Desk(office)
        pages = (HomePage(office, desk), PeoplePage(desk, self.tasks, self.messages))
        shell = self._some(office.identity.unit.name, *pages)
        dress_for_practice(shell, desk, self.tasks, self.messages)
        yield from practice_views(shell)

    def _ready(self, office: Office) -> Iterator[View]:
        desk = Desk(office)
        pages = (SubmitPage(desk, self.tasks, self.messages), ApprovalsPage(desk, self.tasks, self.messages))
        yield from ready_views(self._some("Ủy ban nhân dân huyện", *pages), office, self.tasks)

    def _new_offices(self) -> Iterator[View]:
        for identity in (UNIT, NEW_FINANCE):
            office = self._office(f"new-{identity.mode.value}", identity)
            shell = self._some(identity.unit.name, TrustPage(office, self.tasks, self.messages))
            yield from new_trust_views(shell, identity.mode)
        office = self._office("new-round", UNIT)
        open_round(office, "Đợt 1", "2024-1")
        people = PeoplePage(Desk(office), self.tasks, self.messages)
        yield from first_list_views(self._some(UNIT.unit.name, people), self.tasks)

    def _offered(self, places: Places) -> Iterator[View]:
        """A version that came from Sở Tài chính, before it is installed."""
        text = text_with_amount(places.empty.finance)
        made = publish_policy(places.empty.finance, text, places.empty.mail, FINANCE_PASSPHRASE)
        office = places.ready.unit
        policy = PolicyPage(office, self.tasks, self.messages, Desk(office))
        shell = self._some(office.identity.unit.name, policy)

        def show() -> QWidget:
            shell.show_page("policy")
            self.messages.paths = (made.package.path,)
            if not policy.change.isVisible():
                policy.receive.click()
            return policy

        yield View("ready/policy/offer", shell, show)

    def _returning(self, office: Office) -> Iterator[View]:
        """The inbox of Sở Tài chính with decisions that nobody was told of yet."""
        page = InboxPage(office, self.tasks, self.messages)
        shell = self._some(office.identity.unit.name, page)

        def show() -> QWidget:
            shell.show_page("inbox")
            page.send_button.click()
            return page

        def receipt() -> QWidget:
            shell.show_page("inbox")
            page.receipt_button.click()
            return page

        yield View("answering/inbox", shell, show)
        yield View("answering/inbox/receipt", shell, receipt)

    def _pages(self, name: str, shell: Shell) -> Iterator[View]:
        for page_id in shell.page_ids:
            yield View(f"{name}/{page_id}", shell, lambda page_id=page_id: _shown(shell, page_id))

    def _unit(self, shell: Shell, office: Office) -> Iterator[View]:
        yield from self._pages("unit", shell)
        people, checks, approvals = (shell.need(kind.page_id) for kind in (PeoplePage, ChecksPage, ApprovalsPage))

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
        yield from card_view(shell)
        yield from told_views(shell)
        yield from list_views(shell, self.tasks, _changed_list(self.folder))
        yield from binned_view(shell, office)

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
            people._show_people()
            people.pane.tabs.setCurrentIndex(0)
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
        appraisal, drafting, policy = (shell.need(kind.page_id) for kind in (AppraisalPage, DraftPage, PolicyPage))

        def slip() -> QWidget:
            shell.show_page("appraisal")
            appraisal.print_person()
            return appraisal

        def decide() -> QWidget:
            appraisal.printing.view.close_view()
            shell.show_page("appraisal")
            appraisal._choose(Outcome.ADJUSTED)
            return appraisal

        def tab(place: int) -> Callable[[], QWidget]:
            def show() -> QWidget:
                if drafting.session.draft is None:
                    shell.show_page("policy", CITY)
                    policy.draft.click()
                    assert drafting.session.file is not None
                    drafting.session.edit(with_amount(drafting.session.file))
                shell.show_page("draft")
                drafting.tabs.setCurrentIndex(place)
                return drafting

            return show

        yield View("finance/appraisal/decide", shell, decide)
        for place in range(6):
            yield View(f"finance/draft/{place + 1}", shell, tab(place))

        def compared() -> QWidget:
            drafting.publish.whom.setCurrentIndex(1)  # made-up people: no open record rests on the draft
            drafting.publish.compare.click()
            return drafting

        yield View("finance/draft/compared", shell, compared)
        yield View("finance/appraisal/slip", shell, slip)

    def _parent(self, alone: Office, family: Family) -> Iterator[View]:
        shell = self._some("Sở Y tế", SubordinatesPage(alone, self.tasks, self.messages))
        yield View("parent/subordinates", shell, lambda: _shown(shell, "subordinates"))
        family.parent_receives(family.send_to_parent())
        page = SubordinatesPage(family.parent, self.tasks, self.messages)
        full = self._some("Sở Y tế", page)

        def back() -> QWidget:
            full.show_page("subordinates")
            page.back_button.click()
            return page

        yield View("parent/subordinates/package", full, lambda: _shown(full, "subordinates"))
        yield View("parent/subordinates/back", full, back)

    def _come_back(self, office: Office) -> Iterator[View]:
        """The last step after keys were put back from a backup: data out of packages, and what could not be had."""
        window = self._first_steps("come-back")
        window._come_back(office)
        data = next(each for each in window.steps if isinstance(each, DataStep))
        files = ("nop-UBH-01-2024-2-004.asice", "nop-UBH-01-2024-2-005.asice")
        skipped = tuple(Skipped(each, "package.not_found", {"file": each}) for each in files)

        def rebuilt() -> QWidget:
            data.rebuild._rebuilt(Rebuilt(3, 0, 2, 53, 7, missing=(4, 5), unanswered=((3, 7),), skipped=skipped))
            return window

        yield View("come-back/data", window, lambda: window)
        yield View("come-back/rebuilt", window, rebuilt)

    def _first_run(self) -> Iterator[View]:
        window = self._first_steps("new")
        yield View("first-run/begin", window, lambda: window)

        def restore() -> QWidget:
            window.restore.click()
            return window

        yield View("first-run/restore", window, restore)
        self._stepped = self._first_steps("stepped")
        yield from first_steps(self._stepped)

    def _first_steps(self, home: str) -> FirstRun:
        made = FirstRun(self.folder / home, Clock(), self.tasks, self.messages)
        self.theme.dress(made)
        self.windows.append(made)
        return made


def _changed_list(folder: Path) -> Path:
    """Write the unit's list as it comes again with other data of two people."""
    book = openpyxl.load_workbook(OURS.workbook)
    sheet = book.worksheets[0]
    for row in (10, 11):
        sheet.cell(row, 6).value = "Trưởng phòng"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "danh_sach_de_nghi_lan_2.xlsx"
    book.save(path)
    return path


def _shown(shell: Shell, page_id: str, target: object = None) -> QWidget:
    shell.show_page(page_id, target)
    return shell.page
