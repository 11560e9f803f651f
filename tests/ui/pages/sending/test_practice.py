"""Practice in the window: marked everywhere, coached step by step, begun anew, left for what is real."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.office import Office
from desktop.services.practice.coach import Lesson
from desktop.services.practice.mark import is_practice
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.home import HomePage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.sending.practice_coach import PracticeCoach
from desktop.ui.pages.sending.practice_strip import PracticeStrip
from desktop.ui.pages.sending.practice_switch import PracticeSwitch
from desktop.ui.pages.sending.practice_window import dress_for_practice
from desktop.ui.pages.settings import SettingsPage
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import Clock, Desks
from tests.services.sending.practice_rooms import place_practice, practice
from tests.ui.recording import RecordingMessages


@pytest.fixture
def office(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with practice(tmp_path / "home", tmp_path_factory) as made:
        yield made


def test_the_settings_offer_practice_where_nobody_practises(office: Office, enrolled: Desks, qtbot: QtBot) -> None:
    practising, real, appraising = (SettingsPage(each) for each in (office, enrolled.unit, enrolled.finance))
    for page in (practising, real, appraising):
        qtbot.addWidget(page)
    assert practising.practice.isHidden()
    assert appraising.practice.isHidden()
    assert not real.practice.isHidden()
    with qtbot.waitSignal(real.practice_wanted):
        real.practise.click()


def _shown(office: Office, theme: Theme, messages: RecordingMessages, tasks: Tasks, qtbot: QtBot) -> Shell:
    desk = Desk(office)
    pages = (HomePage(office, desk), PeoplePage(desk, tasks, messages))
    shell = Shell(office.identity.unit.name, pages, theme, tasks=tasks)
    desk.setParent(shell)
    if is_practice(office):
        dress_for_practice(shell, desk, tasks, messages)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    QTest.qWaitForWindowExposed(shell)
    return shell


def test_the_coach_ticks_off_what_was_done_and_helps(
    office: Office, theme: Theme, messages: RecordingMessages, tasks: Tasks, qtbot: QtBot
) -> None:
    shell = _shown(office, theme, messages, tasks, qtbot)
    coach, strip = shell.findChild(PracticeCoach), shell.findChild(PracticeStrip)
    assert "THỰC HÀNH" in shell.windowTitle()
    assert "THỰC HÀNH" in strip.line.text()
    assert strip.isVisible()
    assert coach.lesson is Lesson.TAKE_IN
    assert "danh_sach_de_nghi.xlsx" in coach.how.text()
    QTest.keyClick(coach.go_button, Qt.Key.Key_Space)
    assert shell.page.page_id == "people"
    with qtbot.waitSignal(coach.helped, timeout=60_000):
        QTest.keyClick(coach.help_button, Qt.Key.Key_Space)
    assert coach.lesson is Lesson.ATTACH
    assert coach.lines[Lesson.TAKE_IN].tone.value == "ok"
    assert shell.page.count()[0] == 60
    coach.close()
    QTest.keyClick(strip.coach_button, Qt.Key.Key_Space)
    assert coach.isVisible()
    with qtbot.waitSignal(strip.again):
        QTest.keyClick(strip.again_button, Qt.Key.Key_Space)
    assert messages.said[-1].kind == "confirm"


def test_one_goes_into_practice_from_home_and_comes_back(  # noqa: PLR0917 - fixtures
    enrolled: Desks,
    theme: Theme,
    messages: RecordingMessages,
    tasks: Tasks,
    tmp_path_factory: pytest.TempPathFactory,
    qtbot: QtBot,
) -> None:
    real = enrolled.unit
    place_practice(real.folder, tmp_path_factory)
    opened: list[tuple[Office, Shell]] = []

    def show(office: Office) -> None:
        shell = _shown(office, theme, messages, tasks, qtbot)
        opened.append((office, shell))
        switch.follow(shell, office)

    switch = PracticeSwitch(real.folder, Clock(), tasks, messages, show=show, back=partial(show, real))
    show(real)
    QTest.keyClick(opened[0][1].findChild(HomePage).practise, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=60_000)
    practising, shell = opened[1]
    assert practising.folder.is_relative_to(real.folder / "thuc-hanh")
    assert not shell.findChild(HomePage).practise.isVisible()
    QTest.keyClick(shell.findChild(PracticeStrip).leave_button, Qt.Key.Key_Space)
    assert opened[-1][0] is real
    assert opened[-1][1].findChild(PracticeStrip) is None
    assert practising.folder.exists()
