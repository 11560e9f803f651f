"""Enter goes on from what is no line: past everything that belongs to it, as Tab would with fewer steps."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QToolButton, QWidget

from desktop.ui.widgets.keys import ENTER


def go_past(whole: QWidget) -> None:
    """Give the keyboard to what follows a widget and all that is in it; stays where nothing else takes it."""
    start = whole.window().focusWidget()
    while whole.focusNextPrevChild(True):  # noqa: FBT003 - Qt's signature
        at = whole.window().focusWidget()
        if at is start or not (at is whole or whole.isAncestorOf(at)):
            return


class FoldButton(QToolButton):
    """Folds with Space; Enter passes by."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with Enter."""
        if event.key() in ENTER:
            go_past(self)
            return
        super().keyPressEvent(event)


class PassedTable(QTableView):
    """A table that is only read; Enter passes by."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with Enter."""
        if event.key() in ENTER:
            go_past(self)
            return
        super().keyPressEvent(event)
