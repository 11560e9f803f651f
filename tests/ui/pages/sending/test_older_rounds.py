"""Who was returned in an older round is found from the newest one, which lies on the desk at the start."""

from PySide6.QtWidgets import QPushButton

from desktop.domain.rounds import Outcome, Reason
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import decide
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.rounds.open_round import open_round
from desktop.ui.pages import page_counts
from tests.services.mail import answer, received_view
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import Opened


def _return_one(desks: Desks) -> str:
    seen = received_view(desks)
    person = next(each for each in seen.document.people if each.amount).record
    decide(desks.finance, seen, person.id, Outcome.RETURNED, reasons=(Reason("Xem lại.", field="leave_on"),))
    receive_decision(desks.unit, answer(desks, seen).path)
    return person.id


def test_home_leads_to_the_round_in_which_somebody_was_returned(received: Desks, open_desk: Opened) -> None:
    who, older = _return_one(received), received.round
    newer = open_round(received.unit, name="Đợt 3 năm 2024", period="2024-3")
    desk = open_desk(received.unit)
    assert desk.desk.round.id == newer.id
    assert page_counts.outcomes(desk.desk)[1]
    desk.shell.show_page("home")
    first = next(each for each in desk.home.findChildren(QPushButton) if older.name in each.text())
    first.click()
    assert desk.shell.page is desk.results
    assert desk.desk.round.id == older.id
    assert [each.sent.dossier_id for each in desk.results.mending.items] == [who]


def test_whoever_was_returned_in_an_older_round_is_taken_up_there(received: Desks, open_desk: Opened) -> None:
    who, older = _return_one(received), received.round
    open_round(received.unit, name="Đợt 3 năm 2024", period="2024-3")
    desk = open_desk(received.unit)
    desk.shell.show_page("results")
    assert desk.results.count()[1]
    (row,) = (each for each in desk.results.table_model.rows if each.sent.dossier_id == who)
    desk.results.table.choose(row.key)
    assert desk.results.reopen_button.isEnabled()
    desk.results.reopen_button.click()
    assert desk.desk.round.id == older.id
    assert desk.people.pane.dossier.id == who
    assert desk.people.pane.dossier.state is not DossierState.RETURNED
