"""Composition root of the window: the one place that builds store, services, theme and window."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.services.arrivals.receive_embedded import takes_in_subordinates
from desktop.services.entry.typed_parts import Form
from desktop.services.office import Mode, Office, open_office
from desktop.services.parent_units.subordinates import subordinate_items
from desktop.services.practice.mark import is_practice
from desktop.system.clock import utc_now
from desktop.system.crash import CrashReports
from desktop.system.log import start_log, stop_log
from desktop.system.paths import crash_folder, log_folder, profile_home, view_settings
from desktop.ui.faults import Faults
from desktop.ui.language import Language
from desktop.ui.messages import Messages
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.approvals import ApprovalsPage
from desktop.ui.pages.check_catalogue import CheckCataloguePage
from desktop.ui.pages.checks import ChecksPage
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.drafting.page import DraftPage
from desktop.ui.pages.entry.draft_keeper import keep_typing
from desktop.ui.pages.entry.recovery import RecoveryPage
from desktop.ui.pages.entry.undo_commands import UndoCommands
from desktop.ui.pages.first_run.window import FirstRun
from desktop.ui.pages.home import HomePage
from desktop.ui.pages.inbox import InboxPage
from desktop.ui.pages.mail import MailPage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.policy import PolicyPage
from desktop.ui.pages.received_search import ReceivedSearch
from desktop.ui.pages.results import ResultsPage
from desktop.ui.pages.sending.practice_switch import PracticeSwitch
from desktop.ui.pages.sending.practice_window import dress_for_practice
from desktop.ui.pages.settings import SettingsPage
from desktop.ui.pages.submit import SubmitPage
from desktop.ui.pages.subordinates import SubordinatesPage
from desktop.ui.pages.trust import TrustPage
from desktop.ui.pages_base import Page
from desktop.ui.pin_prompt import PinPrompt
from desktop.ui.remembered import Remembered
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.theme import Theme
from desktop.ui.translation import kept_language, speak_to

_LARGE = QSize(1440, 900)
"""The window's size at first, in points, where the screen is larger."""


@dataclass(frozen=True)
class Tools:
    """What every page shares."""

    theme: Theme
    messages: Messages
    tasks: Tasks


class Program(QObject):
    """Holds the window; shows the set-up first where the profile folder belongs to nobody yet."""

    def __init__(self, app: QApplication, home: Path, language: Language | None = None) -> None:
        super().__init__()
        self._app = app
        self._home = home
        self.theme = Theme()
        self.theme.apply(app, dark=app.styleHints().colorScheme().name == "Dark")
        speak_to(app, language or kept_language(view_settings(home)))
        self.messages = Messages()
        crashes = CrashReports(crash_folder(home), __version__, utc_now)
        self._faults = Faults(self.messages)
        self._uninstall = self._faults.install(crashes)
        self.tasks = Tasks(self.messages, crashes)
        self.pins = PinPrompt()
        self.office: Office | None = None
        self.window: QWidget | None = None
        self._first: FirstRun | None = None
        self._practice = PracticeSwitch(
            home, utc_now, self.tasks, self.messages, show=self.show_office, back=self._show_real
        )

    def start(self) -> None:
        """Open the office, or let one be set up."""
        try:
            self.show_office(open_office(self._home, now=utc_now))
        except Refusal as refusal:
            if refusal.code != "office.not_set_up":
                self.messages.error(self.tr("Chưa mở được hồ sơ"), refusal_text(refusal), done=self._app.quit)
                return
            first = FirstRun(self._home, utc_now, self.tasks, self.messages, ask_pin=self.pins)
            first.created.connect(self.show_office)
            self.messages.window = self.pins.window = first
            self.window = self._first = first
            self._practice.follow(first, None)
            first.show()

    def _show_real(self) -> None:
        """Leave the practice: its window goes once the real one, or the set-up, is there."""
        before, self.office = self.window, None
        self.start()
        if before is not None and before is not self.window:
            before.close()

    def show_office(self, office: object) -> None:
        """Show the window of an office."""
        if not isinstance(office, Office):
            return
        before, self.office = self.window, replace(office, ask_pin=self.pins)
        shell = build_shell(self.office, Tools(self.theme, self.messages, self.tasks))
        self.messages.window = self.pins.window = shell
        self.window = shell
        self._practice.follow(shell, self.office)
        remembered = Remembered(view_settings(self.office.folder))
        known = remembered.take_up(shell)
        shell.closing.connect(lambda: remembered.keep(shell))
        if known:
            shell.show()
        else:
            _show_first(shell)
        if before:
            before.close()

    def finish(self) -> None:
        """Let running work end, then close the store."""
        self.pins.give_up()
        self.tasks.finish()
        opened = self.office or (self._first.office if self._first else None)
        if opened:
            opened.close()
        self._uninstall()


def _show_first(shell: Shell) -> None:
    """Fill a small screen; on a large one leave room for what else one works with."""
    room = shell.screen().availableSize()
    shell.resize(_LARGE.boundedTo(room))  # also where no window manager can maximise it
    if room.width() < _LARGE.width():
        shell.showMaximized()
    else:
        shell.show()


def build_shell(office: Office, tools: Tools) -> Shell:
    """Put the pages of the office's mode into a window."""
    if office.identity.mode is Mode.UNIT:
        return _unit_shell(office, tools)
    if office.identity.mode is Mode.HOME_AFFAIRS:
        return _home_affairs_shell(office, tools)
    pages: list[Page] = [
        HomePage(office, None),
        InboxPage(office, tools.tasks, tools.messages),
        AppraisalPage(office, tools.tasks, tools.messages),
        PolicyPage(office, tools.tasks, tools.messages),
        DraftPage(office, tools.tasks, tools.messages),
        TrustPage(office, tools.tasks, tools.messages),
        CheckCataloguePage(office, None, tools.messages),
        SettingsPage(office),
    ]
    shell = Shell(office.identity.unit.name, pages, tools.theme, tasks=tools.tasks)
    ReceivedSearch(office, tools.tasks, shell)
    return shell


def _home_affairs_shell(office: Office, tools: Tools) -> Shell:
    """Return the window of Sở Nội vụ, with what it can do so far."""
    pages: list[Page] = [
        HomePage(office, None),
        MailPage(office, tools.tasks, tools.messages),
        PolicyPage(office, tools.tasks, tools.messages),
        TrustPage(office, tools.tasks, tools.messages),
        CheckCataloguePage(office, None, tools.messages),
        SettingsPage(office),
    ]
    return Shell(office.identity.unit.name, pages, tools.theme, tasks=tools.tasks, searchable=False)


def _unit_shell(office: Office, tools: Tools) -> Shell:
    desk = Desk(office)
    people = PeoplePage(desk, tools.tasks, tools.messages)
    approvals, checks = ApprovalsPage(desk, tools.tasks, tools.messages), ChecksPage(desk, tools.tasks, tools.messages)
    forms: dict[Form, Page] = {Form.PERSON: people, Form.APPROVAL: approvals, Form.DOCUMENT: approvals}
    results = ResultsPage(desk, tools.tasks, tools.messages)
    forms |= {Form.ANSWER: checks, Form.REPLY: results}
    recovery = RecoveryPage(desk, tools.tasks, forms)
    pages: list[Page] = [
        HomePage(office, desk),
        people,
        approvals,
        checks,
        *_subordinates(office, tools),
        SubmitPage(desk, tools.tasks, tools.messages),
        results,
        PolicyPage(office, tools.tasks, tools.messages, desk),
        TrustPage(office, tools.tasks, tools.messages),
        CheckCataloguePage(office, desk, tools.messages),
        recovery,
        SettingsPage(office),
    ]
    shell = Shell(office.identity.unit.name, pages, tools.theme, tasks=tools.tasks)
    desk.setParent(shell)
    if is_practice(office):
        dress_for_practice(shell, desk, pages, tools.tasks, tools.messages)
    _offer_rounds(shell, desk)
    UndoCommands(desk, shell)
    keep_typing(shell, office, pages, tools.tasks)
    if (asked := recovery.banner_at_start()) is not None:
        shell.set_banner(asked)
    shell.search_requested.connect(people.search)
    return shell


def _subordinates(office: Office, tools: Tools) -> list[Page]:
    """Return the page of a parent unit; a unit that gets the right has it when the program is opened next."""
    if not (takes_in_subordinates(office) or subordinate_items(office)):
        return []
    return [SubordinatesPage(office, tools.tasks, tools.messages)]


def _offer_rounds(shell: Shell, desk: Desk) -> None:
    """Let any round be chosen; a new one is offered as soon as it is there."""

    def offer() -> None:
        shell.set_rounds([(each.id, each.name) for each in desk.rounds], desk.round.id if desk.round else "")

    def choose(round_id: str) -> None:
        shell.page.leave()
        desk.choose(round_id)
        shell.refresh()

    desk.renewed.connect(offer)
    desk.renewed.connect(shell.refresh_others)
    shell.round_chosen.connect(choose)
    offer()


def run(home: Path | None = None, language: Language | None = None) -> int:
    """Open the window and stay until it is closed; return the exit code. No language: the one that was chosen."""
    folder = home or profile_home()
    handler = start_log(log_folder(folder))
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 1
    program = Program(app, folder, language)
    program.start()
    code = app.exec()
    program.finish()
    stop_log(handler)
    return code
