"""The receipt on paper, read back with tools of others: one page that says it all, the people after it."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.documents.forms.model import OfficeHeading
from desktop.documents.forms.receipt import ReceiptForm, ReceiptLine, write_receipt_pdf
from desktop.domain.money import Dong

OFFICE = OfficeHeading("Ủy ban nhân dân thành phố", "Sở Tài chính", "1034567", "Hải Phòng")
PEOPLE = tuple(ReceiptLine(f"Nguyễn Thị Mẫu {number}", f"0310650{number:05d}", "ab" * 32) for number in range(60))
FULL = ReceiptForm(
    office=OFFICE,
    number="12/2024",
    unit_name="Ủy ban nhân dân quận Mẫu",
    round_name="Đợt 2 năm 2024",
    sequence=3,
    first_received="03/09/2024 09:30",
    issued="04/09/2024 10:00",
    people_count=60,
    total=Dong(8_123_456_789),
    digest="cd" * 32,
    issued_by="Vũ Thị Thẩm",
    made_on=date(2024, 9, 4),
    people=PEOPLE,
)
SHAREABLE = replace(FULL, people=None, issued_by="")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not here")


def _pages(form: ReceiptForm, folder: Path) -> list[str]:
    target = folder / "phieu.pdf"
    write_receipt_pdf(form, target)
    told = subprocess.run(["pdftotext", "-layout", str(target), "-"], capture_output=True, check=True).stdout
    return told.decode("utf-8").rstrip("\f").split("\f")


@needs_poppler
def test_the_first_page_is_the_whole_receipt_and_the_people_follow(tmp_path: Path) -> None:
    first, *rest = _pages(FULL, tmp_path)
    for words in ("Số: 12/2024", "03/09/2024 09:30", "8.123.456.789 đ", "cd" * 16, "NGƯỜI TIẾP NHẬN", "Vũ Thị Thẩm"):
        assert words in first
    assert "Nguyễn Thị Mẫu 59" in "".join(rest)


@needs_poppler
def test_the_one_to_be_shared_is_a_page_that_names_nobody(tmp_path: Path) -> None:
    (page,) = _pages(SHAREABLE, tmp_path)
    assert "không có dữ liệu cá nhân" in page
    assert "Nguyễn" not in page
    assert "Thẩm" not in page


@needs_poppler
def test_invented_figures_are_marked(tmp_path: Path) -> None:
    assert "THỰC HÀNH" in _pages(replace(SHAREABLE, practice=True), tmp_path)[0]
