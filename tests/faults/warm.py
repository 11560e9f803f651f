"""Runs the program in a process that has everything loaded: starting one costs a second, forking it 20 ms.

`python -m tests.faults.warm` reads jobs, a line of JSON each, and answers each with a line. What runs is the real
command line on a real profile.
"""

import contextlib
import ctypes
import io
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from desktop.cli import arguments, main, office_commands
from desktop.system.marks import listening
from tests.faults.moments import Killed
from tests.services.packages.offices import PASSPHRASE, Clock

SECRETS = {f"TINHGIAN_{name}PASSPHRASE": PASSPHRASE for name in ("", "ROOT_", "NEW_ROOT_")}
_NEW_MOUNTS = 0x00020000


def steady_clock() -> None:
    """Let the program believe in the time when the stages were made."""
    arguments.utc_now = office_commands.utc_now = Clock()


def serve() -> None:
    """Answer every job until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.environ.update(SECRETS)
    steady_clock()
    for line in sys.stdin:
        answers.write(json.dumps(_JOBS[(job := json.loads(line))["job"]](job)) + "\n")
        answers.flush()


def _killed(job: dict[str, Any]) -> dict[str, Any]:
    """Run to the end, and end a process at every moment on the way; tell which these were."""
    killed = Killed(Path(job["folder"]), Path(job["kept"]))
    with listening(killed.hear):
        code, said = _run(job["arguments"])
    return {"code": code, "said": said, "ends": killed.ends}


def _on_small_disk(job: dict[str, Any]) -> dict[str, Any]:
    """Run in a child for which `folder` is a real disk of so many bytes; tell what it said and what lies there."""

    def work() -> dict[str, Any]:
        _mount(job["folder"], job["bytes"])
        code, said = _run(job["arguments"])
        return {"code": code, "said": said, "left": sorted(each.name for each in Path(job["folder"]).iterdir())}

    return _child(work)


def _without_rights(job: dict[str, Any]) -> dict[str, Any]:
    """Run in a child that is nobody in particular, in folders that are its own; tell what it said."""

    def work() -> dict[str, Any]:
        os.setgid(65534)
        os.setuid(65534)
        code, said = _run(job["arguments"])
        return {"code": code, "said": said}

    return _child(work)


_JOBS = {"killed": _killed, "small disk": _on_small_disk, "without rights": _without_rights}


def _run(given: list[str]) -> tuple[int, str]:
    """Call the program; return its exit code and what it said, on either stream."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(given)
    return code, err.getvalue() or out.getvalue()


def _child(work: Callable[[], dict[str, Any] | None]) -> dict[str, Any]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _end_with(work, writer)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as stream:
        told = stream.read()
    _, status = os.waitpid(child, 0)
    return {"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, **json.loads(told or "{}")}


def _end_with(work: Callable[[], dict[str, Any] | None], writer: int) -> None:
    """Do the child's work and end it; nothing of the parent's is cleaned up by it."""
    try:
        told = json.dumps(work() or {})
    except BaseException:  # noqa: BLE001 - the test shows it
        told = json.dumps({"fault": traceback.format_exc()})
    os.write(writer, told.encode("utf-8"))
    os._exit(0)


def _mount(folder: str, size: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    options = f"size={size}".encode()
    for done in (
        libc.unshare(_NEW_MOUNTS),
        libc.mount(b"none", b"/", None, 1 << 18 | 1 << 14, None),  # what is mounted here stays here
        libc.mount(b"none", folder.encode(), b"tmpfs", 0, options),
    ):
        if done != 0:
            raise OSError(ctypes.get_errno(), "mount")


@contextlib.contextmanager
def quiet() -> Iterator[io.StringIO]:
    """Let what the program says go into the stream that is given."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        yield said


if __name__ == "__main__":
    serve()
