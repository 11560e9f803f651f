"""Files that are no list are refused with a clear code, quickly, and change nothing."""

import io
import struct
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from desktop.documents.lists.limits import Limits
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.workbook import read_workbook
from desktop.domain.errors import Refusal

GOLDEN = Path(__file__).parents[2] / "golden" / "don-vi-60-nguoi" / "danh_sach_de_nghi.xlsx"
OTHER_FORMATS = GOLDEN.parents[1] / "bang-tinh-khac"
"""The same workbook saved as .xls and .ods."""


def _code(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        read_list(read_workbook(path, limits))
    assert caught.value.params["name"] == path.name
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<html><table><tr><td>H\xe1\xbb\x8d</td></tr></table></html>", "HTML"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"<?xml version='1.0'?><Workbook/>", "XML"),
        (b"STT;Ho ten\n1;A", "TXT"),
        (b"", "0 byte"),
        (bytes(range(256)) * 20, "BIN"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
    ],
)
def test_another_kind_of_file_named_xlsx(content: bytes, found: str, tmp_path: Path) -> None:
    path = tmp_path / "danh_sach.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refusal) as caught:
        read_workbook(path)
    assert (caught.value.code, caught.value.params["found"]) == ("list.not_a_workbook", found)


@pytest.mark.parametrize(("part", "found"), [("word/document.xml", "DOCX"), ("a.txt", "ZIP")])
def test_another_archive_named_xlsx(part: str, found: str, tmp_path: Path) -> None:
    path = tmp_path / "danh_sach.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(Refusal) as caught:
        read_workbook(path)
    assert (caught.value.code, caught.value.params["found"]) == ("list.not_a_workbook", found)


def test_an_encrypted_workbook_is_protected(tmp_path: Path) -> None:
    """The frame of a password-protected .xlsx: an OLE file with the stream EncryptedPackage."""
    path = tmp_path / "khoa.xlsx"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    path.write_bytes(ole + "EncryptionInfo".encode("utf-16-le") + bytes(64) + "EncryptedPackage".encode("utf-16-le"))
    assert _code(path) == "list.protected"


def test_another_ole_file_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "thu.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "WordDocument".encode("utf-16-le"))
    assert _code(path) == "list.not_a_workbook"


def test_a_protected_sheet_is_no_obstacle(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(GOLDEN)
    for sheet in book:
        sheet.protection.set_password("matkhau")
    book.save(tmp_path / "bao_ve.xlsx")
    assert len(read_list(read_workbook(tmp_path / "bao_ve.xlsx")).people) == 60


def test_a_missing_file(tmp_path: Path) -> None:
    assert _code(tmp_path / "khong_co.xlsx") == "list.not_found"


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "thu_muc.xlsx").mkdir()
    assert _code(tmp_path / "thu_muc.xlsx") in {"list.not_a_workbook", "list.locked"}


def test_a_file_that_the_system_does_not_let_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError

    path = tmp_path / "dang_mo.xlsx"
    path.write_bytes(GOLDEN.read_bytes())
    monkeypatch.setattr(Path, "open", deny)
    assert _code(path) == "list.locked"


def test_a_workbook_with_empty_sheets(write_book: Callable[..., Path]) -> None:
    assert _code(write_book({"Sheet1": [], "Sheet2": [["  ", None]]})) == "list.empty"


def test_a_workbook_without_a_list_names_the_sheets_it_looked_at(write_book: Callable[..., Path]) -> None:
    path = write_book({"Chấm công": [["Ngày", "Giờ"], [1, 2]], "Vật tư": [["Tên hàng", "Đơn vị"], ["Giấy", "ram"]]})
    with pytest.raises(Refusal) as caught:
        read_list(read_workbook(path))
    assert caught.value.code == "list.no_people_sheet"
    assert caught.value.params["sheets"] == "Chấm công, Vật tư"


def test_a_list_with_a_header_and_nobody(write_book: Callable[..., Path], header: tuple[str, ...]) -> None:
    assert _code(write_book({"Danh sách": [header]})) == "list.nobody"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.999])
def test_a_truncated_workbook_is_unreadable(keep: float, tmp_path: Path) -> None:
    path = tmp_path / "cut.xlsx"
    content = GOLDEN.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])
    assert _code(path) == "list.unreadable"


def test_any_broken_byte_is_refused_or_harmless(tmp_path: Path) -> None:
    """No damage of one byte crashes the reader; what it reads then is a list or a refusal."""
    content = GOLDEN.read_bytes()
    path = tmp_path / "hong.xlsx"
    for place in range(7, len(content), len(content) // 50):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        with suppress(Refusal):
            assert len(read_list(read_workbook(path)).people) > 0


@pytest.fixture(scope="session")
def long_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of 200,000 rows, as constant memory writes it."""
    path = tmp_path_factory.mktemp("long") / "dai.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        page = book.add_worksheet("Danh sách")
        page.write_row(0, 0, ["STT", "Họ và tên", "Số CCCD"])
        for row in range(1, 200_001):
            page.write_number(row, 0, row)
    return path


def test_200000_rows_are_refused_quickly(long_book: Path) -> None:
    start = time.perf_counter()
    assert _code(long_book) == "list.too_many_rows"
    assert time.perf_counter() - start < 5


def test_empty_rows_that_are_only_formatted_do_not_count(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(GOLDEN)
    book.worksheets[0].cell(70_000, 3).font = openpyxl.styles.Font(bold=True)
    book.worksheets[0].cell(75, 9_000).font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "dinh_dang.xlsx")
    assert len(read_list(read_workbook(tmp_path / "dinh_dang.xlsx")).people) == 60


@pytest.mark.parametrize(("row", "column", "code"), [(1_048_576, 1, "rows"), (3, 16_384, "columns")])
def test_one_stray_value_far_away_does_not_fill_the_memory(row: int, column: int, code: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(GOLDEN)
    book.worksheets[0].cell(row, column).value = "x"
    book.save(tmp_path / "xa.xlsx")
    assert _code(tmp_path / "xa.xlsx") == f"list.too_many_{code}"


def _rezip(change: Callable[[str, bytes], bytes], target: Path) -> Path:
    with zipfile.ZipFile(GOLDEN) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            archive.writestr(entry.filename, change(entry.filename, source.read(entry)))
    return target


def test_a_bomb_is_refused_before_it_explodes(tmp_path: Path) -> None:
    path = _rezip(
        lambda name, content: bytes(600 << 20) if name.endswith("theme1.xml") else content, tmp_path / "b.xlsx"
    )
    start = time.perf_counter()
    assert _code(path) == "list.too_large"
    assert time.perf_counter() - start < 5


def test_an_archive_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "doi.xlsx"
    content = bytearray(GOLDEN.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    place = content.rfind(b"xl/worksheets/sheet1.xml")
    struct.pack_into("<I", content, place - 22, sizes["xl/worksheets/sheet1.xml"] // 2)
    path.write_bytes(content)
    assert _code(path) == "list.unreadable"


def test_a_document_type_in_a_sheet_is_refused(tmp_path: Path) -> None:
    declaration = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>'
    path = _rezip(
        lambda name, content: declaration + content if name.endswith("sheet1.xml") else content, tmp_path / "dtd.xlsx"
    )
    assert _code(path) == "list.unreadable"


def test_a_file_beyond_the_size_limit(tmp_path: Path) -> None:
    path = tmp_path / "lon.xlsx"
    path.write_bytes(GOLDEN.read_bytes())
    assert _code(path, Limits(file_bytes=1000)) == "list.too_large"


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_older_and_open_formats_read_the_same(suffix: str, given: Any) -> None:
    reading = read_list(read_workbook(OTHER_FORMATS / f"{GOLDEN.stem}.{suffix}"))
    assert reading.people == given.reading.people


@pytest.mark.parametrize(
    ("offset", "number"), [(4, 219), (8, 2_000_000_000)], ids=["first row after the last", "two thousand million rows"]
)
def test_an_xls_that_states_an_impossible_extent_is_refused(offset: int, number: int, tmp_path: Path) -> None:
    """The reader would reserve terabytes for it and take the program down."""
    content = bytearray((OTHER_FORMATS / f"{GOLDEN.stem}.xls").read_bytes())
    struct.pack_into("<I", content, content.find(b"\x00\x02\x0e\x00") + offset, number)
    path = tmp_path / "hong.xls"
    path.write_bytes(content)
    assert _code(path) == "list.unreadable"


def test_an_xls_with_a_cell_far_away_is_refused(tmp_path: Path) -> None:
    content = bytearray((OTHER_FORMATS / f"{GOLDEN.stem}.xls").read_bytes())
    text_cell = content.find(b"\xfd\x00\x0a\x00")
    struct.pack_into("<H", content, text_cell + 6, 48_131)
    path = tmp_path / "xa.xls"
    path.write_bytes(content)
    assert _code(path) == "list.too_many_columns"


def test_a_truncated_xls_is_unreadable(tmp_path: Path) -> None:
    content = (OTHER_FORMATS / f"{GOLDEN.stem}.xls").read_bytes()
    path = tmp_path / "cut.xls"
    for size in (600, 9_000, 20_000, 50_000):
        path.write_bytes(content[:size])
        assert _code(path) in {"list.unreadable", "list.not_a_workbook"}
