"""The scans that ship with the sample unit are like real ones, faults included."""

import json
from pathlib import Path

import pytest

from desktop.documents.scans import inspect_scan
from desktop.domain.approvals import ScanFault

SAMPLE = Path(__file__).parents[3] / "resources/samples/don-vi-mau"
DECISIONS = [decision["file"] for decision in json.loads((SAMPLE / "truth.json").read_text("utf-8"))["decisions"]]


@pytest.mark.parametrize("name", DECISIONS)
def test_each_decision_has_a_clean_scan_of_two_pages(name: str) -> None:
    path = SAMPLE / "ban_quet" / name
    report = inspect_scan(path, name=name)
    assert (report.pages, report.flags) == (2, ())
    assert report.size < 150_000


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("anh_chup_nguoc.jpg", ScanFault.UPSIDE_DOWN),
        ("quet_mo_38dpi.jpg", ScanFault.LOW_RESOLUTION),
        ("trang_trang.pdf", ScanFault.BLANK_PAGE),
        ("rong_0_byte.pdf", ScanFault.EMPTY),
        ("khong_phai_pdf.pdf", ScanFault.NOT_WHAT_IT_SAYS),
        ("co_mat_khau.pdf", ScanFault.PASSWORD),
    ],
)
def test_each_faulty_scan_has_its_fault(name: str, fault: ScanFault) -> None:
    report = inspect_scan(SAMPLE / "ban_quet" / name, name=name)
    assert [flag.fault for flag in report.flags] == [fault]
