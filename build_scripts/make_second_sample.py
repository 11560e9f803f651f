"""Write a second unit's list and the truth about it into resources/samples/don-vi-thu-hai.

Another clerk made it: by departments with sub-totals, family and given name apart, dates with dots, money with dots,
insured time in two columns, the number and day of a decision in one cell, columns of their own, and one career sheet
whose rows hold place, pay and insurance together, with the person named only where their block begins. Nothing of it
was laid out to suit the program. Five cells are really wrong.
"""

import random
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

sys.path.insert(0, str(Path(__file__).parent))

from make_samples import Sample, write_sample
from sample_people import LADDERS, ROUTES, SamplePerson, expect, make_people, monthly_salary

SEED = 20241106
TARGET = Path(__file__).parents[1] / "resources" / "samples" / "don-vi-thu-hai"
BOOK = "DS tinh gian bien che 2024 - Trung tam Khuyen nong.xlsx"
LIST, CAREERS = "TGBC 2024", "QT luong + BHXH"
ISSUER = "Sở Nông nghiệp và Phát triển nông thôn"
CASES = dict(zip(ROUTES, ("Hưu trước tuổi", "Thôi việc ngay", "Tự nguyện nghỉ trước tuổi"), strict=True))
DEPARTMENTS = (
    "Phòng Tổ chức - Hành chính",
    "Phòng Kỹ thuật",
    "Phòng Thông tin, Huấn luyện",
    "Trạm Khuyến nông Thủy Nguyên",
    "Trạm Khuyến nông Vĩnh Bảo",
    "Trại Giống",
)
POSTS = {"0": ("Viên chức", "Kỹ thuật viên", "Kế toán viên", "Nhân viên thủ quỹ"), "0.25": ("Phó Trưởng trạm",),
         "0.4": ("Trưởng trạm", "Trưởng phòng")}  # fmt: skip
CODES = {"A1": "01.003", "A2.1": "01.002", "B": "01.004"}
DECISIONS = (
    ("215/QĐ-SNN", date(2024, 6, 12), ("QD 215 va 260.pdf", (1, 2))),
    ("260/QĐ-SNN", date(2024, 7, 3), ("QD 215 va 260.pdf", (3, 4))),
    ("318/QĐ-SNN", date(2024, 7, 31), ("QD 318 trang 1.jpg", (1,), "QD 318 trang 2.jpg", (1,))),
    ("402/QĐ-SNN", date(2024, 9, 5), ("QD 402.tif", (1, 2))),
)
"""Number, day, and the scans with the pages that belong to it: two decisions came out of the scanner as one file."""

HEADERS = (
    "STT", "Mã CB", "Họ đệm", "Tên", "Giới tính", "Sinh ngày", "Dân tộc", "Đảng viên", "Số định danh cá nhân",
    "Chức danh nghề nghiệp", "Mã số CDNN", "Bậc", "HSL", "PCCV", "Lương hiện hưởng (đồng)", "Vào ngành năm",
    "Tổng TG đóng BHXH", "", "Diện nghỉ", "Nghỉ từ ngày", "Quyết định của Sở (số, ngày)", "Điện thoại", "Ghi chú",
)  # fmt: skip
HEADER_ROW = 5
CAREER_HEADERS = ("STT", "Họ tên, số định danh", "Từ", "Đến", "Nơi làm việc", "Mã CDNN", "Hệ số", "PCCV",
                  "TNVK %", "TN nghề %", "BL")  # fmt: skip


def main() -> None:
    """Write both files anew."""
    sample = make_second()
    write_sample(sample, TARGET / BOOK, truth_of(sample))


def make_second() -> Sample:
    """Return the whole sample; the same one each time."""
    dice = random.Random(SEED)  # noqa: S311 - it makes up people, not keys
    people = make_people(dice, (30, 6, 4))
    for person in people:
        _settle(person, dice)
    people.sort(key=lambda each: DEPARTMENTS.index(each.unit))
    for index, person in enumerate(people):
        person.decision = index * len(DECISIONS) // len(people)
    sample = Sample(people, Workbook())
    write_list(sample.book.worksheets[0], people, dice)
    write_careers(sample.book.create_sheet(CAREERS), people)
    soil(sample)
    return sample


def _settle(person: SamplePerson, dice: random.Random) -> None:
    """Give the person a place in this unit, and a pay for all the months that they were insured."""
    person.unit = dice.choice(DEPARTMENTS)
    person.post = dice.choice(POSTS[person.position])
    if len(person.insurance) > 1 and person.insurance[1][0] > person.leave - 61:
        person.insurance = [(person.insurance[0][0], person.leave - 1)]  # nobody paused in the months that count
    person.salary = _earlier_pay(person) + person.salary
    person.expected = expect(person)


def _earlier_pay(person: SamplePerson) -> list[dict[str, str | int]]:
    """Return lower steps back to the first insured month, three years each, the first as long as it has to be."""
    first, known = person.insurance[0][0], int(person.salary[0]["from"])
    person.salary[0]["from"] = max(known, first)  # nobody is paid before they come
    ladder = LADDERS[person.rank]
    step = ladder.index(str(person.salary[0]["coefficient"]))
    starts = [known]
    while step > 0 and starts[-1] - 36 > first:
        step -= 1
        starts.append(starts[-1] - 36)
    if first < known:
        starts[-1:] = [first] if len(starts) > 1 else [known, first]
    spans = list(pairwise(reversed(starts)))
    lowest = ladder.index(str(person.salary[0]["coefficient"])) - len(spans)
    steps = [ladder[max(0, lowest + place)] for place in range(len(spans))]
    common = {"position": "0", "seniority_pct": "0", "reserved": "0", "beyond_frame_pct": "0"}
    return [{"from": start, "to": end - 1, "coefficient": ratio, **common}
            for (start, end), ratio in zip(spans, steps, strict=True)]  # fmt: skip


def write_list(sheet: Worksheet, people: list[SamplePerson], dice: random.Random) -> None:
    """Write the list by departments and tell each person their row."""
    sheet.title = LIST
    sheet["A1"] = "TRUNG TÂM KHUYẾN NÔNG HẢI PHÒNG"
    sheet["A3"] = "Biểu tổng hợp viên chức, người lao động nghỉ theo tinh giản biên chế năm 2024"
    sheet.merge_cells("A3:W3")
    sheet["A3"].alignment, sheet["A3"].font = Alignment(horizontal="center"), Font(bold=True)
    _write_header(sheet)
    row, ordinal = HEADER_ROW + 2, 0
    for letter, department in zip("ABCDEF", DEPARTMENTS, strict=True):
        members = [each for each in people if each.unit == department]
        sheet.cell(row, 1, f"{letter}. {department}")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(HEADERS))
        for person in members:
            row, ordinal = row + 1, ordinal + 1
            person.sheet_row = row
            _write_person(sheet, ordinal, person, dice)
        row += 1
        sheet.cell(row, 3, f"Cộng {len(members)} người")
        sheet.cell(row, 15, _dotted(sum(_pay_now(each) for each in members)))
        row += 1
    sheet.cell(row, 3, f"Tổng số: {len(people)} người")
    sheet.cell(row, 15, _dotted(sum(map(_pay_now, people))))
    sheet.cell(row + 2, 3, "Người lập")
    sheet.cell(row + 2, 20, "Giám đốc")


def _write_header(sheet: Worksheet) -> None:
    edge = Side(style="thin")
    for column, name in enumerate(HEADERS, start=1):
        for row in (HEADER_ROW, HEADER_ROW + 1):
            sheet.cell(row, column).border = Border(edge, edge, edge, edge)
        sheet.cell(HEADER_ROW, column, name or None).alignment = Alignment(wrap_text=True, horizontal="center")
        if name not in {"", "Tổng TG đóng BHXH"}:
            sheet.merge_cells(start_row=HEADER_ROW, end_row=HEADER_ROW + 1, start_column=column, end_column=column)
    sheet.merge_cells("Q5:R5")
    sheet["Q6"], sheet["R6"] = "Năm", "Tháng"


def _write_person(sheet: Worksheet, ordinal: int, person: SamplePerson, dice: random.Random) -> None:
    """Write a row as this clerk types: dots in dates, commas in coefficients, dots in money."""
    middle, _, given = person.full_name.rpartition(" ")
    number, issued_on, _ = DECISIONS[person.decision]
    insured = int(person.expected["insured_months"] or 0)
    step = LADDERS[person.rank].index(str(person.salary[-1]["coefficient"])) + 1
    leave = date(person.leave // 12, person.leave % 12 + 1, 1)
    born = person.birth
    row: list[object] = [
        ordinal, f"KN{100 + ordinal}", middle, given, "Nam" if person.sex == "male" else "Nữ",
        dice.choice((_loose(born, "."), f"{born:%d.%m.%Y}", _loose(born, "-"))),
        dice.choice(("Kinh",) * 9 + ("Tày",)), dice.choice(("x", None)), person.citizen_id, person.post,
        CODES[person.rank], f"{step}/{len(LADDERS[person.rank])}", _comma(person.salary[-1]["coefficient"]),
        _comma(person.position) if person.position != "0" else "-", _dotted(_pay_now(person)),
        person.insurance[0][0] // 12, insured // 12, insured % 12, CASES[person.route],
        dice.choice((f"{leave:%d.%m.%Y}", _loose(leave, "."), f"Từ {leave:%d/%m/%Y}")),
        f"Số {number} ngày {_loose(issued_on, '.')}",
        f"09{dice.randrange(10_000_000, 99_999_999)}", None,
    ]  # fmt: skip
    for column, value in enumerate(row, start=1):
        sheet.cell(person.sheet_row, column, value)


def write_careers(sheet: Worksheet, people: list[SamplePerson]) -> None:
    """Write each person's block: the person once, then a row for each time of the same pay without a break."""
    sheet["A1"] = "Diễn biến lương và quá trình đóng BHXH (theo sổ BHXH)"
    for column, name in enumerate(CAREER_HEADERS, start=1):
        sheet.cell(3, column, name)
    row = 4
    for ordinal, person in enumerate(people, start=1):
        start = row
        for first, last, pay in _blocks(person):
            items = [_comma(pay[name]) for name in ("coefficient", "position")]
            percents = [f"{pay[name]}%" if pay[name] != "0" else None for name in ("beyond_frame_pct", "seniority_pct")]
            reserved = _comma(pay["reserved"]) if pay["reserved"] != "0" else None
            values = (_month(first), _month(last), person.unit, CODES[person.rank], *items, *percents, reserved)
            for column, value in enumerate(values, start=3):
                sheet.cell(row, column, value)
            row += 1
        sheet.cell(start, 1, ordinal)
        sheet.cell(start, 2, f"{person.full_name}\n{person.citizen_id}")
        if row - start > 1:
            for column in (1, 2):
                sheet.merge_cells(start_row=start, end_row=row - 1, start_column=column, end_column=column)


def _blocks(person: SamplePerson) -> list[tuple[int, int, dict[str, str | int]]]:
    """Return what was paid while insured: a break in the insurance breaks the time of a pay in two."""
    return [
        (max(first, int(pay["from"])), min(last, int(pay["to"])), pay)
        for first, last in person.insurance
        for pay in person.salary
        if first <= int(pay["to"]) and int(pay["from"]) <= last
    ]


def soil(sample: Sample) -> None:
    """Put a real fault into five cells, each of another person."""
    people = sample.people
    faults = (
        (people[3], 9, people[3].citizen_id.replace("0", "O", 1), "citizen id with a letter"),
        (people[11], 6, f"31.{4}.{people[11].birth.year}", "no such day of birth"),
        (people[19], 20, "khi có quyết định", "leaving date is no date"),
        (people[26], 19, "Nghỉ theo chế độ", "unknown case"),
        (people[33], 21, f"Số {DECISIONS[people[33].decision][0]} ngày 30.2.2024", "no such day"),
    )
    for person, column, value, why in faults:
        sample.book[LIST].cell(person.sheet_row, column).value = value
        place = {"sheet": LIST, "row": person.sheet_row, "column": column}
        sample.dirty.append({**place, "citizen_id": person.citizen_id, "value": value, "why": why})


def truth_of(sample: Sample) -> dict[str, object]:
    """Return what the workbook holds, in the shape of the first sample's truth; a decision's `files` name pages."""
    return {
        "about": "what the workbook holds; all people are made up",
        "people": [_truth_of_person(index, each) for index, each in enumerate(sample.people, start=1)],
        "decisions": [_truth_of_decision(index, sample.people) for index in range(len(DECISIONS))],
        "dirty_cells": sample.dirty,
    }


def _truth_of_person(ordinal: int, person: SamplePerson) -> dict[str, object]:
    number, issued_on, _ = DECISIONS[person.decision]
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
        "leave_on": f"{_stored(person.leave)}-01",
        "insurance_periods": [{"from": _stored(first), "to": _stored(last)} for first, last in person.insurance],
        "salary_history": [
            {"from": _stored(first), "to": _stored(last), **{name: pay[name] for name in names}}
            for first, last, pay in _blocks(person)
        ],
        "decision": {"number": number, "date": issued_on.isoformat(), "issuer": ISSUER},
        "expected": person.expected,
        "sheet_row": person.sheet_row,
    }


def _truth_of_decision(index: int, people: list[SamplePerson]) -> dict[str, object]:
    number, issued_on, scans = DECISIONS[index]
    return {
        "number": number,
        "date": issued_on.isoformat(),
        "issuer": ISSUER,
        "files": [{"name": name, "pages": list(pages)} for name, pages in zip(scans[::2], scans[1::2], strict=True)],
        "people": [each.citizen_id for each in people if each.decision == index],
    }


def _pay_now(person: SamplePerson) -> int:
    return int(monthly_salary(person.salary[-1], person.leave - 1))


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _comma(ratio: object) -> str:
    return str(ratio).replace(".", ",")


def _loose(day: date, between: str) -> str:
    return between.join(map(str, (day.day, day.month, day.year)))


def _month(month: int) -> str:
    return f"{month % 12 + 1}.{month // 12}"


def _stored(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02d}"


if __name__ == "__main__":
    main()
