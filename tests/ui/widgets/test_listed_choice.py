"""Choices that a policy pack lists, by keyboard."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.listed_choice import ListedChoice, ListedTicks

_CHOICES = (("first", "Thứ nhất"), ("second", "Thứ hai & cuối"))


def test_one_is_chosen_by_key_and_told(qtbot: QtBot) -> None:
    box = ListedChoice()
    qtbot.addWidget(box)
    box.show()
    box.set_choices(_CHOICES)
    assert box.value() == ""
    with qtbot.waitSignal(box.committed):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == "first"
    box.set_value("second")
    assert box.currentText() == "Thứ hai & cuối"
    box.set_value("")
    assert box.value() == ""


def test_what_no_pack_lists_is_shown_as_it_is_and_kept(qtbot: QtBot) -> None:
    box = ListedChoice()
    qtbot.addWidget(box)
    box.set_choices(_CHOICES)
    box.set_value("older")
    assert (box.value(), box.currentText()) == ("older", "older")
    box.set_choices(_CHOICES)
    assert (box.value(), box.count()) == ("", 3)


def test_any_number_is_ticked(qtbot: QtBot) -> None:
    ticks = ListedTicks()
    qtbot.addWidget(ticks)
    ticks.set_choices(_CHOICES)
    ticks.show()
    ticks.set_value(("second", "older"))
    assert ticks.value() == ("second", "older")
    with qtbot.waitSignal(ticks.committed):
        qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.value() == ("first", "second", "older")
    ticks.set_choices(_CHOICES[:1])
    assert ticks.value() == ()
