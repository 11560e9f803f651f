"""The list of people and support on paper: every name, open amounts, marks, and the same bytes twice."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
import time_machine

from desktop.documents.forms.model import OfficeHeading, OpenAmount, ProposalGroup, ProposalList, sum_of
from desktop.documents.forms.proposal_files import write_proposal_list_pdf, write_proposal_list_xlsx
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong, group_digits
from tests.documents.forms.filled import LONGEST, name_of, proposal, row, sixty, with_open_amounts
from tests.documents.forms.tools import as_pdf, pages, pdf_text


def test_every_full_name_stands_on_one_line_with_its_accents(tmp_path: Path) -> None:
    write_proposal_list_pdf(sixty(), tmp_path / "b01.pdf")
    text = pdf_text(tmp_path / "b01.pdf")
    assert unicodedata.is_normalized("NFC", text)
    for place in range(1, 61):
        assert re.search(rf"(?<!\S){re.escape(name_of(place))}(?!\S)", text), name_of(place)


def test_each_page_has_the_numbered_columns_and_its_number(tmp_path: Path) -> None:
    write_proposal_list_pdf(sixty(), tmp_path / "b01.pdf")
    told = pages(tmp_path / "b01.pdf")
    assert len(told) > 1
    for number, page in enumerate(told, 1):
        assert "30=27+28+29" in page
        assert f"Trang {number}/{len(told)}" in page
        assert "3F2A-91C0-77DE" in page
        assert "nd29-2023 1.0.0; hai-phong-nq07-2024 0.3.0" in page


def test_subtotals_total_and_words_are_those_of_the_rows(tmp_path: Path) -> None:
    form = sixty()
    write_proposal_list_pdf(form, tmp_path / "b01.pdf")
    text = pdf_text(tmp_path / "b01.pdf")
    assert form.total is not None
    for amount in (form.total, *(group.total or Dong(0) for group in form.groups)):
        assert group_digits(amount) in text
    assert "Số tiền bằng chữ: Chín tỷ hai trăm chín mươi tư triệu" in text
    assert all(name in text for name in ("NGƯỜI LẬP BIỂU", "Trần Văn Toán", "Hải Phòng, ngày 05 tháng 11 năm 2024"))


def test_what_does_not_apply_is_blank_and_never_nought(tmp_path: Path) -> None:
    bare = replace(row(1), support=(Dong(50_000_000), None, None), base_salaries=(), base_pay=None, early_months=None)
    write_proposal_list_pdf(proposal((ProposalGroup("Tinh giản biên chế", (bare,)),)), tmp_path / "b01.pdf")
    assert not re.search(r"(?<!\S)0(?!\S)", pdf_text(tmp_path / "b01.pdf"))


def test_open_amounts_are_said_with_their_citation_and_the_sum_says_what_it_lacks(tmp_path: Path) -> None:
    form = with_open_amounts()
    write_proposal_list_pdf(form, tmp_path / "b01.pdf")
    text = pdf_text(tmp_path / "b01.pdf")
    assert text.count("chưa có số") >= 4
    assert "(1) Chưa có số liệu: điểm a khoản 2 Điều 3 Nghị quyết 07/2024/NQ-HĐND" in text
    assert "chưa gồm các khoản chưa có số liệu" in text
    assert form.total is not None
    assert f"{group_digits(form.total)} (*)" in text


def test_a_list_of_open_amounts_only_has_no_sum_in_words(tmp_path: Path) -> None:
    unknown = replace(row(1), support=(OpenAmount(), None, None))
    form = proposal((ProposalGroup("Tinh giản biên chế", (unknown,)),))
    assert form.total is None
    write_proposal_list_pdf(form, tmp_path / "b01.pdf")
    text = pdf_text(tmp_path / "b01.pdf")
    assert "Số tiền bằng chữ: chưa có số liệu." in text
    assert "không đồng" not in text.lower()


@pytest.mark.parametrize(
    ("practice", "draft", "word"), [(True, False, "THỰC HÀNH"), (False, True, "NHÁP"), (True, True, "THỰC HÀNH")]
)
def test_practice_and_draft_are_marked_on_every_page(*, practice: bool, draft: bool, word: str, tmp_path: Path) -> None:
    write_proposal_list_pdf(replace(sixty(), practice=practice, draft=draft), tmp_path / "b01.pdf")
    assert all(f"{word} –" in page for page in pages(tmp_path / "b01.pdf"))


def test_a_form_of_record_is_not_marked(tmp_path: Path) -> None:
    write_proposal_list_pdf(sixty(), tmp_path / "b01.pdf")
    text = pdf_text(tmp_path / "b01.pdf")
    assert "THỰC HÀNH" not in text
    assert "NHÁP" not in text


def test_decomposed_text_is_printed_composed(tmp_path: Path) -> None:
    person = replace(row(1), full_name=unicodedata.normalize("NFD", LONGEST))
    write_proposal_list_pdf(proposal((ProposalGroup("Nhóm", (person,)),)), tmp_path / "b01.pdf")
    assert LONGEST in pdf_text(tmp_path / "b01.pdf")


def test_markup_in_a_text_is_only_text(tmp_path: Path) -> None:
    person = replace(row(1), workplace="Phòng <b>A&B</b>", full_name="Trần Văn <i>Nghĩa</i>")
    write_proposal_list_pdf(proposal((ProposalGroup("Nhóm", (person,)),)), tmp_path / "b01.pdf")
    assert "Trần Văn <i>Nghĩa</i>" in pdf_text(tmp_path / "b01.pdf")


def test_a_note_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    note = " ".join(f"câu{number}" for number in range(600))
    write_proposal_list_pdf(proposal((ProposalGroup("Nhóm", (replace(row(1), note=note),)),)), tmp_path / "b01.pdf")
    text = pdf_text(tmp_path / "b01.pdf", layout=False)
    assert all(re.search(rf"câu{number}\b", text) for number in range(600))


def test_the_same_list_makes_the_same_bytes(tmp_path: Path) -> None:
    for write, ending in ((write_proposal_list_pdf, "pdf"), (write_proposal_list_xlsx, "xlsx")):
        first, second = tmp_path / f"1.{ending}", tmp_path / f"2.{ending}"
        write(with_open_amounts(), first)
        write(with_open_amounts(), second)
        assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("write", [write_proposal_list_pdf, write_proposal_list_xlsx])
def test_the_time_of_writing_does_not_enter_the_file(
    write: Callable[[ProposalList, Path], None], tmp_path: Path
) -> None:
    written = []
    for place, moment in enumerate(("2024-11-05 10:00:01", "2026-02-28 23:59:59")):
        with time_machine.travel(moment, tick=False):
            write(with_open_amounts(), tmp_path / f"{place}.out")
        written.append((tmp_path / f"{place}.out").read_bytes())
    assert written[0] == written[1]


def test_a_second_workbook_of_one_run_looks_like_the_first(tmp_path: Path) -> None:
    for place in range(2):
        write_proposal_list_xlsx(sixty(), tmp_path / f"{place}.xlsx")
        with ZipFile(tmp_path / f"{place}.xlsx") as archive:
            assert b"<scheme" not in archive.read("xl/styles.xml")


def test_an_empty_list_and_an_office_without_superior_can_be_printed(tmp_path: Path) -> None:
    form = proposal((), office=OfficeHeading("", "Đơn vị Mẫu"), made_on=None, short_hash="", policies=())
    write_proposal_list_pdf(form, tmp_path / "b01.pdf")
    write_proposal_list_xlsx(form, tmp_path / "b01.xlsx")
    assert "Tổng số người: 0." in pdf_text(tmp_path / "b01.pdf")


@pytest.mark.parametrize("write", [write_proposal_list_pdf, write_proposal_list_xlsx])
def test_a_total_that_is_not_the_sum_of_the_rows_is_refused(write: object, tmp_path: Path) -> None:
    form = sixty()
    wrong = replace(form, total=Dong((sum_of(each.total for each in form.rows) or 0) + 1))
    with pytest.raises(Refusal) as refused:
        write(wrong, tmp_path / "b01.out")  # type: ignore[operator]
    assert refused.value.code == "forms.sum_differs"
    assert list(tmp_path.glob("*.out")) == []


def test_the_workbook_prints_every_name_across_one_sheet(tmp_path: Path) -> None:
    write_proposal_list_xlsx(sixty(), tmp_path / "b01.xlsx")
    told = pages(as_pdf(tmp_path / "b01.xlsx"))
    text = "\n".join(told)
    assert all(name_of(place) in text for place in range(1, 61))
    assert all("30=27+28+29" in page for page in told[:-1])
    assert len(told) < 10
    assert "9.294.181.366" in text
    assert "###" not in text
