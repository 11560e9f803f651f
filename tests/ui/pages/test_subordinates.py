"""The page of a parent unit by keyboard, and the amber line where packages are read with an old trust pack."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Tools, build_shell
from desktop.domain.subordinates import Standing
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.keys.trust_warning import trust_warning
from desktop.services.parent_units.subordinates import subordinate_items
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.inbox import InboxPage
from desktop.ui.pages.mail import MailPage
from desktop.ui.pages.results import ResultsPage
from desktop.ui.pages.submit import SubmitPage
from desktop.ui.pages.subordinates import SubordinatesPage
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.packages.family import Family, family_of, make_family
from tests.services.packages.offices import FINANCE, PASSPHRASE
from tests.ui.keyboard import type_text
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages


@pytest.fixture(scope="module")
def family_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_family(tmp_path_factory.mktemp("family"))


@pytest.fixture
def family(family_template: Path, tmp_path: Path) -> Iterator[Family]:
    with family_of(family_template, tmp_path / "offices") as made:
        yield made


def test_a_package_is_received_looked_at_taken_in_left_and_sent_back(
    qtbot: QtBot, family: Family, tasks: Tasks, messages: RecordingMessages
) -> None:
    sent = family.send_to_parent(plain=False)
    page = SubordinatesPage(family.parent, tasks, messages)
    watched = Watched(page, qtbot)
    page.changed.connect(page.refresh)  # as the shell does
    assert page.count() == (0, False)
    assert not page.take_button.isEnabled()
    messages.paths, messages.secret = (sent.package.path,), PASSPHRASE
    QTest.keyClick(page.receive_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.people.records.rowCount() == 3, timeout=40_000)
    assert watched.tones == ["ok"]
    assert page.count() == (1, True)
    assert "3 người · 0 người tính lại khác" in page.summary.text()
    assert page.found.text().startswith("BH06: ")
    QTest.keyClick(page.take_button, Qt.Key.Key_Space)
    assert subordinate_items(family.parent)[0].goes
    assert "1 gói sẽ gửi kèm: 3 người" in page.status()
    submit = SubmitPage(Desk(family.parent), tasks, messages)
    qtbot.addWidget(submit)
    submit.show()
    assert submit.along.text().startswith("Gửi kèm 1 gói")
    assert submit.send_button.isEnabled()
    submit.hide()
    QTest.keyClick(page.leave_button, Qt.Key.Key_Space)
    assert subordinate_items(family.parent)[0].package.standing is Standing.WAITING
    QTest.keyClick(page.back_button, Qt.Key.Key_Space)
    panel = page.back_panel
    assert not panel.send.isEnabled()
    messages.paths = (family.stick,)
    panel.folder.button.click()
    type_text(panel.note, "Thiếu văn bản.")
    type_text(panel.passphrase, PASSPHRASE)
    QTest.keyClick(panel.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(watched.banners) == 4, timeout=40_000)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=40_000)
    assert watched.tones == ["ok"] * 4
    assert panel.passphrase.text() == ""
    assert not page.take_button.isEnabled()
    (answer,) = family.stick.glob("tra-*")
    assert len(receive_decision(family.unit, answer, PASSPHRASE).decisions) == 3


def test_a_parent_unit_alone_has_the_page_and_old_trust_is_told_where_packages_are_read(
    qtbot: QtBot, family: Family, tasks: Tasks, messages: RecordingMessages, theme: Theme
) -> None:
    tools = Tools(theme, messages, tasks)
    shells = {name: build_shell(getattr(family, name), tools) for name in ("unit", "parent")}
    for shell in shells.values():
        qtbot.addWidget(shell)
    assert "subordinates" in shells["parent"].page_ids
    assert "subordinates" not in shells["unit"].page_ids
    pages = [
        InboxPage(family.finance, tasks, messages),
        MailPage(family.unit, tasks, messages),
        ResultsPage(Desk(family.unit), tasks, messages),
        SubordinatesPage(family.parent, tasks, messages),
    ]
    for page in pages:
        qtbot.addWidget(page)
        assert page.trust_notice.text() == ""
    family.clock.at += timedelta(days=366)
    for page in pages:
        page.refresh(None)
        assert page.trust_notice.text().startswith("Cảnh báo: Gói tin cậy số ")
    family.clock.at += timedelta(days=90)
    assert trust_warning(family.unit) is None
    assert trust_warning(family.finance) is None


def test_a_package_of_another_office_is_refused_at_the_page(
    qtbot: QtBot, family: Family, tasks: Tasks, messages: RecordingMessages
) -> None:
    sent = family.send(family.unit, FINANCE)
    page = SubordinatesPage(family.parent, tasks, messages)
    watched = Watched(page, qtbot)
    page.receive((sent.package.path,))
    qtbot.waitUntil(lambda: watched.tones == ["error"], timeout=20_000)
    assert page.table.records.rowCount() == 0
