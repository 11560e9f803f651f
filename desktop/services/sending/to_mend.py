"""What whoever returned people asks to be mended, reason by reason, and whether it was: changed, answered, or open."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Justification
from desktop.domain.rounds import Decision, Direction, Outcome, Reason, Round, SentDossier, Submission
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.corrections.correct_sent import reopen
from desktop.services.corrections.differences import differences
from desktop.services.formats.records_out import canonical, record_part
from desktop.services.office import Office
from desktop.services.sending.deciders import decider_of
from desktop.services.sending.replies import reply_in, reply_key, with_reply
from desktop.storage import UnitOfWork

_FEW = 100
"""So many people are read one by one."""


class Mending(StrEnum):
    """How far one reason is."""

    OPEN = "open"
    CHANGED = "changed"
    """What it is about is another than was sent."""
    ANSWERED = "answered"
    COVERED = "covered"
    """Of a package sent back whole: somebody else in it was mended or answered for."""
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
    decider: str = ""
    """The name of the office that asks, "" where it is not known any more."""

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
        return _items(office, work, round_id)


@dataclass(frozen=True, slots=True)
class ReturnedPeople:
    """Whom of one round somebody has to look after since they were returned."""

    round: Round
    people: frozenset[str]
    """Ids of those who still stand returned, and of those taken up again with a reason that is open."""
    untouched: frozenset[str]
    """Of these, who still stands returned."""


def returned_people(office: Office) -> tuple[ReturnedPeople, ...]:
    """Return the rounds in which returned people wait for the office, the earliest opened first.

    Of all rounds: a newer round does not answer what was asked in an older one.
    """
    with office.store.begin() as work:
        found = tuple(_returned_in(office, work, each) for each in work.rounds.all())
    return tuple(each for each in found if each.people)


def open_requests(office: Office, work: UnitOfWork, round_id: str) -> tuple[ToMend, ...]:
    """Return the reasons nobody did anything about yet."""
    return tuple(each for each in _items(office, work, round_id) if not each.done)


def _returned_in(office: Office, work: UnitOfWork, opened: Round) -> ReturnedPeople:
    items = _items(office, work, opened.id)
    untouched = frozenset(each.sent.dossier_id for each in items if each.state is DossierState.RETURNED)
    asked = frozenset(each.sent.dossier_id for each in items if not each.done)
    return ReturnedPeople(opened, untouched | asked, untouched)


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


def _items(office: Office, work: UnitOfWork, round_id: str) -> tuple[ToMend, ...]:
    """Return what is asked; a parent unit asks of a package as a whole, so that one answer in it is enough."""
    items = tuple(_with_deciders(office, work, _each_item(work, round_id)))
    whole = work.subordinates.sent_back()
    begun = {each.submission.id for each in items if each.done} & whole
    return tuple(_covered(each) if each.submission.id in begun else each for each in items)


def _covered(item: ToMend) -> ToMend:
    return item if item.done else replace(item, mending=Mending.COVERED)


def _with_deciders(office: Office, work: UnitOfWork, items: Iterable[ToMend]) -> Iterator[ToMend]:
    names: dict[str, str] = {}
    for each in items:
        package = each.decision.sent_in
        if package not in names:
            names[package] = decider_of(office, work, each.decision)
        yield replace(each, decider=names[package])


def _each_item(work: UnitOfWork, round_id: str) -> Iterator[ToMend]:
    sent = [each for each in work.submissions.all(Direction.SENT) if each.round_id == round_id]
    returned = _returned(work, sent)
    if not returned:
        return
    approvals = {each.id: each for each in work.approvals.of_round(round_id)}
    for dossier in _people(work, round_id, returned):
        yield from _of_person(work, dossier, approvals, *returned[dossier.id])


def _people(work: UnitOfWork, round_id: str, ids: Collection[str]) -> list[Dossier]:
    """Return these people in the order of the list; a few are not looked for among all of a long one."""
    if len(ids) > _FEW:
        return [each for each in work.dossiers.of_round(round_id) if each.id in ids]
    return sorted(map(work.dossiers.need, ids), key=lambda each: each.ordinal)


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
