"""From the unit's desk to Sở Tài chính's and back, by the services that people use."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.rounds import Outcome
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import decide_clean
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import read_received
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.entry.edit_dossier import justify
from desktop.services.rounds.open_round import current_round
from desktop.services.rounds.readiness import readiness
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.export_submission import export_submission
from tests.services.packages.offices import FINANCE, PASSPHRASE, Offices
from tests.services.packages.spoiling import spoil_scan


def _view(offices: Offices) -> RoundView:
    of_round = current_round(offices.unit)
    assert of_round is not None
    return read_round(offices.unit, of_round.id)


def test_a_round_goes_out_is_decided_and_comes_back(offices: Offices) -> None:
    view = _view(offices)
    sent = export_submission(offices.unit, view.round.id, offices.stick, PASSPHRASE, recipient=FINANCE)
    received = receive_submission(offices.finance, sent.package.path, PASSPHRASE)
    assert received.notices == ()
    assert (received.submission.total, received.submission.people) == (sent.submission.total, 3)
    appraised = read_received(offices.finance, received.submission.id)
    decisions = decide_clean(offices.finance, appraised)
    assert [each.outcome for each in decisions] == [Outcome.APPROVED, Outcome.APPROVED]
    assert sum(each.amount or 0 for each in decisions) == sent.submission.total
    package = export_decision(offices.finance, appraised, offices.stick, PASSPHRASE)
    assert len(receive_decision(offices.unit, package.path, PASSPHRASE).decisions) == 2
    states = [each.state for each in _view(offices).dossiers]
    assert states == [DossierState.APPROVED, DossierState.APPROVED, DossierState.SENT]


def test_a_faulty_scan_and_a_passed_deadline_hold_the_round_back_until_they_are_answered(offices: Offices) -> None:
    view = _view(offices)
    spoil_scan(offices, view)
    _pass_deadline(offices, view)
    view = _view(offices)
    unanswered = readiness(view).unanswered
    assert {each.code for each in unanswered} == {"HS03", "DH01"}
    with pytest.raises(Refusal) as raised:
        export_submission(offices.unit, view.round.id, offices.stick, PASSPHRASE, recipient=FINANCE)
    assert raised.value.code == "submission.unanswered"
    warnings = [each for each in unanswered if each.severity is Severity.WARNING]
    justify(offices.unit, [view.dossiers[0].id], warnings, "Trang sau để trống; nộp muộn do chờ quyết định.")
    assert readiness(_view(offices)).ready
    sent = export_submission(offices.unit, view.round.id, offices.stick, PASSPHRASE, recipient=FINANCE)
    assert receive_submission(offices.finance, sent.package.path, PASSPHRASE).submission.people == 3


def _pass_deadline(offices: Offices, view: RoundView) -> None:
    with offices.unit.store.begin() as work:
        work.rounds.save(replace(view.round, deadline=date(2024, 12, 1)))
