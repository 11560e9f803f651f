"""Rounds of this office."""

from sqlalchemy import ColumnElement, Connection, delete, select, true

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Round
from desktop.storage.mapping import built, children, columns_of, insert_rows, mappings, placed, update_rows
from desktop.storage.tables.entry import round_policies, rounds

_POLICIES = {"policies"}


class Rounds:
    """Rounds with the packs they compute with."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Round) -> None:
        """Store a new round."""
        insert_rows(self._connection, rounds, [columns_of(new, without=_POLICIES)])
        self._insert_policies(new)

    def get(self, round_id: str) -> Round | None:
        """Return the round, None when there is none."""
        return next(iter(self._load(rounds.c.id == round_id)), None)

    def need(self, round_id: str) -> Round:
        """Return the round; raises Refusal("record.not_found")."""
        found = self.get(round_id)
        if found is None:
            raise Refusal("record.not_found", id=round_id)
        return found

    def all(self) -> tuple[Round, ...]:
        """Return all rounds, the earliest opened first."""
        return self._load(true())

    def save(self, changed: Round) -> None:
        """Store the round's new content; raises Refusal("record.not_found")."""
        self.need(changed.id)
        columns = columns_of(changed, without=_POLICIES)
        update_rows(self._connection, rounds, rounds.c.id == changed.id, columns)
        self._connection.execute(delete(round_policies).where(round_policies.c.round_id == changed.id))
        self._insert_policies(changed)

    def _insert_policies(self, of: Round) -> None:
        rows = placed({"round_id": of.id}, [{"policy_id": policy} for policy in of.policies])
        insert_rows(self._connection, round_policies, rows)

    def _load(self, condition: ColumnElement[bool]) -> tuple[Round, ...]:
        statement = select(rounds).where(condition).order_by(rounds.c.opened_on, rounds.c.period, rounds.c.id)
        rows = mappings(self._connection, statement)
        keys = select(rounds.c.id).where(condition)
        packs = children(self._connection, round_policies, ("round_id",), round_policies.c.round_id.in_(keys))
        return tuple(
            built(Round, row, policies=tuple(each["policy_id"] for each in packs[(row["id"],)])) for row in rows
        )
