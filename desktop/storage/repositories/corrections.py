"""Correction packages: what each is for, whom it takes out, and the chain that they make."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select

from desktop.domain.corrections import Correction, Withdrawal
from desktop.storage.mapping import built, children, columns_of, insert_rows, mappings, placed, update_rows
from desktop.storage.tables.corrections import corrections, withdrawals


class Corrections:
    """What corrections say; the submissions themselves are kept by `Submissions`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, correction: Correction) -> None:
        """Store a correction; a package is followed by one only (else Refusal("record.already_there"))."""
        insert_rows(self._connection, corrections, [columns_of(correction, without={"withdrawals"})])
        owner = {"submission_id": correction.submission_id}
        rows = placed(owner, [columns_of(each) for each in correction.withdrawals])
        insert_rows(self._connection, withdrawals, rows)

    def get(self, submission_id: str) -> Correction | None:
        """Return what a submission corrects, None when it is an original or came from an earlier program."""
        return next(iter(self._load(corrections.c.submission_id == submission_id)), None)

    def waiting_withdrawals(self, submission_ids: Iterable[str]) -> tuple[tuple[str, Withdrawal], ...]:
        """Return what these submissions wanted to take out and could not: the submission's id and the withdrawal."""
        columns = withdrawals.c
        ours = columns.submission_id.in_(tuple(submission_ids)) & columns.applied.is_(False)
        rows = mappings(
            self._connection, select(withdrawals).where(ours).order_by(columns.submission_id, columns.place)
        )
        return tuple((row["submission_id"], built(Withdrawal, row)) for row in rows)

    def apply(self, submission_id: str, dossier_id: str) -> None:
        """Note that a withdrawal that waited has taken effect."""
        columns = withdrawals.c
        one = (columns.submission_id == submission_id) & (columns.dossier_id == dossier_id)
        update_rows(self._connection, withdrawals, one, {"applied": True})

    def _load(self, condition: ColumnElement[bool]) -> tuple[Correction, ...]:
        statement = select(corrections).where(condition).order_by(corrections.c.submission_id)
        rows = mappings(self._connection, statement)
        keys = select(corrections.c.submission_id).where(condition)
        people = children(self._connection, withdrawals, ("submission_id",), withdrawals.c.submission_id.in_(keys))
        return tuple(
            built(
                Correction, row, withdrawals=tuple(built(Withdrawal, each) for each in people[(row["submission_id"],)])
            )
            for row in rows
        )
