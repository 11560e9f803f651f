"""A form reaches its place whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import Refusal

_FULL = {errno.ENOSPC, errno.EDQUOT}
_MISSING = {errno.ENOENT, errno.ENOTDIR}


def write_atomically(target: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` write a file beside `target`, then put it in the place of `target` in one move.

    Raises Refusal("forms.folder_missing"), Refusal("forms.disk_full") or Refusal("forms.target_locked");
    then the older file, if any, is as it was and nothing is left behind.
    """
    if not target.parent.is_dir():
        raise Refusal("forms.folder_missing", name=target.name, folder=str(target.parent))
    try:
        _write(target, fill)
    except OSError as fault:
        raise _refusal(fault, target) from fault


def _write(target: Path, fill: Callable[[Path], None]) -> None:
    handle, name = tempfile.mkstemp(prefix=".bieu-", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    beside = Path(name)
    try:
        fill(beside)
        _flush(beside)
        beside.chmod(_usual_mode(target))
        beside.replace(target)
    finally:
        with suppress(OSError):  # moved already, or the disk refuses even this: the first fault is the one to tell
            beside.unlink()


def _flush(path: Path) -> None:
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def _usual_mode(target: Path) -> int:
    """Keep the mode of the file being replaced; a new form can be read by its owner and group only."""
    return target.stat().st_mode & 0o777 if target.exists() else 0o640


def _refusal(fault: OSError, target: Path) -> Refusal:
    if fault.errno in _FULL:
        return Refusal("forms.disk_full", name=target.name, folder=str(target.parent))
    if fault.errno in _MISSING:
        return Refusal("forms.folder_missing", name=target.name, folder=str(target.parent))
    return Refusal("forms.target_locked", name=target.name, folder=str(target.parent))
