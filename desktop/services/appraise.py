"""Decide on each person: approve, adjust, return, reject; undone, never edited."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, Direction, Outcome, Reason, Submission
from desktop.domain.states import DossierState
from desktop.services.office import Mode, Office
from desktop.services.received_view import Appraisal, ReceivedView, appraisal_of

NEEDS_REASON = frozenset({Outcome.ADJUSTED, Outcome.RETURNED, Outcome.REJECTED})
WITH_AMOUNT = frozenset({Outcome.APPROVED, Outcome.ADJUSTED})


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A submission in the inbox: how many people stand where, what it asks for, how long it has been here."""

    submission: Submission
    states: Mapping[DossierState, int]
    age_days: int
    practice: bool

    @property
    def undecided(self) -> int:
        """How many people wait for a decision."""
        return sum(self.states.get(each, 0) for each in (DossierState.RECEIVED, DossierState.UNDER_APPRAISAL))


def inbox(office: Office) -> tuple[InboxItem, ...]:
    """Return what was received, the oldest undecided first."""
    with office.store.begin() as work:
        received = work.submissions.all(Direction.RECEIVED)
        states = {each.id: Counter(one.state for one in work.submissions.dossiers(each.id)) for each in received}
    practice = {pack.id for pack in office.shelf.packs if pack.practice}
    items = [
        InboxItem(each, states[each.id], _age(office, each), any(ref.id in practice for ref in each.policies))
        for each in received
    ]
    return tuple(sorted(items, key=lambda item: (item.undecided == 0, item.submission.first_seen_at)))


def open_appraisal(office: Office, received: ReceivedView, dossier_id: str) -> Appraisal:
    """Look at one person; a received dossier is under appraisal from then on."""
    appraisal = appraisal_of(office, received, dossier_id)
    if appraisal.sent.state is not DossierState.RECEIVED:
        return appraisal
    with office.store.begin() as work:
        work.move_sent(received.submission.id, dossier_id, DossierState.UNDER_APPRAISAL, office.operator)
    return appraisal_of(office, received, dossier_id)


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
    appraisal.not_here, appraisal.practice, appraisal.already_decided, appraisal.nothing_determined,
    appraisal.approved_differs, appraisal.reason_missing, appraisal.amount_missing, appraisal.amount_not_needed,
    appraisal.amount_same.
    """
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("appraisal.not_here")
    appraisal = open_appraisal(office, received, dossier_id)
    _check_decision(appraisal, outcome, amount, reasons)
    decided = Decision(
        id=uuid4().hex,
        submission_id=received.submission.id,
        dossier_id=dossier_id,
        revision=appraisal.sent.revision,
        record_sha256=appraisal.sent.record_sha256,
        outcome=outcome,
        amount=appraisal.sent.amount if outcome is Outcome.APPROVED else amount,
        reasons=reasons,
        author=office.operator,
        at=office.stamp(),
    )
    with office.store.begin() as work:
        work.decisions.add(decided)
        work.move_sent(received.submission.id, dossier_id, outcome.state, office.operator)
        work.audit.append(office.operator, "decision.made", dossier_id, {"outcome": outcome.value})
    return decided


def clean_people(office: Office, received: ReceivedView) -> tuple[str, ...]:
    """Return the ids of those who can be approved together: no difference, no error, every warning answered."""
    with office.store.begin() as work:
        waiting = [each for each in work.submissions.dossiers(received.submission.id) if each.state in _UNDECIDED]
    ids = [each.dossier_id for each in waiting]
    return tuple(each for each in ids if _is_clean(appraisal_of(office, received, each)))


def decide_clean(office: Office, received: ReceivedView) -> tuple[Decision, ...]:
    """Approve everybody of `clean_people`; raises Refusal("appraisal.nobody_clean")."""
    clean = clean_people(office, received)
    if not clean:
        raise Refusal("appraisal.nobody_clean")
    return tuple(decide(office, received, each, Outcome.APPROVED) for each in clean)


def undo_decision(office: Office, decision_id: str, reason: str) -> None:
    """Take back a decision that was not sent yet; raises Refusal: appraisal.already_sent, state.reason_missing."""
    with office.store.begin() as work:
        decision = work.decisions.get(decision_id)
        if decision is None:
            raise Refusal("record.not_found", id=decision_id)
        if decision.sent_in:
            raise Refusal("appraisal.already_sent")
        work.decisions.undo(decision_id, office.stamp())
        work.move_sent(
            decision.submission_id, decision.dossier_id, DossierState.UNDER_APPRAISAL, office.operator, reason
        )
        work.audit.append(office.operator, "decision.undone", decision.dossier_id)


_UNDECIDED = frozenset({DossierState.RECEIVED, DossierState.UNDER_APPRAISAL})


def _check_decision(appraisal: Appraisal, outcome: Outcome, amount: Dong | None, reasons: tuple[Reason, ...]) -> None:
    name = appraisal.sent.full_name
    if appraisal.practice:
        raise Refusal("appraisal.practice")
    if appraisal.decision is not None:
        raise Refusal("appraisal.already_decided", name=name)
    if outcome in NEEDS_REASON and not any(reason.text.strip() for reason in reasons):
        raise Refusal("appraisal.reason_missing", name=name)
    if outcome is Outcome.ADJUSTED:
        _check_adjustment(appraisal, amount)
    elif amount is not None:
        raise Refusal("appraisal.amount_not_needed")
    if outcome is Outcome.APPROVED:
        _check_approval(appraisal)


def _check_adjustment(appraisal: Appraisal, amount: Dong | None) -> None:
    if appraisal.recomputed_amount is None:
        raise Refusal("appraisal.nothing_determined", name=appraisal.sent.full_name)
    if amount is None or amount < 0:
        raise Refusal("appraisal.amount_missing", name=appraisal.sent.full_name)
    if amount == appraisal.sent.amount:
        raise Refusal("appraisal.amount_same", name=appraisal.sent.full_name)


def _check_approval(appraisal: Appraisal) -> None:
    if appraisal.recomputed_amount is None:
        raise Refusal("appraisal.nothing_determined", name=appraisal.sent.full_name)
    if not appraisal.agrees:
        raise Refusal("appraisal.approved_differs", name=appraisal.sent.full_name)


def _is_clean(appraisal: Appraisal) -> bool:
    answered = {each.finding_key for each in appraisal.dossier.justifications}
    open_findings = [
        each
        for each in appraisal.findings
        if each.severity is Severity.ERROR or (each.severity is Severity.WARNING and each.key not in answered)
    ]
    same = all(each.first_difference is None for each in appraisal.comparisons)
    return (
        same
        and appraisal.agrees
        and not appraisal.practice
        and appraisal.recomputed_amount is not None
        and not open_findings
        and appraisal.decision is None
    )


def _age(office: Office, submission: Submission) -> int:
    seen = datetime.strptime(submission.first_seen_at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return (office.now() - seen).days
