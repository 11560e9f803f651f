"""The window's search: goes to what was found, offers several below its field, says so where there is nothing."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

from desktop.domain.foreign_text import shown
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.looks import Tone

_MOST = 12
"""Offered at once; who finds more types another word."""

F = TypeVar("F")


class Searched(Protocol[F]):
    """What a kind of office looks through, how it tells what it found, and where that leads."""

    def look(self, text: str) -> Sequence[F]:
        """Return what answers to the text; called off the window's thread, where the store is read."""

    def parts(self, found: F) -> Sequence[str]:
        """Return what tells it apart in the list."""

    def lead_to(self, found: F) -> None:
        """Show it on its page."""

    def nothing(self) -> str:
        """Return the sentence that nothing was found, {0} for what was looked for."""


class WindowSearch(QObject, Generic[F]):
    """The search field of a window over what one office holds."""

    def __init__(self, searched: Searched[F], tasks: Tasks, shell: Shell) -> None:
        super().__init__(shell)
        self._searched, self._tasks, self._shell = searched, tasks, shell
        self.menu = QMenu(shell)
        shell.search_requested.connect(self.find)

    def find(self, text: str) -> None:
        """Look for this text."""

        def work(_progress: Progress) -> Sequence[F]:
            return self._searched.look(text)

        self._tasks.database(work, title=_tr("Tìm"), done=partial(self._found, text), owner=self)

    def _found(self, text: str, found: Sequence[F]) -> None:
        if len(found) == 1:
            self._go(found[0])
        elif found:
            self._offer(found)
        else:
            self._shell.set_banner(Banner(self._searched.nothing().replace("{0}", text), Tone.INFO))

    def _offer(self, found: Sequence[F]) -> None:
        self.menu.clear()
        for each in found[:_MOST]:
            words = shown(" · ".join(part for part in self._searched.parts(each) if part)).replace("&", "&&")
            self.menu.addAction(words, partial(self._go, each))
        if len(found) > _MOST:
            more = _tr("Còn {0} kết quả nữa; gõ thêm họ tên hoặc số để thu hẹp")
            self.menu.addAction(more.replace("{0}", str(len(found) - _MOST))).setEnabled(False)
        self.menu.setActiveAction(self.menu.actions()[0])
        self._shell.open_below_search(self.menu)

    def _go(self, found: F) -> None:
        self._shell.set_banner(None)
        self._searched.lead_to(found)


def _tr(text: str) -> str:
    return QCoreApplication.translate("WindowSearch", text)
