"""Tables of records: Vietnamese order, search without accents, copying, keeping place and columns."""

from dataclasses import dataclass, replace
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.domain.names import name_sort_key
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.models.copying import clipboard_data
from desktop.ui.models.table_menu import build_menu
from desktop.ui.widgets.empty_state import EmptyState

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class Row:
    key: str
    name: str
    amount: int | None


AMOUNT = attrgetter("amount")
ROWS = (
    Row("a", "Trần Thị Ánh", 3_000_000_000),
    Row("b", "Nguyễn Văn Đức", None),
    Row("c", "Lê Đình An", 900),
    Row("d", "Phạm Thị Dung", 20),
)
COLUMNS = (
    Column[Row]("name", "Họ và tên", lambda row: row.name, lambda row: name_sort_key(row.name)),
    Column[Row](
        "amount",
        "Số tiền",
        lambda row: str(row.amount or ""),
        lambda row: row.amount,
        align_right=True,
        total=lambda row: row.amount,
    ),
)


@pytest.fixture
def view(qtbot: QtBot) -> RecordTableView[Row]:
    made = RecordTableView(RecordTableModel(COLUMNS, lambda row: row.key), "Danh sách đối tượng")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.replace(ROWS)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(view: RecordTableView[Row]) -> str:
    return "".join(row.key for row in view.records.records())


def test_rows_stand_as_given_until_a_column_is_chosen(view: RecordTableView[Row]) -> None:
    assert shown(view) == "abcd"


def test_names_are_ordered_by_given_name_in_the_vietnamese_alphabet(view: RecordTableView[Row]) -> None:
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(view) == "cadb"  # An, Ánh, Dung, Đức


def test_amounts_are_ordered_as_numbers_and_what_is_not_known_stays_last(view: RecordTableView[Row]) -> None:
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(view) == "dcab"
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(view) == "acdb"


@pytest.mark.parametrize(
    ("sought", "found"), [("duc", "b"), ("THI anh", "a"), ("đ", "bcd"), ("không có", ""), ("", "abcd")]
)
def test_search_needs_no_accents_and_every_word(view: RecordTableView[Row], sought: str, found: str) -> None:
    view.records.seek(sought)
    assert shown(view) == found


def test_the_current_person_stays_current_when_the_list_changes(view: RecordTableView[Row]) -> None:
    view.choose("b")
    view.replace((ROWS[3], replace(ROWS[1], amount=5), ROWS[0]))
    assert view.current_record() == replace(ROWS[1], amount=5)


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier])
def test_what_the_program_chooses_is_chosen_alone_whatever_key_is_held(
    view: RecordTableView[Row], qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    view.choose("d")
    qtbot.keyClick(view, Qt.Key.Key_F8, held)
    assert QGuiApplication.keyboardModifiers() & held
    view.choose("b")
    assert [row.key for row in view.selected_records()] == ["b"]
    view.clearSelection()
    view.setCurrentIndex(view.records.index(-1, 0))
    view.selectRow(0)
    assert [row.key for row in view.selected_records()] == ["a"]


def test_a_change_in_one_row_leaves_the_others_alone(view: RecordTableView[Row], qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.records.sourceModel().dataChanged) as changed:
        view.replace((*ROWS[:2], replace(ROWS[2], amount=901), ROWS[3]))
    top, bottom = changed.args[:2]
    assert (top.row(), bottom.row()) == (2, 2)


def test_enter_opens_and_arrows_move(view: RecordTableView[Row], qtbot: QtBot) -> None:
    view.choose("a")
    with qtbot.waitSignal(view.current_row_changed) as moved:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert moved.args == [ROWS[1]]
    with qtbot.waitSignal(view.activated_row) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_copying_gives_what_excel_pastes_without_hidden_columns(view: RecordTableView[Row], qtbot: QtBot) -> None:
    view.horizontalHeader().moveSection(1, 0)
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "3000000000\tTrần Thị Ánh"
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text() == "Số tiền\tHọ và tên\n3000000000\tTrần Thị Ánh"
    view.hide_column("amount")
    assert view.copy_text(titles=True) == "Họ và tên\nTrần Thị Ánh"


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("=1+1", "'=1+1"),
        ("-5", "-5"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ('hai\ndòng, "trích"', '"hai\ndòng, ""trích"""'),
        ("031170505924", "031170505924"),
    ],
)
def test_a_copied_cell_stays_one_cell_and_never_becomes_a_formula(text: str, copied: str) -> None:
    data = clipboard_data([[text]])
    assert data.text() == copied
    assert "=1+1" not in data.html() or "mso-number-format" in data.html()
    assert ("mso-number-format" in data.html()) is (text != "-5")


def test_the_row_of_filters_needs_no_accents_and_goes_with_what_it_filters(
    view: RecordTableView[Row], qtbot: QtBot
) -> None:
    everybody = shown(view)
    qtbot.keyClick(view, Qt.Key.Key_L, CTRL_SHIFT)
    editor = view.filter_editor("name")
    assert view.filtering
    assert editor.isVisible()
    qtbot.keyClicks(editor, "duc")
    assert shown(view) == "b"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert shown(view) == everybody
    assert view.hasFocus()
    qtbot.keyClicks(editor, "duc")
    qtbot.keyClick(view, Qt.Key.Key_L, CTRL_SHIFT)
    assert not editor.isVisible()
    assert shown(view) == everybody


def test_columns_move_by_keyboard_and_the_menu_has_all(view: RecordTableView[Row], qtbot: QtBot) -> None:
    view.setCurrentIndex(view.records.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [column.key for column in view.shown_columns()] == ["amount", "name"]
    menu = build_menu(view, view.columns_menu())
    keys = [action.shortcut().toString() for action in menu.actions() if not action.shortcut().isEmpty()]
    assert keys[:2] == ["Ctrl+C", "Ctrl+Shift+C"]
    assert "Ctrl+Shift+L" in keys


def test_the_selection_is_counted(view: RecordTableView[Row]) -> None:
    assert view.selection_text() == ""
    view.selectAll()
    assert view.selection_text().startswith("Đã chọn 4, Số tiền 3.000.000.920 đ")


def test_layout_is_kept_and_one_of_other_columns_refused(view: RecordTableView[Row], qtbot: QtBot) -> None:
    view.setColumnWidth(0, 222)
    view.hide_column("amount")
    kept = view.layout_state()
    view.hide_column("amount", hidden=False)
    assert view.restore_layout(kept)
    assert view.isColumnHidden(1)
    assert not view.restore_layout(b"something else")
    other = RecordTableView(RecordTableModel(COLUMNS[:1], lambda row: row.key), "Khác")
    qtbot.addWidget(other)
    assert not other.restore_layout(kept)


def test_the_last_column_cannot_be_hidden(view: RecordTableView[Row]) -> None:
    menu = view.columns_menu()
    for action in menu.actions():
        action.trigger()
    assert view.horizontalHeader().hiddenSectionCount() == 1


def test_an_empty_list_says_what_it_is_and_offers_one_button(view: RecordTableView[Row], qtbot: QtBot) -> None:
    empty = EmptyState("Chưa có người nào", "Danh sách những người đề nghị.", "Nhập từ Excel")
    view.set_empty(empty)
    assert not empty.isVisible()
    view.replace(())
    assert empty.isVisible()
    with qtbot.waitSignal(empty.pressed):
        qtbot.keyClick(empty.button, Qt.Key.Key_Space)


def test_rows_are_as_high_as_the_font_asks(view: RecordTableView[Row]) -> None:
    assert view.rowHeight(0) == round(view.fontMetrics().height() * 1.8)
    assert view.accessibleName() == "Danh sách đối tượng"


def test_columns_are_fitted_anew_when_letters_change_and_the_last_takes_what_is_left(qtbot: QtBot) -> None:
    columns = (Column[str]("name", "Tên", str), Column[str]("more", "Thêm", lambda _: ""))
    table: RecordTableView[str] = RecordTableView(RecordTableModel(columns, identity=str), "Bảng")
    qtbot.addWidget(table)
    table.replace(("Ủy ban nhân dân huyện",))
    table.fit_columns()
    before = table.columnWidth(0)
    font = table.font()
    font.setPointSize(font.pointSize() * 2)
    table.setFont(font)
    table.resize(800, 200)
    table.show()
    qtbot.waitExposed(table)
    assert table.columnWidth(0) > before * 1.5
    qtbot.waitUntil(lambda: table.columnWidth(0) + table.columnWidth(1) == table.viewport().width())
    font.setPointSize(font.pointSize() // 2)
    table.setFont(font)
    qtbot.waitUntil(lambda: table.columnWidth(0) == before)
    qtbot.waitUntil(lambda: table.columnWidth(0) + table.columnWidth(1) == table.viewport().width())
