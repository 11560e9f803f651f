"""At 200 % a screen of 1366×768 is 683×384 points: no page scrolls sideways, keys scroll to what they show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.services.offices import Desks
from tests.ui.pages.entry_desk import EntryDesk, Opened

NARROW, WIDE = (683, 384), (1366, 768)
SIDE, BELOW = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def _area(desk: EntryDesk) -> QScrollArea:
    """Return what the page shown is scrolled in."""
    area = desk.shell.page.parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    return area


@pytest.mark.parametrize("page_id", ["home", "people", "approvals", "checks", "submit", "results", "recovery"])
def test_no_page_scrolls_sideways(listed: Desks, open_desk: Opened, qtbot: QtBot, page_id: str) -> None:
    desk = open_desk(listed.unit)
    desk.shell.resize(*NARROW)
    desk.shell.show_page(page_id)
    qtbot.waitUntil(lambda: _area(desk).horizontalScrollBar().maximum() == 0)
    assert (desk.shell.width(), desk.shell.height()) == NARROW


def test_the_form_is_folded_and_a_key_scrolls_to_the_steps_below(
    listed: Desks, open_desk: Opened, qtbot: QtBot
) -> None:
    desk = open_desk(listed.unit)
    people = desk.people
    desk.shell.resize(*NARROW)
    desk.shell.show_page("people")
    QTest.keyClick(people.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: people.pane._splitter.orientation() is BELOW)
    qtbot.waitUntil(lambda: _area(desk).verticalScrollBar().maximum() > desk.shell.height())  # it has its place
    assert people.pane.explanation.steps.visibleRegion().isEmpty()
    QTest.keyClick(desk.shell.focusWidget(), Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: people.pane.explanation.steps.visibleRegion().boundingRect().height() > 40)
    desk.shell.resize(*WIDE)
    qtbot.waitUntil(lambda: people.pane._splitter.orientation() is SIDE)
    assert people.pane.form.minimumHeight() == 0


def test_the_document_of_a_finding_is_scrolled_to(listed: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    desk = open_desk(listed.unit)
    approvals = desk.approvals
    desk.shell.resize(*NARROW)
    desk.shell.show_page("approvals")
    qtbot.waitUntil(lambda: approvals._splitter.orientation() is BELOW)
    approvals.tabs.setCurrentWidget(approvals.details)
    editor = approvals.details.editor("approval.issuer")
    assert editor is not None
    assert editor.visibleRegion().isEmpty()
    editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: editor.visibleRegion().boundingRect().height() == editor.height())
    desk.shell.resize(*WIDE)
    qtbot.waitUntil(lambda: approvals._splitter.orientation() is SIDE)
