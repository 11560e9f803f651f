"""Runs the program in a process that has everything loaded: starting one costs a second, forking it 20 ms.

`python -m tests.faults.warm` reads jobs, a line of JSON each, and answers each with a line. What runs is the real
command line on a real profile.
"""

import contextlib
import ctypes
import io
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from desktop.cli import arguments, main, office_commands
from desktop.system.marks import listening
from tests.faults.moments import Killed
from tests.faults.small import small_files
from tests.services.packages.offices import PASSPHRASE, Clock

SECRETS = {f"TINHGIAN_{name}PASSPHRASE": PASSPHRASE for name in ("", "ROOT_", "NEW_ROOT_")}
_NEW_MOUNTS, _RECURSIVE, _PRIVATE, _REMOUNT = 0x00020000, 1 << 14, 1 << 18, 1 << 5


def steady_clock() -> None:
    """Let the program believe in the time when the stages were made."""
    arguments.utc_now = office_commands.utc_now = Clock()


def serve() -> None:
    """Answer every job until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.environ.update(SECRETS)
    steady_clock()
    sys.addaudithook(_note_writing)
    for line in sys.stdin:
        answers.write(json.dumps(_JOBS[(job := json.loads(line))["job"]](job)) + "\n")
        answers.flush()


def _killed(job: dict[str, Any]) -> dict[str, Any]:
    """Run to the end, and end a process at every moment on the way; tell which these were.

    Tell also what was opened for writing anywhere but in the folder of the offices.
    """
    killed = Killed(Path(job["folder"]), Path(job["kept"]))
    _WRITTEN.clear()
    with listening(killed.hear), small_files() if job["small"] else contextlib.nullcontext():
        code, said = _run(job["arguments"])
    inside = (job["folder"], job["kept"], os.devnull)
    strays = sorted({each for each in _WRITTEN if not each.startswith(inside)})
    return {"code": code, "said": said, "ends": killed.ends, "strays": strays}


_WRITTEN: list[str] = []
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _note_writing(event: str, given: tuple[Any, ...]) -> None:
    """Hear from Python of every file that is opened for writing and every folder that is made."""
    opened = event == "open" and isinstance(given[2], int) and given[2] & _TO_WRITE
    if (opened or event == "os.mkdir") and isinstance(given[0], (str, bytes, os.PathLike)):
        _WRITTEN.append(os.path.abspath(os.fsdecode(given[0])))  # noqa: PTH100 - it may be gone already


def _on_small_disk(job: dict[str, Any]) -> dict[str, Any]:
    """Run in a child for which `folder` is a real disk of so many bytes, with what lay in the folder; and run again.

    Tell what it said, what lies there, and what it said once the disk had become large.
    """

    def work() -> dict[str, Any]:
        folder = Path(job["folder"])
        shutil.copytree(folder, job["aside"])
        _mount(folder, job["bytes"])
        shutil.copytree(job["aside"], folder, dirs_exist_ok=True)
        code, said = _run(job["arguments"])
        left = sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())
        _enlarge(folder)
        again, _ = _run(job["arguments"])
        return {"code": code, "said": said, "left": left, "again": again}

    return _child(work)


def _without_rights(job: dict[str, Any]) -> dict[str, Any]:
    """Run in a child that is nobody in particular; tell what it said.

    What the program reads of itself is read before, in a run of its own: others may not read it.
    """
    _run(job["before"])

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


def _mount(folder: Path, size: int) -> None:
    """Put an empty disk of so many bytes in the place of the folder, for this process alone."""
    libc = ctypes.CDLL(None, use_errno=True)
    options = f"size={size}".encode()
    for done in (
        libc.unshare(_NEW_MOUNTS),
        libc.mount(b"none", b"/", None, _RECURSIVE | _PRIVATE, None),
        libc.mount(b"none", os.fsencode(folder), b"tmpfs", 0, options),
    ):
        if done != 0:
            raise OSError(ctypes.get_errno(), "mount")


def _enlarge(folder: Path) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"none", os.fsencode(folder), b"tmpfs", _REMOUNT, b"size=64m") != 0:
        raise OSError(ctypes.get_errno(), "mount")


@contextlib.contextmanager
def quiet() -> Iterator[io.StringIO]:
    """Let what the program says go into the stream that is given."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        yield said


if __name__ == "__main__":
    serve()
