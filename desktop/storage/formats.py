"""The format of a store, told before anything is touched."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from desktop.domain.errors import Refusal

FORMAT = 5
"""The format that this program writes; the number of its last migration."""

APPLICATION_ID = 0x544E4731
"""Marks the file as ours in SQLite's header ("TNG1")."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


@dataclass(frozen=True, slots=True)
class _Header:
    page_size: int
    pages: int
    format: int
    application_id: int


def check_file(path: Path, *, encrypted: bool) -> None:
    """Look at the file's first bytes, without opening it as a database.

    Raises Refusal("store.not_a_store"), ("store.newer_version") or ("store.damaged"). An encrypted file
    shows nothing before its key is used.
    """
    if encrypted or not path.exists() or path.stat().st_size == 0:
        return
    start = _first_bytes(path)
    if not start.startswith(_MAGIC):
        raise Refusal("store.not_a_store", place=str(path))
    if len(start) < _HEADER:
        raise Refusal("store.damaged", place=str(path))
    _check_header(path, _read_header(start))


def stored_format(connection: Connection, place: str) -> int:
    """Return the format of an open database, 0 when it is empty.

    Raises Refusal("store.not_a_store") when it holds tables of others, Refusal("store.newer_version").
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    if "alembic_version" not in tables or "audit_head" not in tables:
        raise Refusal("store.not_a_store", place=place)
    number = int(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    _check_format(number, place)
    return number


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)


def _read_header(start: bytes) -> _Header:
    def number(offset: int, size: int = 4) -> int:
        return int.from_bytes(start[offset : offset + size], "big")

    return _Header(page_size=number(16, 2), pages=number(28), format=number(60), application_id=number(68))


def _check_header(path: Path, header: _Header) -> None:
    if header.application_id != APPLICATION_ID:
        raise Refusal("store.not_a_store", place=str(path))
    _check_format(header.format, str(path))
    page_size = 65536 if header.page_size == 1 else header.page_size
    if path.stat().st_size < header.pages * page_size and not has_pending_log(path):
        raise Refusal("store.damaged", place=str(path))


def has_pending_log(path: Path) -> bool:
    """Tell whether the last program that wrote the file ended before its log was written back."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _check_format(number: int, place: str) -> None:
    if number > FORMAT:
        raise Refusal("store.newer_version", place=place, stored=number, known=FORMAT)
