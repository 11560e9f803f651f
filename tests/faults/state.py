"""What a profile and a memory stick hold, for comparing: every row of the store, every file by its digest."""

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desktop.domain.errors import Refusal
from desktop.services.office import Office, open_office
from tests.services.packages.offices import Clock

Rows = Mapping[str, list[Any]]
_OF_THE_MOMENT = {("settings", "trust.latest")}
"""What every run may change: the latest time that was seen."""
_IN_GOLDEN = re.compile(r"(.)\1{63}")
"""The golden store names files that it never had."""
_NOT_KEPT = re.compile(r"tinhgian\.db|.*\.lock\Z|private\Z|spoken|pack\.yaml")


@dataclass(frozen=True)
class State:
    """The rows of all tables of every store, by name, and the digest of every file of the profiles and the stick."""

    rows: Mapping[str, Rows]
    profiles: Mapping[str, str]
    stick: Mapping[str, str]

    @property
    def shape(self) -> object:
        """How many rows there are and which files, whatever they hold, and whether any was left half-written.

        The log and lost numbers do not count: what is done from states of one shape is the same.
        """
        lengths = [
            (home, table, len(found))
            for home, rows in self.rows.items()
            for table, found in rows.items()
            if table not in {"audit_entries", "departures"}
        ]
        whole = [each for each in self.stick if not each.endswith(".part")]
        return lengths, sorted(self.profiles), sorted(whole), len(whole) < len(self.stick)


def state_of(folder: Path) -> State:
    """Return all that the offices in the folder and the stick hold, but for locks and times."""
    rows = {home.name: rows_of(home) for home in sorted(folder.iterdir())}
    kept = [each for each in sorted(folder.rglob("*")) if each.is_file() and not _NOT_KEPT.match(each.name)]
    files = {str(each.relative_to(folder)): _digest(each) for each in kept}
    on_stick = {name: digest for name, digest in files.items() if name.startswith("usb/")}
    return State(rows, {name: digest for name, digest in files.items() if name not in on_stick}, on_stick)


def rows_of(home: Path) -> Rows:
    """Return the rows of all tables of a profile's store; none where there is no store yet."""
    path = home / "tinhgian.db"
    if not path.exists() or path.stat().st_size == 0:
        return {}
    connection = dbapi2.connect(str(path))
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _of_table(connection, name) for name in sorted(names)}
    finally:
        connection.close()


def start(home: Path) -> None:
    """Start the program on a profile, as somebody does after it ended, and close it again."""
    if (home / "tinhgian.db").exists():
        with contextlib.suppress(Refusal):  # an office that is not set up yet, and may be set up again
            _started(home).close()


def _started(home: Path) -> Office:
    return open_office(home, now=Clock())


def check_whole(home: Path) -> None:
    """Assert that the store is intact, its log an unbroken chain, every file that it names there, nothing left over."""
    office = _started(home)
    try:
        with office.store.begin() as work:
            assert work.audit.verify() is None
            assert work.staged_files.all() == frozenset()
            assert work.departures.unsettled() == ()
            named = [each.sha256 for each in work.attachments.all() if not _IN_GOLDEN.match(each.sha256)]
            kept = work.settings.all().items()
        for digest in named + [digest for name, digest in kept if name.startswith(("document.", "package."))]:
            office.store.blobs.verify(digest)
        assert _faults(home) == [[("ok",)], []]
        left = [each for each in home.rglob("*") if each.name.endswith(".part") or each.parent.name == "private"]
        assert left == []
    finally:
        office.close()


def _faults(home: Path) -> list[Any]:
    connection = dbapi2.connect(str(home / "tinhgian.db"))
    try:
        return [connection.execute(f"PRAGMA {check}").fetchall() for check in ("integrity_check", "foreign_key_check")]
    finally:
        connection.close()


def _of_table(connection: Any, name: str) -> list[Any]:
    rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - a name that the database gave
    return sorted((row for row in rows if (name, row[0]) not in _OF_THE_MOMENT), key=repr)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
