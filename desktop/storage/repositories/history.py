"""The moves of every dossier, own or received."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from desktop.domain.dossiers import StateChange
from desktop.storage.mapping import built, columns_of, insert_rows, mappings
from desktop.storage.tables.entry import state_changes


class History:
    """State changes, never altered."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, change: StateChange) -> None:
        """Write one move down."""
        self.add_all((change,))

    def add_all(self, changes: Iterable[StateChange]) -> None:
        """Write many moves down in one statement."""
        insert_rows(self._connection, state_changes, [columns_of(change) for change in changes])

    def of(self, dossier_id: str) -> tuple[StateChange, ...]:
        """Return the dossier's moves, oldest first."""
        own = select(state_changes).where(state_changes.c.dossier_id == dossier_id)
        rows = mappings(self._connection, own.order_by(state_changes.c.sequence))
        return tuple(built(StateChange, row) for row in rows)
