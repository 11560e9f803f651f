"""The scanner at this PC, behind one interface: the system's own dialog on Windows, SANE's command on Linux."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from desktop.domain.errors import Refusal

Cancelled = Callable[[], bool]
_RESOLUTION: Final = 200
_LOOK_SECONDS: Final = 0.2
_ASK_SECONDS: Final = 30


class Scanner(Protocol):
    """Scans paper into files that did not exist before; nothing of it lives longer than a call."""

    def missing(self) -> Refusal | None:
        """Return why there is no scanning here, None when there is. Looks at the program only, not for devices."""
        ...

    def scan(self, folder: Path, cancelled: Cancelled) -> tuple[Path, ...]:
        """Scan what lies in the scanner into new files in `folder`; () when somebody declined or stopped it.

        Raises Refusal: scanner.missing, scanner.no_device, scanner.failed. Called away from the window's thread.
        """
        ...


class NoScanner:
    """For systems that we know no way on."""

    def missing(self) -> Refusal | None:
        """Say so."""
        return Refusal("scanner.missing")

    def scan(self, folder: Path, cancelled: Cancelled) -> tuple[Path, ...]:  # noqa: ARG002 - scans nothing
        """Refuse."""
        raise Refusal("scanner.missing")


class SaneScanner:
    """SANE's `scanimage`: one page from the glass, all pages from a feeder."""

    def __init__(self, device: str = "", command: str = "scanimage") -> None:
        self._device, self._command = device, command

    def missing(self) -> Refusal | None:
        """Say which package brings the command."""
        return None if shutil.which(self._command) else Refusal("scanner.sane_missing")

    def scan(self, folder: Path, cancelled: Cancelled) -> tuple[Path, ...]:
        """Scan at 200 dpi in the mode that the device offers for grey."""
        command = self._program()
        device = self._device or self._first_device(command)
        known = self._asked([command, "-d", device, "-A"])
        before = set(folder.iterdir())
        self._run(
            [command, "-d", device, *_wanted(known), "--format=png", f"--batch={folder}/quet-%03d.png"], cancelled
        )
        found = sorted(each for each in folder.iterdir() if each not in before and each.suffix == ".png")
        return tuple(each for each in found if each.stat().st_size > 0)

    def _program(self) -> str:
        found = shutil.which(self._command)
        if found is None:
            raise Refusal("scanner.sane_missing")
        return found

    def _first_device(self, command: str) -> str:
        listed = self._asked([command, "--formatted-device-list=%d%n"]).split()
        if not listed:
            raise Refusal("scanner.no_device")
        return listed[0]

    @staticmethod
    def _asked(command: list[str]) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - SANE's own program, found in the path
                command, capture_output=True, text=True, timeout=_ASK_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            raise Refusal("scanner.no_device") from None
        return done.stdout

    @staticmethod
    def _run(command: list[str], cancelled: Cancelled) -> None:
        """Run to the end; the end of a feeder's paper (7) after the first page is the end, not a fault."""
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:  # noqa: S603
            while True:
                try:
                    _, told = run.communicate(timeout=_LOOK_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    if cancelled():
                        run.terminate()
        out_of_paper = run.returncode == 7 and "Scanned page" in told
        if run.returncode and not out_of_paper and not cancelled():
            raise Refusal("scanner.failed", reason=_last_line(told))


def _wanted(known: str) -> list[str]:
    """Return the options that the device knows for a readable scan; a feeder is emptied, a glass is read once."""
    options = ["--mode", "Gray"] if "--mode" in known and "Gray" in known else []
    options += ["--resolution", str(_RESOLUTION)] if "--resolution" in known else []
    feeder = "[Automatic Document Feeder]" in known or "[ADF]" in known
    return options if feeder else [*options, "--batch-count=1"]


def _last_line(told: str) -> str:
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    return lines[-1].removeprefix("scanimage: ") if lines else ""


def system_scanner() -> Scanner:
    """Return the way to scan on this system."""
    if sys.platform == "win32":
        from desktop.services.papers.wia_scanner import WiaScanner  # noqa: PLC0415 - only there is COM

        return WiaScanner()
    return SaneScanner() if sys.platform.startswith("linux") else NoScanner()
