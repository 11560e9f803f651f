"""The signing page: paper beside data, what is lacking, the appraiser's view, the package and what is next."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.findings import Finding, Severity
from desktop.services.entry.edit_dossier import discard_dossier, save_dossier
from desktop.services.sending.as_appraiser import check_as_appraiser
from desktop.services.sending.lacking import Lack
from desktop.ui.widgets.looks import Tone
from tests.services.offices import UNIT_PASSPHRASE, Desks
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened, retype


def _print(desk: EntryDesk, folder: Path, qtbot: QtBot) -> None:
    desk.messages.paths = (folder,)
    with qtbot.waitSignal(desk.desk.renewed, timeout=20_000):
        QTest.keyClick(desk.submit.print_button, Qt.Key.Key_Space)


def test_what_changed_since_the_print_is_told_and_leads_to_its_field(
    ready: Desks, open_desk: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    card = desk.submit.print_card
    assert "chưa in" in card.line.text()
    _print(desk, tmp_path, qtbot)
    assert "khớp" in card.line.text()
    assert not card.changes.isVisible()

    person = desk.desk.view.dossiers[0]
    save_dossier(ready.unit, replace(person, leave_on=date(2024, 12, 1)))
    desk.desk.read()
    lines = [card.changes.item(place).text() for place in range(card.changes.count())]
    assert f"{person.person.full_name}: Thời điểm nghỉ {person.leave_on:%d/%m/%Y} → 01/12/2024" in lines
    assert any("Kinh phí hỗ trợ" in each for each in lines)
    assert card.print_button.property("next") == "true"
    card.changes.setCurrentRow(0)
    QTest.keyClick(card.changes, RETURN)
    assert desk.shell.page is desk.people
    assert desk.people.pane.dossier.id == person.id

    desk.shell.show_page("submit")
    row = next(each for each in desk.submit.lacking.table_model.rows if each.kind.value == "print")
    desk.submit._mend(row)
    assert desk.submit.print_button.hasFocus()
    assert "In lại" in desk.submit.print_button.text().replace("&", "")


def test_what_is_lacking_is_listed_and_leads_there(listed: Desks, open_desk: Opened) -> None:
    desk = open_desk(listed.unit)
    desk.shell.show_page("submit")
    table = desk.submit.lacking.table
    assert table.isVisible()
    assert "chưa đóng gói được" in desk.submit.lacking.line.text()
    person = next(each for each in desk.submit.lacking.table_model.rows if each.kind is Lack.DATA)
    table.choose(desk.submit.lacking.table_model.identity(person))
    QTest.keyClick(table, RETURN)
    assert desk.shell.page is desk.people
    assert desk.people.pane.dossier.id == person.subject


def test_the_list_is_seen_as_by_the_appraiser(ready: Desks, open_desk: Opened, qtbot: QtBot) -> None:
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    page = desk.submit
    assert "60 người" in page.list_card.total.text()
    assert "chưa có số liệu" in page.list_card.open_note.text()
    assert "Nguyễn Văn Chủ" in page.list_card.signer.text()
    assert not page.lacking.isVisible()
    with qtbot.waitSignal(page.preview.people.current_row_changed, timeout=60_000):
        QTest.keyClick(page.preview_button, Qt.Key.Key_Space)
    qtbot.waitUntil(page.preview.people.hasFocus, timeout=20_000)
    assert page.preview.person.name.text() == desk.desk.view.dossiers[0].person.full_name
    assert page.preview.papers.preview.isVisible()
    QTest.keyClick(page.preview.people, Qt.Key.Key_Escape)
    assert page.preview_button.hasFocus()


def test_a_code_that_is_nobodys_cannot_be_signed_for(ready: Desks, open_desk: Opened) -> None:
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    page = desk.submit
    assert page.recipient.text() == "STC-HP"
    assert page.recipient.note.text() == "STC-HP – Sở Tài chính"
    for typed, told in (("SYT", "STC-HP – Sở Tài chính"), ("", "Chưa ghi"), ("UBH-01", "chính đơn vị này")):
        page.recipient.selectAll()
        QTest.keyClick(page.recipient, Qt.Key.Key_Delete)
        QTest.keyClicks(page.recipient, typed)
        assert told in page.recipient.note.text()
        assert page.recipient.note.tone is Tone.ERROR
        assert told in page.send_button.toolTip()
        assert not page.send_button.isEnabled()
        QTest.keyClick(page.passphrase, RETURN)
        assert told in desk.said
    retype(page.recipient, "stc-hp")
    QTest.keyClick(page.recipient, Qt.Key.Key_Tab)
    assert page.recipient.text() == "STC-HP"
    assert page.send_button.isEnabled()
    assert page.recipient.note.tone is Tone.MUTED


def _next(desk: EntryDesk) -> set[str]:
    page = desk.submit
    buttons = {"open": page.after.open_button, "print": page.print_button, "send": page.send_button}
    return {name for name, each in buttons.items() if each.property("next") == "true"}


def test_one_button_is_the_next_step(ready: Desks, open_desk: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    assert _next(desk) == {"send"}
    _print(desk, tmp_path, qtbot)
    assert str(tmp_path) in desk.said
    assert "Đã in" not in desk.said
    assert desk.banners[-1].action == "&Mở để in"
    save_dossier(ready.unit, replace(desk.desk.view.dossiers[0], note="Đổi sau khi in"))
    desk.desk.read()
    assert _next(desk) == {"print"}
    _print(desk, tmp_path, qtbot)
    assert _next(desk) == {"send"}
    desk.messages.paths = (tmp_path,)
    retype(desk.submit.passphrase, UNIT_PASSPHRASE)
    with qtbot.waitSignal(desk.submit.changed, timeout=60_000):
        QTest.keyClick(desk.submit.passphrase, RETURN)
    assert _next(desk) == {"open"}


def test_what_the_appraiser_would_find_is_said_before_one_signs(ready: Desks, open_desk: Opened) -> None:
    desk = open_desk(ready.unit)
    desk.shell.show_page("submit")
    view = desk.desk.view
    checked = check_as_appraiser(ready.unit, view, view.dossiers[:1])
    twice = [Finding("TR02", Severity.ERROR, each.id, "person.citizen_id") for each in view.dossiers[:3]]
    desk.desk.note_seen(replace(checked, findings=tuple(twice)), view)
    desk.desk.read()
    assert "thấy 3 lỗi" in desk.submit.obstacles.text()
    discard_dossier(ready.unit, view.dossiers[0].id)
    desk.desk.read()
    assert "thấy 2 lỗi" in desk.submit.obstacles.text()
    desk.desk.note_seen(replace(checked, findings=()), desk.desk.view)
    desk.desk.read()
    assert "Kiểm tra như Sở Tài chính" not in desk.submit.obstacles.text()
