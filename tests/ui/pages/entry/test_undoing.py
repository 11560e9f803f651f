"""Undo and redo in the window, by keyboard."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from desktop.domain.months import YearMonth
from desktop.domain.states import DossierState
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.rounds.open_round import open_round
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened, retype

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(desk: EntryDesk, key: Qt.Key, more: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(desk.shell.focusWidget(), key, more)


def test_edits_go_back_and_forth_by_name(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE, lambda each: each.leave_month != YearMonth(2024, 11))
    assert desk.commands.undo.shortcuts() == [QKeySequence("Ctrl+Z")]
    assert desk.commands.redo.shortcuts() == [QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")]
    assert desk.commands.undo.toolTip() == "Chưa có gì để hoàn tác (Ctrl+Z)"
    desk.show_person(person.id)
    post, leave_on = desk.people.pane.form._texts["person.post"], desk.people.pane.form.leave_on
    retype(post, "Van thu")
    QTest.keyClick(post, RETURN)
    retype(leave_on, "1/11/2024")
    QTest.keyClick(leave_on, RETURN)
    name = person.person.full_name
    assert desk.commands.undo.text() == f"Hoàn tác: sửa Thời điểm nghỉ của {name}"
    press(desk, Qt.Key.Key_Z)
    assert desk.stored(person.id).leave_on == person.leave_on
    assert leave_on.value() == person.leave_on
    assert (desk.commands.undo.text(), desk.commands.redo.text()) == (
        f"Hoàn tác: sửa Chức vụ, chức danh của {name}",
        f"Làm lại: sửa Thời điểm nghỉ của {name}",
    )
    press(desk, Qt.Key.Key_Z)
    assert desk.stored(person.id).person == person.person
    press(desk, Qt.Key.Key_Y)
    press(desk, Qt.Key.Key_Z, CTRL | SHIFT)
    saved = desk.stored(person.id)
    assert (saved.person.post, f"{saved.leave_on:%d/%m/%Y}") == ("Van thu", "01/11/2024")
    assert desk.commands.redo.toolTip() == "Chưa có gì để làm lại (Ctrl+Y)"


def test_a_half_typed_line_takes_its_typing_back_first(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    post, bank = (desk.people.pane.form._texts[f"person.{field}"] for field in ("post", "bank_name"))
    retype(bank, "BIDV")
    QTest.keyClick(bank, RETURN)
    retype(post, "Van")
    while post.half_typed:
        press(desk, Qt.Key.Key_Z)
    assert post.text() == person.person.post
    assert desk.stored(person.id).person.bank_name == "BIDV"
    press(desk, Qt.Key.Key_Z)
    assert desk.stored(person.id).person.bank_name == person.person.bank_name


def test_adding_and_binning_are_taken_back(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    people = len(desk.desk.view.dossiers)
    desk.shell.show_page("people")
    desk.people.add_person()
    assert desk.commands.undo.text() == "Hoàn tác: thêm (chưa có tên)"
    press(desk, Qt.Key.Key_Z)
    assert len(desk.desk.view.dossiers) == people
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    desk.people.bar.remove_button.click()
    assert len(desk.desk.view.dossiers) == people - 1
    press(desk, Qt.Key.Key_Z)
    assert desk.desk.view.dossier(person.id) is not None
    press(desk, Qt.Key.Key_Y)
    assert desk.desk.view.dossier(person.id) is None


def test_what_was_changed_elsewhere_since_is_refused_with_a_sentence(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    post = desk.people.pane.form._texts["person.post"]
    retype(post, "Van thu")
    QTest.keyClick(post, RETURN)
    now = desk.stored(person.id)
    save_dossier(desk.office, replace(now, person=replace(now.person, post="Thủ quỹ")))
    desk.commands.undo.trigger()
    assert "Nội dung mới hơn được giữ nguyên" in desk.shell._banner._text.text()
    assert desk.stored(person.id).person.post == post.text() == "Thủ quỹ"


def test_rows_of_tables_go_back(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    desk.people.pane.form.further.payments.grid.paste_text("NĐ 108/2014\t5.000.000\t1/12/2019\tKho bạc\tx")
    assert desk.stored(person.id).earlier_payments
    while desk.desk.history.to_undo:
        desk.commands.undo.trigger()
    saved = desk.stored(person.id)
    assert (saved.earlier_payments, saved.person, saved.career) == ((), person.person, person.career)
    assert desk.people.pane.form.further.payments.value() == ()


def test_an_act_in_another_round_is_shown_where_it_was_done(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    first = desk.desk.round
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    post = desk.people.pane.form.fields["person.post"].editor
    retype(post, "Van thu")
    QTest.keyClick(post, RETURN)
    second = open_round(desk.office, "Đợt khác", "2025-1")
    for command, written in ((desk.commands.undo, person.person.post), (desk.commands.redo, "Van thu")):
        desk.desk.choose(second.id)
        command.trigger()
        assert desk.stored(person.id).person.post == written
        assert desk.desk.round == first
        assert desk.people.pane.dossier.id == person.id
        assert f"Việc này thuộc {first.name}" in desk.shell._banner._text.text()
    desk.commands.undo.trigger()
    assert "Việc này thuộc" not in desk.shell._banner._text.text()
