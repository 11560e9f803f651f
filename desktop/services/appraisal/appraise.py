"""Decide on each person: approve, adjust, return, reject; undone, never edited."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from desktop.domain.corrections import Purpose
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.names import compose
from desktop.domain.rounds import Decision, Direction, Outcome, Reason, SentDossier, Submission
from desktop.domain.states import WAITING, DossierState
from desktop.services.appraisal.decision_check import check_decision, is_clean
from desktop.services.appraisal.received_view import Appraisal, ReceivedView, appraisal_of, refuse_draft
from desktop.services.arrivals.arrival_notices import Notice, notices_of
from desktop.services.corrections.chain import Chain, chains_of, purpose_of
from desktop.services.corrections.join_chain import apply_waiting
from desktop.services.office import Mode, Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A submission in the inbox: how many people stand where, what it asks for, how long it has been here."""

    submission: Submission
    states: Mapping[DossierState, int]
    age_days: int
    """Since the original of its chain was first received: what counts for the deadline."""
    practice: bool
    notices: tuple[Notice, ...] = ()
    through: str = ""
    """Name of the parent unit that it came through, "" for one that came straight."""
    embedded: int = 0
    """How many packages of subordinate units it brought."""
    purpose: Purpose | None = None
    """What it does to the package before it; None for an original."""
    original: Submission | None = None
    receipt: str = ""
    """Number of the receipt given for it, "" while none was."""
    draft: bool = False
    """Whether it is a draft for advice: never among what `inbox` returns."""

    @property
    def undecided(self) -> int:
        """How many people wait for a decision."""
        return sum(self.states.get(each, 0) for each in WAITING)


def inbox(office: Office) -> tuple[InboxItem, ...]:
    """Return what was received, the oldest undecided first."""
    with office.store.begin() as work:
        received = work.submissions.all(Direction.RECEIVED)
        chains = chains_of(received)
        items = [_inbox_item(office, work, each, chains[each.id]) for each in received]
    return tuple(sorted(items, key=lambda item: (item.undecided == 0, -item.age_days, item.submission.first_seen_at)))


def _inbox_item(office: Office, work: UnitOfWork, submission: Submission, chain: Chain) -> InboxItem:
    practice = {pack.id for pack in office.shelf.packs if pack.practice}
    receipt = work.receipts.of(submission.id)
    return InboxItem(
        submission=submission,
        states=Counter(each.state for each in work.submissions.dossiers(submission.id)),
        age_days=age_in_days(office, chain.original),
        practice=any(ref.id in practice for ref in submission.policies),
        notices=notices_of(office, work, submission),
        through=next((each.carrier_name for each in work.embedded.carriers_of(submission.id)), ""),
        embedded=len(work.embedded.inside(submission.id)),
        purpose=purpose_of(submission, work.corrections.get(submission.id)),
        original=chain.original if chain.original.id != submission.id else None,
        receipt=receipt.label if receipt else "",
    )


def open_appraisal(office: Office, received: ReceivedView, dossier_id: str) -> Appraisal:
    """Look at one person; a received dossier is under appraisal from then on."""
    appraisal = appraisal_of(office, received, dossier_id)
    if received.draft or appraisal.sent.state is not DossierState.RECEIVED:
        return appraisal
    with office.store.begin() as work:
        return replace(appraisal, sent=_take_up(office, work, appraisal))


def _take_up(office: Office, work: UnitOfWork, appraisal: Appraisal) -> SentDossier:
    sent = appraisal.sent
    return work.move_sent(sent.submission_id, sent.dossier_id, DossierState.UNDER_APPRAISAL, office.operator)


def decide(  # noqa: PLR0913 - what a decision is made of
    office: Office,
    received: ReceivedView,
    dossier_id: str,
    outcome: Outcome,
    *,
    amount: Dong | None = None,
    reasons: tuple[Reason, ...] = (),
) -> Decision:
    """Decide on one person, bound to the digest of the record looked at.

    `amount` is given for ADJUSTED only; APPROVED takes the amount on which both sides agree. Raises Refusal:
    appraisal.not_here, appraisal.draft, appraisal.superseded, appraisal.withdrawn, appraisal.practice,
    appraisal.already_decided, appraisal.changed, appraisal.newer_revision, appraisal.granted_before,
    appraisal.nothing_determined, appraisal.nothing_due, appraisal.approved_differs, appraisal.reason_missing,
    appraisal.amount_missing, appraisal.amount_not_needed, appraisal.amount_same.
    """
    _finance_only(office)
    refuse_draft(received)
    appraisal = appraisal_of(office, received, dossier_id)
    given = tuple(replace(each, text=compose(each.text)) for each in reasons if each.text.strip())
    check_decision(appraisal, outcome, amount, given)
    with office.store.begin() as work:
        return _record(office, work, appraisal, outcome, amount=amount, reasons=given)


def _record(  # noqa: PLR0913 - what a decision is made of
    office: Office,
    work: UnitOfWork,
    appraisal: Appraisal,
    outcome: Outcome,
    *,
    amount: Dong | None = None,
    reasons: tuple[Reason, ...] = (),
) -> Decision:
    """Write the decision down and move the dossier, together."""
    sent = appraisal.sent
    if sent.state is DossierState.RECEIVED:
        _take_up(office, work, appraisal)
    decided = Decision(
        id=uuid4().hex,
        submission_id=sent.submission_id,
        dossier_id=sent.dossier_id,
        revision=sent.revision,
        record_sha256=sent.record_sha256,
        outcome=outcome,
        amount=sent.amount if outcome is Outcome.APPROVED else amount,
        reasons=reasons,
        author=office.operator,
        at=office.stamp(),
    )
    work.decisions.add(decided)
    work.move_sent(sent.submission_id, sent.dossier_id, outcome.state, office.operator)
    work.audit.append(office.operator, "decision.made", sent.dossier_id, {"outcome": outcome.value})
    return decided


def clean_people(office: Office, received: ReceivedView) -> tuple[str, ...]:
    """Return the ids of those who can be approved together: no difference, no error, every warning answered."""
    return tuple(each.sent.dossier_id for each in _clean(office, received))


def _clean(office: Office, received: ReceivedView) -> tuple[Appraisal, ...]:
    with office.store.begin() as work:
        waiting = [each for each in work.submissions.dossiers(received.submission.id) if each.state in WAITING]
    appraisals = (appraisal_of(office, received, each.dossier_id) for each in waiting)
    return tuple(each for each in appraisals if is_clean(each))


def decide_clean(office: Office, received: ReceivedView) -> tuple[Decision, ...]:
    """Approve everybody of `clean_people`, all or nobody.

    Raises Refusal: appraisal.not_here, appraisal.draft, appraisal.practice, appraisal.nobody_clean.
    """
    _finance_only(office)
    refuse_draft(received)
    if any(pack.practice for pack in received.view.packs):
        raise Refusal("appraisal.practice")
    clean = _clean(office, received)
    if not clean:
        raise Refusal("appraisal.nobody_clean")
    for each in clean:
        check_decision(each, Outcome.APPROVED, None, ())
    with office.store.begin() as work:
        return tuple(_record(office, work, each, Outcome.APPROVED) for each in clean)


def undo_decision(office: Office, decision_id: str, reason: str) -> None:
    """Take back a decision that was not sent yet; a withdrawal that it stood against takes effect with it.

    Raises Refusal: appraisal.not_here, appraisal.already_sent, appraisal.superseded, state.reason_missing,
    record.not_found.
    """
    _finance_only(office)
    with office.store.begin() as work:
        decision = work.decisions.get(decision_id)
        if decision is None:
            raise Refusal("record.not_found", id=decision_id)
        if decision.sent_in:
            raise Refusal("appraisal.already_sent")
        _refuse_superseded(work, decision)
        work.decisions.undo(decision_id, office.stamp())
        row = work.move_sent(
            decision.submission_id, decision.dossier_id, DossierState.UNDER_APPRAISAL, office.operator, reason
        )
        apply_waiting(office, work, row)
        work.audit.append(office.operator, "decision.undone", decision.dossier_id)


def _refuse_superseded(work: UnitOfWork, decision: Decision) -> None:
    row = work.submissions.dossier(decision.submission_id, decision.dossier_id)
    if row is not None and row.state is DossierState.SUPERSEDED:
        raise Refusal("appraisal.superseded", name=row.full_name)


def _finance_only(office: Office) -> None:
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("appraisal.not_here")


def age_in_days(office: Office, submission: Submission) -> int:
    """Return for how many whole days the submission has been here."""
    seen = datetime.strptime(submission.first_seen_at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return (office.now() - seen).days
