"""Every field that the command line sets is read as a clerk writes it, or refused by name."""

import json
from dataclasses import fields, replace
from datetime import date
from fractions import Fraction

import pytest

from desktop.cli.person_fields import FIELDS, set_field
from desktop.domain.careers import Attendance, Career, CashedBenefit, InsurancePeriod, SalaryPeriod
from desktop.domain.dossiers import Declared, Dossier, EarlierPayment
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth

EMPTY = Dossier("d1", "r1", 1)
SPAN = MonthSpan(YearMonth(2024, 1), YearMonth(2024, 10))
SALARY = json.dumps(
    [{"first": "2024-01", "last": "2024-10", "coefficient": "4.98", "step": 9, "attendance": "sick_leave"}]
)
INSURANCE = json.dumps([{"first": "2024-01", "last": "2024-10", "cashed": True, "cashed_as": "lump_sum"}])
PAYMENTS = json.dumps([{"policy": "nd29-2023", "amount": 5_000_000, "paid_on": "2023-12-01", "source": "Kho bạc"}])


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("reason", " redundant_post ", replace(EMPTY, reason="redundant_post")),
        ("obstacles", "pregnant, under_discipline", replace(EMPTY, obstacles=("pregnant", "under_discipline"))),
        ("claims_lower_age", "true", replace(EMPTY, claims_lower_age=True)),
        ("reduced_capacity", "true", replace(EMPTY, reduced_capacity=True)),
        ("assessed_month", "05/2024", replace(EMPTY, assessed_month=YearMonth(2024, 5))),
        ("assessed_month", "2024-05", replace(EMPTY, assessed_month=YearMonth(2024, 5))),
        ("declared.insured_years", "31,5", replace(EMPTY, declared=Declared(insured_years=Fraction(63, 2)))),
        ("declared.monthly_salary", "9.500.000", replace(EMPTY, declared=Declared(monthly_salary=Dong(9_500_000)))),
        ("declared.amount", "150tr", replace(EMPTY, declared=Declared(amount=Dong(150_000_000)))),
        (
            "earlier_payments",
            PAYMENTS,
            replace(
                EMPTY, earlier_payments=(EarlierPayment("nd29-2023", Dong(5_000_000), date(2023, 12, 1), "Kho bạc"),)
            ),
        ),
        (
            "career.salary",
            SALARY,
            replace(
                EMPTY,
                career=Career(
                    salary=(SalaryPeriod(SPAN, Fraction(249, 50), step=9, attendance=Attendance.SICK_LEAVE),)
                ),
            ),
        ),
        (
            "career.insurance",
            INSURANCE,
            replace(
                EMPTY,
                career=Career(insurance=(InsurancePeriod(SPAN, cashed=True, cashed_as=CashedBenefit.LUMP_SUM),)),
            ),
        ),
    ],
)
def test_a_field_is_set_and_emptied(name: str, text: str, after: Dossier) -> None:
    assert set_field(EMPTY, name, text) == after
    if text != "true":
        assert set_field(after, name, "") == EMPTY


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claims_lower_age", "có"),
        ("assessed_month", "13/2024"),
        ("declared.amount", "-1"),
        ("earlier_payments", "{}"),
        ("earlier_payments", '[{"policy": "x", "amount": -1}]'),
        ("career.salary", '[{"first": "2024-10", "last": "2024-01", "coefficient": "1"}]'),
        ("career.salary", '[{"first": "2024-01", "last": "2024-01", "coefficient": "1", "unknown": 1}]'),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        set_field(EMPTY, name, text)
    assert (refused.value.code, refused.value.params) == ("person.value_invalid", {"field": name, "value": text})


def test_every_entered_field_of_a_dossier_can_be_set() -> None:
    kept_by_the_program = {
        "id", "round_id", "ordinal", "approval_id", "justifications", "state", "revision", "edition",
        "papers", "pins",
    }  # fmt: skip
    own = {each.name for each in fields(Dossier)} - kept_by_the_program
    settable = {name.split(".")[0] for name in FIELDS}
    assert own == settable
    for part, kind in (("declared", Declared), ("career", Career)):
        assert {f"{part}.{each.name}" for each in fields(kind)} <= set(FIELDS)
