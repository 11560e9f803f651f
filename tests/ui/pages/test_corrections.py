"""What was sent is changed and taken out by keyboard; Sở Tài chính sees what changes before it takes it in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.corrections import Purpose
from desktop.domain.dossiers import Dossier
from desktop.domain.states import DossierState
from desktop.services.appraisal.appraise import inbox
from desktop.services.corrections.changes import Change
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.inbox import InboxPage
from desktop.ui.tasks import Tasks
from tests.services.packages.conftest import received_folder, taken_in, template  # noqa: F401 - fixtures
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, VOLUNTEER, Offices
from tests.ui.keyboard import type_text
from tests.ui.pages.conftest import Watched
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened
from tests.ui.recording import RecordingMessages


@pytest.fixture
def offices(taken_in: Offices) -> Offices:  # noqa: F811 - the fixture
    return taken_in


def _who(desk: EntryDesk, name: str) -> Dossier:
    assert desk.desk.view is not None
    return next(each for each in desk.desk.view.dossiers if each.person.full_name == name)


def _type(editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    type_text(editor, text)


def _change(desk: EntryDesk, name: str) -> None:
    """Take somebody up again and type another post, by keyboard."""
    desk.show_person(_who(desk, name).id)
    desk.messages.text = "Ghi sai chức vụ"
    QTest.keyClick(desk.people.corrections.reopen_button, Qt.Key.Key_Space)
    post = desk.people.pane.form._texts["person.post"]
    assert post.isEnabled()
    _type(post, "Kế toán trưởng")
    QTest.keyClick(post, Qt.Key.Key_Tab)


def _send(desk: EntryDesk, offices: Offices, qtbot: QtBot) -> None:
    desk.messages.paths = (offices.stick,)
    desk.submit.recipient.setText("STC")
    _type(desk.submit.passphrase, PASSPHRASE)
    with qtbot.waitSignal(desk.submit.changed, timeout=60_000):
        QTest.keyClick(desk.submit.passphrase, RETURN)


def _shown(watch: Callable[[], bool], qtbot: QtBot) -> None:
    qtbot.waitUntil(watch, timeout=30_000)


def test_a_list_is_replaced_and_only_who_changed_is_looked_at(
    offices: Offices, open_desk: Opened, tasks: Tasks, messages: RecordingMessages, qtbot: QtBot
) -> None:
    desk = open_desk(offices.unit)
    desk.shell.show_page("submit")
    assert not desk.submit.send_button.isEnabled()
    assert desk.submit.correction.isVisible()
    _change(desk, PERSON)
    assert desk.stored(_who(desk, PERSON).id).revision == 2
    desk.show_person(_who(desk, OTHER).id)
    desk.messages.text = "Xin ở lại"
    QTest.keyClick(desk.people.corrections.withdraw_button, Qt.Key.Key_Space)
    assert desk.banners[-1].undo
    desk.act()
    assert _who(desk, OTHER).state is DossierState.SENT
    QTest.keyClick(desk.people.corrections.withdraw_button, Qt.Key.Key_Space)
    assert _who(desk, OTHER).state is DossierState.WITHDRAWN

    desk.shell.show_page("submit")
    box = desk.submit.correction
    assert (box.purposes.currentData(), box.purposes.currentText()) == ("replace", "Thay thế (phù hợp)")
    assert "sửa 1 người, rút 1 người, giữ nguyên 1 người" in box.counts.text()
    assert f"Rút: {OTHER} (Xin ở lại)" in box.names.text()
    _type(desk.submit.passphrase, PASSPHRASE)
    QTest.keyClick(desk.submit.passphrase, RETURN)
    assert desk.shell.focusWidget() is box.reason
    assert "lý do" in desk.said
    type_text(box.reason, "Sửa chức vụ")
    _send(desk, offices, qtbot)
    assert "Đã ghi nop-" in desk.said
    assert "đã được gửi" in desk.submit.obstacles.text()
    desk.shell.show_page("results")
    assert [each.purpose for each in desk.results.sent._model.rows] == [Purpose.REPLACE, None]

    _take_in(offices, tasks, messages, qtbot)


def _take_in(offices: Offices, tasks: Tasks, messages: RecordingMessages, qtbot: QtBot) -> None:
    page = InboxPage(offices.finance, tasks, messages)
    Watched(page, qtbot)
    (package,) = offices.stick.glob("nop-*.age")
    messages.secret = PASSPHRASE
    page.receive((package,))
    _shown(page.changes.isVisible, qtbot)
    text = page.changes.view.toPlainText()
    assert "Sửa 1 người, rút 1 người, giữ nguyên 1 người." in text
    assert "Kế toán trưởng" in text
    assert "Xin ở lại" in text
    assert len(inbox(offices.finance)) == 1
    assert page.focusWidget() is page.changes.take
    QTest.keyClick(page.changes.take, Qt.Key.Key_Space)
    _shown(lambda: len(inbox(offices.finance)) == 2, qtbot)
    _shown(lambda: page.table.current_record().purpose is Purpose.REPLACE, qtbot)
    assert not page.changes.isVisible()
    QTest.keyClick(page.changes_button, Qt.Key.Key_Space)
    assert page.changes.isVisible()
    assert not page.changes.take.isVisible()
    QTest.keyClick(page.changes.close_button, Qt.Key.Key_Escape)
    assert not page.changes.isVisible()
    _look_at_it(offices, tasks, messages, qtbot, page.table.current_record().submission.id)


def _look_at_it(offices: Offices, tasks: Tasks, messages: RecordingMessages, qtbot: QtBot, submission_id: str) -> None:
    page = AppraisalPage(offices.finance, tasks, messages)
    Watched(page, qtbot)
    page.arrive(submission_id)
    _shown(lambda: page.person.isVisible() and page.people.records.rowCount() == 1, qtbot)
    assert [(each.sent.full_name, each.change) for each in page._model.rows] == [(PERSON, Change.CHANGED)]
    assert page.people.current_record() is not None
    assert page.only_changed.isChecked()
    notes = page.person.notes.toPlainText()
    assert "Chức vụ, chức danh" in notes
    assert "Kế toán trưởng" in notes
    QTest.keyClick(page.only_changed, Qt.Key.Key_Space)
    assert [each.sent.full_name for each in page._model.rows] == [PERSON, VOLUNTEER]


def test_a_correction_is_left_where_it_is_until_somebody_wants_it(
    offices: Offices, open_desk: Opened, tasks: Tasks, messages: RecordingMessages, qtbot: QtBot
) -> None:
    desk = open_desk(offices.unit)
    desk.shell.show_page("submit")
    desk.messages.text = "Lập lại danh sách"
    QTest.keyClick(desk.submit.correction.withdraw_button, Qt.Key.Key_Space)
    assert "Đã rút 3 người" in desk.said
    assert desk.submit.correction.purposes.currentData() == Purpose.WITHDRAW
    _send(desk, offices, qtbot)
    page = InboxPage(offices.finance, tasks, messages)
    Watched(page, qtbot)
    (package,) = offices.stick.glob("nop-*.age")
    messages.secret = PASSPHRASE
    page.receive((package,))
    _shown(page.changes.isVisible, qtbot)
    QTest.keyClick(page.changes.take, Qt.Key.Key_Escape)
    assert not page.changes.isVisible()
    assert [each.undecided for each in inbox(offices.finance)] == [3]
    page.receive((package,))
    _shown(page.changes.isVisible, qtbot)
    QTest.keyClick(page.changes.take, Qt.Key.Key_Space)
    _shown(lambda: len(inbox(offices.finance)) == 2, qtbot)
    _shown(lambda: page.table.current_record().purpose is Purpose.WITHDRAW, qtbot)
    assert not page.open_button.isEnabled()
    assert [each.undecided for each in inbox(offices.finance)] == [0, 0]
    QTest.keyClick(page.table, RETURN)
    assert "Lập lại danh sách" in page.changes.view.toPlainText()
