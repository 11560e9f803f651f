"""Careers typed by keyboard or pasted: what can be read counts, what cannot is kept and marked."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.forms.slip_record import SERVICE_HEAD
from desktop.domain.careers import Attendance, Career, CashedBenefit, InsurancePeriod, SalaryPeriod
from desktop.domain.dossiers import EarlierPayment
from desktop.domain.money import Dong
from desktop.domain.months import YearMonth
from desktop.rules.lookups import Ladder
from desktop.ui.widgets.career_tables import InsuranceTable, SalaryTable, _insurance_kind
from desktop.ui.widgets.payment_table import PaymentTable
from desktop.ui.widgets.period_grid import PeriodGrid
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
    assert salary.value() == CAREER.salary  # as the row was last readable: a slip of the finger wipes nothing
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
    assert caption(CAREER) == "348 tháng (29 năm), trống 5 tháng, trùng 4 tháng"
    assert caption(Career(insurance=CAREER.insurance[1:2])) == "176 tháng (14 năm 8 tháng)"
    assert caption(CAREER, YearMonth(2024, 10)) == "347 tháng (28 năm 11 tháng), trống 5 tháng, trùng 4 tháng"


def test_cashed_months_are_drawn_but_not_counted() -> None:
    kinds = [stretch.kind for stretch in insurance_stretches(CAREER)]
    assert kinds == [SpanKind.CASHED, SpanKind.COUNTED, SpanKind.COUNTED, SpanKind.GAP, SpanKind.OVERLAP]


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


USED = SalaryPeriod(
    span("2020-01", "2024-10"),
    Fraction("4.98"),
    step=9,
    public_service=Fraction(25),
    professional_incentive=Fraction(70),
    professional_duty=Fraction("22.5"),
    contract_pay=Dong(3_000_000_000),
    seniority_amount=Dong(4_000_000),
    other_allowance=Fraction("0.1"),
    other_allowance_name="Trách nhiệm",
    attendance=Attendance.SICK_LEAVE,
    base_salary=Dong(2_340_000),
)


def shown_titles(table: SalaryTable | InsuranceTable) -> list[str]:
    grid = table.grid
    titles = (grid.model().headerData(place, Qt.Orientation.Horizontal) for place in range(grid.model().columnCount()))
    return [title for place, title in enumerate(titles) if not grid.isColumnHidden(place)]


def test_every_field_of_a_period_is_kept_and_columns_that_are_used_show(
    salary: SalaryTable, insurance: InsuranceTable
) -> None:
    cashed = replace(CAREER.insurance[0], cashed_as=CashedBenefit.SEVERANCE)
    salary.set_value((USED, CAREER.salary[0]))
    insurance.set_value((cashed,))
    assert salary.value() == (USED, CAREER.salary[0])
    assert insurance.value() == (cashed,)
    assert salary.faults() == insurance.faults() == ()
    assert {"Bậc", "Công vụ %", "Lương HĐ", "Đi làm", "Lương cơ sở"} <= set(shown_titles(salary))
    assert "Chế độ đã hưởng" in shown_titles(insurance)
    salary.grid.setCurrentIndex(salary.grid.model().index(0, 3))
    salary.grid.paste_text("0,4")  # the row is read anew from all its cells
    assert salary.value() == (replace(USED, position_allowance=Fraction("0.4")), CAREER.salary[0])


def test_columns_that_nobody_uses_are_folded_until_asked_for(qtbot: QtBot, salary: SalaryTable) -> None:
    salary.set_value(CAREER.salary)
    assert len(shown_titles(salary)) == 7
    button = next(each for each in salary.findChildren(QPushButton) if each.text() == "Thêm cột")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(shown_titles(salary)) == 17
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(shown_titles(salary)) == 7


def test_leave_is_chosen_by_keyboard(qtbot: QtBot, salary: SalaryTable) -> None:
    salary.set_value((USED,))
    salary.grid.setCurrentIndex(salary.grid.model().index(0, 15))
    qtbot.keyClick(salary.grid, Qt.Key.Key_F2)
    box = salary.grid.findChildren(QComboBox)[-1]
    qtbot.keyClick(box, Qt.Key.Key_Up)
    with qtbot.waitSignal(salary.edited):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert salary.value() == (replace(USED, attendance=Attendance.UNPAID_LEAVE),)


@pytest.mark.parametrize(
    ("column", "text"), [(7, "0"), (7, "100"), (11, "một triệu"), (15, "đi chơi"), (8, "-1"), (16, "-5")]
)
def test_what_a_folded_column_cannot_hold_is_a_fault(salary: SalaryTable, column: int, text: str) -> None:
    salary.set_value((USED,))
    salary.grid.setCurrentIndex(salary.grid.model().index(0, column))
    salary.grid.paste_text(text)
    assert [fault[:2] for fault in salary.faults()] == [(0, column)]
    assert salary.value() == (USED,)


def test_contract_pay_stands_in_place_of_the_coefficient(salary: SalaryTable) -> None:
    contract = SalaryPeriod(span("2020-01", "2024-10"), Fraction(0), contract_pay=Dong(9_000_000))
    salary.set_value((contract,))
    assert salary.faults() == ()
    assert salary.value() == (contract,)


def test_a_benefit_without_the_tick_is_a_fault(insurance: InsuranceTable) -> None:
    insurance.set_value((replace(CAREER.insurance[1], cashed_as=CashedBenefit.LUMP_SUM),))
    assert [fault[:2] for fault in insurance.faults()] == [(0, 7)]


def test_payments_are_typed_and_kept(qtbot: QtBot) -> None:
    table = PaymentTable()
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    paid = EarlierPayment("NQ 27/2019/NQ-HĐND", Dong(5_000_000), date(2023, 12, 1), "Kho bạc", same_purpose=False)
    table.set_value((paid,))
    assert table.value() == (paid,)
    table.grid.setCurrentIndex(QModelIndex())
    with qtbot.waitSignal(table.edited):
        table.grid.paste_text("NĐ 108/2014\t3.000.000.000\t1/2/2020\tNgân sách\tx")
    assert table.value() == (
        paid,
        EarlierPayment("NĐ 108/2014", Dong(3_000_000_000), date(2020, 2, 1), "Ngân sách"),
    )
    table.grid.paste_text("Thiếu số tiền")
    assert [fault[:2] for fault in table.faults()] == [(2, 1)]


def test_a_block_from_excel_is_one_change(qtbot: QtBot, salary: SalaryTable) -> None:
    salary.set_value(())
    changes = []
    salary.edited.connect(lambda: changes.append(salary.value()))
    salary.grid.paste_text(
        "Từ tháng\tĐến tháng\tHệ số\n"
        "T1/2016\ttháng 12 năm 2019\t4.65\n"
        '01/01/2020\t"31/10/2024\n"\t4,98\n'
        "11/2024\tnay\tbốn chín tám\n"
    )
    assert len(changes) == 1
    assert [(each.months.first.shown, each.months.last.shown) for each in salary.value()] == [
        ("01/2016", "12/2019"),
        ("01/2020", "10/2024"),
    ]
    assert [each.coefficient for each in salary.value()] == [Fraction("4.65"), Fraction("4.98")]
    assert [fault[:2] for fault in salary.faults()] == [(2, 1), (2, 2)]
    assert salary.grid.cells.index(2, 2).data() == "bốn chín tám"


def test_percents_may_be_pasted_with_their_sign(salary: SalaryTable) -> None:
    salary.set_value(())
    salary.grid.paste_text("1/2016\t12/2019\t4,98\t\t6 %\t%")
    assert [fault[:2] for fault in salary.faults()] == [(0, 5)]
    salary.grid.setCurrentIndex(salary.grid.cells.index(0, 5))
    salary.grid.paste_text("12%")
    assert (salary.value()[0].beyond_frame, salary.value()[0].seniority) == (6, 12)


def test_a_pasted_word_that_is_neither_yes_nor_no_is_kept_and_marked(insurance: InsuranceTable) -> None:
    insurance.set_value(())
    insurance.grid.paste_text("1/1993\t12/1994\tXí nghiệp 1\tCó\tđã hưởng?\tKhông\tx")
    assert [fault[:2] for fault in insurance.faults()] == [(0, 4)]
    index = insurance.grid.cells.index(0, 4)
    assert index.data() == "đã hưởng?"
    insurance.grid.setCurrentIndex(index)
    insurance.grid.paste_text("x")
    read = insurance.value()[0]
    assert (read.compulsory, read.cashed, read.hazardous, read.special_area) == (True, True, False, True)


def test_cells_that_find_no_column_are_told_of(salary: SalaryTable) -> None:
    salary.set_value(())
    salary.grid.paste_text("\t".join(["1/2016", "12/2019", "4,98", "", "", "", "", "dư", "thừa"]))
    assert "2 ô dán thừa" in salary.line.text()


LADDER = Ladder(("A1",), (Fraction("2.34"), Fraction("2.67"), Fraction(3)), None)


def test_the_steps_of_a_rank_are_offered_and_bring_their_coefficient(qtbot: QtBot, salary: SalaryTable) -> None:
    salary.offer_steps("A1", LADDER)
    assert "Bậc" in shown_titles(salary)
    salary.set_value((SalaryPeriod(span("2020-01", "2024-10"), Fraction("2.34")),))
    salary.grid.setCurrentIndex(salary.grid.model().index(0, 7))
    qtbot.keyClick(salary.grid, Qt.Key.Key_F2)
    box = salary.grid.findChildren(QComboBox)[-1]
    assert [box.itemText(place) for place in range(box.count())] == ["", "1 · 2,34", "2 · 2,67", "3 · 3"]
    qtbot.keyClick(box, Qt.Key.Key_End)
    with qtbot.waitSignal(salary.edited):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (salary.value()[0].step, salary.value()[0].coefficient) == (3, 3)


def test_a_coefficient_that_the_rank_lacks_is_marked_with_those_it_has(salary: SalaryTable) -> None:
    earlier = SalaryPeriod(span("2015-01", "2019-12"), Fraction("1.99"))
    salary.set_value((SalaryPeriod(span("2020-01", "2024-10"), Fraction("2.76")), earlier))
    salary.offer_steps("A1", LADDER)
    assert "2,34; 2,67; 3" in salary.line.text()
    assert "2,76" in salary.grid.cells.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert salary.grid.cells.index(1, 2).data(Qt.ItemDataRole.ToolTipRole) is None  # another rank then
    assert salary.faults() == ()
    salary.offer_steps("", None)
    assert salary.line.text() == ""


def test_what_was_pasted_of_step_and_coefficient_stands(salary: SalaryTable) -> None:
    salary.offer_steps("A1", LADDER)
    salary.set_value(())
    salary.grid.paste_text("1/2020\t10/2024\t2,76\t\t\t\t\t2")
    assert (salary.value()[0].step, salary.value()[0].coefficient) == (2, Fraction("2.76"))


def test_the_timeline_is_walked_by_keyboard_and_leads_to_the_row(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(600, 200)
    timeline.show_career(CAREER)
    first = min(CAREER.insurance, key=lambda each: each.months.first)
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert first.months.first.shown in timeline.accessibleDescription()
    with qtbot.waitSignal(timeline.row_chosen) as chosen:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert chosen.args == ["career.insurance", CAREER.insurance.index(first)]
    for _ in timeline.lines():
        qtbot.keyClick(timeline, Qt.Key.Key_Right)
    with qtbot.waitSignal(timeline.row_chosen) as chosen:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert chosen.args[0] == "career.salary"
    assert not timeline.grab().isNull()


def test_hazardous_and_cashed_months_are_drawn_apart_and_said() -> None:
    career = replace(CAREER, insurance=(replace(CAREER.insurance[0], cashed=False, hazardous=True),))
    (drawn,) = insurance_stretches(career)
    assert drawn.kind is SpanKind.HAZARDOUS
    assert "nặng nhọc" in drawn.words


def test_an_amount_that_may_be_in_thousands_is_doubted(qtbot: QtBot) -> None:
    table = PaymentTable()
    qtbot.addWidget(table)
    table.grid.paste_text("NĐ 108/2014\t2340\t1/2/2020\tNgân sách\tx")
    assert table.faults() == ()
    assert table.value()[0].amount == Dong(2340)
    assert "2.340.000" in table.line.text()
    table.grid.setCurrentIndex(table.grid.cells.index(0, 1))
    table.grid.paste_text("2,34 triệu")
    assert table.value()[0].amount == Dong(2_340_000)
    assert table.line.text() == ""


def test_enter_begins_an_empty_table_and_leaves_it_from_a_blank_row(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    table, after = SalaryTable(), QLineEdit()
    column = QVBoxLayout(whole)
    column.addWidget(table)
    column.addWidget(after)
    with qtbot.waitExposed(whole):
        whole.show()
    whole.activateWindow()
    table.set_value(())
    table.grid.setFocus()
    qtbot.keyClick(table.grid, Qt.Key.Key_Return)
    assert (table.grid.cells.rowCount(), table.grid.currentIndex().row(), table.value()) == (1, 0, ())
    qtbot.keyClick(table.grid, Qt.Key.Key_Return)
    assert after.hasFocus()
    assert table.grid.cells.rowCount() == 1


def test_what_found_no_column_is_said_beside_what_cannot_be_read(salary: SalaryTable) -> None:
    salary.set_value(())
    salary.grid.paste_text("1/2020\tmai\t2,76" + "\t" * 20 + "thừa")
    assert "“mai” không phải là một tháng" in salary.line.text()
    assert "ô dán thừa" in salary.line.text()
    salary.set_value(())
    salary.grid.paste_text("1/2020\t10/2024\t2,76" + "\t" * 20 + "thừa")
    assert "tháng" not in salary.line.text()
    assert "ô dán thừa" in salary.line.text()


def test_the_slip_names_the_insured_time_as_the_table_does() -> None:
    on_screen = [each.title for each in _insurance_kind().columns]
    assert [each for each in on_screen if each in SERVICE_HEAD] == ["Từ tháng", "Đến tháng", "Nơi làm việc"]
