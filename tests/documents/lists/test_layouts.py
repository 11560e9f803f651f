"""The same people in the layouts that other offices use."""

from collections.abc import Callable
from copy import copy
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.columns import recognise_columns
from desktop.documents.lists.faults import Correction, Reason
from desktop.documents.lists.listed import ListReading
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import read_workbook
from desktop.domain.dossiers import Group, Route
from desktop.domain.people import Employment, ManagementLevel, Sex

Read = Callable[..., ListReading]
Changed = Callable[..., tuple[object, ...]]


def _people(reading: ListReading) -> list[object]:
    """Everything read of the people but where it stood."""
    return [
        (each.person, each.group, each.route, each.leave_on, each.declared, each.career, each.approval)
        for each in reading.people
    ]


def _rebuild(source: Path, target: Path, change: Callable[[Worksheet], None]) -> ListReading:
    book = openpyxl.load_workbook(source)
    change(book.worksheets[0])
    book.save(target)
    return read_list(read_workbook(target))


def _unmerged(sheet: Worksheet) -> None:
    for merge in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merge))


def _other_column_order(sheet: Worksheet) -> None:
    _unmerged(sheet)
    for row in range(1, sheet.max_row + 1):
        values = [sheet.cell(row, column).value for column in range(1, 18)]
        order = [0, 1, 4, 2, 3, 15, 14, 13, 12, 11, 10, 7, 8, 9, 6, 5, 16]
        for column, index in enumerate(order, start=1):
            sheet.cell(row, column).value = values[index]


def _moved(sheet: Worksheet) -> None:
    _unmerged(sheet)
    sheet.insert_cols(1, 2)
    sheet.insert_cols(8)
    sheet.insert_rows(1, 5)
    sheet.insert_rows(30, 2)


def _one_header_row(sheet: Worksheet) -> None:
    _unmerged(sheet)
    for column in range(1, 18):
        upper, lower = sheet.cell(6, column).value, sheet.cell(7, column).value
        sheet.cell(6, column).value = (
            f"{upper or 'Ngày, tháng, năm sinh'} {lower}" if column in (3, 4) else lower or upper
        )
    sheet.delete_rows(7, 2)


def _three_header_rows(sheet: Worksheet) -> None:
    _unmerged(sheet)
    sheet.insert_rows(6)
    sheet.cell(6, 1).value = "Thông tin người nghỉ"
    sheet.merge_cells("A6:G6")
    sheet.cell(6, 8).value = "Thông tin chế độ"
    sheet.merge_cells("H6:Q6")
    sheet.merge_cells("C7:D7")
    sheet.merge_cells("H7:J7")


def _synonyms(sheet: Worksheet) -> None:
    words = {"B6": "Họ tên", "E6": "Số định danh cá nhân", "L6": "Ngày nghỉ", "O6": "HSL", "P6": "PCCV", "G6": "Đơn vị",
             "K6": "Hình thức nghỉ", "M6": "TG đóng BHXH", "N6": "Mã ngạch", "H6": "Quyết định", "H7": "Số",
             "I7": "Ngày", "C6": "Sinh ngày", "F6": "Chức danh", "A6": "STT"}  # fmt: skip
    for place, text in words.items():
        sheet[place] = text
    sheet.delete_rows(8)


def _header_printed_again(sheet: Worksheet) -> None:
    _unmerged(sheet)
    sheet.insert_rows(40, 3)
    for offset in range(3):
        for column in range(1, 18):
            sheet.cell(40 + offset, column).value = sheet.cell(6 + offset, column).value
    for column, upper in ((4, sheet["C6"].value), (9, sheet["H6"].value), (10, sheet["H6"].value)):
        sheet.cell(6, column).value = sheet.cell(40, column).value = upper


@pytest.mark.parametrize(
    "change",
    [_unmerged, _other_column_order, _moved, _one_header_row, _three_header_rows, _synonyms, _header_printed_again],
)
def test_another_layout_reads_the_same_people(change: Callable[[Worksheet], None], given: Any, tmp_path: Path) -> None:
    reading = _rebuild(given.path, tmp_path / "khac.xlsx", change)
    assert _people(reading) == _people(given.reading)
    assert [each.reason for each in reading.faults] != []
    assert sorted(each.value for each in reading.faults) == sorted(each.value for each in given.reading.faults)


def test_other_sheet_names_and_order(given: Any, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(given.path)
    for sheet, title in zip(book.worksheets, ("Sheet1", "luong", "bhxh"), strict=True):
        sheet.title = title
    book.move_sheet("Sheet1", offset=2)
    book.create_sheet("Ghi chú", 0).append(["Danh sách lập ngày 02/9/2024"])
    book.save(tmp_path / "ten_khac.xlsx")
    assert _people(read_list(read_workbook(tmp_path / "ten_khac.xlsx"))) == _people(given.reading)


def test_a_hidden_old_list_is_not_read(given: Any, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(given.path)
    old = book.copy_worksheet(book.worksheets[0])
    old.title, old.sheet_state = "DS cũ", "hidden"
    book.move_sheet(old, offset=-3)
    book.save(tmp_path / "an.xlsx")
    reading = read_list(read_workbook(tmp_path / "an.xlsx"))
    assert {each.sheet for each in reading.people} == {"DS đề nghị"}


def test_without_career_sheets_careers_are_empty(given: Any, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(given.path)
    del book["Diễn biến lương"], book["Quá trình BHXH"]
    book.save(tmp_path / "mot_trang.xlsx")
    reading = read_list(read_workbook(tmp_path / "mot_trang.xlsx"))
    assert len(reading.people) == 60
    assert all(each.career.salary == each.career.insurance == () for each in reading.people)
    assert [each.row for each in reading.faults] == [each.row for each in given.reading.faults]


def test_columns_mapped_by_hand_replace_what_is_recognised(given: Any) -> None:
    workbook = read_workbook(given.path)
    mappings = recognise_columns(workbook)
    without_note = type(mappings[0])(
        SheetKind.LIST,
        mappings[0].sheet,
        mappings[0].first_row,
        {name: column for name, column in mappings[0].columns.items() if name != "insured_months"},
        mappings[0].headers,
    )
    reading = read_list(workbook, (without_note, *mappings[1:]))
    assert all(each.declared.insured_months is None for each in reading.people)
    assert without_note.unused() == (12,)


def test_one_birth_column_with_a_column_for_the_sex(read_rows: Read, header: Any, changed: Changed) -> None:
    reading = read_rows([header, changed(), changed(Số_CCCD="031065095119", Giới_tính="Nam", Họ_và_tên="Lê Mẫu")])
    assert reading.faults == ()
    assert [each.person.sex for each in reading.people] == [Sex.FEMALE, Sex.MALE]
    assert reading.people[0].group is Group.DOWNSIZING


@pytest.mark.parametrize(
    "bad",
    [
        ("Họ_và_tên", None, Reason.MISSING),
        ("Ngày_sinh", None, Reason.MISSING),
        ("Giới_tính", None, Reason.MISSING),
        ("Giới_tính", "Nam hoặc nữ", Reason.CHOICE_UNKNOWN),
        ("Số_CCCD", None, Reason.MISSING),
        ("Thời_điểm_nghỉ", None, Reason.MISSING),
        ("Hình_thức_nghỉ", None, Reason.MISSING),
        ("Hình_thức_nghỉ", "Nghỉ phép", Reason.CASE_UNKNOWN),
        ("Đơn_vị_công_tác", None, Reason.MISSING),
        ("Số_quyết_định", None, Reason.MISSING),
        ("Ngày_quyết_định", "06/2024", Reason.DAY_NOT_GIVEN),
        ("Cơ_quan_ban_hành", None, Reason.MISSING),
        ("Hệ_số_lương", "ba phẩy ba", Reason.NUMBER_UNREADABLE),
    ],
)
def test_each_bad_cell_is_the_only_fault(
    bad: tuple[str, object, Reason], read_rows: Read, header: Any, changed: Changed
) -> None:
    name, value, reason = bad
    reading = read_rows([header, changed(**{name: value})])
    column = [title.replace(" ", "_") for title in header].index(name) + 1
    assert [(each.row, each.column, each.reason) for each in reading.faults] == [(2, column, reason)]
    assert reading.people[0].faults == reading.faults


def test_a_row_without_any_approval_has_one_fault(read_rows: Read, header: Any, changed: Changed) -> None:
    row = changed(Số_quyết_định=None, Ngày_quyết_định=None, Cơ_quan_ban_hành=None)
    assert [each.field for each in read_rows([header, row]).faults] == ["approval_number"]


def test_an_approval_in_one_cell(read_rows: Read, header: Any, changed: Changed) -> None:
    titles = [title for title in header if title not in ("Ngày quyết định", "Cơ quan ban hành")]
    titles[titles.index("Số quyết định")] = "Số, ngày văn bản phê duyệt"

    def row(text: str) -> list[object]:
        cells = dict(zip(header, changed(), strict=True))
        return [text if title.startswith("Số, ngày") else cells[title] for title in titles]

    reading = read_rows([titles, row("12/QĐ-UBND ngày 20/6/2024 của UBND quận"), row("QĐ số 12, tháng 6")])
    approval = reading.people[0].approval
    assert approval is not None
    assert (approval.number, approval.issued_on, approval.issuer) == ("12/QĐ-UBND", date(2024, 6, 20), "UBND quận")
    assert Reason.APPROVAL_UNREADABLE in [each.reason for each in reading.faults]


def test_a_cell_merged_over_several_people_is_theirs(given: Any, tmp_path: Path) -> None:
    def merge(sheet: Worksheet) -> None:
        for letter in "HIJ":
            sheet.merge_cells(f"{letter}46:{letter}54")

    assert _people(_rebuild(given.path, tmp_path / "gop.xlsx", merge)) == _people(given.reading)


def test_the_group_heading_gives_the_route_when_the_list_has_no_such_column(
    read_rows: Read, header: Any, changed: Changed
) -> None:
    drop = header.index("Hình thức nghỉ")

    def without(row: Any) -> list[object]:
        return [each for index, each in enumerate(row) if index != drop]

    other = changed(Số_CCCD="031065095119", Giới_tính="Nam", Họ_và_tên="Lê Mẫu")
    rows = [without(header), ["I", "Thôi việc ngay"], without(changed()),
            ["II. Tự nguyện nghỉ công tác trước tuổi (1 người)"], without(other)]  # fmt: skip
    reading = read_rows(rows)
    assert [(each.group, each.route) for each in reading.people] == [
        (Group.DOWNSIZING, Route.SEVERANCE),
        (Group.VOLUNTARY, Route.EARLY_RETIREMENT),
    ]


def test_totals_signatures_and_remarks_are_nobody(read_rows: Read, header: Any, changed: Changed) -> None:
    tail = [["", "Cộng nhóm I"], [None, "Tổng cộng: 1 người"], [None, "Số tiền bằng chữ: không đồng"],
            [1, "Danh sách này có 1 người"], [None, "Người lập biểu", *[None] * 8, "Thủ trưởng đơn vị"],
            [None, "(Ký, ghi rõ họ tên)"], [None, "Nguyễn Văn Ký", *[None] * 8, "Trần Thị Duyệt"]]  # fmt: skip
    reading = read_rows([header, changed(), *tail])
    assert [each.sheet_row for each in reading.people] == [2]
    assert reading.faults == ()


def test_a_name_that_looks_like_a_total_is_a_person(read_rows: Read, header: Any, changed: Changed) -> None:
    assert len(read_rows([header, changed(Họ_và_tên="Tống Công")]).people) == 1
    assert len(read_rows([header, changed(Họ_và_tên="CỘNG HÒA", Chức_vụ="Thủ trưởng đơn vị")]).people) == 1


def test_a_person_of_whom_much_is_missing_is_not_lost(read_rows: Read, header: Any, changed: Changed) -> None:
    bare = changed(Họ_và_tên=None, Số_CCCD=None, Ngày_sinh=None, Thời_điểm_nghỉ=None)
    reading = read_rows([header, bare])
    assert len(reading.people) == 1
    assert {each.field for each in reading.faults} == {"full_name", "citizen_id", "birth", "leave_on"}


def test_a_cell_with_an_error_or_an_unworked_formula_is_broken_not_empty(
    write_book: Callable[..., Path], header: Any, changed: Changed
) -> None:
    path = write_book({"Danh sách": [header, changed(Hệ_số_lương="=1/0", Chức_vụ="#N/A")]})
    reading = read_list(read_workbook(path))
    assert {(each.field, each.reason) for each in reading.faults} >= {("coefficient", Reason.BROKEN)}
    assert reading.people[0].declared.coefficient is None


def test_choices_of_bieu_01(read_rows: Read, header: Any, changed: Changed) -> None:
    reading = read_rows(
        [[*header, "Loại cán bộ", "Diện quản lý", "Mã số BHXH"], [*changed(), "CC", "BTV Thành ủy", "0123456789"]]
    )
    person = reading.people[0].person
    assert person.employment is Employment.CIVIL_SERVANT
    assert person.management_level is ManagementLevel.CITY_STANDING_COMMITTEE
    assert person.insurance_number == "0123456789"


def test_stated_months_are_kept_to_be_compared(read_rows: Read, header: Any, changed: Changed) -> None:
    titles = [*header, "Số tháng nghỉ trước tuổi", "Tổng thời gian đóng BHXH"]
    reading = read_rows([titles, [*changed(), 26, "31 năm 05 tháng"], [*changed(Số_CCCD="031171926296"), 26, 31]])
    assert [each.declared.early_months for each in reading.people] == [26, 26]
    assert [each.declared.insured_months for each in reading.people] == [377, None]
    assert [each.reason for each in reading.faults] == [Reason.DURATION_NOT_EXACT]


def test_notes_say_what_became_of_a_cell(read_rows: Read, header: Any, changed: Changed) -> None:
    reading = read_rows([header, changed(Số_CCCD=31171926295, Thời_điểm_nghỉ="11/2024")])
    assert {(each.correction, each.value, each.corrected) for each in reading.notes} == {
        (Correction.LEADING_ZERO, "31171926295", "031171926295"),
        (Correction.FIRST_OF_MONTH, "11/2024", "01/11/2024"),
    }


def test_styles_do_not_matter(given: Any, tmp_path: Path) -> None:
    def restyle(sheet: Worksheet) -> None:
        for row in sheet.iter_rows(min_row=10, max_row=20):
            for cell in row:
                font = copy(cell.font)
                font.strike = True
                cell.font = font

    assert _people(_rebuild(given.path, tmp_path / "kieu.xlsx", restyle)) == _people(given.reading)
