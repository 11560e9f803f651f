"""Lengths of time whose years and odd months stand in two columns."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook as Book

from desktop.documents.lists.cell_numbers import parse_odd_months, parse_whole_years
from desktop.documents.lists.columns import ColumnMapping, recognise_columns
from desktop.documents.lists.faults import Answer, Reason
from desktop.documents.lists.listed import ListReading
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.values import CellValue
from desktop.documents.lists.workbook import Workbook, read_workbook
from tests.documents.lists.hand_made import HUONG, TITLES, row

AT = len(TITLES)
INSURED = ("Tổng thời gian đóng BHXH", "Năm", "Tháng")


def _book(folder: Path, cells: list[tuple[object, object]], heading: tuple[str, str, str] = INSURED) -> Workbook:
    """Write people who differ in these two cells, under one heading merged over both columns."""
    book = Book()
    sheet = book.worksheets[0]
    above, left, right = heading
    sheet.append([*TITLES, above])
    sheet.append([None] * AT + [left, right])
    for column in range(1, AT + 1):
        sheet.merge_cells(start_row=1, end_row=2, start_column=column, end_column=column)
    sheet.merge_cells(start_row=1, end_row=1, start_column=AT + 1, end_column=AT + 2)
    for place, pair in enumerate(cells, start=1):
        sheet.append([*row(place, HUONG, citizen=f"0311719262{place:02d}"), *pair])
    path = folder / "danh sach.xlsx"
    book.save(path)
    return read_workbook(path)


def _durations(reading: ListReading) -> list[int | None]:
    return [each.declared.insured_months for each in reading.people]


def _faults(reading: ListReading) -> list[tuple[int, str, Reason]]:
    return [(each.row, each.column_letter, each.reason) for each in reading.faults]


def test_years_and_months_under_one_heading_are_added_up(tmp_path: Path) -> None:
    reading = read_list(_book(tmp_path, [(31, 5), ("25", "00"), (30.0, 11), ("20 năm", "3 tháng"), (0, 7)]))
    assert _faults(reading) == []
    assert _durations(reading) == [377, 300, 371, 243, 7]


@pytest.mark.parametrize(
    ("pair", "column", "reason"),
    [
        ((31, None), "M", Reason.DURATION_HALF),
        ((None, 5), "L", Reason.DURATION_HALF),
        ((31, 12), "M", Reason.DURATION_ODD_MONTHS),
        ((31, 2.5), "M", Reason.DURATION_ODD_MONTHS),
        ((31, "-"), "M", Reason.DURATION_ODD_MONTHS),
        ((31.5, 5), "L", Reason.DURATION_YEARS),
        (("khoảng 30", 5), "L", Reason.DURATION_YEARS),
        ((377, 5), "L", Reason.DURATION_YEARS),
        (("khoảng 30", None), "L", Reason.DURATION_YEARS),
    ],
)
def test_a_doubtful_half_is_one_fault_at_its_cell(
    tmp_path: Path, pair: tuple[object, object], column: str, reason: Reason
) -> None:
    reading = read_list(_book(tmp_path, [(31, 5), pair]))
    assert _faults(reading) == [(4, column, reason)]
    assert _durations(reading) == [377, None]


def test_two_empty_cells_or_one_beside_nought_state_nothing(tmp_path: Path) -> None:
    reading = read_list(_book(tmp_path, [(31, 5), (None, None), (0, None), (None, 0)]))
    assert _faults(reading) == []
    assert _durations(reading) == [377, None, None, None]


def test_a_time_before_the_age_of_retirement_is_joined_likewise(tmp_path: Path) -> None:
    reading = read_list(_book(tmp_path, [(4, 10), (2, 0)], ("Thời gian nghỉ trước tuổi", "Năm", "Tháng")))
    assert [each.declared.early_months for each in reading.people] == [58, 24]


def _columns(workbook: Workbook) -> dict[str, int]:
    return {name: at for name, at in recognise_columns(workbook)[0].columns.items() if at >= AT}


@pytest.mark.parametrize(
    "heading",
    [
        INSURED,
        ("Thời gian tham gia BHXH tính đến thời điểm nghỉ", "Số năm", "Số tháng"),
        ("Tổng TG đóng bảo hiểm xã hội", "NĂM", "Tháng lẻ"),
    ],
)
def test_both_columns_are_found_under_headings_of_insured_time(tmp_path: Path, heading: tuple[str, str, str]) -> None:
    assert _columns(_book(tmp_path, [(31, 5)], heading)) == {"insured_months": AT, "insured_odd_months": AT + 1}


@pytest.mark.parametrize(
    "heading",
    [
        ("Bắt đầu đóng BHXH", "Năm", "Tháng"),
        ("Sinh", "Năm", "Tháng"),
        ("Thời gian đóng BHXH quy tròn", "Năm", "Tháng"),
        ("Thời gian đóng BHXH", "Tháng", "Năm"),
    ],
)
def test_other_years_and_months_are_not_taken_for_a_length(tmp_path: Path, heading: tuple[str, str, str]) -> None:
    assert "insured_odd_months" not in _columns(_book(tmp_path, [(31, 5)], heading))


def test_odd_months_alone_are_a_fault_and_no_time(tmp_path: Path) -> None:
    workbook = _book(tmp_path, [(31, 5)])
    found = recognise_columns(workbook)[0]
    columns = {name: at for name, at in found.columns.items() if name != "insured_months"}
    mapping = ColumnMapping(found.kind, found.sheet, found.first_row, columns, found.headers)
    reading = read_list(workbook, (mapping,))
    assert (_faults(reading), _durations(reading)) == ([(3, "M", Reason.DURATION_HALF)], [None])


@given(st.integers(0, 99), st.integers(0, 11), st.sampled_from([str, int, "{:02d}".format]))
def test_whole_numbers_are_read_however_they_are_stored(years: int, months: int, form: type) -> None:
    cell: CellValue = form(years)
    assert parse_whole_years(cell) == Answer(years)
    assert parse_odd_months(form(months)) == Answer(months)


@given(st.integers(max_value=-1) | st.integers(min_value=12) | st.sampled_from([0.5, 2.25, 10.9, 11.01]))
def test_what_is_no_count_of_odd_months_is_refused(cell: float) -> None:
    assert parse_odd_months(cell).reason is Reason.DURATION_ODD_MONTHS
