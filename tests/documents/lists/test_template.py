"""The program's own template reads back without a doubt, empty and filled in."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop.documents.lists.catalogue import SheetKind, catalogue, fold_words
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.template import template, write_template
from desktop.documents.lists.workbook import read_workbook
from desktop.domain.errors import Refusal


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_template(tmp_path_factory.mktemp("mau") / "danh-sach-mau.xlsx")


def _filled(source: Path, target: Path) -> Path:
    """Copy each page's example row below it, as a clerk would, with a number in the first cell."""
    book = openpyxl.load_workbook(source)
    for page in book.worksheets[1:]:
        example = [cell.value for cell in page[4]]
        for column, value in enumerate(["1", *example[1:]], start=1):
            page.cell(5, column).value = value
    book.save(target)
    return target


def test_an_untouched_template_has_nobody(path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_list(read_workbook(path))
    assert refused.value.code == "list.nobody"


def test_the_example_copied_below_itself_is_read_whole(path: Path, tmp_path: Path) -> None:
    reading = read_list(read_workbook(_filled(path, tmp_path / "da-ghi.xlsx")))
    assert (reading.faults, reading.notes, reading.remarks, reading.others) == ((), (), (), ())
    (listed,) = reading.people
    assert (listed.sheet_row, listed.person.citizen_id) == (5, "031171000001")
    assert (listed.leave_on, listed.declared.insured_months, listed.declared.early_months) == (
        date(2024, 11, 1),
        377,
        26,
    )
    assert listed.approval is not None
    assert listed.approval.issued_on == date(2024, 6, 20)
    assert [len(listed.career.salary), len(listed.career.insurance)] == [1, 1]


def test_every_column_is_recognised_as_what_it_is_meant_to_be(path: Path, tmp_path: Path) -> None:
    mappings = {each.kind: each for each in read_list(read_workbook(_filled(path, tmp_path / "a.xlsx"))).mappings}
    for sheet in template().sheets:
        if sheet.kind:
            meant = {each.field: at for at, each in enumerate(sheet.columns) if each.field}
            assert dict(mappings[SheetKind(sheet.kind)].columns) == meant


def test_every_offered_wording_is_understood() -> None:
    columns = {each.field: each.list for sheet in template().sheets for each in sheet.columns if each.list}
    known = catalogue()
    for field in ("sex", "employment", "management_level"):
        assert all(fold_words(word) in known.choices[field] for word in columns[field])
    assert {known.routes[fold_words(word)] for word in columns["case"]} == set(known.routes.values())


def test_every_column_has_help_and_a_check_or_a_list_where_it_needs_one(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    for sheet in template().sheets:
        page = book[sheet.name]
        checked = {str(each.sqref).split(":")[0].rstrip("0123456789") for each in page.data_validations.dataValidation}
        for column, cell in zip(sheet.columns, page[3], strict=True):
            assert cell.comment is not None
            assert cell.comment.text == column.help
            assert (cell.column_letter in checked) is bool(column.check or column.list or column.source)


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "mau.xlsx").mkdir()
    with pytest.raises(Refusal) as refused:
        write_template(tmp_path / "mau.xlsx")
    assert refused.value.code == "list.template_not_written"
    assert [each.name for each in tmp_path.iterdir()] == ["mau.xlsx"]
