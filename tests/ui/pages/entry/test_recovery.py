"""Typing that was cut off: kept within seconds, asked about at the next start, taken up or discarded."""

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.findings import Severity
from desktop.domain.states import DossierState
from desktop.services.entry.drafts import AT_MOST_SECONDS, LOOK_EVERY_SECONDS, interrupted_drafts
from desktop.services.entry.edit_dossier import save_dossier
from desktop.services.entry.typed_parts import TYPING, Form, set_aside_cut_off, under
from desktop.services.office import Office
from desktop.ui.pages.entry.half_typed import lines_of
from desktop.ui.widgets.typed_edit import TypedEdit
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened, retype


def kept(desk: EntryDesk) -> dict[str, str]:
    """What lies in the store, by field, once the keeper has looked."""
    desk.keeper.look()
    desk.tasks._keeping.waitForDone()
    with desk.office.store.begin() as work:
        return {part.field: part.text for _, typed in under(work, TYPING) for part in typed.parts}


def cut_off(desk: EntryDesk) -> Office:
    """End the program without a word, as far as the store can tell."""
    kept(desk)
    desk.keeper._timer.stop()
    desk.people.pane.form.blockSignals(True)  # it saves nothing more when another window comes
    for page in desk.pages:
        page.typing_moved.disconnect(desk.keeper.look)
        page.changed.disconnect(desk.keeper.look)
    set_aside_cut_off(desk.office.store)
    return desk.office


def test_the_looks_are_often_enough() -> None:
    assert 2 * LOOK_EVERY_SECONDS < AT_MOST_SECONDS


def test_half_typed_and_unreadable_text_is_kept_until_it_is_saved(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    form = desk.people.pane.form
    lines = {each for each in form.findChildren(QLineEdit) if isinstance(each, TypedEdit)}
    assert lines == set(lines_of(form.fields).values()), "none is passed over"
    retype(form.leave_on, "31/02/2024")
    QTest.keyClick(form.leave_on, RETURN)
    retype(form._texts["person.post"], "Van th")
    assert kept(desk) == {"leave_on": "31/02/2024", "person.post": "Van th"}
    retype(form.leave_on, "1/11/2024")
    QTest.keyClick(form.leave_on, RETURN)
    assert kept(desk) == {}


def test_the_cell_that_is_typed_in_is_kept(mended: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    grid = desk.people.pane.form.salary.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(0, 2))
    QTest.keyClicks(grid, "4")
    QTest.keyClicks(desk.shell.focusWidget(), ",")
    assert kept(desk) == {"career.salary": "4,"}
    again = open_desk(cut_off(desk))
    again.shell.show_page("recovery")
    QTest.keyClick(again.shell.focusWidget(), Qt.Key.Key_Return)
    assert again.people.pane.dossier.id == person.id
    assert kept(again) == {"career.salary": "4,"}
    QTest.keyClicks(again.shell.focusWidget(), "98")
    QTest.keyClick(again.shell.focusWidget(), RETURN)
    qtbot.waitUntil(lambda: again.stored(person.id).career.salary[0].coefficient == Fraction("4.98"))


def test_what_was_cut_off_is_asked_about_and_typed_on(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    retype(desk.people.pane.form._texts["person.post"], "Van th")
    again = open_desk(cut_off(desk))
    banner = again.recovery.banner_at_start()
    assert banner is not None
    assert f"{person.person.full_name}, đang nhập dở lúc 09:30 ngày 03/09/2024" in banner.text.replace("02:30", "09:30")
    banner.act()
    assert again.shell.page is again.recovery
    QTest.keyClick(again.shell.focusWidget(), Qt.Key.Key_Return)
    post = again.people.pane.form._texts["person.post"]
    assert (post.text(), post.half_typed, post.hasFocus()) == ("Van th", True, True)
    assert "Đã khôi phục lúc" in again.people.restored.text()
    assert again.stored(person.id).person.post == person.person.post
    again.tasks._keeping.waitForDone()
    assert interrupted_drafts(again.office) == ()
    assert kept(again) == {"person.post": "Van th"}
    QTest.keyClicks(post, "u")
    QTest.keyClick(post, RETURN)
    assert again.stored(person.id).person.post == "Van thu"
    assert kept(again) == {}


def test_something_newer_is_never_laid_over(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    post = desk.people.pane.form._texts["person.post"]
    retype(post, "Van th")
    office = cut_off(desk)
    save_dossier(office, replace(person, person=replace(person.person, post="Thủ quỹ")))
    again = open_desk(office)
    assert again.recovery.found[0].newer
    again.recovery.rows.rows[0].take_up.click()
    assert again.people.pane.form._texts["person.post"].text() == "Thủ quỹ"
    assert "giữ giá trị mới" in again.said


def test_what_cannot_be_read_comes_back_after_an_orderly_close(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    retype(desk.people.pane.form.leave_on, "31/02/2024")
    desk.shell.close()
    set_aside_cut_off(desk.office.store)
    again = open_desk(desk.office)
    assert again.recovery.found == ()
    again.show_person(person.id)
    assert again.people.pane.form.leave_on.text() == "31/02/2024"
    assert again.people.pane.form.leave_on.problem


def test_a_new_document_and_a_justification_come_back(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    desk.shell.show_page("approvals")
    desk.approvals.add_button.click()
    retype(desk.approvals.form.number, "77/QD")
    desk.shell.show_page("checks")
    findings = desk.desk.shown(desk.desk.contents.findings)
    warning = next(each for each in findings if each.finding.severity is Severity.WARNING)
    desk.checks._start_answer(warning)
    retype(desk.checks.text, "Da hoi")
    again = open_desk(cut_off(desk))
    rows = {row.found.typed.form: row for row in again.recovery.rows.rows}
    again.shell.show_page("recovery")
    rows[Form.ANSWER].discard.click()
    assert again.recovery.count() == (1, True)
    again.commands.undo.trigger()
    assert again.recovery.count() == (2, True)
    rows = {row.found.typed.form: row for row in again.recovery.rows.rows}
    rows[Form.APPROVAL].take_up.click()
    assert again.shell.page is again.approvals
    assert again.approvals.form.number.text() == "77/QD"
    rows[Form.ANSWER].take_up.click()
    assert again.shell.page is again.checks
    assert (again.checks.text.text(), again.checks._answering) == ("Da hoi", (warning.finding,))


def test_the_bin_gives_back_with_undo(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    desk.people.bar.remove_button.click()
    desk.shell.show_page("recovery")
    index = desk.recovery.table.model().index
    shown = [index(0, column).data() for column in range(4)]
    assert shown[:2] == [person.person.full_name, person.person.citizen_id]
    assert shown[3] == desk.office.operator
    desk.recovery.restore.click()
    assert desk.desk.view.dossier(person.id) is not None
    assert desk.recovery.table.current_record() is None
    desk.commands.undo.trigger()
    assert desk.recovery.table.current_record() is not None


def test_what_stood_half_typed_about_a_document_comes_back(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    desk.shell.show_page("approvals")
    desk.approvals.tabs.setCurrentWidget(desk.approvals.details)
    retype(desk.approvals.details.summary, "Ve viec")
    number = desk.approvals.details.document.number
    desk.approvals.details.blockSignals(True)
    kept(desk)
    desk.approvals.details.summary.blockSignals(True)
    again = open_desk(cut_off(desk))
    assert again.recovery.rows.rows[0].title.text().startswith(f"Văn bản {number}, đang nhập dở lúc")
    again.recovery.rows.rows[0].take_up.click()
    line = again.approvals.details.summary
    assert (line.text(), line.half_typed, line.hasFocus()) == ("Ve viec", True, True)
