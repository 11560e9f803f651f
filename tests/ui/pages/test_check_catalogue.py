"""The page of the catalogue: search and filters by keyboard, what one check says, files."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.findings import Severity
from desktop.ui.pages.check_catalogue import CheckCataloguePage
from tests.services.offices import Desks
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages


def _shown(page: CheckCataloguePage) -> list[str]:
    return [line.code for line in page.table.records.records()]


def test_typing_without_accents_narrows_and_the_check_is_told(
    qtbot: QtBot, enrolled: Desks, messages: RecordingMessages
) -> None:
    page = CheckCataloguePage(enrolled.finance, None, messages)
    Watched(page, qtbot)
    assert len(_shown(page)) == 90
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, "chung tu chi")
    assert _shown(page) == ["CT04"]
    assert page.name.text().startswith("CT04")
    assert "1 lỗi" in page.summary.text()
    qtbot.keyClicks(page.search, " khong co")
    assert _shown(page) == []
    assert not page.detail.isVisible()


def test_a_filter_is_chosen_by_key(qtbot: QtBot, enrolled: Desks, messages: RecordingMessages) -> None:
    page = CheckCataloguePage(enrolled.finance, None, messages)
    Watched(page, qtbot)
    qtbot.keyClick(page.severity, Qt.Key.Key_Down)
    assert {line.entry.severity for line in page.table.records.records()} == {Severity.ERROR}
    page.arrive("HS08")
    assert page.table.current_record() is not None
    assert len(_shown(page)) == 90


def test_what_is_shown_is_written(qtbot: QtBot, enrolled: Desks, messages: RecordingMessages, tmp_path: Path) -> None:
    page = CheckCataloguePage(enrolled.finance, None, messages)
    watched = Watched(page, qtbot)
    qtbot.keyClick(page.severity, Qt.Key.Key_Down)
    messages.paths = (tmp_path / "danh-muc.xlsx",)
    qtbot.keyClick(page.excel_button, Qt.Key.Key_Space)
    assert (tmp_path / "danh-muc.xlsx").stat().st_size > 0
    assert "danh-muc.xlsx" in watched.banners[-1]
    messages.paths = (tmp_path / "no" / "danh-muc.pdf",)
    qtbot.keyClick(page.pdf_button, Qt.Key.Key_Space)
    assert "danh-muc.pdf" in watched.banners[-1]
    assert not (tmp_path / "no").exists()
