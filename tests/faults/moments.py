"""Ends the program at the moments of a run at which the disk is not as at the moment before."""

import os
import shutil
import signal
from collections import Counter
from pathlib import Path
from typing import Final

_Disk = list[tuple[str, int, int, int]]
_ALIKE: Final = ("package.entry_written", "blob.")
"""Moments that come for every entry and every file in turn: the first is taken, and each third after it."""


class Killed:
    """Hears the moments of one run; at each, a process that is this one to the last byte is ended by SIGKILL.

    What then lies in `folder` is copied to `kept`, a folder for each end, named by number and moment; and the run
    goes on to the next moment. `flock` and descriptors are shared with the process that goes on, and SQLite's locks are
    only its own, so that the ended one takes nothing from it.
    """

    def __init__(self, folder: Path, kept: Path) -> None:
        self._folder, self._kept = folder, kept
        self._before = self._disk()
        self._heard = 0
        self._times = Counter[str]()
        self.ends: list[str] = []

    def hear(self, moment: str) -> None:
        """End a process here, if the disk has changed and no moment just like it was taken a short while ago."""
        self._heard += 1
        now = self._disk()
        if now != self._before and not self._is_alike(moment):
            _end_a_process_here()
            self.ends.append(f"{self._heard:03d} {moment}")
            shutil.copytree(self._folder, self._kept / self.ends[-1])
        self._before = now

    def _is_alike(self, moment: str) -> bool:
        self._times[moment] += 1
        return moment.startswith(_ALIKE) and self._times[moment] % 3 != 1

    def _disk(self) -> _Disk:
        found = [(each, each.stat()) for each in sorted(self._folder.rglob("*")) if not each.name.endswith("-shm")]
        return [(str(each), state.st_ino, state.st_size, state.st_mtime_ns) for each, state in found]


def _end_a_process_here() -> None:
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
        message = f"the process ended with {status}"
        raise AssertionError(message)
