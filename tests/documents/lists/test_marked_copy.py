"""The errors as a copy of the workbook."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import time_machine

from desktop.documents.lists.faults import CellFault
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.report import write_marked_copy
from desktop.documents.lists.workbook import read_workbook
from desktop.domain.errors import Refusal


def _words(fault: CellFault) -> str:
    return f"Sửa ô {fault.column_letter}{fault.row}"


def test_faulty_cells_are_coloured_and_say_why(given: Any, tmp_path: Path) -> None:
    path = write_marked_copy(given.path, given.reading.faults, _words, tmp_path / "loi.xlsx")
    sheet = openpyxl.load_workbook(path)["DS đề nghị"]
    marked = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert marked == {f"{each.column_letter}{each.row}" for each in given.reading.faults}
    assert all(sheet[place].fill.start_color.rgb == "FFFFC7CE" for place in marked)
    assert sheet["E70"].comment.text == "Sửa ô E70"
    assert sheet["B12"].fill.fill_type is None


def test_the_copy_reads_back_as_the_same_list(given: Any, tmp_path: Path) -> None:
    path = write_marked_copy(given.path, given.reading.faults, _words, tmp_path / "loi.xlsx")
    assert read_list(read_workbook(path)).people == given.reading.people


def test_nothing_in_the_copy_is_a_formula(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    for row, text in enumerate(("=1+1", "+84912", "-cmd", "@SUM(A1)", '=HYPERLINK("x")'), start=1):
        page.cell(row, 1).value = text
        page.cell(row, 1).data_type = "s"
    page["B1"] = "=SUM(1,2)"
    book.save(tmp_path / "nguon.xlsx")
    write_marked_copy(tmp_path / "nguon.xlsx", (), _words, tmp_path / "loi.xlsx")
    copy = openpyxl.load_workbook(tmp_path / "loi.xlsx").active
    assert [copy.cell(row, 1).value for row in (1, 2, 3)] == ["=1+1", "+84912", "-cmd"]
    assert {cell.data_type for row in copy.iter_rows() for cell in row if cell.value} == {"s"}
    assert all(copy.cell(row, 1).quotePrefix for row in range(1, 6))


def test_the_same_faults_make_the_same_bytes_whenever_they_are_written(given: Any, tmp_path: Path) -> None:
    made = []
    for place, moment in enumerate(("2024-11-05 10:00:01", "2026-02-28 23:59:59")):
        with time_machine.travel(moment, tick=False):
            path = write_marked_copy(given.path, given.reading.faults, _words, tmp_path / f"{place}.xlsx")
        made.append(path.read_bytes())
    assert made[0] == made[1]


def test_a_fault_inside_a_merged_cell_is_marked_where_it_is_seen(given: Any, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(given.path)
    book.worksheets[0].merge_cells("H22:H33")
    book.worksheets[0].merge_cells("E69:E70")
    book.save(tmp_path / "nguon.xlsx")
    path = write_marked_copy(tmp_path / "nguon.xlsx", given.reading.faults, _words, tmp_path / "loi.xlsx")
    assert openpyxl.load_workbook(path).worksheets[0]["E69"].comment is not None


def test_a_target_that_cannot_be_written_leaves_nothing(given: Any, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        write_marked_copy(given.path, (), _words, tmp_path / "khong_co" / "loi.xlsx")
    assert caught.value.code == "list.copy_not_written"
    (tmp_path / "loi.xlsx").mkdir()
    with pytest.raises(Refusal):
        write_marked_copy(given.path, (), _words, tmp_path / "loi.xlsx")
    assert [each.name for each in tmp_path.iterdir()] == ["loi.xlsx"]


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_an_older_format_is_marked_in_an_xlsx_of_the_same_contents(suffix: str, given: Any, tmp_path: Path) -> None:
    source = given.path.parents[1] / "bang-tinh-khac" / f"danh_sach_de_nghi.{suffix}"
    faults = read_list(read_workbook(source)).faults
    sheet = openpyxl.load_workbook(write_marked_copy(source, faults, _words, tmp_path / "loi.xlsx"))["DS đề nghị"]
    assert sheet["E70"].comment.text == "Sửa ô E70"
    assert sheet["B11"].value == "Vũ Trọng Bảo"


def test_the_copy_of_an_older_format_is_as_legible_as_the_list(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "golden" / "danh-sach-tay"
    merged = openpyxl.load_workbook(
        write_marked_copy(folder / "papers_merged_down.ods", (), _words, tmp_path / "a.xlsx")
    ).worksheets[0]
    assert "G2:G4" in {str(each) for each in merged.merged_cells.ranges}
    assert merged["C2"].number_format == "dd/mm/yyyy"
    assert merged.column_dimensions["B"].width > merged.column_dimensions["A"].width
    source = folder / "hidden_rows_columns_sheets.xls"
    faults = read_list(read_workbook(source)).faults
    book = openpyxl.load_workbook(write_marked_copy(source, faults, _words, tmp_path / "b.xlsx"))
    assert [each.sheet_state for each in book.worksheets] == ["visible", "hidden"]
    assert book.worksheets[0]["B3"].comment is not None
