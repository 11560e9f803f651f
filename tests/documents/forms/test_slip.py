"""The slip of one person: all sections, every step with its source, and how surely it is known."""

import re
from dataclasses import replace
from pathlib import Path

from msgspec import structs

from desktop.documents.forms.slip_print import write_calculation_slip_pdf
from desktop.domain.money import format_dong
from desktop.domain.money_words import dong_in_words
from tests.documents.forms.slips import dossier, slip, verdict
from tests.documents.forms.tools import pages, pdf_text

CENTRAL, CITY, PRACTICE = "nd29-2023.yaml", "hai-phong-nq07-2024.yaml", "thuc-hanh.yaml"

SECTIONS = (
    "I. NHÂN THÂN", "II. VĂN BẢN", "III. THỜI GIAN", "IV. TIỀN LƯƠNG", "V. TÍNH HỖ TRỢ", "VI. LÀM TRÒN",
    "VII. CẢNH BÁO", "VIII. KẾT QUẢ THẨM ĐỊNH",
)  # fmt: skip  # the sections in order


def flat(path: Path) -> str:
    """The text without its line breaks, for sentences wrap in narrow columns."""
    return " ".join(pdf_text(path, layout=False).split())


def bare(text: str) -> str:
    """The text without spaces and hyphens: the reader of the file joins lines that end in a hyphen."""
    return re.sub(r"[\s-]", "", text)


def test_all_sections_stand_in_order(tmp_path: Path) -> None:
    write_calculation_slip_pdf(slip(CENTRAL, CITY, verdict=verdict()), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    places = [text.index(section) for section in SECTIONS]
    assert places == sorted(places)


def test_every_step_is_printed_with_numbers_result_and_article(tmp_path: Path) -> None:
    form = slip(CENTRAL)
    write_calculation_slip_pdf(form, tmp_path / "b03.pdf")
    text = bare(flat(tmp_path / "b03.pdf"))
    (computation,) = form.computations
    assert computation.total is not None
    assert len(computation.trace) > 20
    for step in computation.trace:
        for words in (step.label, step.formula, step.substituted, step.shown, str(step.citation or "")):
            assert bare(words) in text, (step.id, words)
    assert bare(f"Tổng cộng: {format_dong(computation.total)}.") in text
    assert bare(dong_in_words(computation.total)) in text


def test_how_surely_a_value_is_known_is_said_plainly(tmp_path: Path) -> None:
    write_calculation_slip_pdf(slip(CENTRAL, CITY), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    assert "(theo trí nhớ, cần kiểm tra)" in text
    assert "(theo nguồn đưa lại, chưa đối chiếu văn bản)" in text
    assert "(đã đối chiếu văn bản)" in text
    assert "Chưa gồm: " in text
    assert "chưa có số liệu: Điều 3 Nghị quyết 07/2024/NQ-HĐND" in text


def test_person_papers_and_both_birth_dates_are_there(tmp_path: Path) -> None:
    write_calculation_slip_pdf(slip(CENTRAL), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    for words in (
        "Đặng Thị Hồng Quỳnh",
        "03/06/1970 theo căn cước; 09/1970 theo hồ sơ; tính theo căn cước; lý do: khớp giấy khai sinh",
        "Quyết định số 1967/QĐ-UBND ngày 20/06/2024 của Chủ tịch UBND thành phố",
        "Xí nghiệp Mẫu <A&B>",
        "QD_1967.pdf (4 trang; abababababab…)",
        "Hai giấy tờ ghi ngày sinh khác nhau.",
        "382 tháng, mỗi tháng tính một lần",
    ):
        assert words in text


def test_a_person_who_is_not_eligible_gets_the_reason_and_no_number(tmp_path: Path) -> None:
    too_late = slip(CENTRAL)
    (computation,) = too_late.computations
    failed = structs.replace(
        computation.conditions[0], holds=False, reason="Nghỉ trước tuổi 3 tháng, chưa đủ 24 tháng."
    )
    refused = replace(computation, eligible=False, conditions=(failed,), components=(), total=None)
    write_calculation_slip_pdf(replace(too_late, computations=(refused,)), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    assert "Không đủ điều kiện: Nghỉ trước tuổi 3 tháng, chưa đủ 24 tháng." in text
    assert "Tổng cộng: không có khoản nào được hưởng." in text
    assert "Bằng chữ" not in text


def test_a_practice_pack_marks_every_page_even_unasked(tmp_path: Path) -> None:
    write_calculation_slip_pdf(slip(PRACTICE), tmp_path / "b03.pdf")
    assert all("THỰC HÀNH –" in page for page in pages(tmp_path / "b03.pdf"))


def test_an_empty_dossier_can_be_printed(tmp_path: Path) -> None:
    bare = replace(dossier(), person=replace(dossier().person, full_name="", birth=None, birth_on_file=None))
    form = slip(dossier=bare, approval=None, attachments=(), findings=(), salary=(), service_words="")
    write_calculation_slip_pdf(form, tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    assert "chưa nhập" in text
    assert "chưa có văn bản phê duyệt" in text
    assert "Chưa thẩm định." in text


def test_a_justification_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    form = slip()
    long = " ".join(f"ý{number}" for number in range(900))
    write_calculation_slip_pdf(
        replace(form, findings=(replace(form.findings[0], justification=long),)), tmp_path / "b03.pdf"
    )
    assert "ý899" in flat(tmp_path / "b03.pdf")
