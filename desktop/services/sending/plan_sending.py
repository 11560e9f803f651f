"""What the next package of a round would be: the first, or a correction, and whom it adds, changes and takes out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from desktop.domain.corrections import Purpose
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.states import DossierState
from desktop.services.corrections.chain import Chain, chain_of, latest_of_round, live_versions
from desktop.services.corrections.correct_sent import withdrawal_reason
from desktop.services.formats.correction import CorrectionPart, WithdrawnPart
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_out import record_digest, record_part
from desktop.services.office import Office
from desktop.services.papers.pins import as_sent
from desktop.services.rounds.readiness import NOBODY, Readiness, readiness
from desktop.services.rounds.round_view import RoundView, at_this_office, build_view, list_digest
from desktop.services.sending.shared_answers import with_answers_of_others
from desktop.services.sending.to_mend import ToMend, open_requests
from desktop.storage import UnitOfWork
from desktop.storage.repositories.submissions import SentVersion


@dataclass(frozen=True, slots=True)
class SendingPlan:
    """The next package. `view` is the round as it would go; `purpose` None for the first package of a round."""

    view: RoundView
    ready: Readiness
    chain: Chain | None = None
    purpose: Purpose | None = None
    suggested: Purpose | None = None
    """What fits what was done since; None when nothing was."""
    added: tuple[Dossier, ...] = ()
    changed: tuple[Dossier, ...] = ()
    """Taken up again, and those whose papers changed."""
    same: tuple[Dossier, ...] = ()
    withdrawals: tuple[WithdrawnPart, ...] = ()
    requests: tuple[ToMend, ...] = ()
    """What those who would go were returned for, neither mended nor answered."""

    @property
    def news(self) -> int:
        """How many people it tells something new about."""
        told = len(self.added) + len(self.changed) + len(self.withdrawals)
        return len(self.ready.people) if self.chain is None else told

    @property
    def may_go(self) -> bool:
        """Whether it can be signed as it is."""
        if self.purpose is Purpose.WITHDRAW:
            return bool(self.withdrawals)
        return self.ready.ready and (self.chain is None or bool(self.added or self.changed or self.withdrawals))


@dataclass(frozen=True, slots=True)
class _Before:
    """What was sent in the round so far."""

    chain: Chain | None
    rows: Mapping[str, SentVersion]
    reasons: Mapping[str, str]
    requests: tuple[ToMend, ...] = ()

    @property
    def asked(self) -> frozenset[str]:
        """Ids of those who were returned with a reason that is still open."""
        return frozenset(each.sent.dossier_id for each in self.requests)


def plan_sending(
    office: Office, view: RoundView, purpose: Purpose | None = None, *, only_complete: bool = False
) -> SendingPlan:
    """Say what would go; without a purpose the one that fits.

    Raises Refusal("correction.nothing_sent") for a purpose while nothing was sent.
    """
    with office.store.begin() as work:
        before = _before(office, work, view)
    if before.chain is None:
        if purpose is not None:
            raise Refusal("correction.nothing_sent", round=view.round.name)
        return _first(view, before, only_complete=only_complete)
    papers = _other_papers(view, before.rows)
    suggested = _suggested(view, before, papers)
    chosen = purpose or suggested or Purpose.SUPPLEMENT
    return _correction(office, view, before, papers, chosen=chosen, suggested=suggested, only_complete=only_complete)


def _first(view: RoundView, before: _Before, *, only_complete: bool) -> SendingPlan:
    """Return the first package of a round; where some stay behind, a print of all of them is not its list."""
    ready = readiness(view, only_complete=only_complete, asked=before.asked)
    printed, ids = view.context.printed, tuple(each.id for each in ready.people)
    some_stay = only_complete and ids and ids != tuple(each.id for each in view.context.live)
    if printed is None or not some_stay or printed.people == ids:
        return SendingPlan(view, ready, requests=_of_those(before.requests, ready.asked))
    seen = replace(view, context=replace(view.context, list_digest=list_digest(view, ids)))
    return SendingPlan(seen, readiness(seen, only_complete=True, asked=before.asked))


def with_shared_answers(plan: SendingPlan) -> SendingPlan:
    """Return the plan with the answers of people who stay behind to what concerns all, held by somebody who goes."""
    new = plan.ready.people if plan.chain is None else (*plan.added, *plan.changed)
    people = with_answers_of_others(plan.view, plan.ready.people, new)
    return replace(plan, ready=replace(plan.ready, people=people))


def _before(office: Office, work: UnitOfWork, view: RoundView) -> _Before:
    latest = latest_of_round(work, view.round.id)
    requests = open_requests(office, work, view.round.id)
    if latest is None:
        return _Before(None, {}, {}, requests)
    chain = chain_of(work, latest)
    rows = live_versions(work, chain)
    out = [each.id for each in view.dossiers if _waits_to_go(each, rows)]
    return _Before(chain, rows, {each: withdrawal_reason(work, each) for each in out}, requests)


def _waits_to_go(dossier: Dossier, rows: Mapping[str, SentVersion]) -> bool:
    row = rows.get(dossier.id)
    told = row is None or row.state is DossierState.WITHDRAWN
    return dossier.state is DossierState.WITHDRAWN and not told


def _other_papers(view: RoundView, rows: Mapping[str, SentVersion]) -> frozenset[str]:
    """Return who was sent, is not decided, and has a record that is another one now: by its papers alone.

    Papers are the document's, not the person's: of everybody sent together under one document one is looked at.
    """
    sent = [each for each in view.dossiers if each.state is DossierState.SENT and each.id in rows]
    groups = {each.id: (each.approval_id, rows[each.id].submission_id) for each in sent}
    looked_at = {groups[each.id]: each for each in sent}
    changed = {group for group, one in looked_at.items() if _digest(view, one) != rows[one.id].record_sha256}
    return frozenset(dossier_id for dossier_id, group in groups.items() if group in changed)


def _digest(view: RoundView, dossier: Dossier) -> str:
    return record_digest(record_part(as_sent(view, dossier), view.approval_of(dossier)))


def _suggested(view: RoundView, before: _Before, papers: frozenset[str]) -> Purpose | None:
    """Changed figures of somebody who waits replace the list; new and mended people add to it."""
    complete = [each for each in view.dossiers if each.state is DossierState.COMPLETE]
    waiting = [each for each in complete if _still_waits(before.rows.get(each.id))]
    if waiting:
        return Purpose.REPLACE
    if complete or papers:
        return Purpose.SUPPLEMENT
    return Purpose.WITHDRAW if before.reasons else None


def _still_waits(row: SentVersion | None) -> bool:
    return row is not None and row.state is DossierState.SENT


def _correction(  # noqa: PLR0913 - each is a part of the plan
    office: Office,
    view: RoundView,
    before: _Before,
    papers: frozenset[str],
    *,
    chosen: Purpose,
    suggested: Purpose | None,
    only_complete: bool,
) -> SendingPlan:
    going = _going(view, papers, chosen)
    as_it_goes = _as_it_goes(office, view, going)
    ready = readiness(as_it_goes, only_complete=only_complete, asked=before.asked)
    if chosen is Purpose.WITHDRAW:
        ready = NOBODY
    elif chosen is Purpose.REPLACE:
        ready = _with_those_in_work(view, before, ready)
    people = ready.people
    return SendingPlan(
        view=as_it_goes,
        ready=ready,
        chain=before.chain,
        purpose=chosen,
        suggested=suggested,
        added=tuple(each for each in people if each.id not in before.rows),
        changed=tuple(each for each in people if _is_new_version(each, before.rows)),
        same=tuple(each for each in people if each.id in before.rows and not _is_new_version(each, before.rows)),
        withdrawals=tuple(_withdrawn(before.rows[each], reason) for each, reason in before.reasons.items()),
        requests=_of_those(before.requests, ready.asked),
    )


def _of_those(requests: Iterable[ToMend], people: Iterable[Dossier]) -> tuple[ToMend, ...]:
    ids = {each.id for each in people}
    return tuple(each for each in requests if each.sent.dossier_id in ids)


def _is_new_version(dossier: Dossier, rows: Mapping[str, SentVersion]) -> bool:
    row = rows.get(dossier.id)
    return row is not None and dossier.revision > row.revision


def _going(view: RoundView, papers: frozenset[str], chosen: Purpose) -> dict[str, Dossier]:
    """Return those of the sent who go again, as they go: with other papers as the next revision."""
    if chosen is Purpose.WITHDRAW:
        return {}
    again = (each for each in view.dossiers if each.state is DossierState.SENT)
    chosen_again = (each for each in again if each.id in papers or chosen is Purpose.REPLACE)
    return {
        each.id: replace(each, state=DossierState.COMPLETE, revision=each.revision + (each.id in papers))
        for each in chosen_again
    }


def _as_it_goes(office: Office, view: RoundView, going: Mapping[str, Dossier]) -> RoundView:
    """Return the round with these people as they go, computed with the packs that hold now."""
    if not going:
        return view
    dossiers = tuple(going.get(each.id, each) for each in view.dossiers)
    older = {dossier_id: packs for dossier_id, packs in view.older.items() if dossier_id not in going}
    made = build_view(
        office, view.round, dossiers, view.approvals, view.attachments, view, packs=view.packs, older=older
    )
    with office.store.begin() as work:
        return replace(made, context=at_this_office(office, work, made))


def _with_those_in_work(view: RoundView, before: _Before, ready: Readiness) -> Readiness:
    """Nobody who was sent stays behind when the list is replaced, wanted or not."""
    left = (each for each in view.dossiers if each.state is DossierState.DRAFT)
    sent = tuple(each for each in left if _still_waits(before.rows.get(each.id)))
    return replace(ready, drafts=tuple(dict.fromkeys((*ready.drafts, *sent))))


def _withdrawn(row: SentVersion, reason: str) -> WithdrawnPart:
    return WithdrawnPart(
        dossier_id=row.dossier_id,
        revision=row.revision,
        record_sha256=row.record_sha256,
        full_name=row.full_name,
        reason=reason,
    )


def has_nothing_own(plan: SendingPlan) -> bool:
    """Tell whether nobody of the office itself would go, be taken out, or is still being entered."""
    return not (plan.ready.people or plan.ready.drafts or plan.withdrawals)


def with_correction(document: SubmissionDocument, plan: SendingPlan, reason: str) -> SubmissionDocument:
    """Return the document with what it says of the chain; the first package of a round says nothing."""
    if plan.chain is None or plan.purpose is None:
        return document
    part = CorrectionPart(
        purpose=plan.purpose,
        original_id=plan.chain.original.id,
        original_digest=plan.chain.original.digest,
        previous_digest=plan.chain.head.digest,
        reason=reason.strip(),
        withdrawn=plan.withdrawals,
    )
    return msgspec.structs.replace(document, correction=part)
