"""The hand of the clerk: each key and click is an event at the window, and is counted; nothing else touches a page."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.e2e.walk.effort import SECONDS, Effort, keys_of

_PLAIN = Qt.KeyboardModifier.NoModifier
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_LONGEST_WAIT = 20.0


class Stuck(AssertionError):
    """The window did not come to what the clerk waits for."""


class Hand:
    """Types and clicks where the focus is, as the window system would hand it on.

    `pace` makes the hand as slow as a person (1.0) or not at all (0.0). Every act stands in the journal with its time
    before the next begins, so that whoever ends this process from outside knows what had been done.
    """

    def __init__(self, journal: Path, *, pace: float = 0.0) -> None:
        self.effort = Effort()
        self._journal = journal.open("a", encoding="utf-8")
        self._pace = pace
        self._started = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long it took in all, without the pauses of a slow hand: the machine's own time."""
        return time.monotonic() - self._started - self._paused

    _paused = 0.0

    def note(self, what: str, **more: Any) -> None:
        """Write an act into the journal, down to the disk."""
        self._journal.write(json.dumps({"at": time.time(), "what": what, **more}, ensure_ascii=False) + "\n")
        self._journal.flush()
        os.fsync(self._journal.fileno())

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN, times: int = 1) -> None:
        """Press a key, with Ctrl, Alt or Shift held down (each is a key of its own)."""
        held = sum(bool(modifiers & each) for each in (ALT, CTRL, SHIFT))
        for _ in range(times):
            self.effort.keys(1 + held)
            self._be_slow(SECONDS["K"] * (1 + held))
            self.wait(_has_keyboard, "something to have the keyboard")
            QTest.keyClick(_target(), key, modifiers)
            self._settle()

    def alt_down(self) -> None:
        """Look for the underlined letter, with Alt held down: a key of its own is counted with the letter."""
        window = _target().window().windowHandle()
        if window is not None:
            for kind, held in ((QEvent.Type.KeyPress, ALT), (QEvent.Type.KeyRelease, _PLAIN)):
                QApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Alt, held))
        self._settle()

    def type(self, text: str) -> None:
        """Type a text letter by letter into what has the focus."""
        self.note("typed", text=text)
        for letter in text:
            self.effort.keys(keys_of(letter))
            self._be_slow(SECONDS["K"] * keys_of(letter))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # a list of suggestions may open in between
                QApplication.sendEvent(_target(), QKeyEvent(kind, 0, _PLAIN, letter))
        self._settle()

    def retype(self, text: str) -> None:
        """Type in the place of what stands in the field."""
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on what is seen: its middle, or a place in it."""
        window = widget.window()
        place = widget.mapTo(window, at or widget.rect().center())
        if not widget.isVisible() or not window.rect().contains(place):
            msg = f"cannot be clicked, it is not to be seen: {widget}"
            raise Stuck(msg)
        self.effort.click()
        self._be_slow(SECONDS["P"])
        handle = window.windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, _PLAIN, place)
        self._settle()

    def think(self) -> None:
        """Decide what comes next."""
        self.effort.think()
        self._be_slow(SECONDS["M"])

    def read(self, text: str) -> None:
        """Read what the window says."""
        self.effort.read(text)
        self._be_slow(SECONDS["read"] * len(text.split()))

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Wait for the machine; raises Stuck when it does not come to it."""
        started = time.monotonic()
        while not until():
            if time.monotonic() - started > _LONGEST_WAIT:
                msg = f"waited in vain for: {what}"
                raise Stuck(msg)
            _take_keyboard()
            _turn(5)
        self.effort.waited += time.monotonic() - started

    def _settle(self) -> None:
        _turn(0)

    def _be_slow(self, seconds: float) -> None:
        if self._pace:
            started = time.monotonic()
            while time.monotonic() - started < seconds * self._pace:
                _turn(20)
            self._paused += time.monotonic() - started


def _take_keyboard() -> None:
    """Take the keyboard back where no window has it: a screen without a window manager gives it to nobody by itself."""
    if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
        seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        front = QApplication.activeModalWidget() or next(iter(seen), None)
        if front is not None:
            front.activateWindow()


def _has_keyboard() -> bool:
    """Whether a window is active: for a moment, while one closes and another comes up, none is."""
    return bool(QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow())


def _target() -> QWidget:
    """Return what gets the keys: as Qt hands them on, a popup first, else what has the focus in the active window."""
    popup = QApplication.activePopupWidget()
    widget = popup or QApplication.focusWidget() or QApplication.activeWindow()
    if widget is None:
        raise Stuck("nothing has the keyboard")
    return widget


def _turn(milliseconds: int) -> None:
    """Let the window do what has come up."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
