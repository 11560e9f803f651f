"""Remember a package that was written: everybody in it is sent, and the versions that it follows are closed."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.corrections import Correction, Purpose, Withdrawal
from desktop.domain.dossiers import Dossier
from desktop.domain.rounds import Submission
from desktop.domain.states import DossierState
from desktop.services.corrections.chain import Chain, live_versions
from desktop.services.office import Office
from desktop.services.sending.plan_sending import SendingPlan
from desktop.storage import UnitOfWork
from desktop.storage.repositories.submissions import SentVersion

PAPERS_CHANGED = "papers changed"
"""Why a person who was sent becomes a new revision by itself: the papers of its record are others now."""


def remember_sent(office: Office, work: UnitOfWork, plan: SendingPlan, submission: Submission, reason: str) -> None:
    """Move everybody of a package that was written, and close the versions that it takes the place of."""
    for each in plan.ready.people:
        _mark_sent(office, work, each)
    if plan.chain is not None and plan.purpose is not None:
        _remember_correction(work, plan, plan.chain, plan.purpose, submission.id, reason)


def _remember_correction(  # noqa: PLR0913, PLR0917 - each is a part of what is remembered
    work: UnitOfWork, plan: SendingPlan, chain: Chain, purpose: Purpose, submission_id: str, reason: str
) -> None:
    rows = live_versions(work, chain)
    _close(work, (rows[each.id] for each in plan.ready.people if each.id in rows))
    for part in plan.withdrawals:
        row = rows[part.dossier_id]
        work.submissions.move(row.submission_id, row.dossier_id, DossierState.WITHDRAWN)
    taken = tuple(Withdrawal(each.dossier_id, each.revision, each.full_name, each.reason) for each in plan.withdrawals)
    work.corrections.add(Correction(submission_id, purpose, chain.original.id, chain.head.id, reason.strip(), taken))


def _mark_sent(office: Office, work: UnitOfWork, going: Dossier) -> None:
    dossier = work.dossiers.need(going.id)
    if dossier.state is DossierState.SENT and dossier.revision < going.revision:
        draft = work.move(dossier, DossierState.DRAFT, office.operator, PAPERS_CHANGED)
        raised = work.dossiers.save(replace(draft, revision=going.revision, justifications=going.justifications))
        dossier = work.move(raised, DossierState.COMPLETE, office.operator)
    if dossier.state is not DossierState.SENT:
        work.move(_as_it_went(work, dossier, going), DossierState.SENT, office.operator)


def _as_it_went(work: UnitOfWork, dossier: Dossier, going: Dossier) -> Dossier:
    """Keep the answers of others that the record took along, so that it is the one that was sent."""
    if dossier.justifications == going.justifications:
        return dossier
    return work.dossiers.save(replace(dossier, justifications=going.justifications))


def _close(work: UnitOfWork, rows: Iterable[SentVersion]) -> None:
    for row in rows:
        if row.state is DossierState.SENT:
            work.submissions.move(row.submission_id, row.dossier_id, DossierState.SUPERSEDED)
