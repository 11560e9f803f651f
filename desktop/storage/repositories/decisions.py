"""Decisions: added and undone, never edited."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Decision, Reason
from desktop.storage.mapping import built, children, columns_of, insert_rows, mappings, placed, update_rows
from desktop.storage.tables.exchanged import decision_reasons, decisions

_STANDS = decisions.c.undone_at == ""


class Decisions:
    """What was decided of sent dossiers. At most one decision stands for each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, decision: Decision) -> None:
        """Store a decision; raises Refusal("decision.already_made") when one stands for this sent dossier."""
        standing = (decisions.c.submission_id == decision.submission_id) & _STANDS
        if self._load(standing & (decisions.c.dossier_id == decision.dossier_id)):
            raise Refusal("decision.already_made", id=decision.dossier_id)
        insert_rows(self._connection, decisions, [columns_of(decision, without={"reasons"})])
        reasons = placed({"decision_id": decision.id}, [columns_of(reason) for reason in decision.reasons])
        insert_rows(self._connection, decision_reasons, reasons)

    def get(self, decision_id: str) -> Decision | None:
        """Return the decision, standing or undone, None when there is none."""
        return next(iter(self._load(decisions.c.id == decision_id)), None)

    def of_submission(self, submission_id: str) -> tuple[Decision, ...]:
        """Return the decisions that stand for the submission's dossiers."""
        return self._load((decisions.c.submission_id == submission_id) & _STANDS)

    def of_dossier(self, dossier_id: str) -> tuple[Decision, ...]:
        """Return all decisions about the dossier's versions, undone ones too, the oldest first."""
        return self._load(decisions.c.dossier_id == dossier_id)

    def undo(self, decision_id: str, at: str) -> None:
        """Mark the decision undone; raises Refusal("decision.not_standing") when it is not there or undone already."""
        standing = (decisions.c.id == decision_id) & _STANDS
        if update_rows(self._connection, decisions, standing, {"undone_at": at}) != 1:
            raise Refusal("decision.not_standing", id=decision_id)

    def mark_sent(self, decision_ids: Iterable[str], package_id: str) -> None:
        """Note the package that carried the decisions."""
        wanted = decisions.c.id.in_(tuple(decision_ids))
        update_rows(self._connection, decisions, wanted, {"sent_in": package_id})

    def _load(self, condition: ColumnElement[bool]) -> tuple[Decision, ...]:
        rows = mappings(self._connection, select(decisions).where(condition).order_by(decisions.c.at, decisions.c.id))
        keys = select(decisions.c.id).where(condition)
        reasons = children(
            self._connection, decision_reasons, ("decision_id",), decision_reasons.c.decision_id.in_(keys)
        )
        return tuple(
            built(Decision, row, reasons=tuple(built(Reason, each) for each in reasons[(row["id"],)])) for row in rows
        )
