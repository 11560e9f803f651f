"""What another program does to a store; run as a process of its own so that it can be killed or stripped of rights."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.storage import open_store


def _now() -> datetime:
    return datetime(2024, 11, 22, tzinfo=UTC)


def write_and_wait(folder: Path, url: str | None) -> None:
    """Write inside a unit of work, say so, and wait to be killed in it."""
    store = open_store(folder, now=_now, url=url)
    with store.begin() as work:
        work.settings.put("unit", "half-done")
        for number in range(2000):
            work.settings.put(f"padding-{number}", "x" * 2000)
        work.audit.append("child", "half.done", "")
        print("ready", flush=True)
        sys.stdin.read()


def open_without_rights(folder: Path, warm: Path) -> None:
    """Open a store as somebody who may read its folder and no more; print the refusal's code."""
    open_store(warm, now=_now).close()  # loads every module while they can still be read
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        open_store(folder, now=_now)
    except Refusal as refusal:
        print(refusal.code)


if __name__ == "__main__":
    job, *places = sys.argv[1:]
    if job == "write_and_wait":
        write_and_wait(Path(places[0]), places[1] or None)
    else:
        open_without_rights(Path(places[0]), Path(places[1]))
