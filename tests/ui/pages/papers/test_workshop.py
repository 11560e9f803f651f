"""The scan workshop in a real window, by keyboard and mouse, over real files."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from pytestqt.qtbot import QtBot

from desktop.domain.approvals import Approval
from desktop.services.office import Office, create_office
from desktop.services.papers.edit_approval import add_approval, attach_scan
from desktop.services.papers.exchange_files import FilesExchanged, take_back
from desktop.services.rounds.open_round import open_round
from desktop.ui.pages.papers.workshop import WorkshopDialog
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import UNIT, Clock
from tests.ui.recording import RecordingMessages

SAMPLES = Path(__file__).parents[3] / "golden/don-vi-60-nguoi/ban_quet"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = create_office(tmp_path_factory.mktemp("xuong") / "unit", UNIT, now=Clock())
    yield made
    made.close()


@pytest.fixture(scope="module")
def approval(office: Office) -> Approval:
    opened = open_round(office, "Đợt 2", "2024-2")
    made = add_approval(office, opened.id, number="1655/QĐ-UBND", issued_on=None, issuer="UBND huyện")
    for name in ("QD_1655.pdf", "anh_chup_nguoc.jpg"):
        made = attach_scan(office, made.id, SAMPLES / name).approval
    return made


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages(paths=(SAMPLES / "QD_1808.pdf",))


@pytest.fixture
def shop(  # noqa: PLR0917 - what it works with
    qtbot: QtBot, theme: Theme, tasks: Tasks, messages: RecordingMessages, office: Office, approval: Approval
) -> WorkshopDialog:
    made = WorkshopDialog(office, approval, tasks, messages)
    theme.dress(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    activate(qtbot, made)
    return made


def activate(qtbot: QtBot, shop: WorkshopDialog) -> None:
    """Take the keyboard back from the strip of tasks, which is a window of its own here."""
    qtbot.waitUntil(lambda: shop.activateWindow() or shop.isActiveWindow(), timeout=20_000)


def order(shop: WorkshopDialog) -> list[int]:
    return [each.key for each in shop.pages.pages]


def press(qtbot: QtBot, shop: WorkshopDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    activate(qtbot, shop)
    qtbot.keyClick(shop.strip, key, modifier)


def test_pages_are_moved_turned_taken_out_and_brought_back_by_keyboard(qtbot: QtBot, shop: WorkshopDialog) -> None:
    shop.strip.setFocus()
    press(qtbot, shop, Qt.Key.Key_Down)
    assert order(shop) == [1, 0, 2]
    press(qtbot, shop, Qt.Key.Key_R)
    assert [each.turned for each in shop.pages.pages] == [0, 90, 0]
    assert "xoay 90°" in shop.strip.item(1).text()
    qtbot.keyClick(shop.strip, Qt.Key.Key_Delete)
    assert order(shop) == [1, 2]
    assert "bỏ trang" in shop.buttons["undo"].text()
    for _ in range(3):
        press(qtbot, shop, Qt.Key.Key_Z)
    assert order(shop) == [0, 1, 2]
    assert not shop.buttons["save"].isEnabled()


def test_thumbnails_and_the_large_page_are_drawn_off_the_window(qtbot: QtBot, shop: WorkshopDialog) -> None:
    empty = shop.strip.item(2).icon().pixmap(40, 40).toImage()
    qtbot.waitUntil(lambda: shop.strip.item(2).icon().pixmap(40, 40).toImage() != empty, timeout=20_000)
    qtbot.waitUntil(lambda: not shop.preview.canvas.image.isNull(), timeout=20_000)
    shop.strip.setFocus()
    qtbot.keyClick(shop.strip, Qt.Key.Key_End)
    assert shop.preview.page == 2


def test_a_file_that_is_dragged_within_the_row_tells_the_new_order(qtbot: QtBot, shop: WorkshopDialog) -> None:
    model = shop.strip.model()
    assert model.moveRow(model.index(0, 0).parent(), 2, model.index(0, 0).parent(), 0)
    qtbot.waitUntil(lambda: order(shop) == [2, 0, 1], timeout=5_000)


def test_splitting_and_joining_says_how_many_files_there_will_be(qtbot: QtBot, shop: WorkshopDialog) -> None:
    shop.strip.go_to(1)
    qtbot.mouseClick(shop.buttons["split"], Qt.MouseButton.LeftButton)
    assert "3 tệp" in shop.note.text()
    shop.strip.go_to(0)
    qtbot.mouseClick(shop.buttons["join"], Qt.MouseButton.LeftButton)
    assert "1 tệp" in shop.note.text()


def test_straightening_measures_shows_before_and_after_and_can_be_left(qtbot: QtBot, shop: WorkshopDialog) -> None:
    qtbot.mouseClick(shop.buttons["straighten"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shop.pages.pages[0].slant != 0, timeout=20_000)
    assert shop.before.isVisible()
    press(qtbot, shop, Qt.Key.Key_T)
    assert shop.before.isChecked()
    qtbot.mouseClick(shop.buttons["straighten"], Qt.MouseButton.LeftButton)
    assert shop.pages.pages[0].slant == 0


def test_saving_attaches_and_tells_what_can_be_taken_back(
    qtbot: QtBot, shop: WorkshopDialog, office: Office, approval: Approval
) -> None:
    qtbot.mouseClick(shop.buttons["add"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shop.pages.pages) == 5, timeout=20_000)
    shop.strip.go_to(0)
    qtbot.mouseClick(shop.buttons["join"], Qt.MouseButton.LeftButton)
    told: list[FilesExchanged] = []
    shop.saved.connect(told.append)
    press(qtbot, shop, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert [each.pages for each in told[0].files] == [5]
    assert not shop.isVisible()
    take_back(office, told[0])
    with office.store.begin() as work:
        assert work.approvals.need(approval.id).attachments == approval.attachments


def test_closing_with_work_not_saved_asks_first(qtbot: QtBot, shop: WorkshopDialog) -> None:
    press(qtbot, shop, Qt.Key.Key_R)
    qtbot.keyClick(shop, Qt.Key.Key_Escape)
    assert shop.isVisible()
    assert "chưa lưu" in shop.note.text()
    qtbot.keyClick(shop, Qt.Key.Key_Escape)
    assert not shop.isVisible()


def test_a_file_that_cannot_be_used_is_refused_in_words(
    qtbot: QtBot, shop: WorkshopDialog, messages: RecordingMessages
) -> None:
    messages.paths = (SAMPLES / "co_mat_khau.pdf",)
    shop.add_files()
    qtbot.waitUntil(lambda: "mật khẩu" in shop.note.text(), timeout=20_000)
    assert len(shop.pages.pages) == 3


def test_files_let_go_anywhere_are_laid_at_the_end(qtbot: QtBot, shop: WorkshopDialog, tasks: Tasks) -> None:
    before = len(shop.pages.pages)
    drop(shop, SAMPLES / "QD_1808.pdf")
    qtbot.waitUntil(lambda: not tasks.busy and len(shop.pages.pages) > before, timeout=20_000)
    drop(shop, Path("danh_sach.docx"))
    assert "danh_sach.docx" in shop.note.text()


def drop(shop: WorkshopDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path.absolute()))])
    event = Mock(spec=QDragEnterEvent)
    event.mimeData.return_value = data
    shop.dragEnterEvent(event)
    event.acceptProposedAction.assert_called_once()
    shop.dropEvent(event)
