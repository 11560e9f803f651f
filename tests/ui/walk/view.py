"""Something to look at."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.walk.settling import settle, wait_for


@dataclass(frozen=True)
class View:
    """The window, and how to bring it there; `show` returns what of it is looked at, or a dialog over it."""

    name: str
    window: QWidget
    show: Callable[[], QWidget]

    def bring(self, size: tuple[int, int], busy: Callable[[], bool]) -> QWidget:
        """Show it alone in a window of this size, standing still; return what is looked at."""
        for each in self.window.findChildren(QDialog):
            each.close()
        wait_for(lambda: not busy())  # what draws for a dialog ends before it goes, and it goes now
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if not self.window.isVisible():
            self.window.show()
        self.window.resize(*size)
        root = self.show()
        settle(root.window(), busy)
        return root
