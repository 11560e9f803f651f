"""Two computations side by side: the first step that differs is named, marked and in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from desktop.rules.compare import StepStatus, TraceComparison, compare
from desktop.ui.models import RecordTableView
from desktop.ui.widgets.comparison_view import ComparisonView
from tests.ui import samples

LABEL, LEFT, RIGHT, STATUS = range(4)


@pytest.fixture(scope="module")
def compared() -> TraceComparison:
    return compare(samples.computation(), samples.computation(dossier=samples.with_birth("1970-11-17")))


@pytest.fixture
def view(qtbot: QtBot, compared: TraceComparison) -> ComparisonView:
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.show_comparison(compared)
    return made


def table_of(view: ComparisonView) -> RecordTableView[object]:
    assert view.table is not None
    return view.table


def cell(view: ComparisonView, step: str, column: int, role: int) -> object:
    table = table_of(view)
    row = table.records.row_of(step)
    assert row is not None
    return table.records.index(row, column).data(role)


def test_the_first_difference_is_said_in_a_sentence(view: ComparisonView) -> None:
    assert view.sentence == "Khác từ bước “Tháng sinh”: khai 09/1970, tính lại 11/1970."


def test_what_was_declared_is_struck_through_and_what_was_computed_is_bold(view: ComparisonView) -> None:
    left, right = (cell(view, "birth_month", column, Qt.ItemDataRole.FontRole) for column in (LEFT, RIGHT))
    assert isinstance(left, QFont)
    assert isinstance(right, QFont)
    assert (left.strikeOut(), left.bold()) == (True, False)
    assert (right.strikeOut(), right.bold()) == (False, True)


def test_the_first_difference_has_a_mark_and_a_word_and_is_current(view: ComparisonView) -> None:
    assert cell(view, "birth_month", LABEL, Qt.ItemDataRole.DecorationRole) is not None
    assert cell(view, "birth_month", STATUS, Qt.ItemDataRole.DisplayRole) == "khác từ đây"
    current = table_of(view).current_record()
    assert getattr(current, "id", None) == "birth_month"


def test_what_follows_from_above_is_grey_and_says_so(view: ComparisonView) -> None:
    assert cell(view, "pension_month", STATUS, Qt.ItemDataRole.DisplayRole) == "do bước trên"
    same = cell(view, "sex", LABEL, Qt.ItemDataRole.ForegroundRole)
    assert cell(view, "pension_month", LABEL, Qt.ItemDataRole.ForegroundRole) != same
    assert cell(view, "sex", STATUS, Qt.ItemDataRole.DisplayRole) == "khớp"


def test_every_status_has_its_word(view: ComparisonView, compared: TraceComparison) -> None:
    words = {row.status: cell(view, row.id, STATUS, Qt.ItemDataRole.DisplayRole) for row in compared.rows}
    assert words.keys() >= {StepStatus.SAME, StepStatus.DIFFERS, StepStatus.DUE_TO_ABOVE}
    assert all(words.values())


def test_a_difference_far_down_is_scrolled_to(qtbot: QtBot, view: ComparisonView, compared: TraceComparison) -> None:
    last = compared.rows[-1]
    only_last = TraceComparison(
        (
            *(row for row in compared.rows[:-1] if row.status is StepStatus.SAME),
            type(last)("z", "Tổng", "1 đ", "2 đ", StepStatus.DIFFERS),
        )
    )
    view.show_comparison(only_last)
    table = table_of(view)
    place = table.visualRect(table.records.index(table.records.rowCount() - 1, 0))
    assert table.viewport().rect().contains(place.center())


def test_the_same_on_both_sides_is_said(view: ComparisonView) -> None:
    own = samples.computation()
    view.show_comparison(compare(own, own))
    assert view.sentence == "Hai bên giống nhau ở mọi bước."


def test_other_titles_stand_over_the_columns(view: ComparisonView, compared: TraceComparison) -> None:
    view.show_comparison(compared, "Đơn vị", "Sở Tài chính")
    header = table_of(view).records
    titles = [header.headerData(column, Qt.Orientation.Horizontal) for column in (LEFT, RIGHT)]
    assert titles == ["Đơn vị", "Sở Tài chính"]
    assert view.sentence.endswith("đơn vị 09/1970, sở tài chính 11/1970.")


def test_the_names_of_steps_have_the_room_that_short_values_leave(view: ComparisonView) -> None:
    table = table_of(view)
    for column in (LEFT, RIGHT, STATUS):
        needed = max(table.sizeHintForColumn(column), table.horizontalHeader().sectionSizeHint(column))
        assert table.columnWidth(column) <= needed
    shared = sum(table.columnWidth(column) for column in (LABEL, LEFT, RIGHT, STATUS))
    assert table.columnWidth(LABEL) > shared // 4
