"""Whoever is worked on stays the one who is worked on, and what cannot be saved of them is not lost."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.dates import BirthDate
from desktop.domain.states import DossierState
from desktop.services.entry.edit_dossier import save_dossier
from tests.ui.pages.entry_desk import RETURN, EntryDesk, retype

CTRL = Qt.KeyboardModifier.ControlModifier


def test_somebody_who_no_longer_fits_the_filter_stays_until_something_else_is_looked_for(
    mended_desk: EntryDesk,
) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    desk.people.filter.setText(person.person.full_name)
    before = desk.people.table.records.rowCount()
    name = desk.people.pane.form._texts["person.full_name"]
    retype(name, "Quach Thi Hoan Toan Khac")
    QTest.keyClick(name, RETURN)
    assert desk.people.pane.dossier.id == person.id
    assert desk.people.table.records.rowCount() == before
    desk.people.filter.setText(person.person.full_name + " ")
    assert all(each.id != person.id for each in desk.people.table.records.records())
    desk.people.filter.clear()


def test_a_filter_of_a_column_keeps_whoever_is_worked_on(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    table = desk.people.table
    table.records.seek_in(table.column_keys.index("name"), person.person.full_name)
    desk.show_person(person.id)
    name = desk.people.pane.form._texts["person.full_name"]
    retype(name, "Quach Thi Hoan Toan Khac")
    QTest.keyClick(name, RETURN)
    assert desk.people.pane.dossier.id == person.id
    table.records.seek_in(table.column_keys.index("name"), "")


def test_what_could_not_be_saved_waits_for_its_person_and_is_laid_over_with_all_its_fields(
    mended_desk: EntryDesk,
) -> None:
    desk = mended_desk
    person, other = desk.fresh(DossierState.COMPLETE), desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    now = desk.stored(person.id)
    save_dossier(desk.office, replace(now, person=replace(now.person, post="Thủ quỹ")))
    typed = desk.people.pane.form.value()
    assert typed is not None
    file_birth = BirthDate(date(1968, 2, 3))
    desk.people.saving.save(replace(typed, person=replace(typed.person, birth_on_file=file_birth, bank_name="BIDV")))
    assert desk.people.pane.holds(person.id)
    assert person.person.full_name in desk.said
    desk.show_person(other.id)
    assert desk.people.pane.dossier.id == other.id
    desk.show_person(person.id)
    shown = desk.people.pane.form.value()
    assert shown is not None
    assert (shown.person.bank_name, shown.person.birth_on_file) == ("BIDV", file_birth)
    desk.show_person(other.id)
    desk.banners[-1].act()
    stored = desk.stored(person.id).person
    assert (stored.post, stored.bank_name, stored.birth_on_file) == ("Thủ quỹ", "BIDV", file_birth)
    assert not desk.people.pane.holds(person.id)
    assert desk.stored(other.id) == other


def test_what_could_not_be_saved_can_be_given_up(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    now = desk.stored(person.id)
    save_dossier(desk.office, replace(now, person=replace(now.person, post="Thủ quỹ")))
    post = desk.people.pane.form._texts["person.post"]
    retype(post, "Van thu")
    QTest.keyClick(post, RETURN)
    desk.people._offer_giving_up()
    assert desk.people.give_up_action.isEnabled()
    desk.people.give_up_action.trigger()
    assert not desk.people.pane.holds(person.id)
    assert desk.people.pane.form._texts["person.post"].text() == "Thủ quỹ"


def test_ctrl_enter_makes_nobody_after_somebody_who_is_nobody_yet(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    desk.shell.show_page("people")
    desk.people.add_person()
    people = len(desk.desk.view.dossiers)
    for _ in range(3):
        QTest.keyClick(desk.shell.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert len(desk.desk.view.dossiers) == people
    assert "Nhập họ tên" in desk.said
    assert desk.people.pane.form.fields["person.full_name"].editor.hasFocus()


def test_all_who_are_selected_are_put_away_and_come_back_at_once(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    desk.shell.show_page("people")
    table = desk.people.table
    people = len(desk.desk.view.dossiers)
    table.setFocus()
    table.selectRow(0)
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.people.bar.remove_button.text() == "&Bỏ 4 người"
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert len(desk.desk.view.dossiers) == people - 4
    assert "4 người" in desk.said
    assert desk.commands.undo.text() == "Hoàn tác: bỏ 4 người vào thùng rác"
    desk.commands.undo.trigger()
    assert len(desk.desk.view.dossiers) == people


def test_text_of_an_old_font_is_converted_once_somebody_agrees(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    workplace = desk.people.pane.form._texts["person.workplace"]
    workplace.setFocus()
    workplace.selectAll()
    workplace.insert("Tr\xadêng TiÓu häc Lª Lîi")
    QTest.keyClick(workplace, RETURN)
    assert desk.stored(person.id).person.workplace.startswith("Tr\xad")
    assert "“Trường Tiểu học Lê Lợi”" in desk.said
    desk.banners[-1].act()
    assert desk.stored(person.id).person.workplace == workplace.text() == "Trường Tiểu học Lê Lợi"
