"""Into practice and out of it: another profile in another window; the one before is closed once the next is open."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Refusal
from desktop.services.office import Clock, Office
from desktop.services.practice.profile import drop_practice, new_practice, open_practice
from desktop.ui.messages import Messages
from desktop.ui.pages.sending.practice_strip import PracticeStrip
from desktop.ui.pages_base import Page
from desktop.ui.progress import Progress
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text


@runtime_checkable
class OffersPractice(Protocol):
    """A page or window from which one can go into practice; named by what it offers, so that none is loaded for it."""

    practice_wanted: SignalInstance


class PracticeSwitch(QObject):
    """`show` opens the window of an office; `back` opens the real profile, or its set-up where there is none yet."""

    def __init__(  # noqa: PLR0913 - what a window is opened with
        self,
        home: Path,
        now: Clock,
        tasks: Tasks,
        messages: Messages,
        *,
        show: Callable[[Office], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._home, self._now = home, now
        self._tasks, self._messages = tasks, messages
        self._show, self._back = show, back
        self._office: Office | None = None

    def follow(self, window: QWidget, office: Office | None) -> None:
        """Hear what a window that was just opened asks for."""
        self._office = office
        strip = window.findChild(PracticeStrip)
        if strip is not None:
            strip.again.connect(self._again)
            strip.left.connect(self._leave)
            return
        if isinstance(window, Shell):
            window.tell_of_pages(self._hear)
        self._hear(window)

    def _hear(self, where: Page | QWidget) -> None:
        if isinstance(where, OffersPractice):
            where.practice_wanted.connect(self._enter)

    def _enter(self) -> None:
        self._open(lambda: open_practice(self._home, now=self._now), Office.close)

    def _again(self) -> None:
        self._open(lambda: new_practice(self._home, now=self._now), drop_practice)

    def _open(self, make: Callable[[], Office], leave: Callable[[Office], None]) -> None:
        def work(_progress: Progress) -> Office:
            return make()

        def done(office: Office) -> None:
            before = self._office
            self._show(office)
            if before is not None:
                leave(before)

        title = self.tr("Chuẩn bị đơn vị thực hành")
        self._tasks.database(work, title=title, done=done, failed=self._refused)

    def _leave(self) -> None:
        """The real profile first, so that there is always a window; then let go of the practice."""
        practice = self._office
        self._back()
        if practice is not None and practice is not self._office:
            practice.close()

    def _refused(self, refusal: Refusal) -> None:
        self._messages.error(self.tr("Chưa mở được phần thực hành"), refusal_text(refusal))
