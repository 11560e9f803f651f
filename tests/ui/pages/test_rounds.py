"""Choosing a round at the top of the window, and opening another one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Tools, build_shell
from desktop.services.rounds.open_round import open_round
from desktop.system.crash import CrashReports
from desktop.ui.pages.approvals import ApprovalsPage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.round_form import RoundForm
from desktop.ui.shell import Shell
from desktop.ui.shell.rail import RailItem
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import Desks, copied
from tests.ui.recording import RecordingMessages


def _second_round(desks: Desks, tools: Tools) -> Shell:
    desks.clock.moment += timedelta(seconds=1)
    open_round(desks.unit, "Đợt 3 năm 2024", "2024-3")
    made = build_shell(desks.unit, tools)
    made.show()
    return made


@pytest.fixture
def own_shell(mended: Desks, qtbot: QtBot, theme: Theme, tasks: Tasks, messages: RecordingMessages) -> Shell:
    made = _second_round(mended, Tools(theme, messages, tasks))
    qtbot.addWidget(made)
    return made


@pytest.fixture(scope="module")
def shared_shell(qapp: QApplication, mended_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """One window for all who only choose among the rounds that are there."""
    folder = tmp_path_factory.mktemp("rounds")
    messages, theme = RecordingMessages(), Theme()
    theme.apply(qapp, dark=False)
    tasks = Tasks(messages, CrashReports(folder / "reports", "0", lambda: datetime.now(UTC)))
    with copied(mended_folder, folder / "desks") as desks:
        made = _second_round(desks, Tools(theme, messages, tasks))
        yield made
        tasks.finish()
        made.close()
        made.deleteLater()


@pytest.fixture
def shell(shared_shell: Shell) -> Shell:
    """The newest round lies on the desk, home is shown."""
    shared_shell.show_page("home")
    shared_shell.activateWindow()
    QTest.qWaitForWindowActive(shared_shell)
    chooser = _rounds(shared_shell)
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_End)
    assert chooser.currentText() == "Đợt 3 năm 2024"
    return shared_shell


def _rounds(shell: Shell) -> QComboBox:
    return next(each for each in shell.findChildren(QComboBox) if each.accessibleName() == "Đợt đề nghị")


def _on_the_rail(shell: Shell, word: str) -> str:
    return next(each.accessibleName() for each in shell.findChildren(RailItem) if word in each.accessibleName())


def test_the_newest_round_is_open_and_any_other_can_be_chosen_by_keyboard(shell: Shell) -> None:
    chooser = _rounds(shell)
    assert [chooser.itemText(place) for place in range(chooser.count())] == ["Đợt 2 năm 2024", "Đợt 3 năm 2024"]
    shell.show_page("people")
    assert (chooser.currentText(), shell.page.count()[0]) == ("Đợt 3 năm 2024", 0)
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Up)
    assert (chooser.currentText(), shell.page.count()[0]) == ("Đợt 2 năm 2024", 60)
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert shell.page.count()[0] == 0


@pytest.mark.parametrize("page_id", ["people", "approvals"])
def test_the_arrow_keys_walk_the_list_as_soon_as_a_page_is_shown(shell: Shell, qtbot: QtBot, page_id: str) -> None:
    chooser = _rounds(shell)
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Up)
    assert chooser.currentText() == "Đợt 2 năm 2024"
    shell.show_page(page_id)
    table = shell.page.table
    assert table.records.rowCount()
    assert shell.focusWidget() is table
    first = table.currentIndex().row()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == first + 1


def test_another_round_is_opened_from_home_and_lies_on_the_desk(own_shell: Shell) -> None:
    shell = own_shell
    button = next(each for each in shell.page.findChildren(QPushButton) if each.text() == "&Lập đợt mới…")
    button.click()
    form = shell.page.findChild(RoundForm)
    assert form is not None
    assert form.name.hasFocus()
    year = datetime.now(UTC).year
    form.name.set_value("Đợt bổ sung")
    form.period.set_value(f"{year}-9")
    form.button.click()
    assert _rounds(shell).currentText() == "Đợt bổ sung"
    assert _rounds(shell).count() == 3


def test_a_period_that_is_taken_is_said_beside_the_form(own_shell: Shell) -> None:
    shell = own_shell
    next(each for each in shell.page.findChildren(QPushButton) if each.text() == "&Lập đợt mới…").click()
    form = shell.page.findChild(RoundForm)
    assert form is not None
    form.period.set_value("2024-3")
    form.button.click()
    assert form.fault.text().startswith("Kỳ 2024-3 đã dùng cho đợt")
    assert _rounds(shell).count() == 2


def test_pages_that_are_not_seen_only_count_and_are_filled_when_they_are_shown(shell: Shell) -> None:
    chooser = _rounds(shell)
    approvals = shell.need(ApprovalsPage.page_id)
    people = shell.need(PeoplePage.page_id)
    shell.show_page("people")
    assert people.table.records.rowCount() == 0
    shell.show_page("home")
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Up)
    assert people.table.records.rowCount() == 0
    assert "60" in _on_the_rail(shell, "Đối tượng")
    shell.show_page("people")
    assert people.table.records.rowCount() == 60
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert people.table.records.rowCount() == 0
    QTest.keyClick(chooser, Qt.Key.Key_Up)
    assert people.table.records.rowCount() == 60
    shell.show_page("approvals")
    assert approvals.table.records.rowCount() > 0
