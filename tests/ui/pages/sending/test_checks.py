"""The checks page: run as Sở Tài chính does, filtered, answered and taken back by keyboard, written to a file."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.papers.register import change_document
from tests.services.offices import Desks
from tests.ui.pages.entry_desk import RETURN, Opened


def test_findings_are_filtered_answered_for_all_and_taken_back(mended: Desks, open_desk: Opened) -> None:
    desk = open_desk(mended.unit)
    desk.shell.show_page("checks")
    page = desk.checks
    every = len(desk.desk.contents.findings)
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
