"""All that can be seen in an office: every row of every table, every file among the blobs."""

import sqlite3
from typing import Any

from desktop.services.office import Office


def everything_in(office: Office) -> dict[str, Any]:
    """Return rows by table and the names of the blobs; equal before and after means nothing has changed."""
    blobs = office.folder / "blobs"
    files = sorted(path.relative_to(blobs).as_posix() for path in blobs.rglob("*") if path.is_file())
    return {"rows": _rows(office), "blobs": files}


def _rows(office: Office) -> dict[str, list[tuple[Any, ...]]]:
    database = sqlite3.connect(office.folder / "tinhgian.db")
    try:
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return {name: sorted(database.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for (name,) in found}  # noqa: S608 - the names are the database's own
    finally:
        database.close()
