"""The audit chain: every row holds the digest of the row before it, so that a change shows."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, select, update

from desktop.domain.errors import Param
from desktop.domain.registers import AuditEntry
from desktop.storage.mapping import built, columns_of, insert_rows, mappings
from desktop.storage.repositories.submission_rows import canonical_json
from desktop.storage.tables.exchanged import audit_entries, audit_head


class Audit:
    """Who did what when. Rows are only ever appended."""

    def __init__(self, connection: Connection, stamp: Callable[[], str]) -> None:
        self._connection = connection
        self._stamp = stamp

    def append(self, author: str, action: str, subject: str, detail: Mapping[str, Param] | None = None) -> AuditEntry:
        """Write one act down and return its row; `action` is a dotted code, `subject` the id of what it was done to."""
        return self.append_all(author, action, [(subject, detail or {})])[0]

    def append_all(
        self, author: str, action: str, done_to: Sequence[tuple[str, Mapping[str, Param]]]
    ) -> tuple[AuditEntry, ...]:
        """Write the same act down for many subjects, each with its detail, in a few statements."""
        if not done_to:
            return ()
        last, digest = self._advance(len(done_to))
        entries = []
        for sequence, (subject, detail) in enumerate(done_to, start=last - len(done_to) + 1):
            unsealed = AuditEntry(sequence, self._stamp(), author, action, subject, dict(detail), digest)
            digest = digest_of(unsealed)
            entries.append(replace(unsealed, digest=digest))
        rows = [columns_of(entry) | {"detail": canonical_json(entry.detail)} for entry in entries]
        insert_rows(self._connection, audit_entries, rows)
        self._connection.execute(update(audit_head).values(digest=digest))
        return tuple(entries)

    def all(self) -> tuple[AuditEntry, ...]:
        """Return all rows, the oldest first."""
        return tuple(self._rows())

    def last_of(self, action: str, subjects: Collection[str]) -> dict[str, AuditEntry]:
        """Return the newest row of this act for each of the subjects that has one."""
        own = select(audit_entries).where(audit_entries.c.action == action, audit_entries.c.subject.in_(subjects))
        rows = mappings(self._connection, own.order_by(audit_entries.c.sequence))
        return {row["subject"]: _entry(row) for row in rows}

    def verify(self) -> int | None:
        """Return the sequence of the first row that is changed or missing, None when the chain is whole."""
        expected, previous = 1, ""
        for entry in self._rows():
            if (entry.sequence, entry.previous, entry.digest) != (expected, previous, digest_of(entry)):
                return expected
            expected, previous = expected + 1, entry.digest
        return None if (expected - 1, previous) == self._head() else expected

    def _advance(self, count: int) -> tuple[int, str]:
        """Take the next numbers and return the last; other writers wait here until this unit of work ends."""
        following = update(audit_head).values(sequence=audit_head.c.sequence + count)
        row = self._connection.execute(following.returning(audit_head.c.sequence, audit_head.c.digest)).one()
        return row.sequence, row.digest

    def _head(self) -> tuple[int, str]:
        row = self._connection.execute(select(audit_head.c.sequence, audit_head.c.digest)).one()
        return row.sequence, row.digest

    def _rows(self) -> Iterator[AuditEntry]:
        statement = select(audit_entries).order_by(audit_entries.c.sequence)
        return (_entry(row) for row in mappings(self._connection, statement))


def digest_of(entry: AuditEntry) -> str:
    """Return the SHA-256 over the previous digest and the canonical content of the row."""
    return sha256(canonical_json(columns_of(entry, without={"digest"})).encode()).hexdigest()


def _entry(row: RowMapping) -> AuditEntry:
    return built(AuditEntry, row, detail=json.loads(row["detail"]))
