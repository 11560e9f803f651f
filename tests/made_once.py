"""Folders that take long to make: the first worker of a run that wants one makes it, the others find it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.system.file_lock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the run's folder of this name, which is filled once; whoever wants to change something copies it."""
    room = _of_the_run(factory) / "made-once"
    room.mkdir(exist_ok=True)
    folder, made = room / name, room / f"{name}.made"
    lock = FileLock(room / f"{name}.lock")
    try:
        lock.hold()
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of somebody who failed half-way
            make(folder)
            made.touch()
    finally:
        lock.release()
    return folder


def _of_the_run(factory: pytest.TempPathFactory) -> Path:
    """Each worker has a folder of its own in the run's; without workers, the run's is the only one."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
