"""What a database or a disk says, as refusals that people understand."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from desktop.domain.errors import Refusal

_REPEATED = "record.already_there"
_SQLITE = {
    5: "store.locked",  # SQLITE_BUSY
    6: "store.locked",  # SQLITE_LOCKED
    8: "store.read_only",  # SQLITE_READONLY
    10: "store.unreachable",  # SQLITE_IOERR
    11: "store.damaged",  # SQLITE_CORRUPT
    13: "store.disk_full",  # SQLITE_FULL
    14: "store.unreachable",  # SQLITE_CANTOPEN
    26: "store.not_a_store",  # SQLITE_NOTADB
}
_SQLSTATE = {
    "23505": _REPEATED,
    "25006": "store.read_only",
    "40P01": "store.locked",
    "53100": "store.disk_full",
    "55P03": "store.locked",
    "XX001": "store.damaged",
    "XX002": "store.damaged",
}
_SERVER_UNWILLING = ("08", "28", "3D", "53", "57P")
_ERRNO = {
    errno.ENOSPC: "store.disk_full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "store.disk_full",
    errno.EACCES: "store.read_only",
    errno.EPERM: "store.read_only",
    errno.EROFS: "store.read_only",
}
_WINDOWS_IN_USE = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


@contextmanager
def refusing_database(place: str) -> Iterator[None]:
    """Turn known failures of the database at `place` into refusals; any other is a bug and passes."""
    try:
        yield
    except DBAPIError as error:
        code = _database_code(error)
        if code is None:
            raise
        # A server repeats the values of a repeated key in its message: that must not reach a log.
        raise Refusal(code, place=place) from (None if code == _REPEATED else error)


@contextmanager
def refusing_disk(place: str) -> Iterator[None]:
    """Turn failures of the disk at `place` into refusals."""
    try:
        yield
    except OSError as error:
        raise Refusal(_disk_code(error), place=place) from error


def _disk_code(error: OSError) -> str:
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        return "store.locked"
    return _ERRNO.get(error.errno or 0, "store.unreachable")


def _database_code(error: DBAPIError) -> str | None:
    result = getattr(error.orig, "sqlite_errorcode", None)
    return _server_code(error) if result is None else _file_code(result, str(error.orig))


def _file_code(result: int, message: str) -> str | None:
    return _REPEATED if "UNIQUE constraint failed" in message else _SQLITE.get(result & 0xFF)


def _server_code(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return "store.unreachable" if isinstance(error, OperationalError) else None
    return _SQLSTATE.get(state) or ("store.unreachable" if state.startswith(_SERVER_UNWILLING) else None)
