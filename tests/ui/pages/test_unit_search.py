"""The search of a unit: a number of a document or of a citizen card, in whatever round it is."""

from pytestqt.qtbot import QtBot

from desktop.services.rounds.find_in_rounds import find_in_rounds
from desktop.services.rounds.open_round import open_round
from desktop.ui.pages.unit_search import UnitSearched
from desktop.ui.pages.window_search import WindowSearch
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import Opened


def test_documents_and_people_of_an_older_round_are_found(received: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    older = received.round
    with received.unit.store.begin() as work:
        document = work.approvals.of_round(older.id)[0]
        person = work.dossiers.of_round(older.id)[-1]
    newer = open_round(received.unit, name="Đợt 3 năm 2024", period="2024-3")
    by_number = find_in_rounds(received.unit, document.number.partition("/")[0])
    assert document.id in {each.id for each in by_number}

    desk = open_desk(received.unit)
    assert desk.desk.round.id == newer.id
    search = WindowSearch(UnitSearched(desk.desk, desk.shell), desk.tasks, desk.shell)
    search.find(document.number)
    qtbot.waitUntil(lambda: desk.shell.page is desk.approvals, timeout=20_000)
    assert desk.desk.round.id == older.id
    assert desk.approvals.table.current_record().id == document.id

    search.find(person.person.citizen_id)
    qtbot.waitUntil(lambda: desk.shell.page is desk.people, timeout=20_000)
    assert desk.people.pane.dossier.id == person.id


def test_nothing_found_is_said(received: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    desk = open_desk(received.unit)
    search = WindowSearch(UnitSearched(desk.desk, desk.shell), desk.tasks, desk.shell)
    assert find_in_rounds(received.unit, "  ") == ()
    search.find("99999/QĐ-KHÔNG-CÓ")
    qtbot.waitUntil(lambda: "99999/QĐ-KHÔNG-CÓ" in desk.shell._banner.accessibleName(), timeout=20_000)
