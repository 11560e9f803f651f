"""Careers typed by keyboard or pasted: what can be read counts, what cannot is kept and marked."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.months import YearMonth
from desktop.ui.widgets.career_tables import InsuranceTable, SalaryTable
from desktop.ui.widgets.period_table import PeriodGrid
from desktop.ui.widgets.timeline import Timeline
from desktop.ui.widgets.timeline_parts import SpanKind, caption, insurance_stretches
from tests.ui.keyboard import type_text
from tests.ui.samples import CAREER, span


@pytest.fixture
def salary(qtbot: QtBot) -> SalaryTable:
    made = SalaryTable()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def insurance(qtbot: QtBot) -> InsuranceTable:
    made = InsuranceTable()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def moved(grid: PeriodGrid, before: QPersistentModelIndex) -> bool:
    return QPersistentModelIndex(grid.currentIndex()) != before


def fill(qtbot: QtBot, table: SalaryTable | InsuranceTable, cells: list[str]) -> None:
    """Type each cell and press Enter, as a clerk does."""
    for text in cells:
        at = table.grid.currentIndex()
        if text:
            type_text(table.grid, text[0])
            editor = table.grid.findChildren(QLineEdit)[-1]
            type_text(editor, text[1:])
            qtbot.keyClick(editor, Qt.Key.Key_Return)
        else:
            qtbot.keyClick(table.grid, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(moved, table.grid, QPersistentModelIndex(at)))


def test_what_is_put_in_comes_out(salary: SalaryTable, insurance: InsuranceTable) -> None:
    salary.set_value(CAREER.salary)
    insurance.set_value(CAREER.insurance)
    assert salary.value() == CAREER.salary
    assert insurance.value() == CAREER.insurance
    assert salary.faults() == insurance.faults() == ()


def test_putting_in_is_no_change_of_the_clerk(qtbot: QtBot, salary: SalaryTable) -> None:
    with qtbot.assertNotEmitted(salary.edited):
        salary.set_value(CAREER.salary)


def test_a_period_is_typed_cell_by_cell_with_enter(qtbot: QtBot, salary: SalaryTable) -> None:
    salary.add_row()
    fill(qtbot, salary, ["1/16", "10/2024", "4.98", "0,4", "5", "", ""])
    assert salary.value() == (CAREER.salary[1],)
    assert salary.grid.currentIndex().row() == 1  # Enter after the last cell begins a new row
    assert salary.grid.currentIndex().column() == 0
    assert salary.value() == (CAREER.salary[1],)  # a blank row is no period and no fault
    assert salary.faults() == ()


def test_what_cannot_be_read_is_kept_marked_and_named(qtbot: QtBot, salary: SalaryTable) -> None:
    salary.set_value(CAREER.salary)
    salary.grid.setCurrentIndex(salary.grid.model().index(1, 0))
    fill(qtbot, salary, ["13/2016"])
    index = salary.grid.model().index(1, 0)
    assert index.data() == "13/2016"
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    assert "13/2016" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert salary.value() == CAREER.salary  # a row with a fault counts as it was last readable
    assert [fault[:2] for fault in salary.faults()] == [(1, 0)]
    assert salary.line.text().startswith("Lỗi: Dòng 2, cột Từ tháng: “13/2016”")
    salary.grid.setCurrentIndex(index)
    fill(qtbot, salary, ["1/2016"])
    assert salary.value() == CAREER.salary
    assert salary.line.isHidden()


def test_months_that_run_backwards_are_a_fault(salary: SalaryTable) -> None:
    salary.grid.paste_text("5/2020\t4/2020\t3,33")
    assert salary.value() == ()
    assert [fault[:2] for fault in salary.faults()] == [(0, 1)]


@pytest.mark.parametrize("cell", ["ba phẩy ba", "-3,33", ""])
def test_a_coefficient_that_cannot_be_is_a_fault(salary: SalaryTable, cell: str) -> None:
    salary.grid.paste_text(f"5/2020\t6/2020\t{cell}")
    assert [fault[:2] for fault in salary.faults()] == [(0, 2)]


def test_a_block_from_excel_makes_rows(qtbot: QtBot, insurance: InsuranceTable) -> None:
    block = "1/1993\t5/1995\tTrường Tiểu học Minh Đức\tx\tx\n11/1995\t6/2010\tUBND xã Tân Dương\tCó\r\n"
    QGuiApplication.clipboard().setText(block)
    with qtbot.waitSignal(insurance.edited):
        qtbot.keyClick(insurance.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert insurance.value() == CAREER.insurance[:2]


def test_a_copied_block_can_be_pasted_elsewhere(qtbot: QtBot, insurance: InsuranceTable) -> None:
    insurance.set_value(CAREER.insurance)
    insurance.grid.selectRow(0)
    qtbot.keyClick(insurance.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    insurance.grid.setCurrentIndex(insurance.grid.model().index(2, 0))
    qtbot.keyClick(insurance.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert insurance.value() == (*CAREER.insurance[:2], CAREER.insurance[0])


def test_a_tick_is_set_with_the_space_bar(qtbot: QtBot, insurance: InsuranceTable) -> None:
    insurance.set_value(CAREER.insurance[1:2])
    insurance.grid.setCurrentIndex(insurance.grid.model().index(0, 4))
    with qtbot.waitSignal(insurance.edited):
        qtbot.keyClick(insurance.grid, Qt.Key.Key_Space)
    assert insurance.value() == (replace(CAREER.insurance[1], cashed=True),)


def test_a_row_taken_out_can_be_brought_back(qtbot: QtBot, salary: SalaryTable) -> None:
    salary.set_value(CAREER.salary)
    salary.grid.setCurrentIndex(salary.grid.model().index(0, 0))
    with qtbot.waitSignal(salary.edited):
        salary.remove_row()
    assert salary.value() == CAREER.salary[1:]
    with qtbot.waitSignal(salary.edited):
        salary.restore_row()
    assert salary.value() == CAREER.salary


def test_delete_empties_the_selected_cells(qtbot: QtBot, salary: SalaryTable) -> None:
    salary.set_value(CAREER.salary[1:])
    salary.grid.setCurrentIndex(salary.grid.model().index(0, 3))
    qtbot.keyClick(salary.grid, Qt.Key.Key_Delete)
    assert salary.value()[0].position_allowance == 0


def test_the_caption_counts_months_gaps_and_overlaps() -> None:
    assert caption(CAREER) == "348 tháng, trống 5 tháng, trùng 4 tháng"
    assert caption(Career(insurance=CAREER.insurance[1:2])) == "176 tháng"
    assert caption(CAREER, YearMonth(2024, 10)) == "347 tháng, trống 5 tháng, trùng 4 tháng"


def test_cashed_months_are_drawn_but_not_counted() -> None:
    kinds = [stretch.kind for stretch in insurance_stretches(CAREER)]
    assert kinds == [SpanKind.NOT_COUNTED, SpanKind.COUNTED, SpanKind.COUNTED, SpanKind.GAP, SpanKind.OVERLAP]


def test_the_drawing_says_what_lies_under_the_pointer(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(800, timeline.sizeHint().height())
    timeline.show_career(CAREER, YearMonth(2024, 11))
    bar = timeline.fontMetrics().height() * 2 - 4
    found = {timeline.words_at(across, bar) for across in range(0, 800, 2)}
    assert {"Trống 06/1995 – 10/1995 (5)", "Trùng 03/2010 – 06/2010 (4)", ""} <= found
    assert "BHXH: Trống 06/1995 – 10/1995 (5)" in timeline.accessibleName()


@pytest.mark.parametrize(
    "career",
    [
        Career(),
        Career(salary=(SalaryPeriod(span("2024-10", "2024-10"), CAREER.salary[0].coefficient),)),
        Career(insurance=(InsurancePeriod(span("1901-01", "2199-12")),)),
    ],
)
def test_every_career_can_be_drawn(qtbot: QtBot, career: Career) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(60, timeline.sizeHint().height())
    timeline.show_career(career)
    assert not timeline.grab().isNull()
    assert timeline.caption
