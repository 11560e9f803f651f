"""Career sheets: joined by number and name, faults named, rows of nobody kept."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from desktop.documents.lists.faults import Correction, Reason
from desktop.documents.lists.listed import ListReading
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import read_workbook
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import Person

Read = Callable[..., ListReading]
ID, NAME = "031171926295", "Nguyễn Thị Mẫu"


@pytest.mark.parametrize(
    "bad",
    [
        ((ID, NAME, "13/2018", "10/2024", "3,33"), 3, Reason.MONTH_UNREADABLE),
        ((ID, NAME, "08/2018", "nay", "3,33"), 4, Reason.MONTH_UNREADABLE),
        ((ID, NAME, "08/2018", None, "3,33"), 4, Reason.MISSING),
        ((ID, NAME, "11/2024", "10/2024", "3,33"), 4, Reason.MONTHS_REVERSED),
        ((ID, NAME, "08/2018", "10/2024", "3,3,3"), 5, Reason.NUMBER_UNREADABLE),
        ((ID, NAME, "08/2018", "10/2024", None), 5, Reason.MISSING),
        ((ID, NAME, "08/2018", "10/2024", "-"), 5, Reason.MISSING),
        ((ID, NAME, "08/2018", "10/2024", "3,33", "0", "năm", 0), 7, Reason.NUMBER_UNREADABLE),
        ((ID[:-1], NAME, "08/2018", "10/2024", "3,33"), 1, Reason.CITIZEN_ID_DIGITS),
        ((None, NAME, "08/2018", "10/2024", "3,33"), 1, Reason.MISSING),
    ],
)
def test_a_bad_cell_is_named_and_its_row_gives_no_period(
    bad: tuple[tuple[object, ...], int, Reason], read_rows: Read, header: Any, changed: Any
) -> None:
    row, column, reason = bad
    reading = read_rows([header, changed()], salary=[row])
    assert [(each.sheet, each.row, each.column, each.reason) for each in reading.faults] == [
        ("Lương", 2, column, reason)
    ]
    assert reading.people[0].faults == reading.faults
    assert reading.people[0].career.salary == ()


def test_periods_are_joined_in_order_with_their_pay_items(read_rows: Read, header: Any, changed: Any) -> None:
    salary = [
        (ID, NAME, "08/2018", "03/2023", "3,00", "0,3", 0, 0),
        (ID, NAME, "04/2023", "10/2024", 3.33, None, 5, "12%"),
    ]
    reading = read_rows([header, changed()], salary=salary, insurance=[(ID, NAME, "01/1993", "10/2024", "Chợ", "x")])
    first, second = reading.people[0].career.salary
    assert (first.position_allowance, second.position_allowance) == (Fraction(3, 10), 0)
    assert (second.coefficient, second.beyond_frame, second.seniority) == (Fraction(333, 100), 5, 12)
    insurance = reading.people[0].career.insurance[0]
    assert insurance.months == MonthSpan(YearMonth(1993, 1), YearMonth(2024, 10))
    assert insurance.counts
    assert reading.faults == ()


def test_an_insurance_row_without_its_cross_does_not_count(read_rows: Read, header: Any, changed: Any) -> None:
    reading = read_rows([header, changed()], insurance=[(ID, NAME, "01/1993", "10/2024", "Chợ", None)])
    assert not reading.people[0].career.insurance[0].counts


def test_the_same_name_written_otherwise_is_the_same_person(read_rows: Read, header: Any, changed: Any) -> None:
    reading = read_rows([header, changed()], salary=[(int(ID), "NGUYỄN THỊ MẪU", "08/2018", "10/2024", "3,33")])
    assert len(reading.people[0].career.salary) == 1


def test_number_and_name_must_both_agree(read_rows: Read, header: Any, changed: Any) -> None:
    reading = read_rows([header, changed()], salary=[(ID, "Trần Văn Khác", "08/2018", "10/2024", "3,33")])
    assert reading.people[0].career.salary == ()
    assert [(each.citizen_id, each.full_name) for each in reading.waiting] == [(ID, "Trần Văn Khác")]
    assert reading.faults == ()


def test_a_waiting_career_knows_its_person_once_mended(read_rows: Read, header: Any, changed: Any) -> None:
    reading = read_rows([header, changed(Số_CCCD=ID[:-1])], salary=[(ID, NAME, "08/2018", "10/2024", "3,33")])
    waiting = reading.waiting[0]
    assert waiting.belongs_to(Person(full_name=NAME, citizen_id=ID))
    assert not waiting.belongs_to(Person(full_name=NAME, citizen_id="031171926296"))
    assert not waiting.belongs_to(Person(full_name="Lê Mẫu", citizen_id=ID))
    assert not waiting.belongs_to(reading.people[0].person)


def test_rows_below_a_person_are_theirs_and_noted(read_rows: Read, header: Any, changed: Any) -> None:
    salary = [(ID, NAME, "08/2018", "03/2023", "3,00"), (None, None, "04/2023", "10/2024", "3,33")]
    reading = read_rows([header, changed()], salary=salary)
    assert len(reading.people[0].career.salary) == 2
    assert [each.correction for each in reading.notes] == [Correction.AS_ABOVE]


def test_a_fault_in_a_career_makes_only_that_person_a_draft(read_rows: Read, header: Any, changed: Any) -> None:
    other = changed(Số_CCCD="031065095119", Giới_tính="Nam", Họ_và_tên="Lê Mẫu")
    salary = [(ID, NAME, "08/2018", "10/2024", "3,33"), ("031065095119", "Lê Mẫu", "08/2018", "10/2024", "?")]
    reading = read_rows([header, changed(), other], salary=salary)
    assert [len(each.faults) for each in reading.people] == [0, 1]


def test_one_number_three_times_stays_with_the_first(read_rows: Read, header: Any, changed: Any) -> None:
    rows = [changed(Họ_và_tên=f"Lê Mẫu {letter}") for letter in ("An", "Bình", "Châu")]
    reading = read_rows([header, *rows])
    assert [each.person.citizen_id for each in reading.people] == [ID, "", ""]
    assert [(each.row, each.other_row) for each in reading.faults] == [(3, 2), (4, 2)]


def test_both_months_in_one_column(write_book: Callable[..., Path], header: Any, changed: Any) -> None:
    salary = [
        ("TT", "Họ và tên", "Số CCCD", "Từ tháng - đến tháng", "Mã ngạch", "Bậc", "Hệ số lương", "PC chức vụ"),
        (1, NAME, ID, "08/2018 - 3/2023", "06.031", 5, "3,00", "0,3"),
        (2, None, None, "từ 01/04/2023 đến 31/10/2024", "06.031", 6, 3.33, None),
        (3, NAME, ID, "11/2024 đến nay", "06.031", 6, 3.33, None),
    ]
    insurance = [("Họ tên", "Giai đoạn", "Nơi công tác"), (NAME, "1/1993–10/2024", "Chợ")]
    path = write_book({"Danh sách": [header, changed()], "Lương": salary, "Quá trình": insurance})
    reading = read_list(read_workbook(path))
    career = reading.people[0].career
    assert [each.months for each in career.salary] == [
        MonthSpan(YearMonth(2018, 8), YearMonth(2023, 3)),
        MonthSpan(YearMonth(2023, 4), YearMonth(2024, 10)),
    ]
    assert [each.months for each in career.insurance] == [MonthSpan(YearMonth(1993, 1), YearMonth(2024, 10))]
    assert [(each.row, each.field, each.reason) for each in reading.faults] == [(4, "last", Reason.MONTH_UNREADABLE)]


def test_a_number_behind_the_name_in_one_cell(write_book: Callable[..., Path], header: Any, changed: Any) -> None:
    salary = [("Họ tên, số định danh", "Từ", "Đến", "Hệ số"), (f"{NAME}\n{ID}", "9.1999", "10.2024", "3,33")]
    reading = read_list(read_workbook(write_book({"Danh sách": [header, changed()], "Lương": salary})))
    assert (reading.faults, reading.waiting) == ((), ())
    assert [each.months.last for each in reading.people[0].career.salary] == [YearMonth(2024, 10)]
