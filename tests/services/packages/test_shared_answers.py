"""What is answered about the round or a file counts whoever holds it, and goes with those who go."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.dossiers import Dossier
from desktop.domain.rounds import Outcome, Reason
from desktop.domain.states import DossierState
from desktop.rules.checks.engine import unjustified
from desktop.services.appraisal.appraise import decide
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import ReceivedView, read_received
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.corrections.correct_sent import reopen
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.rounds.open_round import change_round, current_round
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.answers import give_answers
from desktop.services.sending.export_submission import export_submission
from desktop.services.sending.going_list import print_going_list
from desktop.services.sending.plan_sending import plan_sending
from desktop.services.sending.shared_answers import who_answers
from tests.services.packages.offices import FINANCE, PASSPHRASE, Offices
from tests.services.packages.spoiling import spoil_scan


def _view(offices: Offices) -> RoundView:
    of_round = current_round(offices.unit)
    assert of_round is not None
    return read_round(offices.unit, of_round.id)


def _pass_deadline(offices: Offices) -> None:
    opened = _view(offices).round
    change_round(offices.unit, opened.id, opened.name, offices.unit.now().date() - timedelta(days=1))


def _make_draft(offices: Offices, dossier: Dossier) -> None:
    with offices.unit.store.begin() as work:
        now = work.dossiers.need(dossier.id)
    save_dossier(offices.unit, replace(now, leave_on=None))
    states = {each.id: each.state for each in _view(offices).dossiers}
    assert states[dossier.id] is DossierState.DRAFT


def _answer(offices: Offices, code: str, *who: str) -> None:
    view = _view(offices)
    found = [each for each in view.findings() if each.code == code]
    assert found
    give_answers(offices.unit, who or who_answers(view, found), found, "Chờ quyết định của quận.")


def _holding(view: RoundView, code: str) -> list[Dossier]:
    answered = {each.id: {one.finding_key.split("/")[0] for one in each.justifications} for each in view.dossiers}
    return [each for each in view.dossiers if code in answered[each.id]]


def _arrived(offices: Offices) -> ReceivedView:
    """Send what is complete, and return it as Sở Tài chính reads it."""
    of_round = _view(offices).round
    sent = export_submission(
        offices.unit, of_round.id, offices.stick, PASSPHRASE, recipient=FINANCE, plain=True, only_complete=True
    )
    return read_received(offices.finance, receive_submission(offices.finance, sent.package.path).submission.id)


def test_an_answer_about_the_round_that_a_draft_holds_goes_with_the_others(offices: Offices) -> None:
    _pass_deadline(offices)
    first = _view(offices).dossiers[0]
    _answer(offices, "DH01", first.id)
    _make_draft(offices, first)
    plan = plan_sending(offices.unit, _view(offices), only_complete=True)
    assert first.id not in {each.id for each in plan.ready.people}
    assert plan.ready.unanswered == ()
    received = _arrived(offices)
    assert "DH01" in {each.code for each in received.findings}
    assert not [each for each in unjustified(received.findings, received.view.dossiers) if each.code == "DH01"]
    again = plan_sending(offices.unit, _view(offices))
    assert again.changed == ()  # what was sent is what is kept


def test_an_answer_about_the_round_is_given_to_somebody_who_goes(offices: Offices) -> None:
    _pass_deadline(offices)
    first = _view(offices).dossiers[0]
    _make_draft(offices, first)
    _answer(offices, "DH01")
    assert [each.state for each in _holding(_view(offices), "DH01")] == [DossierState.COMPLETE]


@pytest.mark.parametrize("code", ["DH01", "HS03"])
def test_an_answer_that_went_with_one_counts_for_who_comes_back(offices: Offices, code: str) -> None:
    if code == "DH01":
        _pass_deadline(offices)
    else:
        spoil_scan(offices, _view(offices))
    _answer(offices, code)
    (holder,) = _holding(_view(offices), code)
    received = _arrived(offices)
    other = next(each for each in received.document.people if each.record.id != holder.id).record.id
    decide(offices.finance, received, other, Outcome.RETURNED, reasons=(Reason("Thiếu quyết định."),))
    answer = export_decision(offices.finance, received, offices.stick, PASSPHRASE, plain=True)
    receive_decision(offices.unit, answer.path)
    reopened = reopen(offices.unit, other, "Ghi sai chức vụ")
    save_dossier(offices.unit, replace(reopened, person=replace(reopened.person, post="Kế toán trưởng")))
    assert plan_sending(offices.unit, _view(offices)).ready.unanswered == ()
    again = _arrived(offices)
    assert [each.record.id for each in again.document.people] == [other]
    assert code in {each.code for each in again.findings}
    assert not [each for each in unjustified(again.findings, again.view.dossiers) if each.code == code]


def test_a_print_of_all_is_not_the_list_of_those_who_go(offices: Offices, tmp_path: Path) -> None:
    view = _view(offices)
    print_going_list(offices.unit, plan_sending(offices.unit, view), tmp_path)
    _make_draft(offices, view.dossiers[0])

    def codes() -> set[str]:
        plan = plan_sending(offices.unit, _view(offices), only_complete=True)
        return {each.code for each in plan.ready.unanswered}

    assert codes() == {"TT06"}
    print_going_list(offices.unit, plan_sending(offices.unit, _view(offices), only_complete=True), tmp_path)
    assert codes() == set()
    save_dossier(offices.unit, replace(_view(offices).dossiers[0], leave_on=view.dossiers[0].leave_on))
    assert {each.state for each in _view(offices).dossiers} == {DossierState.COMPLETE}
    assert "TT06" in {each.code for each in plan_sending(offices.unit, _view(offices)).ready.unanswered}
