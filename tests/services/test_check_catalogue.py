"""The catalogue of checks to browse: order, search, filter, files."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding, Severity
from desktop.rules.checks.catalogue import Category, Stage
from desktop.services.office import shipped_catalogue
from desktop.services.prints.print_check_catalogue import write_check_catalogue
from desktop.services.rounds.check_catalogue import CheckFilter, check_lines, counts_of
from tests.documents.forms.tools import pdf_text

_ALL = shipped_catalogue()
_DAY = date(2024, 9, 10)


def _codes(chosen: CheckFilter) -> list[str]:
    return [line.code for line in check_lines(_ALL) if chosen.shows(line)]


def test_the_most_often_found_come_first_then_the_catalogues_order() -> None:
    found = [Finding(code, Severity.WARNING, "d", "") for code in ("BH03", "BH06", "BH06")]
    lines = check_lines(_ALL, counts_of(found))
    assert [(line.code, line.count) for line in lines[:3]] == [("BH06", 2), ("BH03", 1), ("DD01", 0)]
    assert [line.code for line in check_lines(_ALL)] == list(_ALL.entries)
    assert {line.count for line in check_lines(_ALL)} == {None}


def test_a_search_needs_no_accents_and_finds_all_its_words() -> None:
    assert _codes(CheckFilter("tuoi nghi huu bang")) == ["TH06"]
    assert _codes(CheckFilter("Chứng thư hết hạn")) == _codes(CheckFilter("CHUNG THU HET HAN")) == ["GK05"]
    assert _codes(CheckFilter("dd09")) == ["DD09"]
    assert _codes(CheckFilter("nothing like it")) == []
    assert set(_codes(CheckFilter("bhxh"))) <= set(_codes(CheckFilter("bao hiem xa hoi")))
    assert "DD01" in _codes(CheckFilter("căn cước công dân"))
    assert len(_codes(CheckFilter("  "))) == 90


def test_filters_narrow_one_another() -> None:
    payment = CheckFilter(stage=Stage.PAYMENT)
    assert _codes(payment) == ["CT01", "CT02", "CT03", "CT04"]
    assert _codes(CheckFilter(severity=Severity.ERROR, stage=Stage.PAYMENT)) == ["CT01", "CT04"]
    assert _codes(CheckFilter("chung tu", Severity.ERROR, Stage.PAYMENT, Category.MISSING_DATA)) == ["CT04"]
    assert _codes(CheckFilter(category=Category.MISCALCULATION, severity=Severity.NOTE)) == []


def test_sentences_are_shown_with_dots_for_what_is_filled_in() -> None:
    shown = {line.code: line for line in check_lines(_ALL)}
    assert shown["NT04"].message == "Ngày nghỉ … không sau ngày bắt đầu công tác …"
    assert not any("{" in line.message + line.fix for line in shown.values())


def test_the_workbook_holds_every_check_as_text(tmp_path: Path) -> None:
    lines = check_lines(_ALL, {"BH03": 7})
    write_check_catalogue(_ALL, lines, CheckFilter(), tmp_path / "a.xlsx", made_on=_DAY)
    sheet = load_workbook(tmp_path / "a.xlsx").active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] and row[7] is not None]
    assert rows[0] == ("Mã", "Mức", "Khâu", "Nhóm lỗi", "Thông báo", "Cách sửa", "Căn cứ, tham số", "Số lần gặp")
    assert [row[0] for row in rows[1:]] == [line.code for line in lines]
    assert (rows[1][0], rows[1][7]) == ("BH03", 7)
    assert sheet.auto_filter.ref


def test_the_print_holds_what_was_chosen_and_says_so(tmp_path: Path) -> None:
    chosen = CheckFilter("phân bổ", stage=Stage.PAYMENT)
    lines = tuple(line for line in check_lines(_ALL) if chosen.shows(line))
    write_check_catalogue(_ALL, lines, chosen, tmp_path / "a.pdf", made_on=_DAY)
    text = pdf_text(tmp_path / "a.pdf")
    assert "DANH MỤC KIỂM TRA HỒ SƠ" in text
    assert "tìm “phân bổ”, khâu chi trả" in text
    assert "CT02" in text
    assert "CT01" not in text


def test_nothing_chosen_is_said_not_drawn_as_an_empty_table(tmp_path: Path) -> None:
    for name in ("a.pdf", "a.xlsx"):
        write_check_catalogue(_ALL, (), CheckFilter("zzz"), tmp_path / name, made_on=_DAY)
    assert "Không có kiểm tra nào" in pdf_text(tmp_path / "a.pdf")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        write_check_catalogue(_ALL, check_lines(_ALL), CheckFilter(), tmp_path / "no" / "a.pdf", made_on=_DAY)
    assert refusal.value.code == "forms.folder_missing"
