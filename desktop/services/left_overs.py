"""What a program that was ended left behind in the profile: swept by the next one that has the profile to itself."""

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from uuid import uuid4

from desktop.storage import Store
from desktop.storage.failures import refusing_disk
from desktop.system.file_lock import FileLock
from desktop.system.marks import mark

_PRIVATE, _HELD = "private", "held"


def claim(folder: Path, store: Store) -> FileLock:
    """Hold the profile as one of the programs that have it open; whoever is the only one sweeps first.

    Raises Refusal of the store.
    """
    with refusing_disk(str(folder)):
        lock = FileLock(folder / "open.lock")
    try:
        if lock.take():
            _sweep(folder, store)
            lock.downgrade()
        else:
            lock.share()
    except BaseException:
        lock.release()
        raise
    return lock


@contextmanager
def private_place(folder: Path) -> Iterator[Path]:
    """Give an empty folder inside the profile that only its owner can look into; afterwards it is gone.

    Raises Refusal of the store.
    """
    place = folder / _PRIVATE / uuid4().hex
    with refusing_disk(str(folder)):
        place.parent.mkdir(mode=0o700, exist_ok=True)
        place.mkdir(mode=0o700)
    mark("private.opened")
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)  # what cannot go now is swept at the next start


@contextmanager
def staging(store: Store, digests: Iterable[str]) -> Iterator[None]:
    """Let files be brought in that nothing names yet; when the block fails they are taken out again.

    The transaction in the block that names them clears them in `work.staged_files`. Should the program end before,
    the next one takes them out. Raises Refusal of the store.
    """
    new = {each for each in digests if not store.blobs.has(each)}
    if new:
        with store.begin() as work:
            work.staged_files.add(new)
    try:
        yield
    except BaseException:
        _take_out(store, new)
        raise


def _take_out(store: Store, digests: Collection[str]) -> None:
    """Remove files, unless something names them by now."""
    if not digests:
        return
    with store.begin() as work:
        for digest in set(digests) - work.named_files(digests):
            store.blobs.remove(digest)
        work.staged_files.clear(digests)


def _sweep(folder: Path, store: Store) -> None:
    shutil.rmtree(folder / _PRIVATE, ignore_errors=True)
    store.blobs.sweep_parts()
    with store.begin() as work:
        staged = work.staged_files.all()
    _take_out(store, staged)
    _sweep_held(folder / _HELD, store)


def _sweep_held(held: Path, store: Store) -> None:
    """Remove what was copied to wait and was not noted any more."""
    if not held.is_dir():
        return
    with store.begin() as work:
        named = {PurePosixPath(each.stored_name).parts[0] for each in work.held.all()}
    for each in held.iterdir():
        if each.name not in named:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
