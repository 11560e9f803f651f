"""Waiting until a window stands still: no time is guessed, so neither order of tests nor slow machine matters."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_ROUNDS = 200
"""Rounds of events after which a window that still moves never stops moving."""
_CALM = 3
"""Rounds without any move: what a layout asks for is done one round after it was asked."""
_LONGEST_MS = 60_000
_LOOK_EVERY_MS = 10


def wait_for(holds: Callable[[], bool]) -> None:
    """Let events come until this holds."""
    tick = QTimer(interval=_LOOK_EVERY_MS)  # so that waiting for events ends
    tick.start()
    deadline = QDeadlineTimer(_LONGEST_MS)
    while not holds():
        assert not deadline.hasExpired(), "what was waited for never came"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def settle(window: QWidget, busy: Callable[[], bool]) -> None:
    """Let work end, layouts be done and deferred calls be made, until nothing that is seen moves any more."""
    before: list[object] = []
    calm = 0
    for _ in range(_ROUNDS):
        wait_for(lambda: not busy())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # a program's own loop does so by itself
        QApplication.processEvents()
        now: list[object] = [each.geometry().getRect() for each in _seen(window)]
        calm = calm + 1 if now == before else 0
        if calm == _CALM:
            return
        before = now
    told = f"{window} never stands still"
    raise AssertionError(told)


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """Yield what is seen of a window; what is in hidden rooms is not looked at, which is most of it."""
    yield widget
    for each in widget.children():
        if isinstance(each, QWidget) and each.isVisible():
            yield from _seen(each)
