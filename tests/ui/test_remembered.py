"""What somebody arranged is found again; what nobody touched follows the content."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages_base import Page
from desktop.ui.remembered import Remembered


class _ListPage(Page):
    page_id = "list"

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        columns = tuple(Column[str](key, key.title(), str) for key in keys)
        self.table = RecordTableView(RecordTableModel(columns, identity=lambda row: row), "Danh sách")
        QVBoxLayout(self).addWidget(self.table)


def _window(qtbot: QtBot, keys: tuple[str, ...] = ("name", "amount", "state")) -> QWidget:
    window = QWidget()
    window.page = _ListPage(keys)  # type: ignore[attr-defined]
    QVBoxLayout(window).addWidget(window.page)  # type: ignore[attr-defined]
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    return window


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "giao-dien.ini"


def test_a_hidden_column_and_the_windows_size_are_found_again(qtbot: QtBot, kept: Path) -> None:
    first = _window(qtbot)
    assert not Remembered(kept).take_up(first)
    menu = first.page.table.columns_menu()
    menu.actions()[1].trigger()
    assert first.page.table.isColumnHidden(1)
    Remembered(kept).keep(first)
    second = _window(qtbot)
    second.resize(400, 300)
    assert Remembered(kept).take_up(second)
    assert second.page.table.isColumnHidden(1)
    assert second.size() == first.size()
    second.page.table.fit_columns()
    assert second.page.table.isColumnHidden(1)


def test_columns_that_nobody_arranged_are_not_kept(qtbot: QtBot, kept: Path) -> None:
    window = _window(qtbot)
    window.page.table.fit_columns()
    Remembered(kept).keep(window)
    assert "list" not in kept.read_text(encoding="utf-8")


def test_columns_of_another_version_are_not_mixed_up(qtbot: QtBot, kept: Path) -> None:
    first = _window(qtbot)
    first.page.table.columns_menu().actions()[1].trigger()
    Remembered(kept).keep(first)
    second = _window(qtbot, ("name", "route", "state"))
    Remembered(kept).take_up(second)
    assert not second.page.table.isColumnHidden(1)


def test_a_spoilt_file_changes_nothing(qtbot: QtBot, kept: Path) -> None:
    kept.write_bytes(b"\x00[window]\ngeometry=@ByteArray(\xff)\n[list]\n0-name-amount-state=7\n")
    window = _window(qtbot)
    assert not Remembered(kept).take_up(window)
    assert not window.page.table.arranged
