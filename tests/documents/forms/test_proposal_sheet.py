"""The list of people and support as a workbook: real sums, real texts, ready to print."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop.documents.forms.model import ProposalGroup
from desktop.documents.forms.proposal_files import write_proposal_list_xlsx
from tests.documents.forms.filled import name_of, proposal, row, sixty, with_open_amounts

MONEY = ("AC", "AD", "AE", "AF")
"""Columns 27 to 30."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheet") / "b01.xlsx"
    write_proposal_list_xlsx(sixty(), path)
    return path


def sheet(path: Path, *, values: bool = True) -> Worksheet:
    found = openpyxl.load_workbook(path, data_only=values)["Biểu 01"]
    assert isinstance(found, Worksheet)
    return found


def lines_of_people(of: Worksheet) -> Iterator[int]:
    names = {name_of(place) for place in range(1, 61)}
    return (line for line in range(1, of.max_row + 1) if of[f"B{line}"].value in names)


def line_of(of: Worksheet, words: str) -> int:
    return next(line for line in range(1, of.max_row + 1) if of[f"B{line}"].value == words)


def test_sums_are_formulas_that_hold_their_values(written: Path) -> None:
    values, formulas = sheet(written), sheet(written, values=False)
    people = list(lines_of_people(values))
    assert len(people) == 60
    for line in people:
        assert formulas[f"AF{line}"].value == f"=SUM(AC{line}:AE{line})"
        assert values[f"AF{line}"].value == sum(values[f"{letters}{line}"].value or 0 for letters in MONEY[:3])
    total = line_of(values, "TỔNG CỘNG")
    for letters in MONEY:
        assert str(formulas[f"{letters}{total}"].value).startswith("=SUM(")
        assert values[f"{letters}{total}"].value == sum(values[f"{letters}{line}"].value or 0 for line in people)


def test_each_group_has_its_bold_subtotal_over_its_own_rows(written: Path) -> None:
    values, formulas = sheet(written), sheet(written, values=False)
    for group in sixty().groups:
        line = line_of(values, group.title)
        assert values[f"AF{line}"].value == group.total
        assert formulas[f"AF{line}"].value == f"=SUM(AF{line + 1}:AF{line + len(group.rows)})"
        assert values[f"AF{line}"].font.bold


def test_a_value_recomputed_by_another_program_is_the_one_that_stands_there(written: Path) -> None:
    values, formulas = sheet(written), sheet(written, values=False)
    total = line_of(values, "TỔNG CỘNG")
    groups = [line_of(values, group.title) for group in sixty().groups]
    assert formulas[f"AF{total}"].value == f"=SUM({','.join(f'AF{line}' for line in groups)})"
    assert values[f"AF{total}"].value == sum(values[f"AF{line}"].value for line in groups)


def test_numbers_are_numbers_and_identities_are_text(written: Path) -> None:
    values = sheet(written)
    line = next(lines_of_people(values))
    assert values[f"E{line}"].value == "031061000001"
    assert values[f"P{line}"].value == 23
    assert values[f"Q{line}"].value == 2.5
    assert values[f"U{line}"].value == 4.98
    assert values[f"Z{line}"].value == 2_340_000
    assert "." in values[f"AF{line}"].number_format


def test_what_does_not_apply_is_an_empty_cell(written: Path) -> None:
    values = sheet(written)
    line = next(lines_of_people(values))
    assert values[f"V{line}"].value is None
    assert values[f"AG{line}"].value is None


def test_the_page_is_ready_to_print(written: Path) -> None:
    of = sheet(written)
    setup: Any = of.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth or 1, setup.fitToHeight) == (8, "landscape", 1, 0)
    assert of.sheet_properties.pageSetUpPr.fitToPage
    assert of.print_title_rows is not None
    assert of.print_area
    numbered = line_of(of, "B")
    assert of.print_title_rows.replace("$", "") == f"{numbered - 2}:{numbered}"
    assert [of.cell(numbered, place).value for place in (1, 3, 32, 35)] == ["A", "1", "30=27+28+29", "33"]
    assert f"A{numbered - 2}:A{numbered - 1}" in {str(each) for each in of.merged_cells.ranges}


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2", "https://vi.du", "0123", "{=1}"])
def test_a_text_never_becomes_a_formula_a_number_or_a_link(text: str, tmp_path: Path) -> None:
    person = replace(row(1), full_name=text, note=text, post=text)
    write_proposal_list_xlsx(proposal((ProposalGroup(text, (person,)),), title=text), tmp_path / "b01.xlsx")
    of = sheet(tmp_path / "b01.xlsx", values=False)
    cells = [cell for line in of.iter_rows() for cell in line if cell.value == text]
    assert len(cells) == 5
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_open_amounts_are_words_and_sums_show_what_they_lack(tmp_path: Path) -> None:
    form = with_open_amounts()
    write_proposal_list_xlsx(form, tmp_path / "b01.xlsx")
    of = sheet(tmp_path / "b01.xlsx")
    partly, unknown = line_of(of, form.rows[1].full_name), line_of(of, form.rows[2].full_name)
    assert of[f"AD{partly}"].value == "chưa có số liệu (1)"
    assert of[f"AF{partly}"].value == 50_000_000
    assert "(*)" in of[f"AF{partly}"].number_format
    assert of[f"AF{unknown}"].value == "chưa có số liệu (1)"
    total = of[f"AF{line_of(of, 'TỔNG CỘNG')}"]
    assert total.value == form.total
    assert "(*)" in total.number_format
    words = {cell.value for line in of.iter_rows() for cell in line}
    assert "(*) Số cộng chưa gồm các khoản chưa có số liệu nêu tại ghi chú." in words


def test_practice_is_marked_on_the_sheet_and_in_its_header(tmp_path: Path) -> None:
    write_proposal_list_xlsx(replace(sixty(), practice=True), tmp_path / "b01.xlsx")
    of = sheet(tmp_path / "b01.xlsx")
    assert "THỰC HÀNH" in str(of.oddHeader.center.text)
    assert any("THỰC HÀNH" in str(of.cell(line, 1).value) for line in range(1, 10))
