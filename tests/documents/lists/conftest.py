"""The two samples, and books made for one test."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.documents.lists.listed import ListedPerson, ListReading
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import read_workbook
from desktop.domain.dossiers import Group, Route

ROOT = Path(__file__).parents[3]
GIVEN = ROOT / "tests" / "golden" / "don-vi-60-nguoi"
OURS = ROOT / "resources" / "samples" / "don-vi-mau"

_ROUTES = {
    "early-retirement": (Group.DOWNSIZING, Route.EARLY_RETIREMENT),
    "severance": (Group.DOWNSIZING, Route.SEVERANCE),
    "voluntary-early-leave": (Group.VOLUNTARY, Route.EARLY_RETIREMENT),
}


@dataclass(frozen=True)
class Sample:
    """A workbook and the truth about it."""

    path: Path
    truth: dict[str, Any]
    reading: ListReading

    def person_in(self, row: int) -> ListedPerson:
        return next(each for each in self.reading.people if each.sheet_row == row)

    @property
    def faulty(self) -> set[tuple[str, int, int, str]]:
        return places(self.reading)

    @property
    def truly_faulty(self) -> set[tuple[str, int, int, str]]:
        return true_places(self.truth)

    def read_and_true(self, row: int) -> tuple[dict[str, Any], dict[str, Any]]:
        """What was read of the person in a row, and the truth, in the same words."""
        person = next(each for each in self.truth["people"] if each["sheet_row"] == row)
        return as_truth(self.person_in(row)), true_person(person)

    def reread(self, path: Path) -> "Sample":
        """The same truth about another copy of the workbook."""
        return Sample(path, self.truth, read_list(read_workbook(path)))


def load_sample(folder: Path) -> Sample:
    path = folder / "danh_sach_de_nghi.xlsx"
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return Sample(path, truth, read_list(read_workbook(path)))


@pytest.fixture(scope="session")
def given() -> Sample:
    return load_sample(GIVEN)


@pytest.fixture(scope="session")
def ours() -> Sample:
    return load_sample(OURS)


def places(reading: ListReading) -> set[tuple[str, int, int, str]]:
    """Where the faults are, an empty cell written as the truth writes it."""
    return {(each.sheet, each.row, each.column, each.value or "None") for each in reading.faults}


def true_places(truth: dict[str, Any]) -> set[tuple[str, int, int, str]]:
    return {(each["sheet"], each["row"], each["column"], each["value"]) for each in truth["dirty_cells"]}


def as_truth(listed: ListedPerson) -> dict[str, Any]:
    """What was read, in the words of truth.json."""
    person = listed.person
    return {
        "full_name": person.full_name,
        "sex": person.sex and person.sex.value,
        "birth": str(person.birth),
        "citizen_id": person.citizen_id,
        "post": person.post,
        "unit": person.workplace,
        "rank": listed.career.rank,
        "route": (listed.group, listed.route),
        "leave_on": str(listed.leave_on),
        "periods": [(str(each.months.first), str(each.months.last)) for each in listed.career.insurance],
        "compulsory": all(each.counts for each in listed.career.insurance),
        "salary": [
            (
                str(each.months.first),
                str(each.months.last),
                each.coefficient,
                each.position_allowance,
                each.beyond_frame,
                each.seniority,
                each.reserved_difference,
            )
            for each in listed.career.salary
        ],
        "decision": listed.approval
        and (listed.approval.number, str(listed.approval.issued_on), listed.approval.issuer),
        "declared": (listed.declared.insured_months, listed.declared.coefficient, listed.declared.position_allowance),
    }


def true_person(person: dict[str, Any]) -> dict[str, Any]:
    """The same of a person of truth.json."""
    ratios = ("coefficient", "position", "beyond_frame_pct", "seniority_pct", "reserved")
    last = person["salary_history"][-1]
    plain = ("full_name", "sex", "birth", "citizen_id", "post", "unit", "rank", "leave_on")
    return {
        **{name: person[name] for name in plain},
        "route": _ROUTES[person["route"]],
        "periods": [(each["from"], each["to"]) for each in person["insurance_periods"]],
        "compulsory": True,
        "salary": [
            (each["from"], each["to"], *(Fraction(each[name]) for name in ratios)) for each in person["salary_history"]
        ],
        "decision": tuple(person["decision"][name] for name in ("number", "date", "issuer")),
        "declared": (
            person["expected"]["insured_months"],
            Fraction(last["coefficient"]),
            Fraction(last["position"]) or None,
        ),
    }


HEADER = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Số quyết định",
          "Ngày quyết định", "Cơ quan ban hành", "Hình thức nghỉ", "Thời điểm nghỉ", "Hệ số lương")  # fmt: skip
ROW = (1, "Nguyễn Thị Mẫu", "05/01/1971", "Nữ", "031171926295", "Kế toán", "Văn phòng", "12/QĐ-UBND",
       date(2024, 6, 20), "UBND quận", "Nghỉ hưu trước tuổi", "01/11/2024", "3,33")  # fmt: skip
SALARY = (
    "Số CCCD",
    "Họ và tên",
    "Từ tháng",
    "Đến tháng",
    "Hệ số",
    "PC chức vụ",
    "Vượt khung (%)",
    "Thâm niên nghề (%)",
)
INSURANCE = ("Số CCCD", "Họ và tên", "Từ tháng", "Đến tháng", "Nơi công tác", "Đóng BHXH bắt buộc")

Rows = Sequence[Sequence[object]]


@pytest.fixture
def write_book(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook of sheets given as rows."""

    def write(sheets: dict[str, Rows], name: str = "thu.xlsx") -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            page = book.create_sheet(title)
            for row in rows:
                page.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def read_rows(write_book: Callable[..., Path]) -> Callable[..., ListReading]:
    """Read a list given as rows, with career sheets where they are given."""

    def read(rows: Rows, salary: Rows = (), insurance: Rows = ()) -> ListReading:
        sheets: dict[str, Rows] = {"Danh sách": rows}
        sheets |= {"Lương": [SALARY, *salary]} if salary else {}
        sheets |= {"BHXH": [INSURANCE, *insurance]} if insurance else {}
        return read_list(read_workbook(write_book(sheets)))

    return read


@pytest.fixture
def header() -> tuple[str, ...]:
    return HEADER


@pytest.fixture
def changed() -> Callable[..., tuple[object, ...]]:
    """Make a good row with cells replaced, named by header with spaces as underscores."""

    def change(**cells: object) -> tuple[object, ...]:
        names = {title.replace(" ", "_"): index for index, title in enumerate(HEADER)}
        row = list(ROW)
        for name, value in cells.items():
            row[names[name]] = value
        return tuple(row)

    return change
