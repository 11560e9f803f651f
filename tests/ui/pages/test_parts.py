"""Packages in parts in the window: settings, the size before sending, the files after it, what waits in the inbox."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.services.arrivals.waiting_packages import waiting_packages
from desktop.services.sending.exchange_settings import Channel, exchange_settings
from desktop.ui.arrival_words import number_list
from desktop.ui.pages.inbox import InboxPage
from desktop.ui.pages.sending_size import size_words
from desktop.ui.pages.settings import SettingsPage
from desktop.ui.tasks import Tasks
from tests.services.offices import FINANCE_PASSPHRASE, UNIT_PASSPHRASE, Desks
from tests.services.sets import by_email, write_in_parts
from tests.ui.pages.conftest import Watched
from tests.ui.pages.entry_desk import RETURN, Opened, retype
from tests.ui.recording import RecordingMessages

SPACE = Qt.Key.Key_Space


def test_settings_are_changed_by_keyboard_and_saved(qtbot: QtBot, enrolled: Desks) -> None:
    page = SettingsPage(enrolled.finance)
    watched = Watched(page, qtbot)
    page.take_focus()
    panel = page.exchange
    assert panel.channels[Channel.STICK].hasFocus()
    assert not page.save_button.isEnabled()
    QTest.keyClick(panel.channels[Channel.STICK], Qt.Key.Key_Down)
    assert panel.channels[Channel.EMAIL].isChecked()
    retype(panel.limits[Channel.EMAIL], "9999")
    assert not page.save_button.isEnabled()
    QTest.keyClick(panel.limits[Channel.EMAIL], RETURN)
    assert panel.problem.isVisible()
    assert "từ 1 đến 3900 MB" in panel.problem.text()
    retype(panel.limits[Channel.EMAIL], "15")
    assert not panel.problem.isVisible()
    QTest.keyClick(panel.refuse_plain, SPACE)
    QTest.keyClick(page.save_button, SPACE)
    kept = exchange_settings(enrolled.finance)
    assert (kept.channel, kept.limit_mb, kept.refuse_plain) == (Channel.EMAIL, 15, True)
    assert (watched.banners, watched.tones) == (["Đã lưu cài đặt."], ["ok"])
    assert not page.save_button.isEnabled()


def test_settings_are_put_back_or_saved_when_the_page_is_left(qtbot: QtBot, enrolled: Desks) -> None:
    page = SettingsPage(enrolled.unit)
    Watched(page, qtbot)
    retype(page.exchange.limits[Channel.STICK], "700")
    QTest.keyClick(page.undo_button, SPACE)
    assert page.exchange.limits[Channel.STICK].value() == 3900
    retype(page.exchange.limits[Channel.STICK], "700")
    page.leave()
    assert exchange_settings(enrolled.unit).limit_mb == 700


def test_a_large_round_is_sent_in_parts_that_are_told_before_and_after(
    ready: Desks, open_desk: Opened, qtbot: QtBot
) -> None:
    by_email(ready.unit, 2)
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    told = desk.submit.size_line.text()
    assert told.startswith("Khoảng 2,")
    assert told.endswith("thư điện tử: chia thành 2 phần đã ký, mỗi phần tối đa 2 MB (đổi ở trang Cài đặt).")
    assert not desk.submit.written.isVisible()
    desk.messages.paths = (ready.mail,)
    desk.submit.recipient.setText("STC-HP")
    retype(desk.submit.passphrase, UNIT_PASSPHRASE)
    with qtbot.waitSignal(desk.submit.changed, timeout=60_000):
        QTest.keyClick(desk.submit.passphrase, RETURN)
    assert "p1-of-2.asice.age và 1 phần nữa" in desk.said
    names = sorted(each.name for each in ready.mail.glob("nop-*.age"))
    assert desk.submit.written.isVisible()
    assert desk.submit.written.names.text().split("\n") == names
    assert len(names) == 2
    assert not desk.submit.size_line.isVisible()


def test_a_round_that_cannot_be_shared_out_says_so_before_it_is_sent(ready: Desks, open_desk: Opened) -> None:
    by_email(ready.unit, 1)
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    assert "riêng số liệu của danh sách nặng 2 MB" in desk.submit.size_line.text()


def test_what_is_missing_of_a_package_is_named_and_what_waits_can_be_deleted(
    qtbot: QtBot, mended: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    parts = [each.path for each in write_in_parts(mended).parts]
    page = InboxPage(mended.finance, tasks, messages)
    watched = Watched(page, qtbot)
    messages.secret = FINANCE_PASSPHRASE
    _receive(page, watched, messages, qtbot, parts[1])
    assert "Còn thiếu phần 1, 3 của 3." in watched.banners[-1]
    assert watched.tones[-1] == "warning"
    (drop,) = [each for each in _buttons(page) if each.text().startswith("Xóa")]
    assert not [each for each in _buttons(page) if each.text().startswith("Nhận không chờ")]
    messages.text = "Đơn vị gửi nhầm"
    QTest.keyClick(drop, SPACE)
    assert waiting_packages(mended.finance) == ()
    for path in (parts[2], parts[0], parts[1]):
        _receive(page, watched, messages, qtbot, path)
    assert ": 1 người, " in watched.banners[-1]
    assert page.table.records.rowCount() == 1
    assert _buttons(page) == []


def _receive(page: InboxPage, watched: Watched, messages: RecordingMessages, qtbot: QtBot, path: Path) -> None:
    before = len(watched.banners)
    messages.paths = (path,)
    QTest.keyClick(page.receive_button, SPACE)
    qtbot.waitUntil(lambda: len(watched.banners) > before, timeout=20_000)


def _buttons(page: InboxPage) -> list[QAbstractButton]:
    return [each for each in page.arrivals.findChildren(QAbstractButton) if each.isVisible()]


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 kB"), (999_999, "1000 kB"), (2_000_000, "2 MB"), (2_391_443, "2,4 MB"), (3_900_000_000, "3,9 GB")],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("numbers", "words"), [((2,), "2"), ((1, 2), "1, 2"), ((1, 2, 3, 7), "1–3, 7"), ((4, 6, 7, 8, 9), "4, 6–9")]
)
def test_missing_numbers_are_listed_as_people_do(numbers: tuple[int, ...], words: str) -> None:
    assert number_list(numbers) == words
