"""A list goes into the round by keyboard: columns corrected and remembered, cells told, changes chosen, taken back."""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.lists.layout_memory import remembered_layouts
from desktop.services.rounds.open_round import open_round
from desktop.ui.pages.lists.wizard_frame import CHECK, COLUMNS, FILE, RESULT
from tests.documents.lists.test_old_fonts import to_tcvn3
from tests.services.mending import GIVEN, OURS
from tests.services.offices import Desks
from tests.services.seen import everything_in
from tests.ui.keyboard import type_text
from tests.ui.pages.entry_desk import RETURN, EntryDesk, Opened, shared
from tests.ui.pages.test_entry_loop import _clashes, _name_of, _takes_focus

CTRL = Qt.KeyboardModifier.ControlModifier
GIVEN_COLUMNS = {"workplace": 6, "citizen_id": 4}


class Walk:
    """The wizard over a round, and the keys that lead through it."""

    def __init__(self, desk: EntryDesk, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot
        self.page = desk.people
        self.wizard = desk.people.wizard
        desk.shell.show_page("people")

    def open(self, path: Path) -> None:
        self.desk.messages.paths = (path,)
        QTest.keyClick(self.page.bar.import_button, Qt.Key.Key_Space)
        QTest.keyClick(self.wizard.file_step.zone.button, Qt.Key.Key_Space)
        self.wait(COLUMNS)

    def on(self, place: int) -> None:
        QTest.keyClick(self.wizard, RETURN, CTRL)
        self.wait(place)

    def wait(self, place: int) -> None:
        self._qtbot.waitUntil(lambda: self.wizard.place == place and not self.desk.tasks.busy, timeout=30_000)

    def rest(self) -> None:
        self._qtbot.waitUntil(lambda: not self.desk.tasks.busy, timeout=30_000)

    @property
    def people(self) -> int:
        return self.page.count()[0]


@pytest.fixture(scope="module")
def window(qapp: QApplication, enrolled_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EntryDesk]:
    with shared(qapp, enrolled_folder, tmp_path_factory.mktemp("wizard")) as made:
        yield made


@pytest.fixture
def walk(window: EntryDesk, qtbot: QtBot) -> Iterator[Walk]:
    """A round of its own, on which no list was laid yet."""
    number = len(window.desk.rounds) + 1
    opened = open_round(window.office, f"Đợt {number}", f"2024-{number}")
    window.begin()
    window.desk.choose(opened.id)
    walk = Walk(window, qtbot)
    yield walk
    walk.rest()
    if walk.page.rooms.currentWidget() is walk.wizard:
        QTest.keyClick(walk.wizard, Qt.Key.Key_Escape)


@pytest.fixture
def own_walk(enrolled: Desks, open_desk: Opened, qtbot: QtBot) -> Walk:
    """A window of one's own, for those who look at what it remembers: columns of lists, and of its table."""
    open_round(enrolled.unit, "Đợt 1", "2024-1")
    return Walk(open_desk(enrolled.unit), qtbot)


def _changed(folder: Path, change: Callable[[Worksheet], None]) -> Path:
    book = openpyxl.load_workbook(GIVEN.workbook)
    change(book.worksheets[0])
    path = folder / "danh_sach_khac.xlsx"
    book.save(path)
    return path


def _unnamed(walk: Walk) -> list[QWidget]:
    """Return what takes the focus in the step shown and says nothing of itself."""
    return [each for each in walk.wizard.findChildren(QWidget) if _takes_focus(each) and not _name_of(each)]


def test_a_column_is_mapped_by_hand_once_and_remembered(own_walk: Walk, tmp_path: Path) -> None:
    walk = own_walk

    def rename(sheet: Worksheet) -> None:
        sheet.cell(6, GIVEN_COLUMNS["citizen_id"] + 1).value = "Mã người"

    path = _changed(tmp_path, rename)
    walk.open(path)
    step = walk.wizard.columns_step
    assert "Số CCCD" in step.needs.text()
    box = step.columns.choice(GIVEN_COLUMNS["citizen_id"])
    box.setFocus()
    type_text(box, "Số CCCD")
    assert box.currentData() == "citizen_id"
    assert "Số CCCD" not in step.needs.text()
    assert not _unnamed(walk)
    assert not _clashes(walk.wizard)
    walk.on(CHECK)
    assert not _unnamed(walk)
    assert not _clashes(walk.wizard)
    QTest.keyClick(walk.wizard.back_button, Qt.Key.Key_Space)
    assert step.columns.choice(GIVEN_COLUMNS["citizen_id"]).currentData() == "citizen_id"
    walk.on(CHECK)
    walk.on(RESULT)
    assert not _unnamed(walk)
    assert not _clashes(walk.wizard)
    assert walk.people == 60
    walk.on(RESULT)
    walk.open(path)
    assert "Ghép cột như lần nhập danh_sach_khac.xlsx" in step.memory.text()
    assert step.columns.choice(GIVEN_COLUMNS["citizen_id"]).currentData() == "citizen_id"
    QTest.keyClick(step.forget_button, Qt.Key.Key_Space)
    kept = remembered_layouts(walk.desk.office)
    assert "list" not in {each.kind.value for each in kept}


def test_escape_changes_nothing_and_leads_back(walk: Walk) -> None:
    walk.open(OURS.workbook)
    walk.on(CHECK)
    assert walk.wizard.check_step.faults.records.rowCount() == 7
    QTest.keyClick(walk.wizard, Qt.Key.Key_Escape)
    assert walk.page.rooms.currentWidget() is not walk.wizard
    assert walk.people == 0
    with walk.desk.office.store.begin() as work:
        assert work.imports.of_round(walk.desk.desk.round.id) == ()


def test_cells_are_told_filtered_and_saved_marked(walk: Walk, tmp_path: Path, qtbot: QtBot) -> None:
    walk.open(OURS.workbook)
    walk.on(CHECK)
    step = walk.wizard.check_step
    assert "60 người" in step.counts.text()
    assert step.sentence.text().startswith("Ô ")
    QTest.keyClicks(step.filter, "bhxh")
    assert 0 < step.faults.records.rowCount() < 7
    walk.desk.messages.paths = (tmp_path / "danh-dau.xlsx",)
    QTest.keyClick(step.save_button, Qt.Key.Key_Space)
    walk.rest()
    book = openpyxl.load_workbook(tmp_path / "danh-dau.xlsx")
    comments = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment]
    assert len(comments) == 7


def test_the_whole_import_is_taken_back_and_again_by_keyboard(walk: Walk) -> None:
    walk.open(OURS.workbook)
    walk.on(CHECK)
    walk.on(RESULT)
    assert walk.people == 60
    QTest.keyClick(walk.wizard.result_step.undo_button, Qt.Key.Key_Space)
    walk.rest()
    assert walk.people == 0
    assert walk.desk.desk.history.redo() is not None
    walk.desk.desk.read()
    assert walk.people == 60


def test_what_is_taken_back_in_another_round_is_shown_there(walk: Walk) -> None:
    walk.open(OURS.workbook)
    walk.on(CHECK)
    walk.on(RESULT)
    first, second = walk.desk.desk.round, open_round(walk.desk.office, "Đợt bên cạnh", "2026-1")
    assert first is not None
    walk.desk.desk.choose(second.id)
    walk.desk.shell.refresh()
    QTest.keyClick(walk.wizard.result_step.undo_button, Qt.Key.Key_Space)
    walk.rest()
    assert walk.desk.desk.round == first
    assert walk.people == 0
    assert f"Việc này thuộc {first.name}; đợt đó đang mở." in walk.desk.said


def test_taking_in_is_stopped_and_leaves_nothing(walk: Walk, qtbot: QtBot) -> None:
    walk.open(OURS.workbook)
    walk.on(CHECK)
    before = everything_in(walk.desk.office)
    with qtbot.waitSignal(walk.desk.tasks.cancelled, timeout=30_000):
        QTest.keyClick(walk.wizard.next_button, Qt.Key.Key_Space)
        walk.desk.tasks._jobs[0].progress.cancel()
    assert everything_in(walk.desk.office) == before
    assert (walk.wizard.place, walk.people) == (CHECK, 0)
    walk.on(RESULT)
    assert walk.people == 60


def test_a_list_goes_back_and_forth_by_ctrl_z_away_from_the_window(walk: Walk, qtbot: QtBot) -> None:
    walk.open(OURS.workbook)
    walk.on(CHECK)
    walk.on(RESULT)
    walk.on(RESULT)
    tasks, commands = walk.desk.tasks, walk.desk.commands
    commands.undo.trigger()
    assert tasks.busy
    with qtbot.waitSignal(tasks.cancelled, timeout=30_000):
        tasks._jobs[0].progress.cancel()
    assert walk.people == 60
    commands.undo.trigger()
    walk.rest()
    assert (walk.people, walk.desk.approvals.count()[0]) == (0, 0)
    assert "hoàn tác" in walk.desk.shell._banner.accessibleName().lower()
    commands.redo.trigger()
    assert tasks.busy
    walk.rest()
    assert walk.people == 60
    assert walk.desk.approvals.count()[0] == len(walk.desk.desk.view.approvals) > 0


def test_pages_that_are_not_seen_are_filled_when_they_are_shown(walk: Walk, qtbot: QtBot) -> None:
    checks, approvals = walk.desk.checks, walk.desk.approvals
    summary = checks.summary.text()
    walk.open(OURS.workbook)
    walk.on(CHECK)
    walk.on(RESULT)
    qtbot.waitUntil(lambda: not walk.desk.shell._to_tell, timeout=30_000)
    assert checks.summary.text() == summary
    assert not approvals.table.records.records()
    assert checks.count()[0] > 0
    assert walk.desk.home.count()[0] > 0
    walk.desk.shell.show_page("checks")
    errors = sum(each.severity == "E" for each in walk.desk.desk.contents.open_ones)
    assert checks.summary.text().startswith(f"{errors} ")
    assert checks.list.current_finding() is None
    assert checks.list._leaves
    walk.desk.shell.show_page("approvals")
    assert len(approvals.table.records.records()) == approvals.count()[0] > 0


def test_changes_of_a_mended_list_are_ticked_field_by_field(walk: Walk, tmp_path: Path) -> None:
    walk.open(GIVEN.workbook)
    walk.on(CHECK)
    walk.on(RESULT)
    walk.on(RESULT)

    def change(sheet: Worksheet) -> None:
        sheet.cell(12, GIVEN_COLUMNS["workplace"] + 1).value = "Phòng Nội vụ mới"
        sheet.cell(14, GIVEN_COLUMNS["workplace"] + 1).value = "Phòng Tư pháp mới"

    walk.open(_changed(tmp_path, change))
    walk.on(CHECK)
    tree = walk.wizard.check_step.changes
    assert tree.isVisible()
    assert walk.wizard.next_button.text() == "&Cập nhật 2"
    for _ in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert walk.wizard.next_button.text() == "&Cập nhật 1"
    walk.on(RESULT)
    assert walk.people == 60
    workplaces = [each.person.workplace for each in walk.desk.desk.view.dossiers]
    assert ("Phòng Nội vụ mới" in workplaces, "Phòng Tư pháp mới" in workplaces) == (False, True)


@pytest.mark.parametrize("away", [True, False])
def test_a_list_is_compared_anew_where_another_round_was_put_on_the_desk(
    walk: Walk, tmp_path: Path, *, away: bool
) -> None:
    walk.open(GIVEN.workbook)
    walk.on(CHECK)
    walk.on(RESULT)
    walk.on(RESULT)
    first, second = walk.desk.desk.round, open_round(walk.desk.office, f"Đợt khác {away}", f"2025-{1 + away}")
    assert first is not None

    def change(sheet: Worksheet) -> None:
        sheet.cell(12, GIVEN_COLUMNS["workplace"] + 1).value = "Phòng Nội vụ mới"

    walk.open(_changed(tmp_path, change))
    walk.on(CHECK)
    assert walk.wizard.next_button.text() == "&Cập nhật 1"
    if away:
        walk.desk.shell.show_page("home")
    walk.desk.desk.choose(second.id)
    walk.desk.shell.show_page("people")
    walk.rest()
    assert (walk.wizard.place, walk.wizard.next_button.text()) == (CHECK, "&Nhập 60 người")
    assert f"Đợt khác {away}" in walk.desk.said
    walk.on(RESULT)
    with walk.desk.office.store.begin() as work:
        of_first, of_second = (work.dossiers.of_round(each.id) for each in (first, second))
    assert (len(of_first), len(of_second)) == (60, 60)
    workplaces = [[each.person.workplace for each in people] for people in (of_first, of_second)]
    assert ["Phòng Nội vụ mới" in each for each in workplaces] == [False, True]


def test_old_fonts_are_shown_before_and_after_and_converted_on_consent(walk: Walk, tmp_path: Path) -> None:
    def old(sheet: Worksheet) -> None:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and not isinstance(cell, MergedCell):
                    cell.value = to_tcvn3(unicodedata.normalize("NFC", cell.value))

    walk.open(_changed(tmp_path, old))
    step = walk.wizard.columns_step
    assert "TCVN3" in step.fonts.told.text()
    assert " → " in step.fonts.samples.text().replace("  ", " ")
    assert not step.fonts.agree.isChecked()
    QTest.keyClick(step.fonts.agree, Qt.Key.Key_Space)
    walk.on(CHECK)
    names = {each.person.full_name for each in walk.wizard.check_step._preview.reading.people}
    assert "Vũ Trọng Bảo" in names
    assert len(walk.wizard.check_step._preview.reading.faults) == 6
    QTest.keyClick(walk.wizard.back_button, Qt.Key.Key_Space)
    QTest.keyClick(step.fonts.agree, Qt.Key.Key_Space)
    walk.on(CHECK)
    assert len(walk.wizard.check_step._preview.reading.faults) > 60


def test_reading_is_stopped_by_escape_and_the_step_stays(walk: Walk, qtbot: QtBot) -> None:
    walk.open(OURS.workbook)
    wizard, tasks = walk.wizard, walk.desk.tasks
    QTest.keyClick(wizard.next_button, Qt.Key.Key_Space)
    assert tasks.busy
    with qtbot.waitSignal(tasks.cancelled, timeout=30_000):
        QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.place == COLUMNS
    assert wizard.next_button.isEnabled()
    assert walk.page.rooms.currentWidget() is wizard
    walk.on(CHECK)


def test_a_block_is_pasted_from_the_current_column_on(own_walk: Walk) -> None:
    walk = own_walk
    table = walk.page.table
    table.hide_column("birth", hidden=False)
    block = "1\tVũ Thị Một\t17/09/1970\t031170999998\n2\tLê Văn Hai\t1/7/68\t0310709\n"
    QGuiApplication.clipboard().setText(block)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_V, CTRL)
    assert walk.wizard.place == COLUMNS
    walk.on(CHECK)
    assert walk.wizard.check_step.faults.records.rowCount() == 2
    walk.on(RESULT)
    assert walk.people == 2
    walk.on(RESULT)
    first, second = walk.desk.desk.view.dossiers
    assert (first.person.full_name, first.person.citizen_id) == ("Vũ Thị Một", "031170999998")
    assert (second.person.full_name, second.person.citizen_id) == ("Lê Văn Hai", "")
    assert walk.desk.desk.history.undo() is not None
    walk.desk.desk.read()
    assert walk.people == 0


def test_a_paste_is_taken_back_after_an_edit_that_was_taken_back(own_walk: Walk) -> None:
    walk = own_walk
    block = "Họ và tên\tSố CCCD\tThời điểm nghỉ\nVũ Thị Một\t031170999998\t01/11/2024\nLê Văn Hai\t\t1/11/2024\n"
    QGuiApplication.clipboard().setText(block)
    walk.page.table.setFocus()
    QTest.keyClick(walk.page.table, Qt.Key.Key_V, CTRL)
    for place in (CHECK, RESULT, RESULT):
        walk.on(place)
    walk.desk.people.arrive((walk.desk.desk.view.dossiers[0].id, "person.post"))
    post = walk.page.pane.form.fields["person.post"].editor
    QTest.keyClicks(post, "Van thu")
    QTest.keyClick(post, RETURN)
    assert walk.desk.stored(walk.desk.desk.view.dossiers[0].id).person.post == "Van thu"
    for people in (2, 0):
        walk.desk.commands.undo.trigger()
        walk.rest()
        assert walk.people == people
    for people in (2, 2):
        walk.desk.commands.redo.trigger()
        walk.rest()
        assert walk.people == people
    assert walk.desk.stored(walk.desk.desk.view.dossiers[0].id).person.post == "Van thu"


def test_a_pasted_header_is_recognised_and_nothing_is_refused_politely(own_walk: Walk) -> None:
    walk = own_walk
    block = "Họ và tên\tSố CCCD\tThời điểm nghỉ\nVũ Thị Một\t031170999998\t01/11/2024\n"
    QGuiApplication.clipboard().setText(block)
    walk.page.table.setFocus()
    QTest.keyClick(walk.page.table, Qt.Key.Key_V, CTRL)
    plan = walk.wizard.columns_step.plan
    assert plan is not None
    assert dict(plan.mappings[0].columns) == {"full_name": 0, "citizen_id": 1, "leave_on": 2}
    QTest.keyClick(walk.wizard, Qt.Key.Key_Escape)
    QGuiApplication.clipboard().setText("  ")
    QTest.keyClick(walk.page.table, Qt.Key.Key_V, CTRL)
    assert walk.wizard.place in {FILE, COLUMNS}
    assert "Chưa dán được" in walk.desk.said
    assert not list((walk.desk.office.folder / "private").glob("*"))
