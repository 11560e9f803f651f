"""What Sở Tài chính asks to be mended, reason by reason, and whether it was: changed, answered, or still open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Justification
from desktop.domain.rounds import Decision, Direction, Outcome, Reason, SentDossier, Submission
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.corrections.correct_sent import reopen
from desktop.services.corrections.differences import differences
from desktop.services.formats.records_out import canonical, record_part
from desktop.services.office import Office
from desktop.services.sending.replies import reply_in, reply_key, with_reply
from desktop.storage import UnitOfWork


class Mending(StrEnum):
    """How far one reason is."""

    OPEN = "open"
    CHANGED = "changed"
    """What it is about is another than was sent."""
    ANSWERED = "answered"
    SENT = "sent"
    """Gone to Sở Tài chính again, not decided yet."""


@dataclass(frozen=True, slots=True)
class ToMend:
    """One reason of a decision that returned somebody."""

    sent: SentDossier
    submission: Submission
    decision: Decision
    place: int
    """Of the reason in the decision, from 0."""
    mending: Mending
    reply: str = ""
    state: DossierState = DossierState.RETURNED
    """Where the working record stands now."""

    @property
    def reason(self) -> Reason:
        """The appraiser's words, with the field that they are about."""
        return self.decision.reasons[self.place]

    @property
    def key(self) -> str:
        """Under which the answer travels."""
        reason = self.reason
        return reply_key(self.sent.dossier_id, reason.field, reason.code, self.decision.id, self.place)

    @property
    def done(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.mending is not Mending.OPEN


def to_mend(office: Office, round_id: str) -> tuple[ToMend, ...]:
    """Return what is asked of the people of a round, in the order of the list; the last decision of each counts."""
    with office.store.begin() as work:
        return tuple(_items(work, round_id))


def open_items(office: Office, round_id: str) -> int:
    """Return how many reasons nobody did anything about yet."""
    return sum(not each.done for each in to_mend(office, round_id))


def reply_to(office: Office, item: ToMend, text: str) -> Dossier:
    """Answer one reason; whoever was returned is taken up again as the next revision. "" takes the answer back.

    Raises Refusal: record.not_editable (sent again already), record.not_found.
    """
    dossier = take_up(office, item)
    said = Justification(item.key, text.strip(), office.operator, office.stamp())
    with office.store.begin() as work:
        saved = work.dossiers.save(with_reply(work.dossiers.need(dossier.id), said))
        work.audit.append(office.operator, "reason.answered", saved.id, {"field": item.reason.field})
    return saved


def take_up(office: Office, item: ToMend) -> Dossier:
    """Return the working record that the reason is mended in, reopened where it still stands returned.

    Raises Refusal: record.not_editable, record.not_found.
    """
    with office.store.begin() as work:
        dossier = work.dossiers.need(item.sent.dossier_id)
    if dossier.state is DossierState.RETURNED:
        return reopen(office, dossier.id, "; ".join(each.text for each in item.decision.reasons))
    if dossier.state not in EDITABLE:
        raise Refusal("record.not_editable", state=dossier.state.value)
    return dossier


def _items(work: UnitOfWork, round_id: str) -> Iterator[ToMend]:
    sent = [each for each in work.submissions.all(Direction.SENT) if each.round_id == round_id]
    returned = _returned(work, sent)
    if not returned:
        return
    approvals = {each.id: each for each in work.approvals.of_round(round_id)}
    for dossier in work.dossiers.of_round(round_id):
        if dossier.id in returned:
            yield from _of_person(work, dossier, approvals, *returned[dossier.id])


def _returned(work: UnitOfWork, sent: Iterable[Submission]) -> dict[str, tuple[Submission, Decision]]:
    """Return the last decision of each person where it returns them."""
    last: dict[str, tuple[Submission, Decision]] = {}
    for submission in sent:
        for decision in work.decisions.of_submission(submission.id):
            before = last.get(decision.dossier_id)
            if not decision.undone_at and (before is None or before[1].revision <= decision.revision):
                last[decision.dossier_id] = (submission, decision)
    return {each: found for each, found in last.items() if found[1].outcome is Outcome.RETURNED}


def _of_person(
    work: UnitOfWork, dossier: Dossier, approvals: Mapping[str, Approval], submission: Submission, decision: Decision
) -> Iterator[ToMend]:
    sent = work.submissions.dossier(submission.id, dossier.id)
    if sent is None or dossier.state is DossierState.WITHDRAWN:
        return
    now = canonical(record_part(dossier, approvals.get(dossier.approval_id or ""))).decode("utf-8")
    for place in range(len(decision.reasons)):
        item = ToMend(sent, submission, decision, place, Mending.OPEN, state=dossier.state)
        reply = reply_in(dossier, item.key)
        yield ToMend(sent, submission, decision, place, _mending(item, dossier, now, reply), reply, dossier.state)


def _mending(item: ToMend, dossier: Dossier, now: str, reply: str) -> Mending:
    if dossier.revision > item.decision.revision and dossier.state not in EDITABLE:
        return Mending.SENT
    if _differs(item.sent.record, now, item.reason.field):
        return Mending.CHANGED
    return Mending.ANSWERED if reply else Mending.OPEN


def _differs(sent: str, now: str, field: str) -> bool:
    """Tell whether what a reason is about is other than was sent; "" is about the whole record, answers aside."""
    if not field:
        return any(each.field != "justifications" for each in differences(sent, now))
    return _at(msgspec.json.decode(sent), field) != _at(msgspec.json.decode(now), field)


def _at(record: object, field: str) -> object:
    """Return what stands at a dotted field of a record's JSON, None where nothing does."""
    for name in field.split("."):
        record = record.get(name) if isinstance(record, dict) else None
    return record
