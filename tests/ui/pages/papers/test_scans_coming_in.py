"""The register with its scans: watched folder, pasting, the scanner, packing, the way back; in a real window."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QThread, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.documents.scans.compression import Strength
from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.services.office import Office, create_office
from desktop.services.papers.coming_in import CameIn, TurnedAway
from desktop.services.papers.edit_approval import add_approval, attach_scan
from desktop.services.papers.scan_inbox import waiting_scans, watch_folder
from desktop.services.papers.scanners import Cancelled, SaneScanner
from desktop.services.rounds.open_round import open_round
from desktop.ui.pages.papers.came_together import CameTogether
from desktop.ui.pages.papers.compression import CompressionDialog
from desktop.ui.pages.papers.watched_folder import WatchedFolder
from desktop.ui.pages.papers.workshop import WorkshopDialog
from tests.services.offices import UNIT, Clock
from tests.ui.pages.entry_desk import EntryDesk, Opened

SAMPLES = Path(__file__).parents[3] / "golden/don-vi-60-nguoi/ban_quet"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = create_office(tmp_path / "unit", UNIT, now=Clock())
    yield made
    made.close()


@pytest.fixture
def approval(office: Office) -> Approval:
    opened = open_round(office, "Đợt 2", "2024-2")
    made = add_approval(office, opened.id, number="1655/QĐ-UBND", issued_on=None, issuer="UBND huyện")
    return attach_scan(office, made.id, SAMPLES / "QD_1655.pdf").approval


@pytest.fixture
def desk(qtbot: QtBot, open_desk: Opened, office: Office, approval: Approval) -> EntryDesk:
    made = open_desk(office)
    made.shell.show_page("approvals")
    made.approvals.table.setFocus()
    qtbot.waitUntil(lambda: made.shell.activateWindow() or made.shell.isActiveWindow(), timeout=20_000)
    return made


def held(office: Office, approval: Approval) -> tuple[str, ...]:
    with office.store.begin() as work:
        return work.approvals.need(approval.id).attachments


def test_a_watched_folder_tells_of_complete_files_once(qtbot: QtBot, tmp_path: Path) -> None:
    folder, told = WatchedFolder(settles_in=20), []
    folder.complete.connect(told.append)
    folder.watch(tmp_path)
    scan = tmp_path / "Scan.jpg"
    scan.write_bytes((SAMPLES / "anh_chup_nguoc.jpg").read_bytes())
    qtbot.waitUntil(lambda: told == [[scan]], timeout=20_000)
    folder.watch(None)
    assert folder.folder is None


def test_scans_come_in_by_folder_clipboard_and_scanner_and_go_onto_the_document_by_key(
    qtbot: QtBot, desk: EntryDesk, office: Office, approval: Approval, tmp_path: Path
) -> None:
    inbox = desk.approvals.inbox
    assert not inbox.list.isVisible()
    inbox.take([SAMPLES / "anh_chup_nguoc.jpg", SAMPLES / "co_mat_khau.pdf"])
    qtbot.waitUntil(inbox.list.isVisible, timeout=20_000)
    assert "anh_chup_nguoc.jpg" in inbox.list.item(0).text()
    assert "mật khẩu" in desk.said
    qtbot.keyClick(desk.approvals.table, Qt.Key.Key_G, CTRL)
    assert len(held(office, approval)) == 2
    assert not inbox.list.isVisible()
    desk.act()
    assert held(office, approval) == approval.attachments
    qtbot.mouseClick(inbox.aside_button, Qt.MouseButton.LeftButton)
    assert waiting_scans(office) == ()
    desk.act()
    assert len(waiting_scans(office)) == 1

    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    desk.approvals.inbox.paste()
    assert "không có ảnh" in desk.said
    image = QImage(1240, 1754, QImage.Format.Format_Grayscale8)
    image.fill(240)
    clipboard.setImage(image)
    desk.approvals.table.setFocus()
    qtbot.keyClick(desk.approvals.table, Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(held(office, approval)) == 2, timeout=20_000)
    clipboard.clear()

    inbox._scanner = SaneScanner(command="khong-co-lenh-nay")
    inbox._say_scanner()
    assert not inbox.scan_button.isEnabled()
    assert "sane-utils" in inbox.scan_button.toolTip()


def test_scans_are_edited_packed_and_looked_at_again_and_each_can_be_taken_back(
    qtbot: QtBot, desk: EntryDesk, office: Office, approval: Approval
) -> None:
    qtbot.keyClick(desk.approvals.table, Qt.Key.Key_E, CTRL)
    shop = desk.approvals.scan_acts.opened
    assert isinstance(shop, WorkshopDialog)
    shop.turn(2)
    shop.save()
    qtbot.waitUntil(lambda: held(office, approval) != approval.attachments, timeout=20_000)
    qtbot.waitUntil(lambda: bool(desk.banners), timeout=20_000)
    assert "Đã ghi bản quét mới" in desk.said
    edited = held(office, approval)
    assert desk.commands.undo.text() == "Hoàn tác: sửa bản quét của 1655/QĐ-UBND"
    desk.commands.undo.trigger()
    assert held(office, approval) == approval.attachments
    desk.commands.redo.trigger()
    assert held(office, approval) == edited
    desk.commands.undo.trigger()

    desk.banners.clear()
    desk.approvals.scan_acts.pack_action.trigger()
    assert "Gói đang dùng" in desk.approvals.status()
    table = desk.approvals.scan_acts.opened
    assert isinstance(table, CompressionDialog)
    assert "Đang dùng" in table.budget.text()
    assert not table.take_button.isEnabled()
    table.strength.setCurrentIndex(list(Strength).index(Strength.STRONG))
    qtbot.mouseClick(table.pack_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(table.take_button.isEnabled, timeout=20_000)
    assert "bớt" in table.files.topLevelItem(0).text(2)
    table.before.set_zoom(3.0)
    assert table.after.zoom == 3.0
    qtbot.mouseClick(table.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.banners), timeout=20_000)
    assert "bản nén" in desk.said
    assert desk.commands.undo.text() == "Hoàn tác: nén 1 bản quét"
    assert held(office, approval) != approval.attachments
    desk.act()
    assert held(office, approval) == approval.attachments
    assert not list((office.folder / "private").glob("*"))

    desk.banners.clear()
    desk.approvals.scan_acts.recheck_action.trigger()
    qtbot.waitUntil(lambda: bool(desk.banners), timeout=20_000)
    assert "không có gì khác" in desk.said
    office.store.blobs.path(approval.attachments[0]).unlink()
    desk.approvals.scan_acts.recheck()
    qtbot.waitUntil(lambda: "QD_1655.pdf" in desk.said, timeout=20_000)


def test_a_folder_that_is_gone_is_waited_for_and_watched_again_when_it_is_back(qtbot: QtBot, tmp_path: Path) -> None:
    stick, told = tmp_path / "usb", []
    folder = WatchedFolder(settles_in=20, looks_every=20)
    folder.complete.connect(told.append)
    folder.watch(stick)
    for _ in range(2):  # plugged in after the start, pulled out, put back as it was
        told.clear()
        stick.mkdir()
        scan = stick / "Scan.jpg"
        scan.write_bytes((SAMPLES / "anh_chup_nguoc.jpg").read_bytes())
        os.utime(scan, (1_000, 1_000))
        qtbot.waitUntil(lambda scan=scan: told == [[scan]], timeout=20_000)
        assert not folder.is_gone
        shutil.rmtree(stick)
        qtbot.waitUntil(lambda: folder.is_gone, timeout=20_000)
    folder.watch(None)
    assert not folder.is_gone


def test_the_page_says_that_the_folder_is_gone_and_choosing_it_again_watches_it(
    qtbot: QtBot, desk: EntryDesk, office: Office, tmp_path: Path
) -> None:
    inbox, stick = desk.approvals.inbox, tmp_path / "usb"
    stick.mkdir()
    watch_folder(office, stick)
    stick.rmdir()
    inbox.start()
    assert inbox.gone.isVisible()
    assert str(stick) in inbox.gone.text()
    stick.mkdir()
    desk.messages.paths = (stick,)
    inbox.choose_folder()
    assert not inbox.gone.isVisible()
    (stick / "Scan.jpg").write_bytes((SAMPLES / "anh_chup_nguoc.jpg").read_bytes())
    qtbot.waitUntil(inbox.list.isVisible, timeout=20_000)
    inbox.stop_watching()


def dropped(qtbot: QtBot, desk: EntryDesk, *paths: Path) -> str:
    """Drop files onto the document that is shown and return all that is said of them."""
    desk.banners.clear()
    desk.approvals.drop.take(list(paths))
    qtbot.waitUntil(lambda: not desk.tasks.busy and bool(desk.banners), timeout=20_000)
    assert len(desk.banners) == 1
    return desk.said


def test_all_files_of_a_drop_are_told_of_together_and_are_one_step_back(
    qtbot: QtBot, desk: EntryDesk, office: Office, approval: Approval, tmp_path: Path
) -> None:
    empty, letter, good = tmp_path / "hong.pdf", tmp_path / "thu.docx", SAMPLES / "anh_chup_nguoc.jpg"
    empty.touch()
    letter.write_bytes(b"PK")
    told = dropped(qtbot, desk, empty, SAMPLES / "co_mat_khau.pdf", letter, good, SAMPLES / "QD_1655.pdf")
    for said in (
        "Đã gắn anh_chup_nguoc.jpg, 1 trang.",
        "đã có sẵn QD_1655.pdf",
        "anh_chup_nguoc.jpg (",
        "hong.pdf (tệp rỗng); co_mat_khau.pdf (có mật khẩu)",
        "thu.docx: chỉ nhận",
    ):
        assert said in told
    assert len(held(office, approval)) == 2
    assert desk.commands.undo.text() == "Hoàn tác: gắn anh_chup_nguoc.jpg vào 1655/QĐ-UBND"
    desk.commands.undo.trigger()
    assert held(office, approval) == approval.attachments
    assert desk.approvals.inbox.list.isVisible()
    desk.commands.redo.trigger()
    assert len(held(office, approval)) == 2
    assert not desk.approvals.inbox.list.isVisible()
    assert "hong.pdf" in dropped(qtbot, desk, empty, SAMPLES / "QD_1655.pdf")
    assert dropped(qtbot, desk, SAMPLES / "QD_1655.pdf").startswith("Văn bản này đã có sẵn")


def test_two_drops_shortly_after_each_other_are_told_in_one_message_and_taken_back_by_one_key(
    qtbot: QtBot, desk: EntryDesk, office: Office, approval: Approval, tmp_path: Path
) -> None:
    empty = tmp_path / "hong.pdf"
    empty.touch()
    drop = desk.approvals.drop
    drop.take([SAMPLES / "anh_chup_nguoc.jpg"])
    drop.take([SAMPLES / "QD_1808.pdf", empty])
    qtbot.waitUntil(lambda: not desk.tasks.busy and len(desk.banners) == 2, timeout=20_000)
    assert "Đã gắn 2 tệp." in desk.said
    assert "hong.pdf" in desk.said
    assert len(held(office, approval)) == 3
    desk.act()
    assert held(office, approval) == approval.attachments
    drop.take([SAMPLES / "QD_1808.pdf"])
    qtbot.waitUntil(lambda: "Đã gắn QD_1808.pdf" in desk.said, timeout=20_000)
    assert "hong.pdf" not in desk.said


class _Sheets:
    """A feeder that goes on until it is stopped, with two sheets through by then."""

    def __init__(self) -> None:
        self.through = Event()

    def missing(self) -> Refusal | None:
        return None

    def scan(self, folder: Path, cancelled: Cancelled) -> tuple[Path, ...]:
        pages = tuple(folder / f"quet-{number:03d}.jpg" for number in (1, 2))
        for turned, page in enumerate(pages):
            with Image.open(SAMPLES / "anh_chup_nguoc.jpg") as picture:
                picture.rotate(180 * turned).save(page)
        self.through.set()
        while not cancelled():
            QThread.yieldCurrentThread()
        return pages


def test_pages_that_were_scanned_before_somebody_stopped_the_scanner_wait(
    qtbot: QtBot, desk: EntryDesk, office: Office, approval: Approval
) -> None:
    inbox = desk.approvals.inbox
    inbox._scanner = _Sheets()
    inbox.scan_button.setEnabled(True)
    inbox.scan_button.setFocus()
    qtbot.keyClick(inbox.scan_button, Qt.Key.Key_Space)
    stop = desk.tasks.strip.findChild(QPushButton)
    qtbot.waitUntil(stop.isVisible, timeout=20_000)
    stop.setFocus()
    qtbot.keyClick(stop, Qt.Key.Key_Space)
    qtbot.waitUntil(inbox.list.isVisible, timeout=20_000)
    assert inbox.list.count() == 2
    assert "Đã dừng quét, giữ các trang đã quét được." in desk.said
    assert held(office, approval) == approval.attachments


def test_pages_that_were_scanned_when_the_window_closes_wait(qtbot: QtBot, desk: EntryDesk, office: Office) -> None:
    inbox = desk.approvals.inbox
    sheets = inbox._scanner = _Sheets()
    inbox.scan()
    qtbot.waitUntil(sheets.through.is_set, timeout=20_000)
    desk.tasks.finish()
    assert len(waiting_scans(office)) == 2


def test_a_scan_that_is_taken_off_waits_and_each_act_is_taken_back_by_key(
    qtbot: QtBot, desk: EntryDesk, office: Office, approval: Approval
) -> None:
    page, undo = desk.approvals, desk.commands.undo
    page._open_form()
    page.form.number.setText("88/QĐ")
    page.form.button.click()
    assert undo.text() == "Hoàn tác: thêm văn bản 88/QĐ"
    page.table.choose(approval.id)
    qtbot.mouseClick(page.detach_button, Qt.MouseButton.LeftButton)
    assert held(office, approval) == ()
    assert page.inbox.list.isVisible()
    qtbot.mouseClick(page.inbox.aside_button, Qt.MouseButton.LeftButton)
    assert waiting_scans(office) == ()
    desk.shell.set_banner(None)
    assert undo.text() == "Hoàn tác: bỏ qua QD_1655.pdf"
    undo.trigger()
    assert len(waiting_scans(office)) == 1
    assert undo.text() == "Hoàn tác: gỡ QD_1655.pdf khỏi 1655/QĐ-UBND"
    undo.trigger()
    assert held(office, approval) == approval.attachments
    assert not page.inbox.list.isVisible()
    undo.trigger()
    with office.store.begin() as work:
        assert [each.number for each in work.approvals.of_round(approval.round_id)] == ["1655/QĐ-UBND"]
    desk.commands.redo.trigger()
    with office.store.begin() as work:
        assert len(work.approvals.of_round(approval.round_id)) == 2


def test_a_file_that_was_set_aside_is_pasted_again_and_one_that_waits_is_refused_aloud(
    qtbot: QtBot, desk: EntryDesk, office: Office
) -> None:
    inbox, file = desk.approvals.inbox, SAMPLES / "anh_chup_nguoc.jpg"
    inbox.take([file])
    qtbot.waitUntil(inbox.list.isVisible, timeout=20_000)
    inbox.set_aside()
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(copied)
    inbox.paste()
    qtbot.waitUntil(inbox.list.isVisible, timeout=20_000)
    desk.banners.clear()
    inbox.paste()
    qtbot.waitUntil(lambda: bool(desk.banners), timeout=20_000)
    QGuiApplication.clipboard().clear()
    assert "đang chờ ở Mới quét" in desk.said
    assert len(waiting_scans(office)) == 1


def test_what_was_told_a_while_ago_is_not_told_again(desk: EntryDesk) -> None:
    now, said = [0.0], []
    together = CameTogether(desk.desk, clock=lambda: now[0])
    refused = CameIn(refused=(TurnedAway("hong.pdf", Refusal("scan.empty", name="hong.pdf")),))
    stopped = CameIn(stopped=True)
    together.tell(refused, said.append, said.clear)
    now[0] += 5
    together.tell(stopped, said.append, said.clear)
    assert ["hong.pdf" in each.text for each in said] == [True, True]
    now[0] += 30
    together.tell(stopped, said.append, said.clear)
    assert said[-1].text == "Đã dừng quét, chưa có trang nào."
