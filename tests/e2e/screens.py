"""A screen of its own for windows that are driven by keys and clicks."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


class NoScreen(RuntimeError):
    """Xvfb is not installed."""


@contextmanager
def screen_of_a_laptop() -> Iterator[str]:
    """Run Xvfb with 1366 × 768 points and give its DISPLAY; raises NoScreen where the program is not there."""
    program = shutil.which("Xvfb")
    if program is None:
        raise NoScreen("Xvfb is not installed (Debian: xvfb)")
    read, write = os.pipe()
    command = [program, "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
