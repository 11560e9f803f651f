"""Submissions and the dossiers in them, exactly as sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, func, select, true, tuple_

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Direction, PolicyRef, SentDossier, Submission
from desktop.domain.states import BACKWARD, FORWARD, DossierState, check_move
from desktop.storage.mapping import built, children, insert_rows, mappings, update_rows
from desktop.storage.repositories.submission_rows import (
    finding_rows,
    policy_rows,
    sent_columns,
    sent_dossier_of,
    submission_columns,
    submission_of,
)
from desktop.storage.tables.exchanged import sent_dossiers, sent_findings, submission_policies, submissions

_KEY = ("submission_id", "dossier_id")
_OLDEST_FIRST = (submissions.c.first_seen_at, submissions.c.unit_code, submissions.c.sequence, submissions.c.id)


@dataclass(frozen=True, slots=True)
class SentName:
    """Who a sent dossier is about."""

    submission_id: str
    dossier_id: str
    full_name: str
    citizen_id: str


@dataclass(frozen=True, slots=True)
class SentVersion:
    """A sent dossier without its record: enough to tell versions apart and where they stand."""

    submission_id: str
    dossier_id: str
    revision: int
    full_name: str
    record_sha256: str
    amount: Dong | None
    state: DossierState


_AT_ONCE = 500
"""Ids in one question: databases bound how many a statement may hold."""
_VERSION = tuple(sent_dossiers.c[name] for name in SentVersion.__dataclass_fields__)


class Submissions:
    """Rounds as sent or received. The database refuses to alter them; only a dossier's state moves."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, submission: Submission, sent: tuple[SentDossier, ...]) -> None:
        """Store a submission with its dossiers and their findings."""
        insert_rows(self._connection, submissions, [submission_columns(submission)])
        insert_rows(self._connection, submission_policies, policy_rows(submission))
        insert_rows(self._connection, sent_dossiers, [sent_columns(dossier) for dossier in sent])
        insert_rows(self._connection, sent_findings, [row for dossier in sent for row in finding_rows(dossier)])

    def get(self, submission_id: str) -> Submission | None:
        """Return the submission, None when there is none."""
        return next(iter(self._load(submissions.c.id == submission_id)), None)

    def need(self, submission_id: str) -> Submission:
        """Return the submission; raises Refusal("record.not_found")."""
        found = self.get(submission_id)
        if found is None:
            raise Refusal("record.not_found", id=submission_id)
        return found

    def all(self, direction: Direction | None = None) -> tuple[Submission, ...]:
        """Return all submissions, or those of one direction, the first seen first."""
        return self._load(true() if direction is None else submissions.c.direction == direction)

    def of_unit(self, unit_code: str, direction: Direction) -> tuple[Submission, ...]:
        """Return what was received from a unit, or what it sent from here, the first seen first."""
        return self._load((submissions.c.unit_code == unit_code) & (submissions.c.direction == direction))

    def find_digest(self, digest: str) -> Submission | None:
        """Return the submission whose signed manifest has this digest, None when there is none."""
        return next(iter(self._load(submissions.c.digest == digest)), None)

    def sent_with(self, round_id: str) -> dict[str, tuple[PolicyRef, ...]]:
        """Return by dossier the packs with which it was last sent from here in this round."""
        own = (submissions.c.round_id == round_id) & (submissions.c.direction == Direction.SENT)
        packs = {each.id: each.policies for each in self._load(own)}
        statement = select(sent_dossiers.c.dossier_id, submissions.c.id).join(
            submissions, submissions.c.id == sent_dossiers.c.submission_id
        )
        rows = self._connection.execute(statement.where(own).order_by(submissions.c.sequence))
        return {dossier_id: packs[submission_id] for dossier_id, submission_id in rows}

    def dossiers(self, submission_id: str) -> tuple[SentDossier, ...]:
        """Return the submission's dossiers in the order of the list."""
        statement = select(sent_dossiers).where(sent_dossiers.c.submission_id == submission_id)
        return self._load_sent(statement.order_by(sent_dossiers.c.ordinal, sent_dossiers.c.dossier_id))

    def dossier(self, submission_id: str, dossier_id: str) -> SentDossier | None:
        """Return one dossier as it was sent, None when the submission does not hold it."""
        statement = select(sent_dossiers).where(
            sent_dossiers.c.submission_id == submission_id, sent_dossiers.c.dossier_id == dossier_id
        )
        return next(iter(self._load_sent(statement)), None)

    def sent_versions(self, submission_id: str) -> tuple[SentVersion, ...]:
        """Return the submission's dossiers in the order of the list without their records; cheap for long lists."""
        statement = select(*_VERSION).where(sent_dossiers.c.submission_id == submission_id)
        ordered = statement.order_by(sent_dossiers.c.ordinal, sent_dossiers.c.dossier_id)
        return tuple(built(SentVersion, row) for row in mappings(self._connection, ordered))

    def names(self, direction: Direction) -> tuple[SentName, ...]:
        """Return who is in all submissions of one direction, the oldest first; far cheaper than the dossiers."""
        columns = (
            sent_dossiers.c.submission_id,
            sent_dossiers.c.dossier_id,
            sent_dossiers.c.full_name,
            sent_dossiers.c.citizen_id,
        )
        statement = select(*columns).join(submissions, submissions.c.id == sent_dossiers.c.submission_id)
        ordered = statement.where(submissions.c.direction == direction).order_by(*_OLDEST_FIRST)
        return tuple(SentName(*row) for row in self._connection.execute(ordered))

    def finding_counts(self, direction: Direction) -> dict[str, int]:
        """Return how often each check was found in the submissions of one direction, by code."""
        statement = select(sent_findings.c.code, func.count()).join(
            submissions, submissions.c.id == sent_findings.c.submission_id
        )
        counted = statement.where(submissions.c.direction == direction).group_by(sent_findings.c.code)
        return {row[0]: row[1] for row in self._connection.execute(counted)}

    def versions(self, dossier_id: str, unit_code: str) -> tuple[SentDossier, ...]:
        """Return every version of the dossier that the unit sent, the oldest first."""
        statement = select(sent_dossiers).join(submissions, submissions.c.id == sent_dossiers.c.submission_id)
        own = statement.where(sent_dossiers.c.dossier_id == dossier_id, submissions.c.unit_code == unit_code)
        return self._load_sent(own.order_by(sent_dossiers.c.revision, *_OLDEST_FIRST))

    def versions_among(self, dossier_ids: Sequence[str], unit_code: str) -> tuple[SentVersion, ...]:
        """Return every version that the unit sent of any of these dossiers, by dossier, the lowest revision first."""
        statement = select(*_VERSION).join(submissions, submissions.c.id == sent_dossiers.c.submission_id)
        own = statement.where(submissions.c.unit_code == unit_code).order_by(
            sent_dossiers.c.dossier_id, sent_dossiers.c.revision, *_OLDEST_FIRST
        )
        some = (dossier_ids[at : at + _AT_ONCE] for at in range(0, len(dossier_ids), _AT_ONCE))
        asked = (own.where(sent_dossiers.c.dossier_id.in_(ids)) for ids in some)
        return tuple(SentVersion(*row) for each in asked for row in self._connection.execute(each))

    def move(self, submission_id: str, dossier_id: str, state: DossierState) -> None:
        """Set the state of a sent dossier; `UnitOfWork.move_sent` also writes the history and asks for a reason.

        Raises Refusal("record.not_found") or Refusal("state.not_allowed").
        """
        dossier = self.dossier(submission_id, dossier_id)
        if dossier is None:
            raise Refusal("record.not_found", id=dossier_id)
        if state not in FORWARD[dossier.state] | BACKWARD.get(dossier.state, frozenset()):
            check_move(dossier.state, state)
        own = (sent_dossiers.c.submission_id == submission_id) & (sent_dossiers.c.dossier_id == dossier_id)
        unmoved = own & (sent_dossiers.c.state == dossier.state)
        if update_rows(self._connection, sent_dossiers, unmoved, {"state": state}) != 1:
            raise Refusal("record.changed_elsewhere", name=dossier.full_name)

    def _load(self, condition: ColumnElement[bool]) -> tuple[Submission, ...]:
        rows = mappings(self._connection, select(submissions).where(condition).order_by(*_OLDEST_FIRST))
        keys = select(submissions.c.id).where(condition)
        table = submission_policies
        packs = children(self._connection, table, ("submission_id",), table.c.submission_id.in_(keys))
        return tuple(submission_of(row, packs[(row["id"],)]) for row in rows)

    def _load_sent(self, statement: Select[tuple[object, ...]]) -> tuple[SentDossier, ...]:
        rows = mappings(self._connection, statement)
        chosen = statement.with_only_columns(sent_dossiers.c.submission_id, sent_dossiers.c.dossier_id).order_by(None)
        condition = tuple_(sent_findings.c.submission_id, sent_findings.c.dossier_id).in_(chosen)
        findings = children(self._connection, sent_findings, _KEY, condition)
        return tuple(sent_dossier_of(row, findings[(row["submission_id"], row["dossier_id"])]) for row in rows)
