"""Python's collector of cycles, kept out of the workers' threads.

It runs in whatever thread happens to allocate. In a worker's it would free the widgets of a page that was left, and
Qt ends the program when a widget with a timer goes in another thread than its own.

What the modules hold lives as long as the program, and what was read of thousands of people as long as their round.
Looking at all of it again for cycles takes from a fifth of a second to more than one, and the window would stand still
meanwhile: it is set apart when libraries were loaded, and when work left much behind.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 100
"""Much is made in half a second of work on a long list; a tenth's is looked at within some milliseconds."""
_YOUNG = 1
"""The generation up to which is collected meanwhile: what was made lately, a matter of a millisecond or two."""
_LIBRARY = 30
"""As many new modules are worth setting apart. Cycles that were left at that moment stay, too: it must be rare."""
_MUCH = 600_000
"""So are as many new pieces of memory: what is kept of some hundred people with their amounts step by step."""


class CycleCollector(QObject):
    """Collects cycles in the window's thread alone while others work; otherwise leaves it to Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(lambda: gc.collect(_YOUNG))
        self._modules = self._pieces = 0

    def hold(self) -> None:
        """Take collecting over, before a worker begins; called in the window's thread."""
        gc.disable()
        self._set_apart()
        self._timer.start()

    def release(self) -> None:
        """Give collecting back, once no worker is left; called in the window's thread."""
        self._timer.stop()
        self._set_apart()
        gc.enable()

    def _set_apart(self) -> None:
        """Set apart what is there, where it became much.

        It is counted, never listed: a list of all objects would hold the tuple that a worker is just making, which
        Python then refuses to finish (SystemError).
        """
        loaded, pieces = len(sys.modules), sys.getallocatedblocks()
        self._pieces = min(self._pieces, pieces)
        if loaded >= self._modules + _LIBRARY or pieces >= self._pieces + _MUCH:
            gc.collect(_YOUNG)
            gc.freeze()
            self._modules, self._pieces = loaded, sys.getallocatedblocks()
