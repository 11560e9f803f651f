"""Undo and redo of the whole window: two commands in the title strip, named by what they undo."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.domain.errors import Refusal
from desktop.services.entry.history import Ahead, Step
from desktop.ui.pages.desk import Desk, DeskPage, Looked
from desktop.ui.pages.undo_round import come_to_round
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.keys import REDO
from desktop.ui.widgets.looks import Tone

_PEOPLE = "people"


class UndoCommands(QObject):
    """Ctrl+Z takes back what was done last, on whatever page; a line that is half typed takes its typing back first."""

    def __init__(self, desk: Desk, shell: Shell, tasks: Tasks) -> None:
        super().__init__(shell)
        self._desk, self._shell, self._tasks = desk, shell, tasks
        self._working: Progress | None = None
        """An act that takes long, on its way; until it has ended no other goes back or forth."""
        self.undo = self._command("undo", [QKeySequence(QKeySequence.StandardKey.Undo)], self._undo)
        self.redo = self._command("redo", [QKeySequence(each) for each in REDO], self._redo)
        shell.take_undo_commands((self.undo, self.redo))
        desk.history.watch(self._history_moved)
        tasks.cancelled.connect(self._stopped)
        self._name()

    def _command(self, picture: str, keys: list[QKeySequence], act: Callable[[], None]) -> QAction:
        command = QAction(self)
        command.setObjectName(picture)
        command.setShortcuts(keys)
        command.triggered.connect(act)
        return command

    def _history_moved(self) -> None:
        """What a banner offered to take back is not the newest act any more."""
        if self._shell.banner_undoes:
            self._shell.set_banner(None)
        self._name()

    def _name(self) -> None:
        undo, redo = self._desk.history.to_undo, self._desk.history.to_redo
        self._word(self.undo, self.tr("Hoàn tác"), undo, self.tr("Chưa có gì để hoàn tác"), "Ctrl+Z")
        self._word(self.redo, self.tr("Làm lại"), redo, self.tr("Chưa có gì để làm lại"), "Ctrl+Y")

    def _word(self, command: QAction, verb: str, step: Step | None, nothing: str, key: str) -> None:
        named = f"{verb}: {step.label}" if step else nothing
        command.setText(named)
        command.setToolTip(f"{named} ({key})")

    def _undo(self) -> None:
        if self._shell.banner_undoes:
            self._shell.act_on_banner()
            return
        self._shell.page.leave()
        step = self._desk.history.to_undo
        self._go(step, step.undo_ahead if step else None, self._desk.history.undo, "undo.undone")

    def _redo(self) -> None:
        self._shell.page.leave()
        step = self._desk.history.to_redo
        self._go(step, step.redo_ahead if step else None, self._desk.history.redo, "undo.redone")

    def _go(self, step: Step | None, ahead: Ahead | None, act: Callable[[], Step | None], said: str) -> None:
        if self._working is not None:
            return
        came = come_to_round(self._desk, step)
        if step is not None and ahead is not None:
            self._go_ahead(step, ahead, act, said, came)
            return
        try:
            went = act()
        except Refusal as refusal:
            self._renew()
            self._shell.set_banner(Banner(refusal_text(refusal), Tone.ERROR))
            return
        if went is not None:
            self._renew()
            self._tell(went, said, came)

    def _go_ahead(self, step: Step, ahead: Ahead, act: Callable[[], Step | None], said: str, came: str) -> None:
        """Do the act and read the round away from the window, with a bar and Cancel."""

        def work(progress: Progress) -> Looked:
            ahead(progress.report, progress.cancelled)
            return self._desk.look(looked=progress.report)

        def done(looked: Looked) -> None:
            self._rest()
            act()
            self._desk.take(looked)
            if not isinstance(self._shell.page, DeskPage):  # those took up what was laid out
                self._shell.page.refresh(None)
            self._shell.refresh_others()
            self._tell(step, said, came)

        def failed(refusal: Refusal) -> None:
            self._rest()
            self._desk.history.refused(step, refusal)
            self._renew()
            self._shell.set_banner(Banner(refusal_text(refusal), Tone.ERROR))

        title = (self.undo if step is self._desk.history.to_undo else self.redo).text()
        self._working = self._tasks.database(work, title=title, done=done, failed=failed, owner=self)

    def _stopped(self, _title: str) -> None:
        if self._working is not None and self._working.cancelled():
            self._rest()

    def _rest(self) -> None:
        self._working = None

    def _tell(self, step: Step, said: str, came: str) -> None:
        self._show(step)
        self._shell.set_banner(Banner(message(said, label=step.label) + came))

    def _renew(self) -> None:
        self._desk.read()
        self._shell.refresh()

    def _show(self, step: Step) -> None:
        """Show whom it was about, where one looks at people."""
        view = self._desk.view
        if view and view.dossier(step.where) and self._shell.page.page_id == _PEOPLE:
            self._shell.page.arrive(step.where)
