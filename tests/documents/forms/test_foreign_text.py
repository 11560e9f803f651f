"""What strangers wrote, in workbooks and on paper: never computed, never hidden, in its own place."""

import csv
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop.documents.forms.check_listing import CheckListing, CheckRow, write_check_listing_xlsx
from desktop.documents.forms.model import ProposalGroup
from desktop.documents.forms.proposal_files import write_proposal_list_pdf, write_proposal_list_xlsx
from desktop.documents.forms.slip_print import write_calculation_slip_pdf
from tests.documents.forms.filled import proposal, row
from tests.documents.forms.slips import dossier, slip
from tests.documents.forms.tools import pdf_text
from tests.tools import program

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1;1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://vi.du")', "\t=1+1", "=1\n+1")
HIDDEN = "\u202eổ nễyugN\u2066\x1b[31m\u200b\x07"
SEEN = "\ufffdổ nễyugN\ufffd\ufffd[31m\ufffd\ufffd"


@pytest.mark.tool("libreoffice")
def test_libreoffice_computes_nothing_that_a_stranger_wrote(tmp_path: Path) -> None:
    """The whole of the form is given to LibreOffice, which writes what it sees as CSV."""
    people = tuple(replace(row(place), full_name=text, post=text) for place, text in enumerate(FORMULAS, 1))
    write_proposal_list_xlsx(proposal((ProposalGroup("=2+2", people),), title="=3+3"), tmp_path / "b01.xlsx")
    office = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    options = ["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path)]
    subprocess.run(
        [program("soffice"), office, *options, str(tmp_path / "b01.xlsx")], capture_output=True, check=True, timeout=110
    )
    with (tmp_path / "b01.csv").open(encoding="utf-8", newline="") as stream:
        cells = {" ".join(cell.split()) for line in csv.reader(stream) for cell in line}
    assert cells >= {" ".join(each.split()) for each in (*FORMULAS, "=2+2", "=3+3")}


def test_every_cell_of_a_listing_is_a_text(tmp_path: Path) -> None:
    listed = tuple(CheckRow(text, text, text, text, text, text, text) for text in FORMULAS)
    form = CheckListing(listed, "=1+1", date(2024, 12, 1), ("=2+2",), "=3+3")
    write_check_listing_xlsx(form, tmp_path / "checks.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "checks.xlsx").active
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}


def test_nothing_hidden_reaches_a_workbook(tmp_path: Path) -> None:
    people = (replace(row(1), full_name=HIDDEN, note=HIDDEN),)
    write_proposal_list_xlsx(proposal((ProposalGroup(HIDDEN, people),)), tmp_path / "b01.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b01.xlsx")["Biểu 01"]
    words = [cell.value for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)]
    assert sum(SEEN in each for each in words) == 3
    assert not any(set(HIDDEN) & {"\u202e", "\u2066", "\x1b", "\u200b", "\x07"} & set(each) for each in words)


@pytest.mark.tool("pdftotext")
def test_nothing_hidden_reaches_paper(tmp_path: Path) -> None:
    people = (replace(row(1), full_name=HIDDEN, note="<b>đậm</b> &amp; " + "ă" * 500),)
    write_proposal_list_pdf(proposal((ProposalGroup("Nhóm", people),)), tmp_path / "b01.pdf")
    of = dossier()
    form = slip(dossier=replace(of, person=replace(of.person, full_name=HIDDEN)), round_name=HIDDEN)
    write_calculation_slip_pdf(form, tmp_path / "b03.pdf")
    for name in ("b01.pdf", "b03.pdf"):
        words = pdf_text(tmp_path / name, layout=False)
        assert "nễyugN" in words
        assert not {"\u202e", "\u2066", "\x1b", "\u200b", "\x07"} & set(words)
    assert "<b>đậm</b>" in "".join(pdf_text(tmp_path / "b01.pdf", layout=False).split())
