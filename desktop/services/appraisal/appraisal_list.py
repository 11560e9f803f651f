"""The people of a received submission at a glance: declared, recomputed, where they differ, where they stand."""

from dataclasses import dataclass, replace

from desktop.domain.money import Dong
from desktop.domain.rounds import SentDossier
from desktop.services.appraisal.appraise import clean_people
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of, sent_dossiers
from desktop.services.corrections.changes import Change, changes_of
from desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class AppraisalLine:
    """One person. `differs` tells that a step or the amount is not the same on both sides.

    `change` is what the package did to them, None when it is the original of its chain.
    """

    sent: SentDossier
    recomputed: Dong | None
    differs: bool
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class CleanPeople:
    """Who can be approved together, and for how much."""

    ids: tuple[str, ...]
    total: Dong


def appraisal_lines(office: Office, received: ReceivedView) -> tuple[AppraisalLine, ...]:
    """Return everybody in the order of the list; compares every step of every person."""
    with office.store.begin() as work:
        sent = sent_dossiers(work, received)
        changes = None if received.draft else changes_of(work, received.submission.id)
    kinds = {each.dossier_id: each.change for each in changes.people} if changes else {}
    return tuple(replace(_line(office, received, each), change=kinds.get(each.dossier_id)) for each in sent)


def standing_now(office: Office, submission_id: str, lines: tuple[AppraisalLine, ...]) -> tuple[AppraisalLine, ...]:
    """Return the lines with the states read anew; what was compared stays, for what was sent never changes."""
    with office.store.begin() as work:
        sent = {each.dossier_id: each for each in work.submissions.dossiers(submission_id)}
    return tuple(replace(line, sent=sent.get(line.sent.dossier_id, line.sent)) for line in lines)


def clean_total(office: Office, received: ReceivedView) -> CleanPeople:
    """Return those whom `decide_clean` would approve, and the sum."""
    ids = clean_people(office, received)
    amounts = (received.view.supports[each].amount for each in ids)
    return CleanPeople(ids, Dong(sum(amount for amount in amounts if amount is not None)))


def _line(office: Office, received: ReceivedView, sent: SentDossier) -> AppraisalLine:
    appraisal = appraisal_of(office, received, sent.dossier_id)
    same = appraisal.agrees and all(each.first_difference is None for each in appraisal.comparisons)
    return AppraisalLine(sent, appraisal.recomputed_amount, differs=not same)
