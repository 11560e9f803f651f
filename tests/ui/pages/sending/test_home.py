"""The home page: what is to be done, by when, how far it is, and what passed last; by keyboard."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.round_form import ChangeRoundForm
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, Opened


def test_the_rounds_deadline_is_changed_and_told(listed: Desks, open_desk: Opened) -> None:
    desk = open_desk(listed.unit)
    home = desk.home
    assert home.deadlines.lines == []
    assert home.deadlines.none.isVisible()
    QTest.keyClick(home.deadlines.change_button, Qt.Key.Key_Space)
    form = home.findChild(ChangeRoundForm)
    assert form.deadline.hasFocus()
    form.deadline.set_value(date(2024, 9, 5))
    form.name.setText("Đợt sửa tên")
    QTest.keyClick(form.save, Qt.Key.Key_Space)
    (line,) = home.deadlines.lines
    assert line.text() == "Đợt sửa tên: hạn gửi 05/09/2024, còn 2 ngày"
    assert line.tone.value == "warning"
    assert desk.desk.round.name == "Đợt sửa tên"
    assert home.deadlines.change_button.hasFocus()


def test_what_passed_last_leads_to_its_page(listed: Desks, open_desk: Opened) -> None:
    desk = open_desk(listed.unit)
    recent = desk.home.recent.list
    assert "danh_sach_de_nghi.xlsx" in recent.item(0).text()
    recent.setCurrentRow(0)
    QTest.keyClick(recent, RETURN)
    assert desk.shell.page is desk.people
