"""The store: one database and the files that belong to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from threading import RLock

from sqlalchemy import Engine, make_url

from desktop.domain.errors import Refusal
from desktop.storage.blobs import BlobStore
from desktop.storage.disks import disk_of
from desktop.storage.engines import choose_journal, driver_connection, file_engine, server_engine
from desktop.storage.failures import refusing_database, refusing_disk
from desktop.storage.formats import check_file, has_pending_log
from desktop.storage.migrating import migrate_file, migrate_server
from desktop.storage.unit_of_work import UnitOfWork
from desktop.system.marks import mark

_FILE = "tinhgian.db"
_BLOBS = "blobs"
_QUICKLY_CHECKED = 32 << 20
"""Up to this many bytes the whole file is checked at every start: well under a second."""


class Store:
    """An open store. One thread works at a time; others wait in `begin`."""

    def __init__(self, engine: Engine, folder: Path, place: str, now: Callable[[], datetime]) -> None:
        self.blobs = BlobStore(folder / _BLOBS)
        self.place = place
        self._engine = engine
        self._now = now
        self._lock = RLock()
        self._working = False

    @contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """Yield a unit of work; what it did is kept at the end, or undone if anything is raised.

        Raises Refusal with a `store.*` code when the database cannot do it, ("record.already_there") when a
        record's key is taken.
        """
        with self._alone(), refusing_database(self.place):
            with self._engine.begin() as connection:
                yield UnitOfWork(connection, self._now)
                mark("store.committing")
            mark("store.committed")

    def close(self) -> None:
        """Let go of the database and its files."""
        self._engine.dispose()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._lock:
            if self._working:
                message = "a unit of work is open in this thread already"
                raise RuntimeError(message)
            self._working = True
            try:
                yield
            finally:
                self._working = False


def open_store(folder: Path, *, now: Callable[[], datetime], url: str | None = None, key: bytes | None = None) -> Store:
    """Open the store in `folder`, or the server's database at `url` with its files in `folder`.

    Makes what is not there and migrates what is older, after a copy of the file. `key` (32 bytes) opens an
    encrypted file. Raises Refusal: store.newer_version, store.not_a_store, store.locked, store.disk_full,
    store.read_only, store.damaged, store.unreachable, store.url_unusable.
    """
    with refusing_disk(str(folder)):
        (folder / _BLOBS).mkdir(parents=True, exist_ok=True)
        mark("store.folder_made")
        with TemporaryFile(dir=folder):
            pass  # a folder that cannot be written to is better refused now than at the first save
    return _open_file(folder, now, key) if url is None else _open_server(folder, now, url)


def _open_file(folder: Path, now: Callable[[], datetime], key: bytes | None) -> Store:
    path = folder / _FILE
    with refusing_disk(str(path)):
        check_file(path, encrypted=key is not None)
        _check_not_emptied(path, folder)
        new = not path.exists() or path.stat().st_size == 0
    engine = file_engine(path, key)
    with _disposing(engine), refusing_database(str(path)):
        if not new:
            _settle(engine, path)
        mark("store.opened")
        migrate_file(engine, path, now)
        mark("store.migrated")
        if new:
            _settle(engine, path)
    return Store(engine, folder, str(path), now)


def _open_server(folder: Path, now: Callable[[], datetime], url: str) -> Store:
    engine = server_engine(url)
    place = make_url(url).render_as_string(hide_password=True)
    with _disposing(engine), refusing_database(place):
        migrate_server(engine, place)
    return Store(engine, folder, place, now)


def _settle(engine: Engine, path: Path) -> None:
    """Choose the journal and look for damage.

    A new file gets its first tables before: its header must not be written without our mark in it.
    """
    doubtful = has_pending_log(path) or path.stat().st_size <= _QUICKLY_CHECKED
    with engine.connect() as connection:
        choose_journal(connection, disk_of(path.parent))
        if doubtful and driver_connection(connection).execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise Refusal("store.damaged", place=str(path))


def _check_not_emptied(path: Path, folder: Path) -> None:
    """An empty file is a store that was never finished, unless files were taken in already."""
    emptied = path.exists() and path.stat().st_size == 0
    if emptied and any((folder / _BLOBS).iterdir()):
        raise Refusal("store.damaged", place=str(path))


@contextmanager
def _disposing(engine: Engine) -> Iterator[None]:
    """Let go of the database when opening it fails."""
    try:
        yield
    except BaseException:
        engine.dispose()
        raise
