"""Sheets of pay that hold the insured time too, and workplaces that stand over the groups of a list."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.columns import recognise_columns
from desktop.documents.lists.faults import Correction, Reason
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import Workbook, read_workbook
from tests.documents.lists.hand_made import DUNG, HUONG, TITLES, book, row, rows

PAY_TITLES = ("Số CCCD", "Từ", "Đến", "Nơi làm việc", "Hệ số")
PAY = [
    [HUONG[1], "1.2000", "12.2009", "Trạm A", "2,34"],
    [HUONG[1], "1.2010", "10.2024", "Trạm B", "3,33"],
]


def _workbook(folder: Path, title: str, pay: list[list[str]] = PAY) -> Workbook:
    lines = {"Danh sách": [TITLES, *rows(HUONG)], "Bảng 2": [[title], [], PAY_TITLES, *pay]}
    book(folder / "a.xlsx", lines)
    return read_workbook(folder / "a.xlsx")


def test_rows_of_pay_are_insured_time_where_the_title_says_so(tmp_path: Path) -> None:
    (person,) = read_list(_workbook(tmp_path, "Diễn biến lương và quá trình đóng BHXH")).people
    assert [(each.months, each.employer) for each in person.career.insurance] == [
        (pay.months, place) for pay, place in zip(person.career.salary, ("Trạm A", "Trạm B"), strict=True)
    ]
    assert all(each.compulsory and not each.cashed for each in person.career.insurance)


def test_they_are_pay_alone_where_nothing_says_so_until_the_column_is_chosen(tmp_path: Path) -> None:
    workbook = _workbook(tmp_path, "Diễn biến lương")
    assert read_list(workbook).people[0].career.insurance == ()
    listed, pay = recognise_columns(workbook)
    chosen = replace(pay, columns={**pay.columns, "insured_at": 3})
    assert len(read_list(workbook, (listed, chosen)).people[0].career.insurance) == 2


def test_a_faulty_row_gives_neither_and_is_told_once(tmp_path: Path) -> None:
    faulty = [PAY[0], [*PAY[1][:4], "ba phẩy ba"]]
    reading = read_list(_workbook(tmp_path, "Lương và BHXH", faulty))
    assert [(each.row, each.field, each.reason) for each in reading.faults] == [
        (5, "coefficient", Reason.NUMBER_UNREADABLE)
    ]
    career = reading.people[0].career
    assert (len(career.salary), len(career.insurance)) == (1, 1)


def test_a_sheet_of_insurance_of_its_own_counts_alone(tmp_path: Path) -> None:
    insurance = [("Số CCCD", "Từ", "Đến", "Đơn vị"), (HUONG[1], "1.1995", "10.2024", "Trạm C")]
    sheets = {
        "Danh sách": [TITLES, *rows(HUONG)],
        "Lương đóng BHXH": [PAY_TITLES, *PAY],
        "Sổ": insurance,
    }
    book(tmp_path / "a.xlsx", sheets)
    reading = read_list(read_workbook(tmp_path / "a.xlsx"))
    assert [each.employer for each in reading.people[0].career.insurance] == ["Trạm C"]
    assert {each.kind for each in reading.mappings} == set(SheetKind)


@pytest.mark.parametrize(
    ("heading", "workplace"),
    [
        ("A. Trạm Khuyến nông", "Trạm Khuyến nông"),
        ("II. PHÒNG KỸ THUẬT", "PHÒNG KỸ THUẬT"),
        ("Trường hợp nghỉ hưu trước tuổi", ""),
        ("Nghỉ hưu trước tuổi", ""),
        ("Viên chức", ""),
    ],
)
def test_the_heading_of_a_group_is_a_workplace_only_where_it_names_one(
    tmp_path: Path, heading: str, workplace: str
) -> None:
    place = TITLES.index("Đơn vị công tác")
    lines = [[cell for at, cell in enumerate(line) if at != place] for line in (TITLES, row(1, DUNG), row(2, HUONG))]
    lines.insert(1, [heading])
    book(tmp_path / "a.xlsx", {"Danh sách": lines})
    reading = read_list(read_workbook(tmp_path / "a.xlsx"))
    assert [each.person.workplace for each in reading.people] == [workplace, workplace]
    told = [each.corrected for each in reading.notes if each.correction is Correction.WORKPLACE_OF_GROUP]
    assert told == ([workplace] * 2 if workplace else [])


def test_a_column_of_workplaces_goes_before_the_headings(tmp_path: Path) -> None:
    book(tmp_path / "a.xlsx", {"Danh sách": [TITLES, ["A. Phòng Kỹ thuật"], *rows(DUNG, HUONG)]})
    reading = read_list(read_workbook(tmp_path / "a.xlsx"))
    assert {each.person.workplace for each in reading.people} == {"Trường Mẫu"}
