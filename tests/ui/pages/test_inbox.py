"""The inbox: taking packages in, opening them, sending results."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.rounds import Outcome
from desktop.services.appraisal.appraise import decide, inbox
from desktop.services.appraisal.received_view import read_received
from desktop.ui.pages.inbox import InboxPage
from desktop.ui.pages.told_together import ToldTogether
from desktop.ui.pages_base import Banner
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.looks import Tone
from tests.services.mail import send, submission_in
from tests.services.offices import FINANCE_PASSPHRASE, Desks
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages


def test_a_package_is_received_once_and_told_so_the_second_time(
    qtbot: QtBot, sent: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = InboxPage(sent.finance, tasks, messages)
    watched = Watched(page, qtbot)
    assert page.count() == (0, False)
    messages.paths = (submission_in(sent),)
    QTest.keyClick(page.receive_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(watched.banners) == 1, timeout=20_000)
    assert watched.banners[0].startswith("Đã nhận nop-UBH-01-2024-2-001.asice: 60 người, ")
    assert page.count() == (1, True)
    page.receive_button.click()
    qtbot.waitUntil(lambda: len(watched.banners) == 2, timeout=20_000)
    assert "đã nhận lúc 03/09/2024" in watched.banners[1]
    assert page.table.records.rowCount() == 1
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert watched.went == [("appraisal", inbox(sent.finance)[0].submission.id)]


def test_an_encrypted_package_asks_for_the_passphrase_once_and_nothing_is_taken_in_without_it(
    qtbot: QtBot, ready: Desks, tasks: Tasks, messages: RecordingMessages, tmp_path: Path
) -> None:
    package = send(ready, plain=False).package.path
    again = Path(shutil.copy(package, tmp_path / "ban-sao.asice.age"))
    page = InboxPage(ready.finance, tasks, messages)
    watched = Watched(page, qtbot)
    page.receive((package, again))
    assert [each.kind for each in messages.said] == ["ask_secret"]
    assert page.table.records.rowCount() == 0
    messages.secret = "sai-mat-khau-roi"  # noqa: S105 - wrong on purpose
    page.receive((package,))
    qtbot.waitUntil(lambda: watched.tones == ["error"], timeout=20_000)
    messages.secret = FINANCE_PASSPHRASE
    page.receive((package, again))
    qtbot.waitUntil(lambda: len(watched.banners) == 3, timeout=40_000)
    assert [each.kind for each in messages.said] == ["ask_secret"] * 3
    assert watched.banners[1].startswith("Đã nhận nop-UBH-01-2024-2-001.asice.age: 60 người, ")
    assert "đã nhận lúc" in watched.banners[2]


def test_a_file_that_is_no_package_is_refused_and_nothing_is_listed(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages, tmp_path: Path
) -> None:
    page = InboxPage(enrolled.finance, tasks, messages)
    watched = Watched(page, qtbot)
    path = tmp_path / "khong-phai-goi.asice"
    path.write_bytes(b"khong phai goi")
    page.receive((path,))
    qtbot.waitUntil(lambda: len(watched.banners) == 1)
    assert watched.tones == ["error"]
    assert page.table.records.rowCount() == 0


def test_what_came_of_two_drops_is_told_together(
    qtbot: QtBot, sent: Desks, tasks: Tasks, messages: RecordingMessages, tmp_path: Path
) -> None:
    page = InboxPage(sent.finance, tasks, messages)
    watched = Watched(page, qtbot)
    path = tmp_path / "khong-phai-goi.asice"
    path.write_bytes(b"khong phai goi")
    page.receive((path,))
    page.receive((submission_in(sent),))
    qtbot.waitUntil(lambda: len(watched.banners) == 2, timeout=20_000)
    assert "khong-phai-goi.asice" in watched.banners[1]
    assert "Đã nhận nop-UBH-01-2024-2-001.asice: 60 người, " in watched.banners[1]
    assert watched.tones[1] == "error"
    assert "phiếu tiếp nhận" in watched.last.action
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    page.receive((submission_in(sent),))
    qtbot.waitUntil(lambda: len(watched.banners) == 3, timeout=20_000)
    assert "khong-phai-goi.asice" not in watched.banners[2]


def test_of_many_results_the_uneasy_are_told_and_the_others_counted() -> None:
    together = ToldTogether()
    for number in range(1, 8):
        together.add(Banner(f"Đã nhận gói {number}.", Tone.OK))
    told = together.add(Banner("Gói 8 hỏng.", Tone.ERROR))
    assert told.text.splitlines()[0] == "Gói 8 hỏng."
    assert told.text.splitlines()[-1] == "Và 3 kết quả khác, xem trong danh sách."
    together.begin(busy=True)
    assert "Gói 8 hỏng." in together.add(Banner("Đã nhận gói 9.", Tone.OK)).text
    together.begin(busy=False)
    assert together.add(Banner("Đã nhận gói 10.", Tone.OK)).text == "Đã nhận gói 10."


@pytest.mark.parametrize(("passphrase", "written"), [(FINANCE_PASSPHRASE, 1), ("sai-mat-khau-roi", 0)])
def test_results_are_signed_into_the_chosen_folder(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    received: Desks,
    tasks: Tasks,
    messages: RecordingMessages,
    tmp_path: Path,
    passphrase: str,
    written: int,
) -> None:
    submission = inbox(received.finance)[0].submission
    view = read_received(received.finance, submission.id)
    decide(received.finance, view, view.document.people[0].record.id, Outcome.APPROVED)
    page = InboxPage(received.finance, tasks, messages)
    watched = Watched(page, qtbot)
    messages.paths = (tmp_path,)
    page.send_button.click()
    page.send_panel.choose.click()
    QTest.keyClicks(page.send_panel.passphrase, passphrase)
    QTest.keyClick(page.send_panel.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(watched.banners) == 1, timeout=20_000)
    assert len(list(tmp_path.glob("tra-*.asice.age"))) == written
    assert watched.tones == ["ok" if written else "error"]
    assert page.send_panel.passphrase.text() == ""
    assert not page.send_panel.isVisible()
