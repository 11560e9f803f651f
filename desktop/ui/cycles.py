"""Python's collector of cycles, kept out of the workers' threads.

It runs in whatever thread happens to allocate. In a worker's it would free the widgets of a page that was left, and
Qt ends the program when a widget with a timer goes in another thread than its own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_YOUNG = 1
"""The generation up to which is collected meanwhile: what was made lately, a matter of a millisecond or two."""


class CycleCollector(QObject):
    """Collects cycles in the window's thread alone while others work; otherwise leaves it to Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(lambda: gc.collect(_YOUNG))

    def hold(self) -> None:
        """Take collecting over, before a worker begins; called in the window's thread."""
        gc.disable()
        self._timer.start()

    def release(self) -> None:
        """Give collecting back, once no worker is left; called in the window's thread."""
        self._timer.stop()
        gc.enable()
