"""The policies: every figure with its source, what is open first."""

from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from desktop.rules.showing import NOT_KNOWN
from desktop.ui.pages.policy import PolicyPage
from desktop.ui.tasks import Tasks
from tests.services.offices import Desks
from tests.ui.pages.conftest import Watched
from tests.ui.recording import RecordingMessages


def test_open_figures_stand_first_with_their_article(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = PolicyPage(enrolled.unit, tasks, messages)
    Watched(page, qtbot)
    page.arrive("hai-phong-nq07-2024")
    (city,) = [pack for pack in enrolled.unit.shelf.packs if pack.id == "hai-phong-nq07-2024"]
    missing = len(city.open_parameters())
    rows = page.table.records.records()
    assert missing > 0
    assert [row.value for row in rows[:missing]] == [NOT_KNOWN] * missing
    assert all(row.citation.article for row in rows[:missing])
    assert all(row.provenance for row in rows)
    assert str(missing) in page.warning.text()


def test_practice_is_named_as_practice(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = PolicyPage(enrolled.unit, tasks, messages)
    Watched(page, qtbot)
    (practice,) = [pack for pack in enrolled.unit.shelf.packs if pack.practice]
    page.arrive(practice.id)
    assert "THỰC HÀNH" in page.warning.text()


def test_what_is_said_below_is_of_the_figure_chosen(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = PolicyPage(enrolled.unit, tasks, messages)
    Watched(page, qtbot)
    for pack in enrolled.unit.shelf.packs:
        page.arrive(pack.id)
        row = page.table.current_record()
        assert row is not None
        assert page.note.text().startswith(f"{row.label}: {row.value}. ")
        assert page.note.text()[len(f"{row.label}: {row.value}. ")].isupper()


def test_no_name_in_the_list_is_cut_at_any_width(
    qtbot: QtBot, enrolled: Desks, tasks: Tasks, messages: RecordingMessages
) -> None:
    page = PolicyPage(enrolled.unit, tasks, messages)
    Watched(page, qtbot)
    for width in (900, 1180, 1500):
        page.resize(width, 640)
        for place in range(page.packs.count()):
            item = page.packs.item(place)
            shown = page.packs.visualItemRect(item)
            room = QRect(0, 0, shown.width(), 10_000)
            needed = page.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            assert shown.height() >= needed.height()
