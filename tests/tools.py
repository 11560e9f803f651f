"""Programs that are not ours, against which tests hold what we make."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def program(*names: str) -> str:
    """Return where the first of these is installed; without any the test is skipped, or fails where all must run."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None and os.environ.get("TINHGIAN_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{names[0]} is required and not installed")
    if found is None:
        pytest.skip(f"{names[0]} is not installed, and only it can judge this")
    return found


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a program that is not ours and return what it said, whatever it was."""
    whole = [program(str(command[0])), *map(str, command[1:])]
    return subprocess.run(whole, capture_output=True, text=True, check=False, timeout=60, **options)  # type: ignore[call-overload,no-any-return]
