"""Nothing is squeezed, and nothing that is not seen asks for room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.full_height import flowing
from desktop.ui.widgets.least_area import LeastArea
from desktop.ui.widgets.rooms import Rooms
from tests.ui.walk.settling import settle


def test_only_the_room_that_is_seen_asks_for_room(qtbot: QtBot) -> None:
    small, large = QLabel("a"), QLabel("a")
    large.setMinimumSize(700, 500)
    rooms = Rooms(small, large)
    qtbot.addWidget(rooms)
    assert rooms.minimumSizeHint().width() < 100
    rooms.setCurrentWidget(large)
    assert rooms.minimumSizeHint().width() >= large.minimumSizeHint().width()


def test_a_row_that_flows_gets_its_lines_inside_a_splitter(qtbot: QtBot) -> None:
    row = flowing(QWidget(), *(QPushButton("Một nút khá dài") for _ in range(4)))
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(row)
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(inside)
    qtbot.addWidget(splitter)
    splitter.resize(900, 60)
    splitter.show()
    settle(splitter, lambda: False)
    before = row.height()
    splitter.resize(200, 60)
    settle(splitter, lambda: False)
    assert row.height() >= row.heightForWidth(row.width()) > before


def test_content_that_needs_more_scrolls_and_is_not_squeezed(qtbot: QtBot) -> None:
    content = QLabel("a")
    content.setMinimumSize(100, 400)
    area = LeastArea(content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    settle(area, lambda: False)
    assert content.height() == 400
    assert area.verticalScrollBar().maximum() > 0
    area.resize(300, 600)
    settle(area, lambda: False)
    assert content.height() == area.viewport().height()
