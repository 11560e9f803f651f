"""Looks at what stands half typed and has it kept in the store, off the window's thread."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import Refusal
from desktop.services.entry import drafts
from desktop.services.entry.drafts import keep_drafts, left_drafts
from desktop.services.entry.typed_parts import Form, HalfTyped
from desktop.services.office import Office
from desktop.ui.pages_base import Banner, Page
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone


class DraftKeeper(QObject):
    """Every two seconds, and whenever a form is left, filled or saved: what changed since is written.

    What was left unread when the window was last closed in order comes back when its record is shown.
    """

    refused = Signal(object)
    """`Refusal`: drafts cannot be kept now. Told once until they can be again."""

    def __init__(self, office: Office, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office, self._tasks = office, tasks
        self._pages: list[Page] = []
        self._kept: dict[str, HalfTyped | None] = {}
        """What the store has, None where that is not known."""
        self._left = {each.key: each for each in left_drafts(office)}
        self._failing = False
        self._timer = QTimer(self, interval=round(drafts.LOOK_EVERY_SECONDS * 1000))
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def take_in(self, page: Page) -> None:
        """Look after a page, too: it was just made."""
        self._pages.append(page)
        page.typing_moved.connect(self.look)
        page.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Have what changed since the last look kept."""
        shown = [typed for page in self._pages for typed in self._of_page(page)]
        changed = [each for each in shown if each != self._kept.get(each.key, replace(each, parts=()))]
        if changed:
            self._write(changed)

    def close(self) -> None:
        """The window is closed in order: what cannot be read comes back by itself; the tasks wait for it."""
        self._timer.stop()
        self.look()
        left = [replace(each, left=True) for each in self._kept.values() if each and each.form is Form.PERSON]
        if left:
            self._write(left)

    def _of_page(self, page: Page) -> list[HalfTyped]:
        found = list(page.typing())
        back = [self._left.pop(each.key) for each in found if each.key in self._left]
        for each in back:
            self._kept[each.key] = replace(each, left=False, at="")
            page.take_up(each)
        return list(page.typing()) if back else found

    def _write(self, changed: list[HalfTyped]) -> None:
        for each in changed:
            self._kept[each.key] = each
        self._kept = {key: each for key, each in self._kept.items() if each is None or each.parts}
        self._tasks.keep(partial(self._keep, changed), failed=partial(self._fail, changed), owner=self)

    def _keep(self, changed: list[HalfTyped]) -> None:
        keep_drafts(self._office, changed)
        self._failing = False

    def _fail(self, changed: list[HalfTyped], refusal: Refusal) -> None:
        """Let the next look try these again."""
        self._kept.update((each.key, None) for each in changed)
        if not self._failing:
            self._failing = True
            self.refused.emit(refusal)


def keep_typing(shell: Shell, office: Office, tasks: Tasks) -> DraftKeeper:
    """Keep what is half typed on the pages while the window lives, and say when that cannot be done."""
    keeper = DraftKeeper(office, tasks, shell)
    shell.tell_of_pages(keeper.take_in)
    shell.closing.connect(keeper.close)

    def say(refusal: object) -> None:
        if isinstance(refusal, Refusal):
            shell.set_banner(Banner(message("draft.not_kept", why=refusal_text(refusal)), Tone.ERROR))

    keeper.refused.connect(say)
    return keeper
