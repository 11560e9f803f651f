"""The whole loop: package out and in, decided, back, the returned record mended and sent as a linked version."""

from dataclasses import replace
from fractions import Fraction

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding, Severity
from desktop.domain.rounds import Outcome, SentDossier
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import clean_people, decide, open_appraisal
from desktop.services.appraisal.received_view import ReceivedView
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.corrections.correct_sent import reopen
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.formats.records_in import decode_record
from desktop.services.rounds.readiness import readiness
from desktop.services.rounds.round_view import read_round
from desktop.services.rounds.work_to_do import Task, ToDo, work_to_do
from desktop.services.sending.export_submission import Sent
from tests.services.mail import answer, received_view, send
from tests.services.mending import answer_all, answer_requests
from tests.services.offices import Desks
from tests.services.test_decision_back import decide_four


def _mended(dossier: Dossier) -> Dossier:
    """Return the dossier with a position allowance in the last months and a note."""
    *before, last = dossier.career.salary
    raised = replace(last, position_allowance=last.position_allowance + Fraction(1, 5))
    return replace(dossier, note="Đã bổ sung", career=replace(dossier.career, salary=(*before, raised)))


def _send_again(desks: Desks, dossier_id: str) -> Sent:
    reopened = reopen(desks.unit, dossier_id, "Bổ sung theo yêu cầu của Sở Tài chính")
    assert (reopened.revision, reopened.state) == (2, DossierState.COMPLETE)
    saved = save_dossier(desks.unit, _mended(reopened))
    assert saved.after.revision == 2
    answer_all(desks.unit, desks.round.id)
    answer_requests(desks.unit, desks.round.id)
    return send(desks)


def _versions(desks: Desks, dossier_id: str) -> tuple[SentDossier, ...]:
    with desks.unit.store.begin() as work:
        return work.submissions.versions(dossier_id, desks.unit.identity.unit.code)


def test_the_whole_loop(received: Desks, seen: ReceivedView) -> None:
    desks = received
    whom = decide_four(desks, seen)
    returned = whom[Outcome.RETURNED]
    receive_decision(desks.unit, answer(desks, seen).path)
    as_sent = _versions(desks, returned)

    desks.clock.pass_days(3)
    second = _send_again(desks, returned)
    assert (second.submission.people, second.submission.sequence) == (1, 2)
    assert second.submission.supersedes == seen.submission.id
    assert _versions(desks, returned)[:1] == (replace(as_sent[0], state=DossierState.RETURNED),)

    got = receive_submission(desks.finance, second.package.path)
    assert (got.already, got.missing, got.submission.supersedes) == (False, (), seen.submission.id)
    linked = received_view(desks)
    appraisal = open_appraisal(desks.finance, linked, returned)
    assert [(each.submission_id, each.revision) for each in appraisal.earlier] == [(seen.submission.id, 1)]
    assert appraisal.changed == ("career.salary", "note")
    assert appraisal.sent.revision == 2
    assert appraisal.agrees
    assert appraisal.sent.amount != as_sent[0].amount
    assert clean_people(desks.finance, linked) == (returned,)

    decided = decide(desks.finance, linked, returned, Outcome.APPROVED)
    assert decided.revision == 2
    receive_decision(desks.unit, answer(desks, linked).path)
    states = {each.id: each.state for each in read_round(desks.unit, desks.round.id).dossiers}
    assert states[returned] is DossierState.APPROVED
    assert [each.state for each in _versions(desks, returned)] == [DossierState.RETURNED, DossierState.APPROVED]
    _assert_chains_whole(desks)


def test_what_was_sent_first_stays_as_it_was_after_the_second_version(received: Desks, seen: ReceivedView) -> None:
    desks = received
    returned = decide_four(desks, seen)[Outcome.RETURNED]
    receive_decision(desks.unit, answer(desks, seen).path)
    before = _versions(desks, returned)
    _send_again(desks, returned)
    first, second = _versions(desks, returned)
    assert (first,) == before
    assert first.record_sha256 != second.record_sha256
    assert decode_record(second.record).revision == 2


def test_nobody_else_goes_again_with_a_returned_record(received: Desks, seen: ReceivedView) -> None:
    desks = received
    returned = decide_four(desks, seen)[Outcome.RETURNED]
    receive_decision(desks.unit, answer(desks, seen).path)
    assert readiness(read_round(desks.unit, desks.round.id)).people == ()
    reopen(desks.unit, returned, "Bổ sung")
    assert [each.id for each in readiness(read_round(desks.unit, desks.round.id)).people] == [returned]


def test_what_is_to_be_done_follows_the_loop(received: Desks, seen: ReceivedView) -> None:
    desks = received
    assert _tasks(desks) == ([(Task.AWAIT_DECISION, 60)], [(Task.APPRAISE, 60)])
    decide_four(desks, seen)
    assert _tasks(desks)[1] == [(Task.APPRAISE, 56), (Task.SEND_DECISIONS, 4)]
    receive_decision(desks.unit, answer(desks, seen).path)
    assert _tasks(desks) == (
        [(Task.MEND_RETURNED, 1), (Task.AWAIT_DECISION, 56)],
        [(Task.APPRAISE, 56)],
    )


def test_nobody_is_asked_to_answer_for_people_who_were_all_sent(received: Desks) -> None:
    view = read_round(received.unit, received.round.id)
    late = Finding("DH01", Severity.WARNING, "", "")
    found = work_to_do(received.unit, view, open_ones=(late,))
    assert Task.ANSWER_WARNINGS not in {each.task for each in found}


def _tasks(desks: Desks) -> tuple[list[tuple[Task, int]], list[tuple[Task, int]]]:
    view = read_round(desks.unit, desks.round.id)
    unit, finance = work_to_do(desks.unit, view), work_to_do(desks.finance, None)
    return _of_the_loop(unit), _of_the_loop(finance)


def _of_the_loop(found: tuple[ToDo, ...]) -> list[tuple[Task, int]]:
    return [(each.task, each.count) for each in found if each.task is not Task.BACK_UP_KEYS]


def _assert_chains_whole(desks: Desks) -> None:
    for office in (desks.unit, desks.finance):
        with office.store.begin() as work:
            assert work.audit.verify() is None
            acts = {each.action for each in work.audit.all()}
        assert acts >= {"office.created", "key.created", "dossier.moved"}
