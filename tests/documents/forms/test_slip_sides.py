"""The slip beside the appraisal, the months of the average, many slips in one file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.forms.slip_book import write_slip_book_pdf
from desktop.documents.forms.slip_model import CalculationSlip
from desktop.documents.forms.slip_print import write_calculation_slip_pdf
from desktop.domain.dossiers import EarlierPayment
from desktop.domain.money import Dong
from desktop.domain.months import YearMonth
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from desktop.rules.salary_months import salary_months
from tests.documents.forms.slips import POLICIES, dossier, slip, verdict
from tests.documents.forms.test_slip import CENTRAL, CITY, bare, flat
from tests.documents.forms.tools import pages


def later() -> CalculationSlip:
    """The appraising office takes the leave a month later than the unit did."""
    form = slip(CENTRAL)
    pack = load_pack((POLICIES / CENTRAL).read_bytes(), CENTRAL)
    changed = replace(dossier(), leave_on=date(2024, 10, 1))
    return replace(form, appraised=(compute(pack, changed, approved_on=date(2024, 6, 20)),), verdict=verdict())


def test_both_offices_stand_side_by_side_and_the_first_difference_is_named_once(tmp_path: Path) -> None:
    write_calculation_slip_pdf(later(), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    assert "Sở TC thẩm định" in text
    assert text.count("khác từ đây") == 1
    assert "do bước trên" in text
    assert "+1 tháng" in text


def test_a_slip_without_appraisal_has_no_empty_columns(tmp_path: Path) -> None:
    write_calculation_slip_pdf(slip(CENTRAL), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    assert "Sở TC thẩm định" not in text
    assert "Chênh lệch" not in text


def test_what_was_decided_is_told_with_its_difference(tmp_path: Path) -> None:
    form = later()
    write_calculation_slip_pdf(form, tmp_path / "b03.pdf")
    text = bare(flat(tmp_path / "b03.pdf"))
    (computation,) = form.computations
    assert computation.total is not None
    less = f"{computation.total - 80_000_000:,}".replace(",", ".")
    assert bare(f"Chênh lệch −{less} đ") in text


def test_two_policies_tell_what_they_share_once(tmp_path: Path) -> None:
    write_calculation_slip_pdf(slip(CENTRAL, CITY), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    assert text.count("Giống các mục trên, không ghi lại:") == 1
    assert "Tháng sinh;" in text


def test_the_months_of_the_average_are_printed_with_their_base_salary(tmp_path: Path) -> None:
    form = slip(CENTRAL)
    pack = load_pack((POLICIES / CENTRAL).read_bytes(), CENTRAL)
    months = salary_months(pack, form.dossier, form.computations[0])
    write_calculation_slip_pdf(replace(form, averaged=months), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    assert months
    for run in months[0].runs:
        assert f"{run.months.first.shown} {run.months.last.shown} {run.count}" in text


def test_every_page_names_sheet_hash_version_and_day(tmp_path: Path) -> None:
    form = slip(CENTRAL)
    write_calculation_slip_pdf(form, tmp_path / "b03.pdf")
    for page in pages(tmp_path / "b03.pdf"):
        line = " ".join(page.split())
        for words in ("PT-2024-2-001", "77AA-01BC-9F3D", form.policies[0], "Ngày tính: 05/11/2024"):
            assert words in line


def test_no_page_is_left_empty_before_a_long_table(tmp_path: Path) -> None:
    write_calculation_slip_pdf(slip(CENTRAL, CITY), tmp_path / "b03.pdf")
    assert min(len(page.split()) for page in pages(tmp_path / "b03.pdf")[:-1]) > 80


def test_money_received_before_and_a_lower_age_are_told_where_there_are_any(tmp_path: Path) -> None:
    of = replace(
        dossier(),
        earlier_payments=(EarlierPayment("NQ 27/2019/NQ-HĐND", Dong(5_000_000), date(2022, 3, 1), "UBND quận"),),
        claims_lower_age=True,
        reduced_capacity=True,
        assessed_month=YearMonth(2024, 5),
    )
    write_calculation_slip_pdf(slip(CENTRAL, dossier=of), tmp_path / "b03.pdf")
    text = flat(tmp_path / "b03.pdf")
    assert "NQ 27/2019/NQ-HĐND: 5.000.000 đ, ngày 01/03/2022, do UBND quận chi" in text
    assert "do suy giảm khả năng lao động; kết luận giám định tháng 05/2024" in text


def test_many_slips_make_one_file_with_a_bookmark_each(tmp_path: Path) -> None:
    forms = [slip(CENTRAL), replace(slip(CENTRAL), slip_code="PT-2024-2-002")]
    count = write_slip_book_pdf(forms, tmp_path / "all.pdf")
    with pikepdf.open(tmp_path / "all.pdf") as book, book.open_outline() as outline:
        assert len(book.pages) == count
        assert [item.title.split()[0] for item in outline.root] == ["PT-2024-2-001", "PT-2024-2-002"]
    first, *_ = pages(tmp_path / "all.pdf")
    assert f"Trang 1/{count // 2}" in first


class Stopped(Exception):
    """Somebody asked to stop."""


def test_a_book_that_is_stopped_leaves_what_was_there_before(tmp_path: Path) -> None:
    target = tmp_path / "all.pdf"
    write_slip_book_pdf([slip(CENTRAL)], target)
    before = target.read_bytes()

    def stop(_form: CalculationSlip) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        write_slip_book_pdf([slip(CENTRAL)], target, stop)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]
