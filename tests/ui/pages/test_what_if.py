"""What if, by keyboard: it tells at once and saves nothing; what is applied is an edit that can be undone."""

from datetime import date
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.months import YearMonth
from desktop.domain.states import DossierState
from desktop.services.amounts.compute_support import support_for
from desktop.services.amounts.simulate import Variation, simulate
from desktop.services.office import Office
from desktop.ui.pages.what_if_pane import WhatIfPane
from desktop.ui.what_if_words import standing_words
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened, retype


@pytest.fixture
def desk(mended_desk: EntryDesk) -> EntryDesk:
    return mended_desk


@pytest.fixture
def person(desk: EntryDesk) -> Dossier:
    view = desk.desk.view
    assert view is not None

    def fits(each: Dossier) -> bool:
        early = (each.group, each.route) == (Group.DOWNSIZING, Route.EARLY_RETIREMENT)
        return early and bool(view.supports[each.id].amount)

    return desk.fresh(DossierState.COMPLETE, fits)


@pytest.fixture
def pane(desk: EntryDesk, person: Dossier, qtbot: QtBot) -> WhatIfPane:
    desk.show_person(person.id)
    QTest.keyClick(desk.shell, Qt.Key.Key_F9)
    found = desk.people.pane.what_if
    qtbot.waitUntil(lambda: bool(found.strip.answers) and not desk.tasks.busy, timeout=20_000)
    return found


def stored(office: Office) -> str:
    """A digest of every row of every table, so that nothing at all can have been saved."""
    with office.store.begin() as work:
        rounds = work.rounds.all()
        dossiers = [each for one in rounds for each in work.dossiers.of_round(one.id)]
        settings = work.settings.all()
        return sha256(repr((rounds, dossiers, sorted(settings.items()))).encode()).hexdigest()


def test_a_key_opens_it_with_the_answer_of_the_record(desk: EntryDesk, pane: WhatIfPane, person: Dossier) -> None:
    assert desk.people.pane.tabs.currentWidget() is pane
    assert pane.month.hasFocus()
    assert pane.strip.chosen == person.leave_month
    assert desk.desk.view is not None
    amount = desk.desk.view.supports[person.id].amount
    answer = pane.strip.answer_of(person.leave_month)
    assert answer is not None
    assert answer.amount == amount
    assert pane.amount.text() == standing_words(answer)
    assert not pane.apply.isEnabled()


def test_arrow_keys_walk_through_the_months_and_save_nothing(
    desk: EntryDesk, pane: WhatIfPane, person: Dossier, qtbot: QtBot
) -> None:
    before = stored(desk.office)
    assert person.leave_month is not None
    pane.strip.setFocus()
    told = set()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(pane.strip, key)
        told.add(pane.amount.text())
        assert pane.month.value() == pane.strip.chosen
        assert pane.strip.chosen is not None
        assert pane.strip.chosen.shown in pane.strip.accessibleName()
    assert len(told) > 1
    pane.route.set_value(Route.SEVERANCE)
    pane.route.committed.emit()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    assert stored(desk.office) == before
    assert desk.people.pane.form.value() == person
    assert not desk.banners


def test_what_is_told_is_what_the_service_answers(desk: EntryDesk, pane: WhatIfPane, person: Dossier) -> None:
    view = desk.desk.view
    assert view is not None
    retype(pane.month, "2/2025")
    QTest.keyClick(pane.month, RETURN)
    variation = Variation(leave_month=YearMonth(2025, 2))
    tried = simulate(person, view.approval_of(person), view.packs, variation)
    answer = pane.strip.answer_of(YearMonth(2025, 2))
    assert answer is not None
    assert answer.amount == tried.support.amount
    assert pane.amount.text() == standing_words(answer)
    if tried.carried_on:
        assert f"thêm {tried.carried_on} tháng" in pane.why.text()


def test_each_flip_is_listed_and_leads_to_its_month(pane: WhatIfPane) -> None:
    lines = [pane.turns.item(row).text() for row in range(pane.turns.count())]
    assert any("Từ tháng 07/2025: không còn đủ điều kiện theo Nghị định 29/2023/NĐ-CP." in line for line in lines)
    row = next(row for row, line in enumerate(lines) if "07/2025" in line)
    pane.turns.setFocus()
    pane.turns.setCurrentRow(row)
    QTest.keyClick(pane.turns, RETURN)
    assert pane.month.value() == YearMonth(2025, 7)


def test_another_route_moves_the_whole_strip(desk: EntryDesk, pane: WhatIfPane, qtbot: QtBot) -> None:
    before = pane.strip.answers
    pane.route.setFocus()
    QTest.keyClick(pane.route, Qt.Key.Key_Down)
    assert pane.route.value() is Route.SEVERANCE
    qtbot.waitUntil(lambda: pane.strip.answers != before, timeout=20_000)
    assert not desk.banners


def test_what_is_applied_is_saved_as_typed_and_can_be_undone(
    desk: EntryDesk, pane: WhatIfPane, person: Dossier, qtbot: QtBot
) -> None:
    assert person.leave_month is not None
    pane.strip.setFocus()
    QTest.keyClick(pane.strip, Qt.Key.Key_Left)
    assert pane.apply.isEnabled()
    pane.apply.setFocus()
    QTest.keyClick(pane.apply, Qt.Key.Key_Space)
    assert desk.stored(person.id).leave_month == person.leave_month + -1
    assert "Đã ghi tháng nghỉ đang thử" in desk.said
    assert desk.people.pane.form.leave_on.value() == desk.stored(person.id).leave_on
    desk.act()
    assert desk.stored(person.id).leave_on == person.leave_on
    assert desk.people.pane.form.leave_on.value() == person.leave_on
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)


def test_going_back_to_the_record_takes_away_what_was_tried(pane: WhatIfPane, person: Dossier) -> None:
    pane.strip.setFocus()
    QTest.keyClick(pane.strip, Qt.Key.Key_End)
    assert pane.month.value() != person.leave_month
    pane.back.setFocus()
    QTest.keyClick(pane.back, Qt.Key.Key_Space)
    assert pane.month.value() == person.leave_month
    assert pane.variation() == Variation(person.leave_month, person.group, person.route)


def test_typing_in_the_form_moves_the_trial_along(
    desk: EntryDesk, pane: WhatIfPane, person: Dossier, qtbot: QtBot
) -> None:
    before = pane.strip.answers
    form = desk.people.pane.form
    retype(form.leave_on, "1/9/2024" if person.leave_on != date(2024, 9, 1) else "1/10/2024")
    QTest.keyClick(form.leave_on, RETURN)
    qtbot.waitUntil(lambda: pane.strip.answers != before, timeout=20_000)
    view = desk.desk.view
    assert view is not None
    now = desk.stored(person.id)
    own = pane.strip.answer_of(now.leave_month)
    assert own is not None
    assert own.amount == support_for(now, view.approval_of(now), view.packs).amount


def test_a_sent_record_can_be_tried_on_but_nothing_applied(sent: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    desk = open_desk(sent.unit)
    someone = desk.first(DossierState.SENT)
    desk.show_person(someone.id)
    QTest.keyClick(desk.shell, Qt.Key.Key_F9)
    pane = desk.people.pane.what_if
    qtbot.waitUntil(lambda: bool(pane.strip.answers), timeout=20_000)
    pane.strip.setFocus()
    QTest.keyClick(pane.strip, Qt.Key.Key_Left)
    assert pane.month.value() != someone.leave_month
    assert not pane.apply.isEnabled()
