"""One person's form: nothing typed is lost, everything committed is saved, the amount moves along."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.dossiers import EarlierPayment
from desktop.domain.money import Dong
from desktop.domain.months import YearMonth
from desktop.domain.states import DossierState
from desktop.services.entry.edit_dossier import save_dossier
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened, retype


def test_a_committed_field_is_saved_and_moves_the_amount(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE, lambda each: each.leave_month != YearMonth(2024, 11))
    desk.show_person(person.id)
    before = desk.people.pane.amount.texts()[0]
    form = desk.people.pane.form
    retype(form.leave_on, "1/11/2024")
    QTest.keyClick(form.leave_on, RETURN)
    assert desk.stored(person.id).leave_month is not None
    assert f"{desk.stored(person.id).leave_on:%d/%m/%Y}" == "01/11/2024"
    assert desk.people.pane.amount.texts()[0] != before
    assert "Đã lưu lúc" in desk.people.status()


def test_one_field_after_the_other_is_saved(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    form = desk.people.pane.form
    for field, text in (("person.post", "Ke toan"), ("person.workplace", "Phong Y te"), ("person.bank_name", "BIDV")):
        editor = form._texts[field]
        retype(editor, text)
        QTest.keyClick(editor, RETURN)
    saved = desk.stored(person.id).person
    assert (saved.post, saved.workplace, saved.bank_name) == ("Ke toan", "Phong Y te", "BIDV")
    assert not desk.banners


def test_why_one_leaves_is_chosen_from_the_packs_list(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    case = desk.people.pane.form.case
    assert case.reason.isVisibleTo(desk.people.pane.form)
    QTest.keyClick(case.reason, Qt.Key.Key_Down)
    view = desk.desk.view
    assert view is not None
    assert desk.stored(person.id).reason == case.reason.value() == view.context.tables.reasons[0].id
    assert not [each for each in view.findings() if (each.code, each.subject) == ("DT02", person.id)]


def test_the_lower_age_and_earlier_payments_are_saved(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    further = desk.people.pane.form.further
    for tick in (further.claims_lower_age, further.reduced_capacity):
        QTest.keyClick(tick, Qt.Key.Key_Space)
    retype(further.assessed_month, "5/2024")
    QTest.keyClick(further.assessed_month, RETURN)
    further.payments.grid.paste_text("NĐ 108/2014\t5.000.000\t1/12/2019\tKho bạc\tx")
    saved = desk.stored(person.id)
    assert (saved.claims_lower_age, saved.reduced_capacity, saved.assessed_month) == (True, True, YearMonth(2024, 5))
    assert saved.earlier_payments == (EarlierPayment("NĐ 108/2014", Dong(5_000_000), date(2019, 12, 1), "Kho bạc"),)
    assert saved.career == person.career


def test_the_half_typed_field_is_saved_when_another_page_comes(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    retype(desk.people.pane.form._texts["person.post"], "Van thu")
    desk.shell.show_page("checks")
    assert desk.stored(person.id).person.post == "Van thu"


def test_the_half_typed_field_is_saved_when_the_window_closes(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    person = desk.first(DossierState.COMPLETE)
    desk.show_person(person.id)
    retype(desk.people.pane.form._texts["person.post"], "Van thu")
    desk.shell.close()
    assert desk.stored(person.id).person.post == "Van thu"


def test_a_date_that_cannot_be_read_stays_as_typed(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person, other = (desk.fresh(DossierState.COMPLETE) for _ in range(2))
    desk.show_person(person.id)
    form = desk.people.pane.form
    retype(form.leave_on, "31/02/2024")
    QTest.keyClick(form.leave_on, RETURN)
    assert form.leave_on.text() == "31/02/2024"
    assert form.leave_on.problem
    desk.show_person(other.id)
    assert form.leave_on.text() != "31/02/2024"
    desk.show_person(person.id)
    assert form.leave_on.text() == "31/02/2024"


def test_a_faulty_cell_wipes_no_row_of_the_career(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    form = desk.people.pane.form
    cells = form.salary.grid.cells
    cells.setData(cells.index(0, 0), "13/2010")
    retype(form._texts["person.post"], "Van thu")
    QTest.keyClick(form._texts["person.post"], RETURN)
    assert desk.stored(person.id).career.salary == person.career.salary
    assert desk.stored(person.id).person.post == "Van thu"
    assert cells.index(0, 0).data() == "13/2010"
    assert form.salary.faults()


def test_a_refused_save_keeps_the_text_and_lays_it_over_the_newer_record(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    person = desk.fresh(DossierState.COMPLETE)
    desk.show_person(person.id)
    elsewhere = desk.stored(person.id)
    save_dossier(desk.office, replace(elsewhere, person=replace(elsewhere.person, bank_name="Agribank")))
    editor = desk.people.pane.form._texts["person.post"]
    retype(editor, "Van thu")
    QTest.keyClick(editor, RETURN)
    assert "Chưa lưu" in desk.said
    desk.desk.read()
    assert editor.text() == "Van thu"
    assert desk.stored(person.id).person.post != "Van thu"
    desk.act()
    saved = desk.stored(person.id).person
    assert (saved.post, saved.bank_name) == ("Van thu", "Agribank")


def test_a_sent_person_can_only_be_read(sent: Desks, open_desk: Opened) -> None:
    desk = open_desk(sent.unit)
    person = desk.first(DossierState.SENT)
    desk.show_person(person.id)
    form = desk.people.pane.form
    assert not form.leave_on.isEnabled()
    assert not form.salary.isEnabled()
    assert not desk.people.bar.remove_button.isEnabled()
    assert "chỉ để xem" in form._locked.text()


def test_f8_goes_to_the_field_that_a_finding_is_about(listed_desk: EntryDesk) -> None:
    desk = listed_desk
    person = next(each for each in desk.desk.view.dossiers if not each.person.citizen_id)
    desk.show_person(person.id)
    form = desk.people.pane.form
    seen = set()
    for _ in range(8):
        QTest.keyClick(desk.shell, Qt.Key.Key_F8)
        focus = desk.shell.focusWidget()
        seen.add(focus.objectName() if focus else "")
        if desk.shell.page is not desk.people or desk.people.pane.dossier.id != person.id:
            desk.show_person(person.id)
    desk.show_person(person.id)
    assert "person.citizen_id" in seen
    assert form._texts["person.citizen_id"].accessibleDescription()


def test_what_an_import_could_not_read_stands_beside_the_person(listed_desk: EntryDesk) -> None:
    desk = listed_desk
    cell = desk.desk.contents.unread[0]
    desk.show_person(cell.dossier_id)
    assert str(cell.params["row"]) in desk.people.pane.unread.text()


def test_in_a_narrow_window_the_person_covers_the_list(listed: Desks, open_desk: Opened) -> None:
    desk = open_desk(listed.unit)
    desk.shell.resize(1000, 614)
    desk.shell.show_page("people")
    assert desk.people.table.isVisible()
    desk.people.table.setFocus()
    QTest.keyClick(desk.people.table, RETURN)
    assert desk.people.pane.form.isVisible()
    assert not desk.people.table.isVisible()
    QTest.keyClick(desk.shell.focusWidget(), Qt.Key.Key_Escape)
    assert desk.people.table.isVisible()
    assert desk.shell.focusWidget() is desk.people.table


def test_a_row_that_cannot_be_read_holds_the_person_back_also_after_the_window_was_closed(
    mended: Desks, open_desk: Opened
) -> None:
    first = open_desk(mended.unit)
    person = first.first(DossierState.COMPLETE)
    first.show_person(person.id)
    table = first.people.pane.form.salary.grid
    table.cells.setData(table.cells.index(0, 2), "3,6,6")
    assert first.stored(person.id).state is DossierState.DRAFT
    assert first.stored(person.id).career == person.career
    first.shell.close()
    again = open_desk(mended.unit)
    again.show_person(person.id)
    cells = again.people.pane.form.salary.grid.cells
    assert cells.index(0, 2).data() == "3,6,6"
    assert "Dòng 1, cột Hệ số" in again.people.pane.unread.text()
    cells.setData(cells.index(0, 2), "9,5")
    assert again.stored(person.id).state is DossierState.COMPLETE
    assert again.stored(person.id).career != person.career
    assert again.people.pane.unread.text() == ""


def test_f8_goes_from_the_last_problem_to_the_next_person_and_back(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    waiting = [each for each in desk.people._listed() if each in desk.people.walk._waiting()]
    assert len(waiting) > 1
    desk.show_person(waiting[0])
    pane, listed = desk.people.pane, pane_stops(desk)
    for _ in range(listed):
        QTest.keyClick(desk.shell, Qt.Key.Key_F8)
        assert pane.dossier is not None
        assert pane.dossier.id == waiting[0]
        if desk.shell.page is not desk.people:  # what is wrong with a paper is mended on its page
            desk.shell.show_page("people", waiting[0])
    QTest.keyClick(desk.shell, Qt.Key.Key_F8)
    assert pane.dossier.id == waiting[1]
    desk.shell.show_page("people", waiting[1])
    QTest.keyClick(desk.shell, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert pane.dossier.id == waiting[0]


def test_f8_stops_at_what_cannot_be_read(mended_desk: EntryDesk) -> None:
    desk = mended_desk
    desk.show_person(desk.fresh(DossierState.COMPLETE).id)
    form = desk.people.pane.form
    retype(form.leave_on, "31/02/2024")
    QTest.keyClick(form.leave_on, RETURN)
    QTest.keyClick(desk.shell, Qt.Key.Key_F8)
    assert form.leave_on.hasFocus()


def pane_stops(desk: EntryDesk) -> int:
    """How many stops F8 has at the person shown."""
    findings = desk.people.pane.findings
    return len(findings._leaves) + len(findings.further_stops())
