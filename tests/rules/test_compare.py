"""Two offices' traces side by side: the first step that differs for a reason of its own."""

from dataclasses import replace

import pytest

from desktop.domain.careers import Career
from desktop.domain.dates import BirthDate
from desktop.rules.compare import StepStatus, compare
from desktop.rules.evaluate import compute
from desktop.rules.pack import PolicyPack, load_pack
from tests.rules.records import ROOT, dossier, insured, pay

NAME = "nd29-2023.yaml"
TEXT = (ROOT / "resources" / "policies" / NAME).read_bytes()


@pytest.fixture(scope="module")
def nd29() -> PolicyPack:
    return load_pack(TEXT, NAME)


def test_the_same_record_is_the_same_on_both_sides(nd29: PolicyPack) -> None:
    found = compare(compute(nd29, dossier()), compute(nd29, dossier()))
    assert found.first_difference is None
    assert {row.status for row in found.rows} == {StepStatus.SAME}
    assert found.rows[-1].id == "total"


def test_a_later_birth_is_named_and_what_follows_is_due_to_it(nd29: PolicyPack) -> None:
    record = dossier()
    person = replace(record.person, birth=BirthDate.parse("1965-11-03"))
    found = compare(compute(nd29, record), compute(nd29, replace(record, person=person)))
    first = found.first_difference
    assert first is not None
    assert (first.id, first.left, first.right) == ("birth_month", "06/1965", "11/1965")
    statuses = {row.id: row.status for row in found.rows}
    assert statuses["pension_month"] is statuses["total"] is StepStatus.DUE_TO_ABOVE
    assert statuses["average_salary"] is StepStatus.SAME


def test_another_coefficient_shows_first_in_the_salary(nd29: PolicyPack) -> None:
    record = dossier()
    other = replace(record, career=replace(record.career, salary=(pay("2010-01", "2024-10", "3.33"),)))
    first = compare(compute(nd29, record), compute(nd29, other)).first_difference
    assert first is not None
    assert (first.id, first.left, first.right) == ("current_salary", "7.020.000 đ/tháng", "7.792.200 đ/tháng")


def test_a_month_less_of_insurance_shows_first_in_the_months(nd29: PolicyPack) -> None:
    record = dossier()
    career = Career(salary=record.career.salary, insurance=(insured("1993-02", "2024-10"),))
    first = compare(compute(nd29, record), compute(nd29, replace(record, career=career))).first_difference
    assert first is not None
    assert (first.id, first.left, first.right) == ("insured_months", "382 tháng", "381 tháng")


def test_another_version_of_the_law_shows_first_in_its_parameter(nd29: PolicyPack) -> None:
    fewer = TEXT.replace(
        b'value: 3, cite: {document: nd29, article: "5"', b'value: 2, cite: {document: nd29, article: "5"'
    )
    other = load_pack(fewer[: fewer.index(b"\nexamples:")], "other.yaml")
    first = compare(compute(nd29, dossier()), compute(other, dossier())).first_difference
    assert first is not None
    assert (first.id, first.left, first.right) == ("months_per_early_year", "3 tháng/năm", "2 tháng/năm")


def test_steps_of_one_side_only_are_shown_in_their_place(nd29: PolicyPack) -> None:
    record = dossier()
    short = replace(record, career=replace(record.career, insurance=(insured("2010-01", "2024-10"),)))
    found = compare(compute(nd29, record), compute(nd29, short))
    left_only = [row.id for row in found.rows if row.status is StepStatus.ONLY_LEFT]
    assert left_only[-2:] == ["components_sum", "total"]
    assert found.first_difference is not None
    assert found.first_difference.id == "insured_months"
    other_way = compare(compute(nd29, short), compute(nd29, record))
    assert [row.id for row in other_way.rows if row.status is StepStatus.ONLY_RIGHT] == left_only
