"""A folder into which a scanner saves: tells of each file when it is complete."""

import stat
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.services.papers.scan_inbox import FolderLook

_SETTLES_IN = 1000
"""Milliseconds in which the size of a file that is still written changes."""
_LOOKS_EVERY = 3000
"""Milliseconds after which a stick that was pulled out or put back is noticed: the system does not tell of it."""


class WatchedFolder(QObject):
    """Looks when the folder changes, and again until what is there rests; waits for a folder that is gone."""

    complete = Signal(object)
    """list[Path] of files that came to rest, the oldest first."""
    moved = Signal()
    """The folder is gone, or it is back."""

    def __init__(
        self, parent: QObject | None = None, settles_in: int = _SETTLES_IN, looks_every: int = _LOOKS_EVERY
    ) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._place: tuple[int, int] | None = None
        self._look = FolderLook()
        self._watcher = QFileSystemWatcher(self)
        self._again = QTimer(self, singleShot=True, interval=settles_in)
        self._again.timeout.connect(self._look_now)
        self._presence = QTimer(self, interval=looks_every)
        self._presence.timeout.connect(self._find)
        self._watcher.directoryChanged.connect(self._again.start)

    @property
    def folder(self) -> Path | None:
        """What is watched."""
        return self._folder

    @property
    def is_gone(self) -> bool:
        """Whether the folder that is to be watched was not there at the last look."""
        return self._folder is not None and self._place is None

    def watch(self, folder: Path | None) -> None:
        """Watch this folder, None for none; what lies there is told of as well. One that is gone is waited for."""
        if folder != self._folder:
            self._folder, self._place, self._look = folder, None, FolderLook()
            self._forget()
        if folder is None:
            self._presence.stop()
            return
        self._presence.start()
        self._find()

    def _find(self) -> None:
        """Watch the folder that is there now: after a stick was pulled out it is another one of the same name."""
        if self._folder is None:
            return
        before, self._place = self._place, _place_of(self._folder)
        if self._place == before and (self._place is None or self._watcher.directories()):
            return
        self._forget()
        self._look = FolderLook()  # what could not be read when the stick was pulled out is told of again
        if self._place is not None:
            self._watcher.addPath(str(self._folder))
            self._look_now()
        if (before is None) != (self._place is None):
            self.moved.emit()

    def _forget(self) -> None:
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._again.stop()

    def _look_now(self) -> None:
        if self._folder is None:
            return
        ready = self._look.complete(self._folder)
        if ready:
            self.complete.emit(list(ready))
        if self._look.unsettled:
            self._again.start()


def _place_of(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another one of its name, None while there is none."""
    try:
        known = folder.stat()
    except OSError:
        return None
    return (known.st_dev, known.st_ino) if stat.S_ISDIR(known.st_mode) else None
