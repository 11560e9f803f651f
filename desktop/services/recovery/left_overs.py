"""What a program that was ended left behind in the profile: swept by the next one that has the profile to itself."""

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from uuid import uuid4

from desktop.domain.errors import Refusal
from desktop.exchange.container.part_file import PART
from desktop.services.entry.typed_parts import set_aside_cut_off
from desktop.services.sending.departure_files import settle
from desktop.storage import Store
from desktop.storage.failures import refusing_disk
from desktop.system.file_lock import FileLock
from desktop.system.marks import mark

_PRIVATE, _HELD = "private", "held"


def claim(folder: Path, store: Store, author: str) -> FileLock:
    """Hold the profile as one of the programs that have it open; whoever is the only one sweeps first.

    Raises Refusal of the store.
    """
    with refusing_disk(str(folder)):
        lock = FileLock(folder / "open.lock")
    try:
        alone = lock.take()
        if alone:
            _sweep(folder, store)
            settle(store, author)
        if alone is not False:  # where the disk knows no locks, asking once too often loses nothing
            set_aside_cut_off(store)
        if alone:
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
    place = private_folder(folder)
    try:
        yield place
    finally:
        leave_private(place)


def private_folder(folder: Path) -> Path:
    """Make a folder as `private_place` does, for work that goes on in another thread; `leave_private` takes it away."""
    place = folder / _PRIVATE / uuid4().hex
    with refusing_disk(str(folder)):
        place.parent.mkdir(mode=0o700, exist_ok=True)
        place.mkdir(mode=0o700)
        mark("private.opened")
    return place


def leave_private(place: Path) -> None:
    """Take away a private folder with all that is in it."""
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


@contextmanager
def staging_file(store: Store, path: Path) -> Iterator[tuple[str, int]]:
    """Bring in a file as `staging` lets it; give its SHA-256 and its size.

    Raises Refusal("blob.source_unreadable") and those of the store.
    """
    with staging(store, (_digest_of(path),)):
        yield store.blobs.put_file(path)


def bring_in(store: Store, path: Path) -> str:
    """Bring in a file that a later transaction names, and clears in `work.staged_files`; return its SHA-256.

    Should there be no such transaction, the next start takes it out. Raises as `staging_file` does.
    """
    digest = _digest_of(path)
    if not store.blobs.has(digest):
        with store.begin() as work:
            work.staged_files.add((digest,))
    store.blobs.put_file(path)
    return digest


def sweep_parts(folder: Path, unit_code: str) -> None:
    """Remove from a folder what an office left half-written there when the program was ended."""
    with suppress(OSError):  # what refuses this will refuse the writing, too, and that is what people are told
        for part in folder.glob(f"*-{unit_code}-*{PART}"):
            part.unlink(missing_ok=True)


def _digest_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Refusal("blob.source_unreadable", name=path.name) from error


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
    for part in _half_written(folder):
        part.unlink(missing_ok=True)
    with store.begin() as work:
        staged = work.staged_files.all()
    _take_out(store, staged)
    _sweep_held(folder / _HELD, store)


def _half_written(folder: Path) -> Iterator[Path]:
    """Find keys, trust packs and copies of the store that were being written; the blobs look after themselves."""
    yield from folder.glob(f"*{PART}")
    for each in ("keys", "trust", "authority"):
        yield from (folder / each).rglob(f"*{PART}")


def _sweep_held(held: Path, store: Store) -> None:
    """Remove what was copied to wait and was not noted any more."""
    if not held.is_dir():
        return
    with store.begin() as work:
        named = {PurePosixPath(each.stored_name).parts[0] for each in work.held.all()}
    for each in held.iterdir():
        if each.name not in named:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
