"""Which files something in the store names: any text that holds their digest counts."""

import re
from collections.abc import Collection

from sqlalchemy import Connection, Table, Text, select

from desktop.storage.tables import metadata
from desktop.storage.tables.departures import departures, staged_files
from desktop.storage.tables.exchanged import audit_entries

_DIGEST = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_NAME_NOTHING = frozenset({departures.name, staged_files.name, audit_entries.name})


def named_files(connection: Connection, digests: Collection[str]) -> frozenset[str]:
    """Return those of the digests that stand anywhere in the store. Reads all of it: for the rare case of a sweep."""
    wanted = frozenset(digests)
    tables = [each for each in metadata.sorted_tables if each.name not in _NAME_NOTHING]
    return frozenset().union(*(_named_in(connection, table, wanted) for table in tables))


def _named_in(connection: Connection, table: Table, wanted: frozenset[str]) -> frozenset[str]:
    texts = [column for column in table.columns if isinstance(column.type, Text)]
    if not texts:
        return frozenset()
    rows = connection.execute(select(*texts))
    return frozenset(digest for row in rows for value in row if value for digest in _DIGEST.findall(value)) & wanted
