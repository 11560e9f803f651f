"""“Nhớ trên máy này”: offered only where the system has a store, kept only when ticked, filled in the next time."""

from collections.abc import Iterator

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.keys.kept_passphrase import is_kept, kept_passphrase
from desktop.ui.messages import Messages
from desktop.ui.pages.sealed_files import with_passphrase
from desktop.ui.pages.trust import TrustPage
from desktop.ui.secret_dialog import SecretDialog
from desktop.ui.tasks import Tasks
from tests.services.mail import send
from tests.services.offices import UNIT_PASSPHRASE, Desks
from tests.services.test_kept_passphrase import StoreOfTheTest
from tests.ui.keyboard import type_text
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages


@pytest.fixture
def store() -> Iterator[StoreOfTheTest]:
    made = StoreOfTheTest()
    keyring.set_keyring(made)
    yield made
    made.secrets.clear()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_store_no_box_is_there(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = TrustPage(enrolled.unit, tasks, messages)
    Watched(page, qtbot)
    boxes = [each for each in page.findChildren(QCheckBox) if each.text().startswith("Nhớ")]
    assert boxes
    assert not any(each.isVisible() for each in boxes)
    tasks.finish()


def test_ticked_it_is_kept_filled_in_and_forgotten(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages, store: StoreOfTheTest
) -> None:
    page = TrustPage(enrolled.unit, tasks, messages)
    Watched(page, qtbot)
    request = page.steps.request
    assert request.passphrase.text() == ""
    messages.paths = (enrolled.mail,)
    QTest.keyClick(request.folder.button, Qt.Key.Key_Space)
    type_text(request.passphrase, UNIT_PASSPHRASE)
    QTest.keyClick(request.kept.tick, Qt.Key.Key_Space)
    QTest.keyClick(request.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_kept(enrolled.unit), timeout=20_000)
    assert list(store.secrets.values()) == [UNIT_PASSPHRASE]
    again = TrustPage(enrolled.unit, tasks, messages)
    Watched(again, qtbot)
    assert again.steps.backup.passphrase.text() == UNIT_PASSPHRASE
    assert again.steps.recover.forget.isVisible()
    QTest.keyClick(again.steps.recover.forget, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not is_kept(enrolled.unit), timeout=20_000)
    assert store.secrets == {}
    tasks.finish()


def test_the_question_about_a_package_keeps_the_answer_and_is_not_asked_again(
    qtbot: QtBot, window: QWidget, ready: Desks, store: StoreOfTheTest
) -> None:
    path = send(ready, plain=False).package.path
    told: list[str] = []
    messages = Messages(window)
    with_passphrase(ready.unit, messages, (path,), told.append)
    qtbot.waitUntil(lambda: window.findChild(SecretDialog) is not None)
    dialog = window.findChild(SecretDialog)
    edit, tick = dialog.findChild(QLineEdit), dialog.findChild(QCheckBox)
    QTest.keyClicks(edit, UNIT_PASSPHRASE)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == [UNIT_PASSPHRASE])
    assert kept_passphrase(ready.unit) == UNIT_PASSPHRASE
    with_passphrase(ready.unit, messages, (path,), told.append)
    assert told == [UNIT_PASSPHRASE] * 2
