"""Lists as clerks make them by hand, each kind of oddness in a workbook of its own, with what is true of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

Cells = Sequence[object]


@dataclass(frozen=True)
class Truth:
    """Who is in the list: name, CCCD, birth, leave day, coefficient as texts; "" where a cell is faulty or empty."""

    people: tuple[tuple[str, str, str, str], ...]
    faults: frozenset[tuple[int, str, str]] = frozenset()
    """Row (from 1), field, reason without "cell."."""
    remarks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class HandMade:
    """One kind: how it is written, and the truth."""

    name: str
    write: Callable[[Path], None]
    truth: Truth
    suffix: str = field(default="xlsx")


HUONG = ("Lê Thị Hương", "031171926295", "1971-01-05", "2024-11-01")
DUNG = ("Nguyễn Văn Dũng", "031065095119", "1965-06-03", "2024-10-01")
HANG = ("Trần Thị Hằng", "031170004001", "1970-09-17", "2024-12-01")
ALL = (HUONG, DUNG, HANG)
TITLES = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Đơn vị công tác", "Số quyết định",
          "Ngày quyết định", "Cơ quan ban hành", "Trường hợp nghỉ", "Thời điểm nghỉ")  # fmt: skip
_PAPER = ("12/QĐ-UBND", date(2024, 6, 20), "UBND huyện")
_CASE = "Nghỉ hưu trước tuổi"


def row(place: int, who: tuple[str, str, str, str], **changed: object) -> list[object]:
    """Return a good row under TITLES; `changed` replaces cells by the names below."""
    name, number, birth, leave = who
    sex = "Nữ" if number[3] == "1" else "Nam"
    cells: dict[str, object] = {
        "ordinal": place, "name": name, "birth": date.fromisoformat(birth), "sex": sex, "citizen": number,
        "unit": "Trường Mẫu", "number": _PAPER[0], "issued": _PAPER[1], "issuer": _PAPER[2], "case": _CASE,
        "leave": date.fromisoformat(leave),
    }  # fmt: skip
    return list((cells | changed).values())


def rows(*people: tuple[str, str, str, str]) -> list[list[object]]:
    return [row(place, who) for place, who in enumerate(people, start=1)]


def book(
    path: Path, sheets: dict[str, Sequence[Cells]], change: Callable[[openpyxl.Workbook], None] | None = None
) -> None:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, lines in sheets.items():
        page = made.create_sheet(title)
        for line in lines:
            page.append(list(line))
    if change:
        change(made)
    made.save(path)


def _plain(lines: Sequence[Cells], change: Callable[[Worksheet], None] | None = None) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        book(path, {"Danh sách": lines}, (lambda made: change(made.worksheets[0])) if change else None)

    return write


def _three_header_rows(path: Path) -> None:
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("Biểu")
    day = made.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range("A1:K1", "ỦY BAN NHÂN DÂN HUYỆN MẪU")
    sheet.merge_range("A2:K2", "DANH SÁCH ĐỀ NGHỊ (kèm theo Tờ trình số 15/TTr-UBND ngày 02/9/2024)")
    for first, last, text in (("A4", "A6", "TT"), ("B4", "B6", "Họ và tên"), ("E4", "E6", "Số CCCD")):
        sheet.merge_range(f"{first}:{last}", text)
    sheet.merge_range("C4:D4", "Thông tin cá nhân")
    sheet.merge_range("C5:C6", "Ngày, tháng, năm sinh")
    sheet.merge_range("D5:D6", "Giới tính")
    sheet.merge_range("F4:F6", "Đơn vị công tác")
    sheet.merge_range("G4:I4", "Văn bản phê duyệt")
    sheet.merge_range("G5:H5", "Quyết định")
    sheet.write_row("G6", ("Số, ký hiệu", "Ngày ban hành"))
    sheet.merge_range("I5:I6", "Cơ quan ban hành")
    sheet.merge_range("J4:K4", "Nghỉ")
    sheet.merge_range("J5:J6", "Trường hợp nghỉ")
    sheet.merge_range("K5:K6", "Thời điểm nghỉ")
    sheet.write_row("A7", [f"({number})" for number in range(1, 12)])
    for at, cells in enumerate(rows(*ALL), start=7):
        for column, value in enumerate(cells):
            if isinstance(value, date):
                sheet.write_datetime(at, column, value, day)  # type: ignore[arg-type]
            else:
                sheet.write(at, column, value)
    sheet.set_footer("&CTrang &P/&N")
    made.close()


def _groups(path: Path) -> None:
    book(path, {"DS": [
        ["PHÒNG GIÁO DỤC"], [], TITLES,
        ["I", "KHỐI MẦM NON"], ["a)", "Trường A"], row(1, HUONG), ["", "Cộng a: 1 người"],
        ["b)", "Trường B"], row(2, DUNG), [None, "Cộng mục I", None, None, 2],
        ["II", "KHỐI TIỂU HỌC (1 người)"], row(1, HANG), ["", "Cộng II", None, None, 1],
        ["", "TỔNG CỘNG (I+II)", None, None, 3],
        [], ["", "Số người bằng chữ: ba người"], ["Ghi chú: danh sách xếp theo khối"],
        ["", "NGƯỜI LẬP BIỂU", *[None] * 6, "HIỆU TRƯỞNG"], ["", "(Ký, ghi rõ họ tên)", *[None] * 6, "(Ký)"],
        ["", "Phạm Thị Lập", *[None] * 6, "Vũ Văn Chủ"], ["", "Điện thoại: 0912345678"],
    ]})  # fmt: skip


def _dates(path: Path) -> None:
    book(path, {"DS": [
        TITLES,
        row(1, HUONG, birth="5/1/71", leave="11/2024", issued="20.6.24"),
        row(2, DUNG, birth=23896, leave=45566, issued="ngày 20 tháng 6 năm 2024"),
        row(3, HANG, birth=" 17-09-1970 ", leave="T12/2024", issued=45463),
    ]})  # fmt: skip


def _numbers_as_text(path: Path) -> None:
    titles = [*TITLES, "Hệ số lương", "Thời gian đóng BHXH"]
    book(path, {"DS": [
        titles,
        [*row("01", HUONG, citizen=31171926295), "4,98", "38 năm 02 tháng"],
        [*row("02", DUNG, citizen="031 065 095 119"), " 3.66 ", "31 năm"],
        [*row("03", HANG, citizen="'031170004001"), "2,34 ", "20n5t"],
    ]})  # fmt: skip


def _merged_down(sheet: Worksheet) -> None:
    for letter in "FGHIJ":
        sheet.merge_cells(f"{letter}2:{letter}4")


def _header_on_each_page(path: Path) -> None:
    book(path, {"DS": [
        ["Biểu số 01"], TITLES, row(1, HUONG), ["", "Cộng mang sang trang sau", None, None, 1],
        TITLES, [str(number) for number in range(1, 12)], ["", "Trang trước mang sang"], row(2, DUNG),
        TITLES, row(3, HANG), ["Trang 3/3"],
    ]})  # fmt: skip


def _names_apart(path: Path) -> None:
    titles = ["TT", "Họ và tên đệm", "Tên", *TITLES[2:]]
    book(path, {"DS": [titles, *(_apart(cells) for cells in rows(*ALL))]})


def _apart(cells: list[object]) -> list[object]:
    family, _, given = str(cells[1]).rpartition(" ")
    return [cells[0], family, given, *cells[2:]]


def _names_under_one_heading(path: Path) -> None:
    def merge(made: openpyxl.Workbook) -> None:
        made.worksheets[0].merge_cells("B1:C1")

    titles = ["TT", "Họ và tên", None, *TITLES[2:]]
    book(path, {"DS": [titles, *(_apart(cells) for cells in rows(*ALL))]}, merge)


def _english(path: Path) -> None:
    titles = ("No", "Full name", "Date of birth", "Sex", "Citizen ID", "Workplace", "Decision No", "Decision date",
              "Issued by", "Case", "Leave date")  # fmt: skip
    lines = [row(at, who, sex="F" if who[1][3] == "1" else "M", case="Early retirement") for at, who in enumerate(ALL)]
    book(path, {"Staff": [titles, *lines]})


def _without_marks(path: Path) -> None:
    titles = ("STT", "HO VA TEN", "NGAY SINH", "GIOI TINH", "SO CCCD", "DON VI CONG TAC", "SO QUYET DINH",
              "NGAY QUYET DINH", "CO QUAN BAN HANH", "TRUONG HOP NGHI", "THOI DIEM NGHI")  # fmt: skip
    book(path, {"DS": [titles, *(row(at, who, case="nghi huu truoc tuoi") for at, who in enumerate(ALL, start=1))]})


def _other_order_and_more_columns(path: Path) -> None:
    order = [10, 4, 1, 9, 3, 2, 5, 8, 7, 6, 0]
    more = ["Dân tộc", "Quê quán", "Điện thoại"]
    lines = [[*(cells[at] for at in order), "Kinh", "Hải Phòng", "0912345678"] for cells in rows(*ALL)]
    book(path, {"DS": [[*(TITLES[at] for at in order), *more], *lines]})


def _hidden(path: Path) -> None:
    def hide(made: openpyxl.Workbook) -> None:
        sheet = made["Danh sách"]
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["K"].hidden = True
        made["DS cũ"].sheet_state = "hidden"

    book(path, {"Danh sách": [TITLES, *rows(*ALL)], "DS cũ": [TITLES, *rows(HANG)]}, hide)


def _years(path: Path) -> None:
    older = [row(1, HANG, leave=date(2023, 12, 1))]
    book(path, {"Năm 2024": [TITLES, *rows(*ALL)], "Năm 2023": [TITLES, *older], "Năm 2022": [TITLES, *older]})


def _gaps(path: Path) -> None:
    lines = [TITLES, row(1, HUONG, citizen=None), row(2, DUNG, leave="chưa rõ"), row(3, HANG, birth="31/02/1970")]
    book(path, {"DS": lines})


def _starts_low_and_right(path: Path) -> None:
    lines = [[None, None, None, *cells] for cells in (TITLES, *rows(*ALL))]
    book(path, {"DS": [[], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Độc lập - Tự do - Hạnh phúc"], [], [], *lines]})


def _lines_in_cells(path: Path) -> None:
    titles = [title.replace(" ", "\n", 1) for title in TITLES]
    lines = [
        row(at, who, name=who[0].replace(" ", "\n", 1), unit="Trường\nMẫu ") for at, who in enumerate(ALL, start=1)
    ]
    book(path, {"DS": [titles, *lines]})


def _blank_rows(path: Path) -> None:
    first, second, third = rows(*ALL)
    book(path, {"DS": [TITLES, [], first, [], [None, " "], second, [], [], third]})


_NO = Truth(ALL)
BIRTH_OF_NOBODY = ("Trần Thị Hằng", "031170004001", "", "2024-12-01")
KINDS = (
    HandMade("three_header_rows", _three_header_rows, _NO),
    HandMade("groups_and_totals", _groups, _NO),
    HandMade("dates_of_all_kinds", _dates, _NO),
    HandMade("numbers_as_text", _numbers_as_text, _NO),
    HandMade("papers_merged_down", _plain([TITLES, *rows(*ALL)], _merged_down), _NO),
    HandMade("header_on_each_page", _header_on_each_page, _NO),
    HandMade("names_in_two_columns", _names_apart, _NO),
    HandMade("names_under_one_heading", _names_under_one_heading, _NO),
    HandMade("english_headers", _english, _NO),
    HandMade("headers_without_marks", _without_marks, _NO),
    HandMade(
        "other_order_and_more_columns",
        _other_order_and_more_columns,
        Truth(ALL, remarks=frozenset({"unused_columns"})),
    ),
    HandMade(
        "hidden_rows_columns_sheets",
        _hidden,
        Truth(
            ALL,
            frozenset({(3, "full_name", "hidden_row")}),
            frozenset({"hidden_rows", "hidden_columns", "hidden_sheets"}),
        ),
    ),
    HandMade("sheets_of_other_years", _years, Truth(ALL, remarks=frozenset({"other_lists"}))),
    HandMade(
        "missing_and_unreadable",
        _gaps,
        Truth(
            ((HUONG[0], "", *HUONG[2:]), (*DUNG[:3], ""), BIRTH_OF_NOBODY),
            frozenset({(2, "citizen_id", "missing"), (3, "leave_on", "date_unreadable"), (4, "birth", "no_such_day")}),
        ),
    ),
    HandMade("starts_low_and_right", _starts_low_and_right, _NO),
    HandMade("line_breaks_in_cells", _lines_in_cells, _NO),
    HandMade("blank_rows_between", _blank_rows, _NO),
)
