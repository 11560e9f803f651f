"""A unit's list of 10,000 rows and 40 columns: read, checked, taken in. How to run it: README.md here."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from time import process_time

import xlsxwriter
from python_calamine import CalamineWorkbook

from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import read_workbook
from desktop.domain.rounds import Unit
from desktop.services.lists.import_list import preview_list, take_in_list
from desktop.services.office import Identity, Mode, create_office
from desktop.services.rounds.open_round import open_round
from tests.benchmarks.timing import Measured, Row, tell

TIMES_CALAMINE = 3
SIZES = (100, 1_000, 10_000)
ROUNDS = 3
"""The best of so many runs counts; ours and the peer's by turns."""
COLUMNS = (
    "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Ngày cấp", "Nơi cấp", "Mã số BHXH", "Chức vụ, chức danh",
    "Đơn vị công tác", "Trình độ chuyên môn", "Loại cán bộ", "Diện quản lý", "Trường hợp nghỉ", "Số quyết định",
    "Ngày quyết định", "Cơ quan ban hành", "Thời điểm nghỉ", "Thời gian đóng BHXH", "Số tháng nghỉ trước tuổi",
    "Mã ngạch", "Hệ số lương", "Phụ cấp chức vụ", "Số tài khoản", "Ngân hàng", "Ghi chú", "Dân tộc", "Quê quán",
    "Nơi ở hiện nay", "Điện thoại", "Thư điện tử", "Ngày vào Đảng", "Ngày tuyển dụng", "Lý luận chính trị",
    "Ngoại ngữ", "Tin học", "Năm nâng lương", "Xếp loại 2022", "Xếp loại 2023", "Hình thức kỷ luật",
)  # fmt: skip
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Hữu", "Thanh", "Quang")
_GIVEN = ("An", "Bình", "Cường", "Dũng", "Giang", "Hạnh", "Khánh", "Liên", "Mai", "Nga", "Oanh", "Phúc", "Quỳnh")
_UNITS = tuple(f"Trường Tiểu học Mẫu số {number}" for number in range(1, 41))
_POSTS = ("Giáo viên", "Kế toán", "Văn thư", "Chuyên viên", "Phó Trưởng phòng", "Hiệu trưởng", "Nhân viên")


def write_list(path: Path, people: int) -> None:
    """Write a list as a unit would, the same for the same number: dates as texts and as dates, numbers as both."""
    chance = Random(people)  # noqa: S311 - made-up people, no secret
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Danh sách")
    sheet.write_row(0, 0, ["DANH SÁCH ĐỀ NGHỊ HƯỞNG CHÍNH SÁCH"])
    sheet.write_row(2, 0, COLUMNS)
    for place in range(people):
        for column, value in enumerate(_row(place, chance)):
            if isinstance(value, date):
                sheet.write_datetime(3 + place, column, datetime.combine(value, time.min), day)
            elif value is not None:
                sheet.write(3 + place, column, value)
    book.close()


def _row(place: int, chance: Random) -> list[object]:
    birth = date(1964, 1, 1) + timedelta(days=chance.randrange(3_000))
    female = chance.random() < 0.5
    name = f"{chance.choice(_FAMILY)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}"
    number = f"031{int(female)}{birth.year % 100:02d}{place:06d}"
    issued = date(2024, 6, 1) + timedelta(days=chance.randrange(40))
    decided = chance.randrange(1, 60)
    months = chance.randrange(240, 420)
    return [
        place + 1, name, _written_day(birth, chance), "Nữ" if female else "Nam",
        number if chance.random() < 0.8 else int(number), issued - timedelta(days=900), "Cục CS QLHC về TTXH",
        f"01{place:08d}", chance.choice(_POSTS), chance.choice(_UNITS), "Đại học", chance.choice(("CC", "VC")), "Khác",
        "Nghỉ hưu trước tuổi", f"{decided}/QĐ-UBND", date(2024, 6, 1) + timedelta(days=decided),
        "Ủy ban nhân dân huyện", chance.choice((date(2024, 9, 1), date(2024, 10, 1), "01/11/2024", "12/2024")),
        f"{months // 12} năm {months % 12:02d} tháng", chance.randrange(6, 60), chance.choice(("V.07.03.29", "01.003")),
        chance.choice((3.33, 3.66, 3.99, 4.32, "4,65", 4.98)), chance.choice((None, None, 0.2, 0.35, "0,5")),
        f"{chance.randrange(10**12):013d}", "Agribank", None, "Kinh", "Hải Phòng", f"Số {place % 90}, đường Mẫu",
        f"09{chance.randrange(10**8):08d}", None, None, date(1990, 9, 1) + timedelta(days=chance.randrange(3000)),
        "Trung cấp", "B", "Cơ bản", 2022, "Hoàn thành tốt", "Hoàn thành tốt", None,
    ]  # fmt: skip


def _written_day(day: date, chance: Random) -> object:
    return day if chance.random() < 0.5 else f"{day.day:02d}/{day.month:02d}/{day.year}"


def with_calamine(path: Path) -> None:
    """Read the same cells with the library alone."""
    with CalamineWorkbook.from_path(str(path)) as book:
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    if len(rows[-1]) != len(COLUMNS):
        raise AssertionError(len(rows[-1]))


def read(path: Path) -> None:
    """Type and check every cell, nobody stored yet: what the window shows before it asks."""
    reading = read_list(read_workbook(path))
    if reading.faults:
        raise AssertionError(reading.faults[0])


def take_in(path: Path, folder: Path) -> Callable[[], None]:
    """Return what reads the list, judges everybody by the checks of entry and stores all in one transaction."""
    identity = Identity(Mode.UNIT, Unit("UBH-01", "Ủy ban nhân dân huyện Mẫu"), "Người Lập", "Thủ Trưởng")
    office = create_office(folder, identity, now=lambda: datetime(2024, 9, 3, tzinfo=UTC))
    opened = open_round(office, "Đợt 2 năm 2024", "2024-2")

    def work() -> None:
        taken = take_in_list(office, opened.id, preview_list(path))
        office.close()
        if taken.known or not taken.dossiers:
            raise AssertionError(taken)

    return work


def _seconds(work: Callable[[], None]) -> float:
    began = process_time()
    work()
    return process_time() - began


def measure(folder: Path, size: int) -> dict[str, Measured]:
    """Return the best times of one size by name."""
    path = folder / f"{size}.xlsx"
    write_list(path, size)
    found: dict[str, list[float]] = {"calamine": [], "read": [], "taken in": []}
    for turn in range(ROUNDS):
        found["calamine"].append(_seconds(lambda: with_calamine(path)))
        found["read"].append(_seconds(lambda: read(path)))
        found["taken in"].append(_seconds(take_in(path, folder / f"{size}-{turn}")))
    return {name: Measured(size, min(seconds)) for name, seconds in found.items()}


def rows_of(measured: list[dict[str, Measured]]) -> list[Row]:
    """Return the table's lines; the goal is judged at the largest size."""
    last = measured[-1]
    times = last["read"].seconds / last["calamine"].seconds
    whole = last["taken in"].seconds / last["calamine"].seconds
    goal = f"<= {TIMES_CALAMINE} x calamine"
    return [
        Row("calamine: the same cells, nothing looked at", tuple(each["calamine"] for each in measured)),
        Row(
            "read: every cell typed, checked, staged for the clerk's look",
            tuple(each["read"] for each in measured),
            goal,
            times <= TIMES_CALAMINE,
            f"({times:.2f} x)",
        ),
        Row(
            "taken in: read, judged by the checks of entry, stored",
            tuple(each["taken in"] for each in measured),
            note=f"({whole:.2f} x)",
        ),
    ]


def resident_peak() -> int:
    """Return the most memory that this process held so far, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1000
    return 0


def main() -> int:
    """Run it; the exit code is 1 when the goal is not met."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=SIZES[-1], help="the largest size")
    arguments.add_argument("--json", type=Path, default=Path("build/benchmarks/lists.json"))
    given = arguments.parse_args()
    measured = []
    with tempfile.TemporaryDirectory(prefix="lists-") as place:
        for size in [each for each in SIZES if each < given.rows] + [given.rows]:
            measured.append(measure(Path(place), size))
            print(f"{size} rows: at most {resident_peak()} MB resident so far", flush=True)
    rows = rows_of(measured)
    tell(rows, given.json)
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
