"""Writing a file so that either all of it is there or nothing is."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from io import BufferedRandom
from pathlib import Path
from typing import Final

from desktop.exchange.errors import writing_refused
from desktop.system.marks import mark

PART: Final = ".part"
"""What a file's name ends with while it is being written."""


@contextmanager
def part_file(target: Path) -> Iterator[Path]:
    """Give the path of `<target>.part` to fill; at the end it takes the target's name, on failure it goes away.

    The caller writes, syncs and verifies inside. Raises FileError for what the disk or the system refuses.
    """
    part, new = target.with_name(target.name + PART), not target.exists()
    try:
        try:
            yield part
            mark("file.whole")
            _name(part, target, new=new)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise writing_refused(error, target.name) from error


def _name(part: Path, target: Path, *, new: bool) -> None:
    """Give the part its name; a new file whose name might not last through a power cut is taken away again."""
    os.replace(part, target)  # noqa: PTH105 - the word for "at once or not at all"
    try:
        mark("file.named")
        _sync_folder(target.parent)
        mark("file.folder_synced")
    except OSError:
        if new:
            target.unlink(missing_ok=True)
        raise


@contextmanager
def part_files(targets: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """As `part_file` for several files that belong together: at the end all have their names, on failure none is there.

    None of the targets is there before; raises FileError.
    """
    try:
        with ExitStack() as stack:
            yield tuple(stack.enter_context(part_file(each)) for each in targets)
    except BaseException:
        for each in targets:
            with suppress(OSError):  # a stick that is gone, say, must not hide what happened first
                each.unlink(missing_ok=True)
        raise


@contextmanager
def synced(path: Path) -> Iterator[BufferedRandom]:
    """Open `path` for writing and reading; what was written is on the disk when the block ends well."""
    with path.open("w+b") as stream:
        mark("file.opened")
        yield stream
        stream.flush()
        mark("file.written")
        os.fsync(stream.fileno())
        mark("file.synced")


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
