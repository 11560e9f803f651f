"""Sent, corrected, received, decided, corrected again: between the stores of both offices."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.corrections import Purpose
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.rounds import Decision, Direction, Outcome, Reason, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import decide, inbox, undo_decision
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import read_received
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import Received, receive_submission
from desktop.services.arrivals.take_in import TakenIn
from desktop.services.corrections.changes import Change, SubmissionChanges
from desktop.services.corrections.correct_sent import keep_in, reopen, withdraw_all, withdraw_person
from desktop.services.corrections.preview_correction import changes_in, take_in_or_show
from desktop.services.entry.edit_dossier import new_dossier, save_dossier
from desktop.services.papers.edit_approval import detach_scan, reattach_scan
from desktop.services.rounds.open_round import current_round
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.rounds.work_to_do import work_to_do
from desktop.services.sending.export_submission import Sent, export_submission
from desktop.services.sending.plan_sending import SendingPlan, plan_sending
from tests.services.mending import answer_requests
from tests.services.packages.offices import FINANCE, OTHER, PASSPHRASE, PERSON, VOLUNTEER, Offices
from tests.services.seen import everything_in

pytestmark = pytest.mark.usefixtures("quick_print")

WHY = (Reason("Thiếu quyết định nâng lương.", "HS01", "career.salary"),)


def _view(offices: Offices) -> RoundView:
    of_round = current_round(offices.unit)
    assert of_round is not None
    return read_round(offices.unit, of_round.id)


def _who(offices: Offices, name: str) -> Dossier:
    return next(each for each in _view(offices).dossiers if each.person.full_name == name)


def _send(offices: Offices, **options: Any) -> Sent:
    options = {"plain": True, **options}
    return export_submission(
        offices.unit, _view(offices).round.id, offices.stick, PASSPHRASE, recipient=FINANCE, **options
    )


def _take_in(offices: Offices, sent: Sent) -> Submission:
    return receive_submission(offices.finance, sent.package.path).submission


def _first(offices: Offices) -> Submission:
    """Return the package that was taken in first."""
    with offices.finance.store.begin() as work:
        return min(work.submissions.all(Direction.RECEIVED), key=lambda each: each.sequence)


def _plan(offices: Offices, purpose: Purpose | None = None) -> SendingPlan:
    return plan_sending(offices.unit, _view(offices), purpose)


def _correct(offices: Offices, name: str, post: str = "Kế toán trưởng") -> None:
    reopened = reopen(offices.unit, _who(offices, name).id, "Ghi sai chức vụ")
    save_dossier(offices.unit, replace(reopened, person=replace(reopened.person, post=post)))


def _states(offices: Offices, submission: Submission) -> dict[str, DossierState]:
    with offices.finance.store.begin() as work:
        return {each.full_name: each.state for each in work.submissions.dossiers(submission.id)}


def _row(offices: Offices, submission: Submission, name: str) -> SentDossier:
    with offices.finance.store.begin() as work:
        return next(each for each in work.submissions.dossiers(submission.id) if each.full_name == name)


def _decide(offices: Offices, submission: Submission, name: str, outcome: Outcome = Outcome.APPROVED) -> Decision:
    received = read_received(offices.finance, submission.id)
    reasons = () if outcome is Outcome.APPROVED else WHY
    return decide(offices.finance, received, _row(offices, submission, name).dossier_id, outcome, reasons=reasons)


def _answer(offices: Offices, submission: Submission) -> Path:
    received = read_received(offices.finance, submission.id)
    return export_decision(offices.finance, received, offices.stick, PASSPHRASE, plain=True).path


def _changes(offices: Offices, sent: Sent) -> SubmissionChanges:
    """Return what taking the package in would change; seeing it changes nothing."""
    before = everything_in(offices.finance)
    found = take_in_or_show(offices.finance, sent.package.path)
    assert isinstance(found, SubmissionChanges)
    assert everything_in(offices.finance) == before
    return found


def _kinds(changes: SubmissionChanges) -> dict[str, Change]:
    return {each.full_name: each.change for each in changes.people}


def _told(changes: SubmissionChanges | None) -> list[object]:
    """Return all that is said of a correction, without where its people stand meanwhile."""
    assert changes is not None
    people = [(each.full_name, each.change, each.fields, each.papers_added, each.reason) for each in changes.people]
    return [changes.purpose, changes.reason, changes.original.id, changes.total_before, changes.total_after, *people]


def test_the_first_package_of_a_round_corrects_nothing(offices: Offices) -> None:
    assert (_plan(offices).purpose, _plan(offices).chain) == (None, None)
    with pytest.raises(Refusal) as refused:
        _plan(offices, Purpose.REPLACE)
    assert refused.value.code == "correction.nothing_sent"
    sent = _send(offices)
    taken = take_in_or_show(offices.finance, sent.package.path)
    assert isinstance(taken, TakenIn)
    assert changes_in(offices.finance, sent.submission.id) is None
    with pytest.raises(Refusal) as refused:
        _send(offices)
    assert refused.value.code in {"submission.nobody", "correction.nothing_changed"}


def test_a_replaced_list_brings_everybody_and_only_who_changed_is_looked_at_again(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    decided = _decide(offices, first, OTHER)
    _correct(offices, PERSON)
    plan = _plan(offices)
    assert (plan.purpose, plan.suggested, len(plan.same)) == (Purpose.REPLACE, Purpose.REPLACE, 2)
    assert [each.person.full_name for each in plan.changed] == [PERSON]
    offices.clock.at = offices.clock.at.replace(day=28)
    sent = _send(offices, reason="Đơn vị ghi sai chức vụ của một người.")
    changes = _changes(offices, sent)
    assert _kinds(changes) == {PERSON: Change.CHANGED, OTHER: Change.SAME, VOLUNTEER: Change.SAME}
    (changed,) = changes.to_look_at
    assert [(each.field, each.after) for each in changed.fields] == [("person.post", "Kế toán trưởng")]
    assert (changes.original.id, changes.total_before) == (first.id, changes.total_after)

    second = _take_in(offices, sent)
    assert set(_states(offices, first).values()) == {DossierState.SUPERSEDED}
    assert _states(offices, second) == {
        PERSON: DossierState.RECEIVED,
        OTHER: DossierState.APPROVED,
        VOLUNTEER: DossierState.RECEIVED,
    }
    with offices.finance.store.begin() as work:
        (kept,) = work.decisions.of_submission(second.id)
    assert (kept.outcome, kept.amount, kept.record_sha256) == (decided.outcome, decided.amount, decided.record_sha256)
    assert _told(changes_in(offices.finance, second.id)) == _told(changes)
    newest = next(each for each in inbox(offices.finance) if each.submission.id == second.id)
    assert (newest.purpose, newest.age_days) == (Purpose.REPLACE, 7)
    with pytest.raises(Refusal) as refused:
        _decide(offices, first, PERSON)
    assert refused.value.code == "appraisal.superseded"


def test_what_was_decided_before_a_replacement_comes_back_with_the_answer_to_it(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    _decide(offices, first, OTHER)
    _correct(offices, PERSON)
    second = _take_in(offices, _send(offices, reason="Sửa chức vụ."))
    _decide(offices, second, PERSON)
    answer = _answer(offices, second)
    got = receive_decision(offices.unit, answer)
    assert got.submission.id == second.id
    assert {got.names[each.dossier_id] for each in got.decisions} == {PERSON, OTHER}
    assert _who(offices, PERSON).state is _who(offices, OTHER).state is DossierState.APPROVED
    assert "send_decisions" not in {each.task.value for each in work_to_do(offices.finance, None)}
    assert receive_decision(offices.unit, answer).already


def test_an_answer_that_crossed_a_replacement_holds_for_who_did_not_change(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    _decide(offices, first, OTHER)
    _decide(offices, first, PERSON)
    crossed = _answer(offices, first)
    _correct(offices, PERSON)
    sent = _send(offices, reason="Sửa chức vụ.")
    receive_decision(offices.unit, crossed)
    assert (_who(offices, OTHER).state, _who(offices, PERSON).state) == (DossierState.APPROVED, DossierState.SENT)

    changes = _changes(offices, sent)
    assert {each.full_name: each.decided.outcome for each in changes.people if each.decided} == {
        PERSON: Outcome.APPROVED
    }
    second = _take_in(offices, sent)
    assert _states(offices, second)[PERSON] is DossierState.RECEIVED
    _decide(offices, second, PERSON)
    received = read_received(offices.finance, second.id)
    path = export_decision(offices.finance, received, offices.stick, PASSPHRASE, plain=True, again=True).path
    assert {each.outcome for each in receive_decision(offices.unit, path).decisions} == {Outcome.APPROVED}
    assert _who(offices, PERSON).state is DossierState.APPROVED


def test_a_mended_person_goes_as_a_supplement_and_the_answer_cites_the_newest(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    _decide(offices, first, PERSON, Outcome.RETURNED)
    receive_decision(offices.unit, _answer(offices, first))
    _correct(offices, PERSON)
    answer_requests(offices.unit, _view(offices).round.id)
    sent = _send(offices)
    assert sent.submission.people == 1
    second = _take_in(offices, sent)
    with offices.finance.store.begin() as work:
        kept = work.corrections.get(second.id)
    assert kept is not None
    assert (kept.purpose, kept.original_id, kept.previous_id) == (Purpose.SUPPLEMENT, first.id, first.id)
    assert _states(offices, first)[PERSON] is DossierState.RETURNED
    assert _states(offices, first)[OTHER] is DossierState.RECEIVED
    _decide(offices, first, OTHER)
    got = receive_decision(offices.unit, _answer(offices, first))
    assert (got.submission.id, got.decisions[0].submission_id) == (second.id, first.id)
    assert _who(offices, OTHER).state is DossierState.APPROVED


def test_somebody_is_added_and_a_third_package_follows_the_second(offices: Offices) -> None:
    late = _who(offices, VOLUNTEER)
    with offices.unit.store.begin() as work:
        work.dossiers.discard(late.id)
    first = _take_in(offices, _send(offices))
    with offices.unit.store.begin() as work:
        work.dossiers.restore(late.id)
    added = _send(offices)
    changes = _changes(offices, added)
    assert (changes.purpose, _kinds(changes)) == (Purpose.SUPPLEMENT, {VOLUNTEER: Change.ADDED})
    second = _take_in(offices, added)
    _correct(offices, OTHER)
    third = _take_in(offices, _send(offices, reason="Sửa chức vụ."))
    with offices.finance.store.begin() as work:
        kept = work.corrections.get(third.id)
    assert kept is not None
    assert (kept.original_id, kept.previous_id, third.people) == (first.id, second.id, 3)
    assert set(_states(offices, second).values()) == {DossierState.SUPERSEDED}


def test_other_papers_alone_make_a_new_version_of_who_rests_on_them(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    approval = next(iter(_view(offices).approvals.values()))
    (scan,) = approval.attachments
    detach_scan(offices.unit, approval.id, scan)
    sha256, size = offices.unit.store.blobs.put_bytes(b"%PDF-1.4\nkhac\n%%EOF\n")
    with offices.unit.store.begin() as work:
        (known,) = work.attachments.of([scan])
        work.attachments.add(replace(known, sha256=sha256, size=size, name="Bản quét lại.pdf"))
    reattach_scan(offices.unit, approval.id, sha256)
    plan = _plan(offices)
    assert (plan.purpose, len(plan.changed)) == (Purpose.SUPPLEMENT, 3)
    sent = _send(offices)
    changes = _changes(offices, sent)
    assert {(each.papers_added, each.papers_removed, each.fields) for each in changes.people} == {
        (("Bản quét lại.pdf",), ("Quyết định 12.pdf",), ())
    }
    second = _take_in(offices, sent)
    assert {each.revision for each in _view(offices).dossiers} == {2}
    assert set(_states(offices, first).values()) == {DossierState.SUPERSEDED}
    assert set(_states(offices, second).values()) == {DossierState.RECEIVED}


def test_somebody_is_taken_out_with_a_reason(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    who = _who(offices, PERSON).id
    with pytest.raises(Refusal) as refused:
        withdraw_person(offices.unit, who, " ")
    assert refused.value.code == "withdraw.reason_missing"
    withdraw_person(offices.unit, who, "Đương sự xin ở lại")
    assert keep_in(offices.unit, who).state is DossierState.SENT
    withdraw_person(offices.unit, who, "Đương sự xin ở lại")
    assert _plan(offices).suggested is Purpose.WITHDRAW
    sent = _send(offices)
    changes = _changes(offices, sent)
    assert [(each.full_name, each.change, each.reason) for each in changes.people] == [
        (PERSON, Change.WITHDRAWN, "Đương sự xin ở lại")
    ]
    assert changes.total_after == changes.total_before - (_row(offices, first, PERSON).amount or 0)
    second = _take_in(offices, sent)
    assert (second.people, second.total) == (0, 0)
    assert _states(offices, first)[PERSON] is DossierState.WITHDRAWN
    assert _told(changes_in(offices.finance, second.id)) == _told(changes)
    with pytest.raises(Refusal) as refused:
        _decide(offices, first, PERSON)
    assert refused.value.code == "appraisal.withdrawn"
    with pytest.raises(Refusal) as refused:
        keep_in(offices.unit, who)
    assert refused.value.code == "withdraw.told"
    assert not _plan(offices).may_go
    assert reopen(offices.unit, who, "Đương sự lại xin nghỉ").revision == 2
    third = _take_in(offices, _send(offices))
    assert _states(offices, third) == {PERSON: DossierState.RECEIVED}


def test_the_whole_list_is_taken_out(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    _correct(offices, OTHER)
    assert len(withdraw_all(offices.unit, _view(offices).round.id, "Lập lại danh sách")) == 3
    with pytest.raises(Refusal) as refused:
        withdraw_all(offices.unit, _view(offices).round.id, "Lần nữa")
    assert refused.value.code == "withdraw.nobody"
    _take_in(offices, _send(offices))
    assert set(_states(offices, first).values()) == {DossierState.WITHDRAWN}


def test_who_was_decided_is_not_taken_out_until_the_decision_is_taken_back(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    decision = _decide(offices, first, PERSON)
    withdraw_person(offices.unit, _who(offices, PERSON).id, "Đương sự xin ở lại")
    sent = _send(offices)
    assert _kinds(_changes(offices, sent)) == {PERSON: Change.DECIDED_BEFORE}
    received = receive_submission(offices.finance, sent.package.path)
    assert "notice.withdrawal_after_decision" in {each.code for each in received.notices}
    assert _states(offices, first)[PERSON] is DossierState.APPROVED
    undo_decision(offices.finance, decision.id, "Đơn vị rút")
    assert _states(offices, first)[PERSON] is DossierState.WITHDRAWN
    assert _kinds_now(offices, received) == {PERSON: Change.WITHDRAWN}


def _kinds_now(offices: Offices, received: Received) -> dict[str, Change]:
    found = changes_in(offices.finance, received.submission.id)
    assert found is not None
    return _kinds(found)


def test_whom_the_unit_knows_to_be_decided_it_neither_changes_nor_takes_out(taken_in: Offices) -> None:
    offices = taken_in
    first = _first(offices)
    _decide(offices, first, PERSON)
    receive_decision(offices.unit, _answer(offices, first))
    who = _who(offices, PERSON).id
    for act, code in ((withdraw_person, "withdraw.decided"), (reopen, "state.not_allowed")):
        with pytest.raises(Refusal) as refused:
            act(offices.unit, who, "Lý do")
        assert refused.value.code == code
    _correct(offices, OTHER)
    sent = _send(offices, reason="Sửa chức vụ.")
    assert sent.submission.people == 2
    _take_in(offices, sent)
    assert _states(offices, first)[PERSON] is DossierState.APPROVED


def test_a_list_is_not_replaced_without_a_reason_nor_while_somebody_sent_is_being_changed(taken_in: Offices) -> None:
    offices = taken_in
    _correct(offices, PERSON)
    before = everything_in(offices.unit)
    with pytest.raises(Refusal) as refused:
        _send(offices)
    assert refused.value.code == "correction.reason_missing"
    assert everything_in(offices.unit) == before
    reopened = reopen(offices.unit, _who(offices, OTHER).id, "Sửa tên")
    save_dossier(offices.unit, replace(reopened, leave_on=None))
    with pytest.raises(Refusal) as refused:
        _send(offices, reason="Sửa.", only_complete=True)
    assert refused.value.code == "submission.drafts"
    assert _send(offices, purpose=Purpose.SUPPLEMENT, only_complete=True).submission.people == 1


def test_nobody_who_was_never_sent_is_taken_out(taken_in: Offices) -> None:
    offices = taken_in
    of_round = current_round(offices.unit)
    assert of_round is not None
    with pytest.raises(Refusal) as refused:
        withdraw_person(offices.unit, new_dossier(offices.unit, of_round.id).id, "Lý do")
    assert refused.value.code == "withdraw.never_sent"
