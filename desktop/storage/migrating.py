"""Bring a store to the format of this program, from nothing or from an older one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from desktop.domain.errors import Refusal
from desktop.storage.engines import driver_connection
from desktop.storage.formats import APPLICATION_ID, FORMAT, stored_format
from desktop.system.marks import mark

_LOCK = 0x544E4731
_MIGRATIONS = Path(__file__).with_name("migrations")


def migrate_file(engine: Engine, path: Path, now: Callable[[], datetime]) -> None:
    """Migrate the file if it is older, after a copy of it was put beside it."""
    with engine.connect() as connection:
        driver = driver_connection(connection)
        driver.execute("PRAGMA foreign_keys = OFF")  # a table that is rebuilt must not take its children along
        with connection.begin():
            older = stored_format(connection, str(path))
        if 0 < older < FORMAT:
            copy_database(driver, copy_name(path, older, now()))
        with connection.begin():
            _migrate_file_locked(connection, path)
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _migrate_file_locked(connection: Connection, path: Path) -> None:
    if stored_format(connection, str(path)) == FORMAT:
        return
    upgrade(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise Refusal("store.damaged", place=str(path))
    mark("store.migrating")


def migrate_server(engine: Engine, place: str) -> None:
    """Migrate the server's database if it is older; two programs that start at once take turns."""
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if stored_format(connection, place) < FORMAT:
            upgrade(connection)


def upgrade(connection: Connection) -> None:
    """Run the migrations that are missing, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def copy_name(path: Path, older: int, moment: datetime) -> Path:
    """Return where the copy before a migration goes: "tinhgian.format-1.20261122T020304.db"."""
    return path.with_name(f"{path.stem}.format-{older}.{moment:%Y%m%dT%H%M%S}{path.suffix}")


def copy_database(driver: object, target: Path) -> None:
    """Copy the open database to `target`, whole or not at all."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        driver.execute("VACUUM INTO ?", (str(part),))  # type: ignore[attr-defined]  # sqlcipher3 ships no types
        mark("store.copy_written")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    mark("store.copied")
