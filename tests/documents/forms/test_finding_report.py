"""The report of findings: grouped by rule on paper, one line each in CSV, and nothing in it is a formula."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.forms.finding_report import (
    FindingReport,
    FindingRow,
    harmless,
    write_finding_report_csv,
    write_finding_report_pdf,
)
from tests.documents.forms.tools import pdf_text


def _row(code: str, who: str, fix: str = "Đính kèm bản quét.", answer: str = "") -> FindingRow:
    return FindingRow(code, "Lỗi", "Đóng gói", who, f"Thiếu bản quét của {who}.", fix, answer, "Điều 3")


def _report(*rows: FindingRow) -> FindingReport:
    return FindingReport(rows, "UBND quận Mẫu", "Đợt 2", date(2024, 9, 3), "2 lỗi", ("nd29-2023 1.1",))


def test_what_to_do_is_said_once_where_it_is_the_same(tmp_path: Path) -> None:
    target = tmp_path / "kq.pdf"
    write_finding_report_pdf(
        _report(_row("HS01", "An"), _row("HS01", "Bình"), _row("TT01", "Chi", "Cộng lại.")), target
    )
    said = pdf_text(target)
    assert said.count("Đính kèm bản quét.") == 1
    assert "HS01 · Lỗi · Đóng gói · 2" in said
    assert all(name in said for name in ("An", "Bình", "Chi", "UBND quận Mẫu"))


def test_a_report_of_nothing_says_so(tmp_path: Path) -> None:
    write_finding_report_pdf(_report(), tmp_path / "kq.pdf")
    assert "Không còn lỗi" in pdf_text(tmp_path / "kq.pdf")


def test_the_lines_come_back_from_csv(tmp_path: Path) -> None:
    target = tmp_path / "kq.csv"
    write_finding_report_csv(_report(_row("HS01", 'Nguyễn Văn "An", tổ 1', answer="=cmd|' /C calc'!A1")), target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        head, line = csv.reader(file)
    assert head[0] == "Mã"
    assert line[:2] == ["HS01", "Lỗi"]
    assert line[3] == 'Nguyễn Văn "An", tổ 1'
    assert line[6] == "'=cmd|' /C calc'!A1"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "\n="])
def test_nothing_begins_a_formula(start: str) -> None:
    assert harmless(f"{start}1+1").startswith("'")


@given(st.text())
def test_whatever_is_written_is_one_line_that_begins_no_formula(words: str) -> None:
    line = harmless(words)
    assert not line.lstrip().startswith(("=", "+", "-", "@"))
    assert "\n" not in line
    assert "\r" not in line
