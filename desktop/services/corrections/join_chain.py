"""Let a correction take effect: new versions count, unchanged people keep what was decided, others are taken out."""

from dataclasses import replace
from typing import TypeAlias
from uuid import NAMESPACE_OID, uuid5

from msgspec import UnsetType

from desktop.domain.corrections import Correction, Withdrawal
from desktop.domain.rounds import Decision, SentDossier, Submission
from desktop.domain.states import DECIDED, WAITING, DossierState
from desktop.services.corrections.chain import chain_of, standing_decisions
from desktop.services.corrections.correction_check import Link
from desktop.services.formats.correction import WithdrawnPart
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.office import Office
from desktop.storage import UnitOfWork
from desktop.storage.repositories.submissions import SentVersion

_CLOSED = frozenset({DossierState.RETURNED, DossierState.REJECTED})
Version: TypeAlias = SentDossier | SentVersion
TAKEN_OUT = WAITING | {DossierState.SENT, DossierState.RETURNED}
"""Whom a package takes out by itself: nobody who was granted support or refused it."""


def unchanged(before: Version | None, after: Version) -> bool:
    """Tell whether a version that came again is the one before, so that what was decided of it still holds."""
    same = before is not None and before.record_sha256 == after.record_sha256
    return same and before is not None and (before.revision, before.amount) == (after.revision, after.amount)


def as_they_stand(link: Link | None, sent: tuple[SentDossier, ...]) -> tuple[SentDossier, ...]:
    """Return the people of a package that arrived, unchanged ones in the state that they had."""
    return sent if link is None else tuple(_as_it_stands(link.rows.get(each.dossier_id), each) for each in sent)


def _as_it_stands(before: SentVersion | None, after: SentDossier) -> SentDossier:
    keeps = before is not None and before.state in WAITING | DECIDED and unchanged(before, after)
    return replace(after, state=before.state) if keeps and before is not None else after


def join(
    office: Office,
    work: UnitOfWork,
    link: Link | None,
    submission: Submission,
    document: SubmissionDocument,
) -> None:
    """Settle the chain after the submission itself was stored, in the same transaction."""
    if link is None:
        return
    decisions = standing_decisions(work, link.chain)
    for after in work.submissions.sent_versions(submission.id):
        before = link.rows.get(after.dossier_id)
        if before is not None:
            _follow(office, work, before, after, decisions.get((before.submission_id, before.dossier_id)))
    _keep(office, work, link, submission, document)


def _follow(
    office: Office, work: UnitOfWork, before: SentVersion, after: SentVersion, decision: Decision | None
) -> None:
    """What was returned or refused, and told so, stays as it was decided when a new version follows."""
    same = unchanged(before, after)
    if same and decision is not None:
        work.decisions.add(carried(decision, after.submission_id))
        work.audit.append(office.operator, "decision.carried", after.dossier_id, {"from": before.submission_id})
    closed = before.state in _CLOSED and decision is not None and bool(decision.sent_in)
    if before.state is not DossierState.WITHDRAWN and (same or not closed):
        work.move_sent(before.submission_id, before.dossier_id, DossierState.SUPERSEDED, office.operator)


def carried(decision: Decision, submission_id: str) -> Decision:
    """Return the decision for the same version in a later package; its id follows, so that both offices agree on it."""
    own = uuid5(NAMESPACE_OID, f"{decision.id}/{submission_id}").hex
    return replace(decision, id=own, submission_id=submission_id)


def _keep(office: Office, work: UnitOfWork, link: Link, submission: Submission, document: SubmissionDocument) -> None:
    correction = document.correction
    if isinstance(correction, UnsetType):
        return
    taken = tuple(_take_out(office, work, link.rows[each.dossier_id], each) for each in correction.withdrawn)
    kept = Correction(
        submission.id, correction.purpose, link.chain.original.id, link.chain.head.id, correction.reason, taken
    )
    work.corrections.add(kept)
    counts = {"people": submission.people, "withdrawn": len(taken)}
    work.audit.append(office.operator, f"submission.{correction.purpose.value}", submission.id, counts)


def _take_out(office: Office, work: UnitOfWork, row: SentVersion, part: WithdrawnPart) -> Withdrawal:
    applied = row.state in TAKEN_OUT
    if applied:
        work.move_sent(row.submission_id, row.dossier_id, DossierState.WITHDRAWN, office.operator, part.reason)
    return Withdrawal(row.dossier_id, row.revision, row.full_name, part.reason, applied)


def settle_version(work: UnitOfWork, decision: Decision, row: SentDossier) -> None:
    """At the unit: move the version that was decided, and the same one where it was sent again since.

    A version in whose place another came, or that was taken out, stays so; the decision is kept beside it.
    """
    if row.state is DossierState.SENT:
        work.submissions.move(row.submission_id, row.dossier_id, decision.outcome.state)
    own = work.submissions.need(row.submission_id)
    current = decision
    for later in work.submissions.versions(row.dossier_id, own.unit.code):
        if unchanged(row, later) and work.submissions.need(later.submission_id).sequence > own.sequence:
            current = carried(current, later.submission_id)
            work.decisions.add(current)
            if later.state is DossierState.SENT:
                work.submissions.move(later.submission_id, later.dossier_id, decision.outcome.state)


def apply_waiting(office: Office, work: UnitOfWork, row: SentDossier) -> None:
    """Take somebody out whose withdrawal waited for a decision to be taken back; nobody else."""
    chain = chain_of(work, work.submissions.need(row.submission_id))
    waiting = work.corrections.waiting_withdrawals(each.id for each in chain.submissions)
    for package, withdrawal in waiting:
        if (withdrawal.dossier_id, withdrawal.revision) == (row.dossier_id, row.revision):
            why = withdrawal.reason
            work.move_sent(row.submission_id, row.dossier_id, DossierState.WITHDRAWN, office.operator, why)
            work.corrections.apply(package, row.dossier_id)
            return
