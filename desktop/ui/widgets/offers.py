"""The list in which a line offers how to go on: a window of its own to Qt, which no window's sheet reaches."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QCompleter, QWidget


def dress_offers(completer: QCompleter, line: QWidget) -> None:
    """Have the list look as the window that the line stands in, now and whenever that looks otherwise."""
    line.installEventFilter(_AsWindow(completer, line))


class _AsWindow(QObject):
    def __init__(self, completer: QCompleter, line: QWidget) -> None:
        super().__init__(completer)
        self._completer, self._line = completer, line
        self._take_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the line, which is told of every other style; the event goes on."""
        if watched is self._line and event.type() == QEvent.Type.StyleChange:
            self._take_up()
        return super().eventFilter(watched, event)

    def _take_up(self) -> None:
        sheet, popup = self._line.window().styleSheet(), self._completer.popup()
        if popup is not None and popup.styleSheet() != sheet:
            popup.setStyleSheet(sheet)
