"""Composition root of the window: the one place that builds store, services, theme and window."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget

from desktop import __version__
from desktop.domain.errors import Refusal
from desktop.services.entry.drafts import interrupted_drafts
from desktop.services.entry.typed_parts import Form
from desktop.services.office import Mode, Office, open_office
from desktop.services.practice.mark import is_practice
from desktop.system.clock import utc_now
from desktop.system.crash import CrashReports
from desktop.system.log import start_log, stop_log
from desktop.system.paths import crash_folder, log_folder, profile_home, view_settings
from desktop.ui.faults import Faults
from desktop.ui.language import Language
from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.entry.draft_keeper import keep_typing
from desktop.ui.pages.entry.undo_commands import UndoCommands
from desktop.ui.pages.offered_pages import FORM_PAGES, FinancePages, HomeAffairsPages, UnitPages
from desktop.ui.pages.received_search import ReceivedSearched
from desktop.ui.pages.sending.practice_switch import PracticeSwitch
from desktop.ui.pages.unit_search import UnitSearched
from desktop.ui.pages.window_search import WindowSearch
from desktop.ui.pages_base import Page
from desktop.ui.pin_prompt import PinPrompt
from desktop.ui.remembered import Remembered
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.theme import Theme
from desktop.ui.translation import kept_language, speak_to

if TYPE_CHECKING:
    from desktop.ui.pages.first_run.window import FirstRun

_REOPENING = "reopening_by_key"
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
        self.messages = Messages(dress=self.theme.dress)
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
            self._set_up_first()

    def _set_up_first(self) -> None:
        from desktop.ui.pages.first_run.window import FirstRun

        first = FirstRun(self._home, utc_now, self.tasks, self.messages, ask_pin=self.pins)
        self.theme.dress(first)
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
        shell.page_made.connect(remembered.arrange)
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
    pages = FinancePages(office, tools.tasks, tools.messages).all()
    shell = Shell(office.identity.unit.name, pages, tools.theme, tasks=tools.tasks)
    WindowSearch(ReceivedSearched(office, shell), tools.tasks, shell)
    _offer_reopening(shell, office, tools)
    return shell


def _home_affairs_shell(office: Office, tools: Tools) -> Shell:
    """Return the window of Sở Nội vụ, with what it can do so far."""
    pages = HomeAffairsPages(office, tools.tasks, tools.messages).all()
    return Shell(office.identity.unit.name, pages, tools.theme, tasks=tools.tasks, searchable=False)


def _unit_shell(office: Office, tools: Tools) -> Shell:
    desk = Desk(office)

    def page_of(form: Form) -> Page:
        return shell.need(FORM_PAGES[form])

    pages = UnitPages(desk, tools.tasks, tools.messages, page_of).all()
    shell = Shell(office.identity.unit.name, pages, tools.theme, tasks=tools.tasks)
    desk.setParent(shell)
    if is_practice(office):
        from desktop.ui.pages.sending.practice_window import dress_for_practice

        dress_for_practice(shell, desk, tools.tasks, tools.messages)
    _offer_rounds(shell, desk)
    UndoCommands(desk, shell, tools.tasks)
    keep_typing(shell, office, tools.tasks)
    _ask_about_typing(shell, office)
    WindowSearch(UnitSearched(desk, shell), tools.tasks, shell)
    _offer_reopening(shell, office, tools)
    return shell


def _offer_reopening(shell: Shell, office: Office, tools: Tools) -> None:
    """Let a package be opened to read from everywhere; what that takes is loaded when somebody wants it."""

    def ask() -> None:
        from desktop.ui.pages.sending.reopening import PackageReopening

        found = shell.findChild(PackageReopening, _REOPENING)
        if found is None:
            found = PackageReopening(office, tools.tasks, tools.messages, shell)
            found.setObjectName(_REOPENING)
            found.said.connect(shell.set_banner)
        found.ask_file()

    shell.add_key("Ctrl+O", QCoreApplication.translate("Shell", "Mở một gói để xem"), ask)


def _ask_about_typing(shell: Shell, office: Office) -> None:
    """Ask at once about what was cut off, if there is any."""
    if interrupted_drafts(office):
        shell.set_banner(shell.need("recovery").banner_at_start())


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
