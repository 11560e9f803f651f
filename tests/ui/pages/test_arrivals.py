"""What arrives, in the window: alarms, packages that wait, receipts and drafts, by keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.appraisal.appraise import inbox
from desktop.services.arrivals.drafts_here import received_drafts
from desktop.services.arrivals.make_receipt import make_receipt
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.arrivals.take_in import take_in
from desktop.services.arrivals.waiting_packages import waiting_packages
from desktop.services.arrivals.watch_arrivals import alarms
from desktop.ui.models import RecordTableView
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.inbox import InboxPage
from desktop.ui.pages.results import ResultsPage
from desktop.ui.pages.submit import SubmitPage
from desktop.ui.tasks import Tasks
from tests.services.packages.conftest import offices, template  # noqa: F401 - fixtures
from tests.services.packages.offices import OTHER, PASSPHRASE, PERSON, Offices
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages

NOWHERE = "3f2b8a34-9d1c-4f6e-8a70-0123456789ab"
SPACE = Qt.Key.Key_Space


def _rows(page: InboxPage | ResultsPage) -> list[str]:
    labels = page.arrivals.findChildren(QLabel)
    return [each.text() for each in labels if each.isVisible()]


def _press(page: InboxPage | ResultsPage, words: str) -> None:
    """Press one of the buttons beside the rows by keyboard."""
    found = page.arrivals.findChildren(QPushButton)
    (wanted,) = [each for each in found if each.isVisible() and each.text() == words]
    wanted.setFocus()
    QTest.keyClick(wanted, SPACE)


def _cell(table: RecordTableView[Any], row: int, key: str) -> str:
    """Return what a cell shows, by the key of its column."""
    keys = [each.key for each in table.records.sourceModel().columns]
    return str(table.model().index(row, keys.index(key)).data())


@dataclass
class Scene:
    """Both offices, what runs and asks in the window, and the inbox over the finance office."""

    offices: Offices
    tasks: Tasks
    messages: RecordingMessages
    qtbot: QtBot
    page: InboxPage

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=20_000)


@pytest.fixture
def scene(offices: Offices, tasks: Tasks, messages: RecordingMessages, qtbot: QtBot) -> Scene:  # noqa: F811
    return Scene(offices, tasks, messages, qtbot, InboxPage(offices.finance, tasks, messages))


def test_an_alarm_stays_in_sight_until_somebody_says_what_it_was(scene: Scene) -> None:
    page, messages = scene.page, scene.messages
    take_in(scene.offices.finance, scene.offices.send((PERSON,), remember=False))
    watched = Watched(page, scene.qtbot)
    assert not page.arrivals.isVisible()
    page.receive((scene.offices.send((OTHER,), sequence=1, remember=False),))
    scene.until(lambda: watched.tones == ["error"])
    (row,) = _rows(page)
    assert "mang số 1 của một gói khác" in row
    _press(page, "Đã xem xét…")
    assert len(alarms(scene.offices.finance)) == 1
    messages.text = "Đơn vị ghi nhầm số"
    _press(page, "Đã xem xét…")
    assert (alarms(scene.offices.finance), page.arrivals.isVisible()) == ((), False)
    assert watched.tones == ["error", "ok"]


def test_what_waits_is_taken_in_for_a_reason_or_deleted(scene: Scene) -> None:
    page, messages = scene.page, scene.messages
    watched = Watched(page, scene.qtbot)
    messages.text = "Gói đầu thất lạc"
    page.receive((scene.offices.send((PERSON,), sequence=2, supersedes=NOWHERE, remember=False),))
    scene.until(lambda: watched.tones == ["warning"])
    assert (page.table.records.rowCount(), len(_rows(page))) == (0, 1)
    assert "các số chưa đến: 1" in _rows(page)[0]
    _press(page, "Nhận không chờ…")
    scene.until(lambda: page.table.records.rowCount() == 1)
    assert not page.arrivals.isVisible()
    page.receive((scene.offices.send((OTHER,), sequence=9, supersedes=NOWHERE, remember=False),))
    scene.until(lambda: len(waiting_packages(scene.offices.finance)) == 1)
    scene.until(page.arrivals.isVisible)
    _press(page, "Xóa…")
    assert (waiting_packages(scene.offices.finance), page.arrivals.isVisible()) == ((), False)
    assert [each.kind for each in messages.said] == ["ask_text", "ask_text"]


def test_a_receipt_is_offered_and_made_by_keyboard(scene: Scene, tmp_path: Path) -> None:
    page, messages = scene.page, scene.messages
    watched = Watched(page, scene.qtbot)
    page.receive((scene.offices.send((PERSON,)), scene.offices.send((OTHER,))))
    scene.until(lambda: len(watched.banners) == 2)
    assert watched.last.action == "&Lập phiếu tiếp nhận"
    scene.until(lambda: page.activateWindow() or page.isActiveWindow())  # the strip of running work has no window here
    watched.last.act()
    panel = page.receipts.panel
    assert panel.all_bare.isChecked()
    assert panel.all_bare.text() == "Lập cho cả 2 gói chưa có phiế&u"
    messages.paths = (tmp_path,)
    QTest.keyClick(panel.choose, SPACE)
    panel.passphrase.setText(PASSPHRASE)
    QTest.keyClick(panel.passphrase, Qt.Key.Key_Return)
    scene.until(lambda: len(watched.banners) == 3)
    assert watched.last.text.startswith("Đã lập 2 phiếu tiếp nhận: số 1/2024, 2/2024.")
    assert [each.receipt for each in inbox(scene.offices.finance)] == ["1/2024", "2/2024"]
    assert len(list(tmp_path.glob("nhan-*.asice*"))) == len(list(tmp_path.glob("*.pdf"))) == 4
    assert (panel.passphrase.text(), panel.isVisible()) == ("", False)
    QTest.keyClick(page.receipt_button, SPACE)
    assert panel.isVisible()
    assert not panel.all_bare.isVisible()
    QTest.keyClick(panel.passphrase, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_unit_takes_a_receipt_in_and_sees_what_was_received(scene: Scene, tmp_path: Path) -> None:
    page, messages, tasks = scene.page, scene.messages, scene.tasks
    received = receive_submission(scene.offices.finance, scene.offices.send((PERSON,))).submission
    scene.offices.send((OTHER,))
    made = make_receipt(scene.offices.finance, received.id, tmp_path, PASSPHRASE)
    page = ResultsPage(Desk(scene.offices.unit), tasks, messages)
    watched = Watched(page, scene.qtbot)
    assert [_cell(page.sent.table, row, "receipt") for row in range(2)] == ["Chưa có phiếu tiếp nhận"] * 2
    messages.paths, messages.secret = (made.full.path,), PASSPHRASE
    QTest.keyClick(page.receive_button, SPACE)
    scene.until(lambda: watched.tones == ["ok"])
    assert "số 1/2024 (Sở Tài chính)" in watched.banners[0]
    told = [_cell(page.sent.table, row, "receipt") for row in range(2)]
    assert (told[0], "số 1/2024" in told[1]) == ("Chưa có phiếu tiếp nhận", True)
    assert not page.receipt_button.isEnabled()
    page.sent.table.selectRow(1)
    folder = tmp_path / "in"
    folder.mkdir()
    messages.paths = (folder,)
    QTest.keyClick(page.receipt_button, SPACE)
    scene.until(lambda: len(watched.banners) == 2)
    assert [each.name for each in folder.iterdir()] == ["phieu-tiep-nhan-1-2024-TTYT-AN-DUONG.pdf"]


def test_a_draft_is_sent_looked_at_and_deleted_and_no_letter_decides(scene: Scene) -> None:
    page, messages, tasks = scene.page, scene.messages, scene.tasks
    submit = SubmitPage(Desk(scene.offices.unit), tasks, messages)
    sending = Watched(submit, scene.qtbot)
    messages.paths = (scene.offices.stick,)
    submit.passphrase.setText(PASSPHRASE)
    QTest.keyClick(submit.drafts.button, SPACE)
    scene.until(lambda: sending.tones == ["ok"])
    assert sending.banners[0].startswith("Đã ghi gói NHÁP nop-nhap-TTYT-AN-DUONG-2024-2-001.asice.age: 3 người")
    assert submit.passphrase.text() == ""
    (written,) = scene.offices.stick.iterdir()
    watched = Watched(page, scene.qtbot)
    messages.secret = PASSPHRASE
    page.receive((written,))
    scene.until(lambda: watched.tones == ["ok"])
    assert (watched.last.action, page.count()) == ("", (0, False))
    told = [_cell(page.table, 0, key) for key in ("round", "waiting", "receipt")]
    assert told == ["NHÁP · Đợt 2 năm 2024", "NHÁP", ""]
    assert not page.send_button.isEnabled()
    assert not page.receipt_button.isEnabled()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert watched.went == [("appraisal", received_drafts(scene.offices.finance)[0].id)]
    _look_at_draft(scene)
    page.drop_button.setFocus()
    QTest.keyClick(page.drop_button, SPACE)
    assert (received_drafts(scene.offices.finance), page.table.records.rowCount()) == ((), 0)
    assert not page.drop_button.isVisible()


def _look_at_draft(scene: Scene) -> None:
    messages, tasks = scene.messages, scene.tasks
    appraisal = AppraisalPage(scene.offices.finance, tasks, messages)
    looked = Watched(appraisal, scene.qtbot)
    appraisal.arrive(received_drafts(scene.offices.finance)[0].id)
    scene.until(lambda: appraisal.people.records.rowCount() == 3)
    assert appraisal.draft_note.isVisible()
    assert appraisal.bar.draft_note.isVisible()
    assert not any(each.isVisible() or each.isEnabled() for each in appraisal.bar.outcomes.values())
    assert not appraisal.bar.all.isVisible()
    assert not appraisal.result_button.isVisible()
    for key in (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_B, Qt.Key.Key_T):
        QTest.keyClick(appraisal.people, key)
    assert (looked.banners, appraisal.entry.isVisible()) == ([], False)
    assert appraisal.status().startswith("NHÁP")


def test_a_wrong_passphrase_writes_no_draft(scene: Scene) -> None:
    submit = SubmitPage(Desk(scene.offices.unit), scene.tasks, scene.messages)
    sending = Watched(submit, scene.qtbot)
    scene.messages.paths = (scene.offices.stick,)
    QTest.keyClicks(submit.passphrase, "sai")
    QTest.keyClick(submit.drafts.button, SPACE)
    scene.until(lambda: sending.tones == ["error"])
    assert not list(scene.offices.stick.iterdir())
