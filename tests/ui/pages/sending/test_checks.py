"""The checks page: run as Sở Tài chính does, filtered, answered and taken back by keyboard, written to a file."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.states import DossierState
from desktop.rules.checks.engine import blocking
from desktop.services.entry.edit_dossier import new_dossier, save_dossier
from desktop.services.office import Office
from desktop.services.papers.register import change_document
from desktop.services.prints.print_forms import print_proposal_list
from desktop.services.rounds.one_fault import one_each
from desktop.services.rounds.open_round import change_round, open_round
from desktop.services.rounds.round_view import read_round
from desktop.services.sending.lacking import Lack
from desktop.ui.pages.round_form import ChangeRoundForm
from desktop.ui.widgets.looks import Tone
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened


def test_findings_are_filtered_answered_for_all_and_taken_back(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    desk.shell.show_page("checks")
    page = desk.checks
    every = len(desk.desk.contents.findings)
    heads = [page.list._tree.topLevelItem(place).text(0) for place in range(page.list._tree.topLevelItemCount())]
    assert any(each.startswith("BH03 · Thiếu dữ liệu · Cảnh báo · ") for each in heads)
    page.filter.text.setText("BH03")
    shown = page.filter.chosen(desk.desk.shown(desk.desk.contents.findings))
    assert 0 < len(shown) < every
    name = shown[0].person
    page.filter.text.setText(f"bh03 {name.lower()}")
    assert len(page.filter.chosen(shown)) < len(shown)
    page.filter.text.clear()

    bare = len(desk.desk.contents.open_ones)
    page._start_answer(shown[0])
    assert f"({len(shown)})" in page.all.text()
    page.text.setText("Không đóng BHXH thời gian này.")
    QTest.keyClick(page.all, Qt.Key.Key_Space)
    assert len(desk.desk.contents.open_ones) == bare - len(shown)
    assert f"{len(shown)} mục BH03" in desk.desk.history.to_undo.label
    desk.desk.history.undo()
    desk.desk.read()
    assert len(desk.desk.contents.open_ones) == bare

    page._start_answer(shown[0])
    page.text.setText("Một mục.")
    QTest.keyClick(page.text, RETURN)
    assert len(desk.desk.contents.open_ones) == bare - 1
    answered = next(each for each in desk.desk.shown(desk.desk.contents.findings) if each.justification)
    page._start_answer(answered)
    assert page.text.text() == "Một mục."
    QTest.keyClick(page._bar.away, Qt.Key.Key_Space)
    assert len(desk.desk.contents.open_ones) == bare


def test_the_appraisers_checks_run_beside_and_grow_old(
    ready: Desks, open_desk: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = open_desk(ready.unit)
    desk.shell.show_page("checks")
    page = desk.checks
    assert "F5" in page.run_line.text()
    QTest.keyClick(page.list._tree, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "Đã kiểm tra như Sở Tài chính" in page.run_line.text(), timeout=60_000)
    assert "60 người" in page.run_line.text()
    assert page.run_line.tone.value == "ok"
    answered = next(each for each in desk.desk.shown(desk.desk.contents.findings) if each.justification)
    page._start_answer(answered)
    page.text.setText("Nói khác đi.")
    QTest.keyClick(page.text, RETURN)
    assert "nhấn F5 để chạy lại" in page.run_line.text()

    desk.messages.paths = (tmp_path / "kq.csv",)
    with qtbot.waitSignal(page.banner, timeout=20_000):
        QTest.keyClick(page.export_button, Qt.Key.Key_Space)
    assert "Nói khác đi." in (tmp_path / "kq.csv").read_text(encoding="utf-8-sig")


def test_f8_leads_into_the_register_and_back_to_the_next_finding(ready: Desks, open_desk: Opened) -> None:
    desk = open_desk(ready.unit)
    document = next(iter(desk.desk.view.approvals.values()))
    change_document(ready.unit, replace(document, issued_on=None))
    desk.desk.read()
    person = next(each for each in desk.desk.view.dossiers if each.approval_id == document.id)
    desk.show_person(person.id)
    findings = desk.people.pane.findings
    for _ in range(20):
        QTest.keyClick(desk.people.pane.form, Qt.Key.Key_F8)
        if desk.shell.page is desk.approvals:
            break
    editor = desk.approvals.details.issued_on
    assert desk.approvals.table.current_record().id == document.id
    assert editor.hasFocus()
    left = findings.current_finding()
    QTest.keyClick(editor, Qt.Key.Key_F8)
    assert desk.shell.page is desk.people
    assert findings.current_finding() != left

    desk.shell.show_page("checks")
    desk.checks._jump(document.id, "approval.attachments")
    assert desk.shell.page is desk.approvals
    assert desk.approvals.drop.button.hasFocus()


def test_a_missing_scan_is_one_line_that_leads_to_its_document(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    contents, page = desk.desk.contents, desk.checks
    missing = [each for each in contents.findings if each.code == "HS01" and each.detail in contents.view.approvals]
    document, covered = Counter(each.detail for each in missing).most_common(1)[0]
    names = [str(each.params["ten"]) for each in missing if each.detail == document]
    desk.shell.show_page("checks")
    lines = [each for each in page.filter.chosen(desk.desk.shown(page._all())) if each.finding.subject == document]
    (line,) = [each for each in lines if each.finding.code == "HS01"]
    assert f"{covered} người ({', '.join(names[:3])} và {covered - 3} người khác)" in line.message
    assert line.person == contents.view.approvals[document].number

    page.filter.text.setText(names[-1])
    assert line in page.filter.chosen(desk.desk.shown(page._all()))
    page.filter.text.clear()
    errors = len(one_each(blocking(contents.findings), contents.view.approvals))
    assert page.summary.text().startswith(f"{errors} lỗi ")
    assert page.count()[0] == len(contents.open_ones)
    assert f"{errors} lỗi" in page.list.sentence
    desk.shell.show_page("submit")
    assert f"còn {contents.plan.ready.faults} lỗi" in desk.submit.obstacles.text()
    (lack,) = [each for each in desk.submit.lacking.table_model.rows if each.subject == document]
    assert f"{covered} người ({', '.join(names[:3])} và " in desk.submit.lacking._what(lack)
    desk.submit.lacking.table.choose(desk.submit.lacking.table_model.identity(lack))
    QTest.keyClick(desk.submit.lacking.table, RETURN)
    assert desk.shell.page is desk.approvals
    assert desk.approvals.table.current_record().id == document

    desk.shell.show_page("checks")
    assert page.list.choose(line.finding.key)
    QTest.keyClick(page.list._tree, RETURN)
    assert desk.shell.page is desk.approvals
    assert desk.approvals.table.current_record().id == document
    assert desk.approvals.drop.button.hasFocus()

    person = next(each.subject for each in missing if each.detail == document)
    desk.show_person(person)
    own = [each.finding for each in desk.people.pane.findings._shown]
    assert [each.subject for each in own if each.detail == document] == [person]


def _again(office: Office, round_id: str) -> str:
    """Put somebody who was sent into another round; return the round."""
    first = read_round(office, round_id).dossiers[0]
    opened = open_round(office, "Đợt 3 năm 2024", "2024-3")
    blank = new_dossier(office, opened.id)
    kept = {"id": blank.id, "round_id": opened.id, "edition": blank.edition, "ordinal": blank.ordinal}
    save_dossier(office, replace(first, **kept, state=DossierState.DRAFT, approval_id=None, papers=(), pins=()))
    return opened.id


def test_what_the_appraiser_would_refuse_is_told_here_and_where_one_signs(
    sent: Desks, open_desk: Opened, qtbot: QtBot
) -> None:
    _again(sent.unit, sent.round.id)
    desk = open_desk(sent.unit)
    desk.shell.show_page("checks")
    page = desk.checks
    before = page.summary.text()
    QTest.keyClick(page.list._tree, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "Đã kiểm tra như Sở Tài chính" in page.run_line.text(), timeout=60_000)
    assert page.run_line.tone is Tone.ERROR
    assert "lỗi" in page.run_line.text().split("thêm")[1]
    assert page.summary.text().startswith(before)
    assert "lỗi Sở Tài chính sẽ thấy" in page.summary.text()
    assert page.summary.property("role") == Tone.ERROR.value
    page.filter.text.setText("TR02")
    assert page.filter.chosen(desk.desk.shown(page._all()))


def _choose(desk: EntryDesk, code: str) -> None:
    desk.shell.show_page("checks")
    found = next(each for each in desk.desk.contents.findings if each.code == code)
    assert desk.checks.list.choose(found.key)


def test_what_is_found_of_the_round_leads_to_where_it_is_mended(
    ready: Desks, open_desk: Opened, tmp_path: Path
) -> None:
    view = read_round(ready.unit, ready.round.id)
    print_proposal_list(ready.unit, view, tmp_path)
    save_dossier(ready.unit, replace(view.dossiers[0], note="Đổi sau khi in"))
    change_round(ready.unit, view.round.id, view.round.name, view.context.today.replace(year=2023))
    desk = open_desk(ready.unit)
    _choose(desk, "TT06")
    QTest.keyClick(desk.checks.list._tree, RETURN)
    assert desk.shell.page is desk.submit
    assert desk.submit.print_button.hasFocus()
    _choose(desk, "DH01")
    QTest.keyClick(desk.checks.list._tree, RETURN)
    assert desk.shell.page is desk.home
    assert desk.home.findChild(ChangeRoundForm) is not None

    desk.checks.filter.text.setText("BH03")
    desk.shell.show_page("submit")
    row = next(each for each in desk.submit.lacking.table_model.rows if each.kind is Lack.ANSWER)
    desk.submit._mend(row)
    assert desk.shell.page is desk.checks
    chosen = desk.checks.list.current_finding()
    assert chosen is not None
    assert chosen.finding.code == "DH01"
    assert desk.checks.filter.text.text() == ""


def test_a_page_with_nobody_to_look_at_calls_nothing_well(enrolled: Desks, open_desk: Opened) -> None:
    desk = open_desk(enrolled.unit)
    desk.shell.show_page("checks")
    page = desk.checks
    assert page.no_round.isVisible()
    assert not page.list.isVisible()
    assert not page.summary.isVisible()
    open_round(enrolled.unit, "Đợt 3 năm 2024", "2024-3")
    desk.desk.read()
    assert page.empty_round.isVisible()
    assert not page.no_round.isVisible()
    page.empty_round.button.click()
    assert desk.shell.page is desk.people
    new_dossier(enrolled.unit, desk.desk.round.id)
    desk.desk.read()
    desk.shell.show_page("checks")
    assert page.list.isVisible()
    assert not page.empty_round.isVisible()
