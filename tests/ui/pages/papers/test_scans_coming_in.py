"""The register with its scans: watched folder, pasting, the scanner, packing, the way back; in a real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.documents.scans.compression import Strength
from desktop.domain.approvals import Approval
from desktop.services.office import Office, create_office
from desktop.services.papers.edit_approval import add_approval, attach_scan
from desktop.services.papers.scan_inbox import waiting_scans
from desktop.services.papers.scanners import SaneScanner
from desktop.services.rounds.open_round import open_round
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
    desk.act()
    assert held(office, approval) == approval.attachments

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
