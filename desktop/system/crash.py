"""Reports of unexpected faults: one file each, written in the thread where the fault arose."""

import platform
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from uuid import uuid4

from desktop.system.faults import describe_fault

Told = Callable[[Path | None], None]


class CrashReports:
    """Writes reports into `folder`, which is made when the first is written."""

    def __init__(self, folder: Path, version: str, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._version = version
        self._now = now

    def write(self, error: BaseException) -> Path | None:
        """Write a report and return its path; None when nothing could be written (a full disk)."""
        at = self._now()
        path = self._folder / f"{at:%Y%m%d-%H%M%S}-{uuid4().hex[:6]}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(self._report(error, at), encoding="utf-8")
        except OSError:
            return None
        return path

    def install(self, told: Told) -> Callable[[], None]:
        """Report what no one caught, in any thread; return what takes the hooks away again.

        `told` gets the report's path in the thread that failed: it must not touch widgets there.
        """
        before = sys.excepthook, threading.excepthook

        def main_hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
            else:
                told(self.write(error))

        def thread_hook(failure: threading.ExceptHookArgs) -> None:
            if failure.exc_value is not None and not isinstance(failure.exc_value, SystemExit):
                told(self.write(failure.exc_value))

        sys.excepthook, threading.excepthook = main_hook, thread_hook

        def uninstall() -> None:
            sys.excepthook, threading.excepthook = before

        return uninstall

    def _report(self, error: BaseException, at: datetime) -> str:
        machine = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
        head = f"Tinh Giản {self._version}\n{at.isoformat(timespec='seconds')}\n{machine}\n"
        return f"{head}{threading.current_thread().name}\n\n{describe_fault(error)}"
