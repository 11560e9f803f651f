"""Engines: a file through SQLCipher's SQLite, or a PostgreSQL server by URL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desktop.domain.errors import Refusal
from desktop.storage.disks import Disk

PATIENCE_MS = 5000
"""How long a writer waits for another one before it refuses."""

_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF")


def file_engine(path: Path, key: bytes | None) -> Engine:
    """Return an engine over one connection to the file; every transaction writes, so that none fails half-way."""

    def connect() -> Any:
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        _prepare(connection, key)
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_immediately)
    return engine


def server_engine(url: str) -> Engine:
    """Return an engine for "postgresql://…"; raises Refusal("store.url_unusable")."""
    patience = f"-c lock_timeout={PATIENCE_MS} -c timezone=UTC"
    try:
        target = make_url(url).set(drivername="postgresql+psycopg")
        return create_engine(
            target,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"options": patience, "client_encoding": "utf8", "connect_timeout": 10},
        )
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError):
        raise Refusal("store.url_unusable") from None


def choose_journal(connection: Connection, disk: Disk) -> None:
    """Use a write-ahead log on a local disk, a rollback journal elsewhere; outside any transaction.

    While a file that comes from a local disk loses its log, it is held alone: a log shared between programs
    needs shared memory, which network disks have not.
    """
    driver = driver_connection(connection)
    if disk is Disk.LOCAL:
        driver.execute("PRAGMA journal_mode = WAL")
        return
    driver.execute("PRAGMA locking_mode = EXCLUSIVE")
    driver.execute("PRAGMA journal_mode = DELETE")
    driver.execute("PRAGMA locking_mode = NORMAL")
    driver.execute("SELECT count(*) FROM sqlite_master")  # the lock goes at the next reading


def driver_connection(connection: Connection) -> Any:
    """Return sqlcipher3's own connection, on which no transaction has begun."""
    return connection.connection.driver_connection


def _prepare(connection: Any, key: bytes | None) -> None:
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediately(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
