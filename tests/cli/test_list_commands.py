"""Lists on the command line: our own template, and old fonts converted only when asked."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.cli import main
from desktop.documents.lists.template import template

TITLES = ("TT", "Hä vµ tªn", "Ngµy sinh", "Giíi tÝnh", "Sè CCCD", "§¬n vÞ c«ng t¸c")
ROW = (1, "NguyÔn V¨n Dòng", "03/06/1965", "Nam", "031065095119", "Tr­êng MÉu")


def _said(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> dict[str, Any]:
    assert main(arguments) == 0
    answer = json.loads(capsys.readouterr().out)
    assert isinstance(answer, dict)
    return answer


def test_the_template_is_saved(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = _said(capsys, ["--json", "list", "template", str(tmp_path / "mau")])
    pages = openpyxl.load_workbook(said["file"]).sheetnames
    assert pages == [template().instructions.name, *(each.name for each in template().sheets)]


def test_a_list_in_an_old_font_is_converted_only_when_asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (TITLES, ROW):
        book.worksheets[0].append(line)
    book.save(tmp_path / "cu.xlsx")
    look = ["--json", "list", "check", str(tmp_path / "cu.xlsx")]
    before, after = _said(capsys, look), _said(capsys, [*look, "--convert-old-fonts"])
    assert {each["code"] for each in before["faults"]} == {"cell.old_font"}
    assert "Nguyễn Văn Dũng" in {each["after"] for each in before["old_fonts"]}
    assert (after["people"], after["faults"]) == (1, [])
