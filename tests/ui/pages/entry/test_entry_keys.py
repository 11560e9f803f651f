"""Typing many people without a mouse: next person, as above, fields that stay, copies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.careers import SalaryPeriod
from desktop.domain.dossiers import Dossier
from desktop.domain.states import DossierState
from desktop.services.entry.copying import Portion
from desktop.services.rounds.open_round import open_round
from desktop.ui.widgets.period_grid import PeriodGrid
from desktop.ui.widgets.period_table import PeriodTable
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened, retype

CTRL = Qt.KeyboardModifier.ControlModifier


def press(desk: EntryDesk, key: Qt.Key) -> None:
    QTest.keyClick(desk.shell.focusWidget(), key, CTRL)


def first_two(desk: EntryDesk) -> tuple[Dossier, Dossier]:
    assert desk.desk.view is not None
    people = desk.desk.view.dossiers
    return people[0], people[1]


def test_ctrl_enter_saves_and_goes_on_to_the_next_and_at_the_end_to_a_new_person(
    mended: Desks, open_desk: Opened
) -> None:
    desk = open_desk(mended.unit)
    assert {"Ctrl+Enter", "Ctrl+D", "Ctrl+G", "F8"} <= set(dict(desk.people.keys()))
    first, second = first_two(desk)
    desk.show_person(first.id)
    retype(desk.people.pane.form.fields["person.post"].editor, "Van thu")
    press(desk, Qt.Key.Key_Return)
    assert desk.stored(first.id).person.post == "Van thu"
    assert desk.people.pane.dossier.id == second.id
    assert desk.people.pane.form.fields["person.full_name"].editor.hasFocus()
    desk.people.arrive((desk.desk.view.dossiers[-1].id, "person.post"))
    people = len(desk.desk.view.dossiers)
    press(desk, Qt.Key.Key_Enter)
    assert len(desk.desk.view.dossiers) == people + 1
    assert desk.people.pane.dossier.person.full_name == ""
    assert desk.people.pane.form.fields["person.full_name"].editor.hasFocus()


def test_ctrl_d_takes_the_value_of_the_person_above(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    first, second = first_two(desk)
    desk.show_person(first.id)
    retype(desk.people.pane.form.fields["person.workplace"].editor, "Phong Y te")
    QTest.keyClick(desk.shell.focusWidget(), RETURN)
    desk.people.arrive((second.id, "person.workplace"))
    press(desk, Qt.Key.Key_D)
    assert desk.stored(second.id).person.workplace == "Phong Y te"
    assert desk.commands.undo.text().startswith("Hoàn tác: sửa Đơn vị công tác của")
    desk.people.arrive((second.id, "person.full_name"))
    press(desk, Qt.Key.Key_D)
    assert "của riêng từng người" in desk.said
    assert desk.stored(second.id).person.full_name == second.person.full_name
    desk.people.arrive((first.id, "person.workplace"))
    press(desk, Qt.Key.Key_D)
    assert "Không có người nào ở trên" in desk.said


def test_ctrl_d_in_a_table_takes_the_cell_above(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE, lambda each: _two_steps(each.career.salary))
    desk.show_person(person.id)
    grid = desk.people.pane.form.fields["career.salary"].editor.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(1, 2))
    press(desk, Qt.Key.Key_D)
    salary = desk.stored(person.id).career.salary
    assert salary[1].coefficient == salary[0].coefficient


def _two_steps(salary: tuple[SalaryPeriod, ...]) -> bool:
    return len(salary) > 1 and salary[0].coefficient != salary[1].coefficient


def test_a_field_stays_for_the_next_person_until_it_is_let_go(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    first, _ = first_two(desk)
    desk.people.arrive((first.id, "person.workplace"))
    desk.shell.show_page("people", (first.id, "person.workplace"))
    press(desk, Qt.Key.Key_G)
    assert "giữ cho người sau" in desk.said
    assert desk.people.entry.sticky.marks["person.workplace"].isVisible()
    assert desk.people.entry.sticky.actions["person.workplace"].isChecked()
    desk.people.bar.add_button.click()
    assert desk.people.pane.dossier.person.workplace == first.person.workplace
    assert desk.people.pane.dossier.person.post == ""
    desk.people.pane.form.go_to("person.citizen_id")
    press(desk, Qt.Key.Key_G)
    assert "không giữ cho người sau" in desk.said


def test_portions_are_copied_from_somebody_of_the_round(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    first, second = (desk.fresh(DossierState.COMPLETE) for _ in range(2))
    desk.show_person(second.id)
    desk.people.start_copy()
    room = desk.people.entry.copy_room
    room.wanted.setFocus()
    QTest.keyClicks(room.wanted, first.person.citizen_id)
    assert not room.copy.isEnabled()
    room.portions[Portion.WORKPLACE].setFocus()
    QTest.keyClick(room.portions[Portion.WORKPLACE], Qt.Key.Key_Space)
    room.copy.click()
    assert desk.stored(second.id).person.workplace == first.person.workplace
    assert desk.stored(second.id).person.citizen_id == second.person.citizen_id
    assert f"Chép từ hồ sơ của {first.person.full_name}" in desk.people.restored.text()
    assert desk.people.rooms.currentWidget() is desk.people.printing
    desk.commands.undo.trigger()
    assert desk.stored(second.id).person == second.person


def test_somebody_of_an_earlier_round_is_brought_in_and_taken_back(mended: Desks, open_desk: Opened) -> None:
    before = open_desk(mended.unit).first(DossierState.COMPLETE)
    opened = open_round(mended.unit, "Đợt 3 năm 2024", "2024-3")
    desk = open_desk(mended.unit)
    assert desk.desk.round.id == opened.id
    desk.shell.show_page("people")
    desk.people.start_bringing()
    room = desk.people.entry.copy_room
    QTest.keyClicks(room.wanted, before.person.citizen_id)
    QTest.keyClick(room.wanted, RETURN)
    QTest.keyClick(room.table, RETURN)
    (brought,) = desk.desk.view.dossiers
    assert (brought.person, brought.leave_on) == (before.person, None)
    assert "Chép từ hồ sơ của" in desk.people.restored.text()
    desk.commands.undo.trigger()
    assert desk.desk.view.dossiers == ()


@pytest.mark.parametrize("unfolded", [False, True])
def test_nothing_but_enter_leads_from_the_first_field_through_all_to_the_last(
    mended_desk: EntryDesk, *, unfolded: bool
) -> None:
    desk = mended_desk
    first = desk.fresh(DossierState.COMPLETE, lambda each: bool(each.career.salary and each.career.insurance))
    form = desk.people.pane.form
    desk.shell.show_page("people", (first.id, "person.full_name"))
    form.person.births.unfold.setChecked(unfolded)
    form.career.months.unfold.setChecked(unfolded)
    shown = [name for name, each in form.fields.items() if each.editor.isVisibleTo(form)]
    cells = sum(_cells(each.editor.grid) for each in form.fields.values() if isinstance(each.editor, PeriodTable))
    come_to: dict[str, None] = {}
    for _ in range(len(shown) + cells + 20):
        at = desk.shell.focusWidget()
        come_to |= {name: None for name in shown if _within(form.fields[name].editor, at)}
        if shown[-1] in come_to:
            break
        QTest.keyClick(at, RETURN)
    assert list(come_to) == shown
    assert desk.stored(first.id) == first


def _within(editor: QWidget, at: QWidget) -> bool:
    return at is editor or editor.isAncestorOf(at)


def _cells(grid: PeriodGrid) -> int:
    return (grid.cells.rowCount() + 1) * grid.cells.columnCount()
