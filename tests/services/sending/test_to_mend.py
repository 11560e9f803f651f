"""What Sở Tài chính asks for is a list that ticks itself off: by the field that changed, by an answer, by sending."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Outcome, Reason
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import decide
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.corrections.correct_sent import reopen
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.rounds.open_round import open_round
from desktop.services.rounds.round_view import read_round
from desktop.services.rounds.work_to_do import Task, work_to_do
from desktop.services.sending.lacking import Lack, lacking
from desktop.services.sending.outcome_summary import summary_of
from desktop.services.sending.plan_sending import plan_sending
from desktop.services.sending.replies import said_to
from desktop.services.sending.to_mend import Mending, ToMend, reply_to, returned_people, take_up, to_mend
from tests.services.mail import answer, received_view, send
from tests.services.mending import answer_all
from tests.services.offices import Desks

_PAPER = Reason("Bổ sung tờ rời sổ BHXH.", code="BH06", field="career.insurance")
_DAY = Reason("Ngày nghỉ khác quyết định.", field="leave_on")
_WHOLE = Reason("Giải thích thêm.")


def _return(desks: Desks, *reasons: Reason) -> ReceivedView:
    """Let Sở Tài chính return one person and adjust another; the unit takes the answer in."""
    received = received_view(desks)
    returned, adjusted = [each for each in received.document.people if each.amount][:2]
    decide(desks.finance, received, returned.record.id, Outcome.RETURNED, reasons=reasons)
    less = Dong((adjusted.amount or 0) - 1_000_000)
    decide(desks.finance, received, adjusted.record.id, Outcome.ADJUSTED, amount=less, reasons=(_DAY,))
    receive_decision(desks.unit, answer(desks, received).path)
    return received


def _states(desks: Desks) -> list[Mending]:
    return [each.mending for each in to_mend(desks.unit, desks.round.id)]


def _waiting(desks: Desks) -> int:
    """How many returned people the office has to look after, of all rounds."""
    return sum(len(each.people) for each in returned_people(desks.unit))


def _item(desks: Desks, reason: Reason) -> ToMend:
    return next(each for each in to_mend(desks.unit, desks.round.id) if each.reason == reason)


def test_the_whole_loop_of_what_was_returned(received: Desks) -> None:
    assert to_mend(received.unit, received.round.id) == ()
    _return(received, _PAPER, _DAY, _WHOLE)
    assert _states(received) == [Mending.OPEN] * 3
    assert _waiting(received) == 1

    answered = reply_to(received.unit, _item(received, _PAPER), " Đã đính kèm tờ rời. ")
    assert answered.revision == 2
    assert _states(received) == [Mending.ANSWERED, Mending.OPEN, Mending.OPEN]
    reply_to(received.unit, _item(received, _PAPER), "")
    assert _states(received)[0] is Mending.OPEN
    reply_to(received.unit, _item(received, _PAPER), "Đã đính kèm tờ rời.")

    dossier = take_up(received.unit, _item(received, _DAY))
    save_dossier(received.unit, replace(dossier, leave_on=date(2024, 11, 1)))
    assert _states(received) == [Mending.ANSWERED, Mending.CHANGED, Mending.CHANGED]
    assert _waiting(received) == 0

    answer_all(received.unit, received.round.id)
    package = send(received).package
    assert _states(received) == [Mending.SENT] * 3
    with pytest.raises(Refusal, match=r"record\.not_editable"):
        reply_to(received.unit, _item(received, _PAPER), "Thêm.")
    receive_submission(received.finance, package.path)
    seen = appraisal_of(received.finance, received_view(received), dossier.id)
    said = {said_to(each.finding_key): each.text for each in seen.dossier.justifications}
    assert said["Trả lời BH06"] == "Đã đính kèm tờ rời."
    assert any("Trả lời BH06: Đã đính kèm tờ rời." in str(each.after) for each in seen.changes)


def test_whoever_is_taken_up_again_is_reopened_once(received: Desks) -> None:
    _return(received, _DAY)
    item = _item(received, _DAY)
    assert item.state is DossierState.RETURNED
    first = take_up(received.unit, item)
    assert take_up(received.unit, item) == first
    assert first.revision == 2


def test_outcomes_are_counted_by_the_last_version(received: Desks) -> None:
    _return(received, _DAY)
    with received.unit.store.begin() as work:
        (submission,) = work.submissions.all()
        decided = {each.dossier_id: each for each in work.decisions.of_submission(submission.id)}
        sent = work.submissions.dossiers(submission.id)
    found = summary_of((each, decided.get(each.dossier_id)) for each in sent)
    assert dict(found.decided) == {Outcome.RETURNED: 1, Outcome.ADJUSTED: 1}
    assert found.waiting == len(sent) - 2
    assert found.difference == -1_000_000


def test_who_was_returned_does_not_go_again_without_a_word(received: Desks) -> None:
    _return(received, _DAY, _WHOLE)
    unit, round_id = received.unit, received.round.id
    dossier = reopen(unit, _item(received, _DAY).sent.dossier_id, "Xem lại.")
    answer_all(unit, round_id)
    plan = plan_sending(unit, read_round(unit, round_id))
    assert [each.id for each in plan.ready.asked] == [dossier.id]
    assert not plan.may_go
    wanted = [each for each in lacking(plan) if each.kind is Lack.REQUEST]
    assert [(each.subject, each.field) for each in wanted] == [(dossier.id, "leave_on"), (dossier.id, "")]
    with pytest.raises(Refusal, match=r"submission\.asked"):
        send(received)
    assert plan_sending(unit, read_round(unit, round_id), only_complete=True).ready.people == ()
    returned = [each for each in work_to_do(unit, plan.view) if each.task is Task.MEND_RETURNED]
    assert [(each.count, each.round_name) for each in returned] == [(1, received.round.name)]

    for reason in (_DAY, _WHOLE):
        reply_to(unit, _item(received, reason), "Đã xem lại, giữ như đã gửi.")
    send(received)
    assert _states(received) == [Mending.SENT] * 2


def test_a_newer_round_hides_nobody_who_was_returned(received: Desks) -> None:
    _return(received, _DAY)
    before = received.round.name
    newer = open_round(received.unit, name="Đợt 3 năm 2024", period="2024-3")
    tasks = work_to_do(received.unit, read_round(received.unit, newer.id))
    assert [(each.task, each.round_name) for each in tasks[:2]] == [
        (Task.MEND_RETURNED, before),
        (Task.TAKE_IN_LIST, ""),
    ]
