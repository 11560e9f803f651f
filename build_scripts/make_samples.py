"""Write the sample unit's hand-made list and the truth about it into resources/samples/don-vi-mau.

The workbook is as untidy as real ones are: merged headers, group rows, totals, dates in four forms, names in
capitals or in decomposed letters, numbers as text and texts as numbers; and seven cells are really wrong.
"""

import json
import random
import re
import sys
import unicodedata
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

sys.path.insert(0, str(Path(__file__).parent))

from sample_people import ISSUER, ROUTES, SamplePerson, make_people

SEED = 20240719
TARGET = Path(__file__).parents[1] / "resources" / "samples" / "don-vi-mau"
LIST, SALARY, INSURANCE = "Danh sách", "Diễn biến lương", "Quá trình BHXH"
CASES = dict(zip(ROUTES, ("Nghỉ hưu trước tuổi", "Thôi việc ngay", "Tự nguyện nghỉ công tác trước tuổi"), strict=True))
DECISIONS = (
    ("412/QĐ-UBND", date(2024, 5, 9)),
    ("538/QĐ-UBND", date(2024, 6, 3)),
    ("655/QĐ-UBND", date(2024, 7, 1)),
    ("701/QĐ-UBND", date(2024, 7, 29)),
    ("764/QĐ-UBND", date(2024, 8, 19)),
)
HEADERS = (
    ("TT", ""), ("Họ và tên", ""), ("Ngày, tháng, năm sinh", "Nam"), ("Ngày, tháng, năm sinh", "Nữ"), ("Số CCCD", ""),
    ("Chức vụ, chức danh", ""), ("Đơn vị công tác", ""), ("Văn bản phê duyệt", "Số, ký hiệu"),
    ("Văn bản phê duyệt", "Ngày ban hành"), ("Văn bản phê duyệt", "Cơ quan ban hành"), ("Trường hợp", ""),
    ("Thời điểm nghỉ", ""), ("Thời gian đóng BHXH", ""), ("Ngạch", ""), ("Hệ số lương hiện hưởng", ""),
    ("PC chức vụ", ""), ("Ghi chú", ""),
)  # fmt: skip
HEADER_ROW = 6


@dataclass(slots=True)
class Sample:
    """Everything that is written out."""

    people: list[SamplePerson]
    book: Workbook
    dirty: list[dict[str, str | int]] = field(default_factory=list)


def main() -> None:
    """Write both files anew."""
    sample = make_sample()
    write_sample(sample, TARGET / "danh_sach_de_nghi.xlsx", truth_of(sample))


def write_sample(sample: Sample, book: Path, truth: dict[str, object]) -> None:
    """Write the list and, beside it, the truth about it."""
    book.parent.mkdir(parents=True, exist_ok=True)
    save_book(sample.book, book)
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    (book.parent / "truth.json").write_text(text, encoding="utf-8", newline="\n")
    print(f"{book.parent}: {len(sample.people)} people, {len(sample.dirty)} dirty cells")


def make_sample() -> Sample:
    """Return the whole sample; the same one each time."""
    dice = random.Random(SEED)  # noqa: S311 - it makes up people, not keys
    people = make_people(dice)
    for index, person in enumerate(people):
        person.decision = index // 12
    sample = Sample(people, Workbook())
    write_list(sample.book.worksheets[0], people, dice)
    write_careers(sample.book, people)
    soil(sample)
    return sample


def write_list(sheet: Worksheet, people: list[SamplePerson], dice: random.Random) -> None:
    """Write the list sheet and tell each person their row."""
    sheet.title = LIST
    sheet["A1"], sheet["A2"] = "UBND HUYỆN", "PHÒNG NỘI VỤ"
    sheet["A4"] = "DANH SÁCH ĐỀ NGHỊ HỖ TRỢ NGƯỜI NGHỈ THEO TINH GIẢN BIÊN CHẾ"
    sheet.merge_cells("A4:Q4")
    sheet["A4"].font, sheet["A4"].alignment = Font(bold=True, size=14), Alignment(horizontal="center")
    write_header(sheet)
    row = HEADER_ROW + 3
    for number, route in enumerate(ROUTES, start=1):
        sheet.cell(row, 1, "I" * number)
        sheet.cell(row, 2, CASES[route])
        row += 1
        for ordinal, person in enumerate(people, start=1):
            if person.route == route:
                person.sheet_row = row
                write_person(sheet, ordinal, person, dice)
                row += 1
    sheet.cell(row, 1, len(people))
    sheet.cell(row, 2, "Tổng cộng")
    sheet.cell(row + 2, 3, "NGƯỜI LẬP BIỂU")
    sheet.cell(row + 2, 12, "THỦ TRƯỞNG ĐƠN VỊ")


def write_header(sheet: Worksheet) -> None:
    """Two merged rows and the row of column numbers."""
    for column, (upper, lower) in enumerate(HEADERS, start=1):
        sheet.cell(HEADER_ROW, column, upper)
        sheet.cell(HEADER_ROW + 1, column, lower or None)
        sheet.cell(HEADER_ROW + 2, column, f"({column})")
        if not lower:
            sheet.merge_cells(start_row=HEADER_ROW, end_row=HEADER_ROW + 1, start_column=column, end_column=column)
    sheet.merge_cells("C6:D6")
    sheet.merge_cells("H6:J6")


def write_person(sheet: Worksheet, ordinal: int, person: SamplePerson, dice: random.Random) -> None:
    """Write a row, each cell in one of the forms that clerks use."""
    number, issued_on = DECISIONS[person.decision]
    position = float(person.position) or None
    coefficient = str(person.salary[-1]["coefficient"])
    insured = int(person.expected["insured_months"] or 0)
    row: list[object] = [
        ordinal, _messy_name(person.full_name, dice), None, None, _messy_id(person.citizen_id, dice), person.post,
        person.unit, number, issued_on, ISSUER, CASES[person.route], _messy_leave(person.leave, dice),
        f"{insured // 12} năm {insured % 12:02d} tháng", person.rank,
        dice.choice((float(coefficient), coefficient.replace(".", ","))), position, None,
    ]  # fmt: skip
    row[2 if person.sex == "male" else 3] = _messy_birth(person.birth, dice)
    for column, value in enumerate(row, start=1):
        sheet.cell(person.sheet_row, column, value)


def _messy_name(name: str, dice: random.Random) -> str:
    return dice.choice((name, name, name, name, f"  {name.upper()} ", unicodedata.normalize("NFD", name)))


def _messy_id(digits: str, dice: random.Random) -> str | int:
    return int(digits) if dice.random() < 0.2 else digits


def _messy_birth(day: date, dice: random.Random) -> date | str:
    short = f"{day.day}/{day.month}/{day.year % 100:02d}"
    return dice.choice((day, day, f"{day:%d/%m/%Y}", f"{day:%d/%m/%Y}", short))


def _messy_leave(month: int, dice: random.Random) -> date | str:
    first = _first_day(month)
    return dice.choice((first, first, f"{first:%d/%m/%Y}", f"{first:%m/%Y}"))


def write_careers(book: Workbook, people: list[SamplePerson]) -> None:
    """Write the two career sheets, with the true numbers and names."""
    salary = book.create_sheet(SALARY)
    salary.append(("Số CCCD", "Họ và tên", "Từ tháng", "Đến tháng", "Hệ số", "PC chức vụ", "Vượt khung (%)",
                   "Thâm niên nghề (%)", "Bảo lưu"))  # fmt: skip
    insurance = book.create_sheet(INSURANCE)
    insurance.append(("Số CCCD", "Họ và tên", "Từ tháng", "Đến tháng", "Nơi công tác", "Đóng BHXH bắt buộc"))
    for person in people:
        who = (person.citizen_id, person.full_name)
        for each in person.salary:
            ratios = [str(each[name]).replace(".", ",") for name in ("coefficient", "position")]
            percents = [int(each[name]) for name in ("beyond_frame_pct", "seniority_pct")]
            span = (_shown(int(each["from"])), _shown(int(each["to"])))
            salary.append((*who, *span, *ratios, *percents, float(each["reserved"])))
        for first, last in person.insurance:
            insurance.append((*who, _shown(first), _shown(last), person.unit, "x"))


def soil(sample: Sample) -> None:
    """Put a real fault into seven cells, each of another person."""
    people = sample.people
    both = next(each for each in people[8:] if each.sex == "female")
    faults: tuple[tuple[SamplePerson, int, object, str], ...] = (
        (people[57], 5, people[57].citizen_id[:7] + people[57].citizen_id[8:], "citizen id has 11 digits"),
        (people[47], 12, None, "leaving date missing"),
        (people[30], 15, "3,6,6", "coefficient is not a number"),
        (people[2], 13, "gần 28 năm", "insured time is not exact"),
        (both, 3, date(both.birth.year - 2, 7, 19), "birth date in both sex columns"),
        (people[17], 9, "31/06/2024", "no such day"),
        (people[5], 5, people[50].citizen_id, "same citizen id as another row"),
    )
    for person, column, value, why in faults:
        sample.book[LIST].cell(person.sheet_row, column).value = value
        place = {"sheet": LIST, "row": person.sheet_row, "column": column}
        sample.dirty.append({**place, "citizen_id": person.citizen_id, "value": str(value), "why": why})


def truth_of(sample: Sample) -> dict[str, object]:
    """Return what the workbook holds, in the shape that tests and the scans' generator read."""
    return {
        "about": "what the workbook holds; all people are made up",
        "people": [_truth_of_person(index, each) for index, each in enumerate(sample.people, start=1)],
        "decisions": [_truth_of_decision(index, sample.people) for index in range(len(DECISIONS))],
        "dirty_cells": sample.dirty,
    }


def _truth_of_person(ordinal: int, person: SamplePerson) -> dict[str, object]:
    number, issued_on = DECISIONS[person.decision]
    names = ("coefficient", "position", "beyond_frame_pct", "seniority_pct", "reserved")
    return {
        "row": ordinal,
        "full_name": person.full_name,
        "sex": person.sex,
        "birth": person.birth.isoformat(),
        "citizen_id": person.citizen_id,
        "post": person.post,
        "unit": person.unit,
        "rank": person.rank,
        "route": person.route,
        "leave_on": _first_day(person.leave).isoformat(),
        "insurance_periods": [{"from": _stored(first), "to": _stored(last)} for first, last in person.insurance],
        "salary_history": [
            {"from": _stored(int(each["from"])), "to": _stored(int(each["to"])), **{name: each[name] for name in names}}
            for each in person.salary
        ],
        "decision": {"number": number, "date": issued_on.isoformat(), "issuer": ISSUER},
        "expected": person.expected,
        "sheet_row": person.sheet_row,
    }


def _truth_of_decision(index: int, people: list[SamplePerson]) -> dict[str, object]:
    number, issued_on = DECISIONS[index]
    return {
        "number": number,
        "date": issued_on.isoformat(),
        "issuer": ISSUER,
        "file": f"QD_{number.partition('/')[0]}.pdf",
        "people": [each.citizen_id for each in people if each.decision == index],
    }


def save_book(book: Workbook, path: Path) -> None:
    """Save with fixed times inside, so that an unchanged sample stays the same file."""
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            fixed = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-09-02T08:00:00Z", content)
            archive.writestr(zipfile.ZipInfo(name), fixed, zipfile.ZIP_DEFLATED)


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _shown(month: int) -> str:
    return f"{month % 12 + 1:02d}/{month // 12}"


def _stored(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02d}"


if __name__ == "__main__":
    main()
