"""A folder into which a scanner saves: tells of each file when it is complete."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.services.papers.scan_inbox import FolderLook

_SETTLES_IN = 1000
"""Milliseconds in which the size of a file that is still written changes."""


class WatchedFolder(QObject):
    """Looks when the folder changes, and again until what is there rests."""

    complete = Signal(object)
    """list[Path] of files that came to rest, the oldest first."""

    def __init__(self, parent: QObject | None = None, settles_in: int = _SETTLES_IN) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._look = FolderLook()
        self._watcher = QFileSystemWatcher(self)
        self._again = QTimer(self, singleShot=True, interval=settles_in)
        self._again.timeout.connect(self._look_now)
        self._watcher.directoryChanged.connect(self._again.start)

    @property
    def folder(self) -> Path | None:
        """What is watched."""
        return self._folder

    def watch(self, folder: Path | None) -> None:
        """Watch this folder, None for none; what lies there is told of as well."""
        if folder == self._folder:
            return
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._folder, self._look = folder, FolderLook()
        self._again.stop()
        if folder is not None and folder.is_dir():
            self._watcher.addPath(str(folder))
            self._look_now()

    def _look_now(self) -> None:
        if self._folder is None:
            return
        ready = self._look.complete(self._folder)
        if ready:
            self.complete.emit(list(ready))
        if self._look.unsettled:
            self._again.start()
