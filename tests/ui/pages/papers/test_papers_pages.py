"""Papers in the window: pinned and linked by keyboard, shown beside the form, and found again by the appraiser."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.dossiers import Dossier
from desktop.domain.evidence import EvidencePin
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.papers.links import has_paper
from desktop.services.papers.pins import put_pin
from desktop.services.papers.redacted_copy import BoxSource, Searched, search_files
from desktop.ui.pages.appraisal import AppraisalPage
from desktop.ui.pages.papers import redaction_view
from desktop.ui.tasks import Tasks
from tests.services.mail import send, submission_in
from tests.services.offices import Desks
from tests.services.papers.test_pins import PLACE, first, pinned
from tests.ui.pages.conftest import Watched
from tests.ui.pages.entry_desk import EntryDesk, Opened
from tests.ui.recording import RecordingMessages

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, ready: Desks, open_desk: Opened) -> EntryDesk:
    made = open_desk(ready.unit)
    made.shell.show_page("approvals")
    qtbot.waitUntil(lambda: not made.approvals.preview.canvas.image.isNull(), timeout=20_000)
    return made


def people_of(desk: EntryDesk) -> tuple[Dossier, ...]:
    """The people of the document that is shown."""
    return desk.approvals.pins.people


def active(qtbot: QtBot, desk: EntryDesk) -> None:
    qtbot.waitUntil(lambda: desk.shell.activateWindow() or desk.shell.isActiveWindow(), timeout=20_000)


def test_rows_of_many_people_are_pinned_by_keyboard_and_pins_are_read_moved_and_taken_away(
    qtbot: QtBot, desk: EntryDesk
) -> None:
    pane = desk.approvals.pins
    names = [each.id for each in people_of(desk)]
    pane.bar.onward.setChecked(True)
    for _ in range(3):
        pane.begin_by_keyboard()
        QTest.keyClick(pane.preview.canvas, Qt.Key.Key_Return)
    assert [len(desk.stored(each).pins) for each in names[:4]] == [1, 1, 1, 0]
    assert pane.bar.person_id == names[3]
    assert desk.stored(names[0]).pins[0].field == "person.full_name"
    assert pane.pins.count.text().startswith("3/12")
    desk.act()
    assert desk.stored(names[2]).pins == ()
    _read_move_and_take_away(qtbot, desk, people_of(desk)[4])


def _read_move_and_take_away(qtbot: QtBot, desk: EntryDesk, person: Dossier) -> None:
    pane = desk.approvals.pins
    pane.bar.onward.setChecked(False)
    pane.aim(person.id, "leave_on")
    pane.preview.canvas.marks.drawn.emit(QRectF(0.1, 0.2, 0.3, 0.05))
    line = pane.pins.reading.currentWidget()
    QTest.keyClicks(line, "1/10/24")
    QTest.keyClick(line, Qt.Key.Key_Return)
    (pin,) = desk.stored(person.id).pins
    assert (pin.field, pin.reads) == ("leave_on", "2024-10-01")
    active(qtbot, desk)
    pane.pins.list.setFocus()
    QTest.keyClick(pane.pins.list, Qt.Key.Key_F2)
    QTest.keyClick(pane.preview.canvas, Qt.Key.Key_Right)
    QTest.keyClick(pane.preview.canvas, Qt.Key.Key_Return)
    (moved,) = desk.stored(person.id).pins
    assert moved.place.left > pin.place.left
    pane.pins.list.setFocus()
    QTest.keyClick(pane.pins.list, Qt.Key.Key_Delete)
    assert desk.stored(person.id).pins == ()


def test_everybody_without_a_basis_gets_the_document_and_a_new_one_says_what_it_proves(
    qtbot: QtBot, desk: EntryDesk
) -> None:
    links = desk.approvals.links
    desk.approvals.tabs.setCurrentWidget(links)
    mine = people_of(desk)
    active(qtbot, desk)
    QTest.keyClicks(links.filter, "dang thanh my")
    assert links.table.records.rowCount() == 1
    links.table.setFocus()
    QTest.keyClick(links.table, Qt.Key.Key_A, CTRL)
    QTest.keyClick(links.table, Qt.Key.Key_Space)
    assert desk.stored(mine[0].id).approval_id is None
    links.filter.clear()
    links.choose_lacking()
    links.give.click()
    approval = desk.approvals.table.current_record()
    assert approval is not None
    assert desk.stored(mine[0].id).approval_id == approval.id
    assert "1 người" in desk.said
    desk.act()
    assert not has_paper(desk.stored(mine[0].id), approval.id)
    _enter_a_document(desk, mine[1])


def _enter_a_document(desk: EntryDesk, person: Dossier) -> None:
    page = desk.approvals
    page.arrive(("", person.id, "insurance_record"))
    QTest.keyClicks(page.form.number, "31200")
    page.form.button.click()
    added = page.table.current_record()
    assert added is not None
    assert (added.number, added.proves) == ("31200", "insurance_record")
    assert page.links.count.text().startswith("1 người")
    page.tabs.setCurrentWidget(page.details)
    page.details.proves.set_value("salary_decisions")
    page.details.proves.committed.emit()
    changed = page.table.current_record()
    assert changed is not None
    assert changed.to_check == "Hệ số, phụ cấp, thời điểm hưởng."
    desk.act()
    assert page.table.current_record() == added


def test_a_copy_without_numbers_is_looked_at_and_written(qtbot: QtBot, desk: EntryDesk, tmp_path: Path) -> None:
    person, page = people_of(desk)[0], desk.approvals
    page.pins.aim(person.id, "person.citizen_id")
    page.preview.canvas.marks.drawn.emit(QRectF(0.1, 0.2, 0.3, 0.05))
    page.redact_action.trigger()
    view = page.redaction
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    assert [each.source for each in view.boxes] == [BoxSource.PIN]
    view.begin_by_keyboard()
    QTest.keyClick(view.preview.canvas, Qt.Key.Key_Return)
    assert view.count.text() == "1 tệp · 2 chỗ che: 1 từ ghim, 0 từ chữ trong tệp, 1 tự kéo"
    desk.messages.paths = (tmp_path / "che.pdf",)
    view.save.click()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    assert (tmp_path / "che.pdf").read_bytes().startswith(b"%PDF")
    assert "2 trang" in desk.said
    active(qtbot, desk)
    view.files.setFocus()
    QTest.keyClick(view.files, Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == 0


def test_nothing_is_written_before_the_search_for_numbers_ended_well(
    qtbot: QtBot, desk: EntryDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, view, go_on = desk.approvals, desk.approvals.redaction, Event()

    def search(*asked: Any) -> Searched:
        go_on.wait()
        return search_files(*asked)

    monkeypatch.setattr(redaction_view, "search_files", search)
    page.redact_action.trigger()
    assert not view.save.isEnabled()
    assert "Đang tìm" in view.count.text()
    view.save.click()
    assert desk.messages.said == []
    desk.tasks._jobs[-1].progress.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    assert not view.save.isEnabled()
    assert "dừng giữa chừng" in view.count.text()
    approval = page.table.current_record()
    assert approval is not None
    path = desk.office.store.blobs.path(approval.attachments[0])
    kept = path.read_bytes()
    path.write_bytes(b"%PDF-broken")
    view.again.click()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
    assert not view.save.isEnabled()
    broken, other = (view.files.item(row) for row in (view.files.currentRow(), view.files.currentRow() - 1))
    assert f"không đọc được {broken.text().split(' · ')[0]}" in view.count.text()
    broken.setCheckState(Qt.CheckState.Unchecked)
    other.setCheckState(Qt.CheckState.Checked)
    assert view.save.isEnabled()
    broken.setCheckState(Qt.CheckState.Checked)
    assert not view.save.isEnabled()
    path.write_bytes(kept)
    view.again.click()
    qtbot.waitUntil(view.save.isEnabled, timeout=20_000)
    assert not view.again.isVisible()


def test_pictures_without_a_box_are_named_and_confirmed_before_they_are_written(
    qtbot: QtBot, desk: EntryDesk, tmp_path: Path
) -> None:
    view = desk.approvals.redaction
    desk.messages.paths, desk.messages.agrees = (tmp_path / "che.pdf",), False
    desk.approvals.redact_action.trigger()
    qtbot.waitUntil(view.save.isEnabled, timeout=20_000)
    view.save.click()
    (asked,) = desk.messages.said
    assert "trang 1, 2" in asked.text
    view.begin_by_keyboard()
    QTest.keyClick(view.preview.canvas, Qt.Key.Key_Return)
    view.save.click()
    assert "trang 2." in desk.messages.said[-1].text
    assert [each.kind for each in desk.messages.said] == ["confirm", "confirm"]


def test_beside_the_form_the_paper_goes_to_the_pin_and_documents_are_given_and_begun(
    qtbot: QtBot, desk: EntryDesk
) -> None:
    dossier, sha256 = first(desk.office, desk.desk.round.id if desk.desk.round else "")
    put_pin(desk.office, EvidencePin(dossier.id, "leave_on", sha256, 2, PLACE))
    desk.desk.read()
    desk.show_person(dossier.id)
    active(qtbot, desk)
    pane = desk.people.pane
    pane.form.go_to("leave_on")
    QTest.keyClick(pane.form.leave_on, Qt.Key.Key_F6)
    assert pane.tabs.currentWidget() is pane.papers
    assert pane.papers.pins.preview.page == 1
    assert "Quyết định" in pane.papers.list.item(0).text()
    pane.papers.pins.preview.go_to(0)
    pane.form.go_to("person.full_name")
    assert pane.papers.pins.preview.page == 0
    pane.show_paper()
    assert pane.tabs.currentIndex() == 0
    _give_and_begin(desk, dossier)


def _give_and_begin(desk: EntryDesk, dossier: Dossier) -> None:
    papers = desk.people.pane.papers
    desk.people.pane.tabs.setCurrentWidget(papers)
    papers.give.click()
    (given,) = desk.stored(dossier.id).papers
    assert given != dossier.approval_id
    desk.act()
    assert desk.stored(dossier.id).papers == ()
    papers.list.setCurrentRow(1)
    QTest.keyClick(papers.list, Qt.Key.Key_Return)
    assert desk.shell.page is desk.approvals
    assert desk.approvals.form.proves.value() == "insurance_record"


@pytest.fixture
def appraisal(qtbot: QtBot, ready: Desks, tasks: Tasks, messages: RecordingMessages) -> AppraisalPage:
    pinned(ready.unit, ready.round.id, reads="2030-01-01")
    send(ready)
    receive_submission(ready.finance, submission_in(ready))
    made = AppraisalPage(ready.finance, tasks, messages)
    made.watched = Watched(made, qtbot)
    qtbot.waitUntil(lambda: made.people.current_record() is not None and not tasks.busy, timeout=20_000)
    return made


def test_the_appraiser_jumps_from_step_and_finding_to_the_pin_and_nothing_else_moves_the_paper(
    qtbot: QtBot, appraisal: AppraisalPage, tasks: Tasks
) -> None:
    dossier = appraisal.people.records.record(0).sent.dossier_id
    appraisal.people.choose(dossier)
    steps = appraisal.person.comparison.table
    assert steps is not None
    assert appraisal.papers.preview.page == 0
    steps.choose("sex")
    assert appraisal.papers.preview.page == 0
    steps.choose("early_months")
    assert appraisal.papers.preview.page == 1
    assert appraisal.papers.preview.canvas.marks.label_of_chosen == "Thời điểm nghỉ: 01/01/2030"
    assert appraisal.papers.pins.currentItem().text() == "Thời điểm nghỉ: 01/01/2030 · trang 2"
    appraisal.papers.preview.go_to(0)
    scroll: Callable[[], None] = steps.scrollToBottom
    scroll()
    assert appraisal.papers.preview.page == 0
    assert "xem chỗ ghim" in appraisal.person.notes.toPlainText()
    appraisal.person.notes.field_asked.emit("leave_on")
    assert appraisal.papers.preview.page == 1
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
