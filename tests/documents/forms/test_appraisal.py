"""The appraisal result: what was declared is struck, what was appraised is bold, differences add up."""

from dataclasses import replace
from pathlib import Path

import openpyxl

from desktop.documents.forms.appraisal import write_appraisal_result_pdf, write_appraisal_result_xlsx
from desktop.documents.forms.register import write_attachment_register_xlsx
from tests.documents.forms.filled import LONGEST, appraisal, name_of, register
from tests.documents.forms.tools import pdf_text


def test_declared_is_struck_in_red_only_where_it_was_not_accepted(tmp_path: Path) -> None:
    write_appraisal_result_xlsx(appraisal(), tmp_path / "b05.xlsx")
    of = openpyxl.load_workbook(tmp_path / "b05.xlsx", data_only=True)["Biểu 05"]
    rows = {line[1].value: line for line in of.iter_rows()}
    approved, adjusted = rows[name_of(1)], rows[name_of(2)]
    assert not approved[3].font.strike
    assert adjusted[3].font.strike
    assert adjusted[3].font.color.rgb == "FFC00000"
    assert (adjusted[4].value, adjusted[4].font.bold, adjusted[4].font.strike) == (148_936_386, True, None)
    assert adjusted[4].font.color.theme == 1, "the colour of plain text"
    assert adjusted[5].value == 148_936_386 - 1_539_363_860
    assert rows[name_of(3)][4].value == "trả lại để bổ sung"
    assert rows[name_of(3)][5].value is None
    assert rows[LONGEST][4].value == "không chấp thuận"
    assert rows["TỔNG CỘNG"][4].value == 302_645_357


def test_the_print_says_the_same(tmp_path: Path) -> None:
    write_appraisal_result_pdf(replace(appraisal(), practice=True), tmp_path / "b05.pdf")
    text = pdf_text(tmp_path / "b05.pdf")
    for words in (LONGEST, "1.539.363.860", "148.936.386", "-1.390.427.474", "TH03", "Gửi: Sở Minh Họa", "THỰC HÀNH –"):
        assert words in text
    assert "Cột Chênh lệch chỉ cộng 2 người có cả hai số." in text


def test_the_register_lists_files_with_their_digests_as_text(tmp_path: Path) -> None:
    write_attachment_register_xlsx(register(), tmp_path / "b06.xlsx")
    of = openpyxl.load_workbook(tmp_path / "b06.xlsx")["Biểu 06"]
    rows = {line[1].value: line for line in of.iter_rows()}
    paper = rows["Quyết định"]
    assert paper[9].value == 4
    assert str(paper[11].value).replace(" ", "") == "ab12" * 16
    assert rows["Văn bản đồng ý"][2].data_type == "s"
    assert rows["Văn bản đồng ý"][9].value is None
    assert "Tổng số: 2 văn bản, 4 trang." in {line[0].value for line in of.iter_rows()}
