"""The search of Sở Tài chính by keyboard: to the one found, to one of several, or told that there is nobody."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import Tools, build_shell
from desktop.domain.names import fold
from desktop.domain.rounds import Direction, SentDossier
from desktop.system.crash import CrashReports
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.window_search import WindowSearch
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import Desks, copied
from tests.ui.keyboard import type_text
from tests.ui.recording import RecordingMessages


@pytest.fixture(scope="module")
def received(received_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Offices for all of this module: to search changes nothing."""
    with copied(received_folder, tmp_path_factory.mktemp("search") / "desks") as desks:
        yield desks


@pytest.fixture(scope="module")
def window(qapp: QApplication, received: Desks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    messages, theme = RecordingMessages(), Theme()
    theme.apply(qapp, dark=False)
    reports = tmp_path_factory.mktemp("reports")
    tasks = Tasks(messages, CrashReports(reports, "0", lambda: datetime.now(UTC)))
    made = build_shell(received.finance, Tools(theme, messages, tasks))
    made.resize(1366, 768)
    made.show()
    yield made
    tasks.finish()
    made.close()
    made.deleteLater()


@pytest.fixture
def shell(qtbot: QtBot, window: Shell) -> Shell:
    window.show_page("home")
    qtbot.waitUntil(lambda: window.activateWindow() or window.isActiveWindow(), timeout=20_000)
    return window


def _sent(desks: Desks) -> tuple[SentDossier, ...]:
    with desks.finance.store.begin() as work:
        (submission,) = work.submissions.all(Direction.RECEIVED)
        return work.submissions.dossiers(submission.id)


def _search(shell: Shell, text: str) -> None:
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    type_text(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _shown(shell: Shell) -> str:
    page = shell.page
    line = page.people.current_record() if isinstance(page, AppraisalPage) else None
    return line.sent.dossier_id if line else ""


def test_a_card_number_leads_to_the_person(qtbot: QtBot, shell: Shell, received: Desks) -> None:
    wanted = _sent(received)[-1]
    _search(shell, wanted.citizen_id)
    qtbot.waitUntil(lambda: _shown(shell) == wanted.dossier_id, timeout=20_000)
    assert isinstance(shell.page, AppraisalPage)
    assert shell.page.people.hasFocus()
    other = _sent(received)[3]
    _search(shell, other.citizen_id)
    qtbot.waitUntil(lambda: _shown(shell) == other.dossier_id, timeout=20_000)


@pytest.mark.qt_log_ignore(r"This plugin does not support (raise\(\)|grabbing the keyboard)", extend=True)
def test_one_of_several_is_chosen_with_the_arrow(qtbot: QtBot, shell: Shell, received: Desks) -> None:
    family = fold(_sent(received)[0].full_name).split()[0]
    search = shell.findChild(WindowSearch)
    _search(shell, family)
    qtbot.waitUntil(search.menu.isVisible, timeout=20_000)
    second = search.menu.actions()[1].text()
    QTest.keyClick(search.menu, Qt.Key.Key_Down)
    QTest.keyClick(search.menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_shown(shell)), timeout=20_000)
    assert isinstance(shell.page, AppraisalPage)
    assert second.startswith(shell.page.person.name.text())


def test_nobody_found_is_said(qtbot: QtBot, shell: Shell) -> None:
    _search(shell, "khong ai ten the nay")
    told = "Không thấy ai có “khong ai ten the nay”"
    qtbot.waitUntil(
        lambda: any(each.isVisible() and each.text().startswith(told) for each in shell.findChildren(QLabel)),
        timeout=20_000,
    )


def test_no_name_of_a_page_is_cut_beside_its_mark(shell: Shell) -> None:
    for page_id in shell.page_ids:
        item = shell._rail.item(page_id)
        item.show_count(0, waits=True)
    QApplication.processEvents()
    for page_id in shell.page_ids:
        name = shell._rail.item(page_id)._name
        assert name.width() >= name.sizeHint().width(), page_id


def test_the_keyboard_stands_on_the_one_button_while_no_package_is_open(
    qtbot: QtBot, enrolled: Desks, theme: Theme, messages: RecordingMessages, tasks: Tasks
) -> None:
    made = build_shell(enrolled.finance, Tools(theme, messages, tasks))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.activateWindow() or made.isActiveWindow(), timeout=20_000)
    made.show_page("appraisal")
    assert isinstance(made.page, AppraisalPage)
    assert made.page.empty.button.hasFocus()
    tasks.finish()
