"""Every month of an average: the same as the computation takes, and which are missing."""

from dataclasses import replace
from fractions import Fraction

from desktop.domain.careers import Attendance
from desktop.domain.months import MonthSpan, YearMonth
from desktop.rules.evaluate import compute
from desktop.rules.salary_month_list import Gap, salary_month_list
from tests.rules.checks.situations import CAREER, DOSSIER, ND29, insured, paid

LISTED = salary_month_list(ND29, DOSSIER)


def test_the_months_are_those_of_the_computed_average() -> None:
    assert LISTED is not None
    assert (len(LISTED.months), LISTED.months[0].month.shown, LISTED.months[-1].month.shown) == (
        60,
        "10/2024",
        "11/2019",
    )
    average = sum((each.amount or 0 for each in LISTED.months), Fraction(0)) / 60
    computed = compute(ND29, DOSSIER).step("average_salary")
    assert computed is not None
    assert computed.value == average
    assert LISTED.lacking == ()


def test_each_month_has_the_base_salary_of_its_time() -> None:
    assert LISTED is not None
    by_month = {each.month.shown: each for each in LISTED.months}
    assert [by_month[month].base_salary for month in ("06/2023", "07/2023", "07/2024")] == [
        1_490_000,
        1_800_000,
        2_340_000,
    ]
    assert by_month["07/2024"].amount == Fraction("3.33") * 2_340_000


def test_months_without_pay_are_told() -> None:
    rows = (paid("2018-08", "2020-01"), paid("2020-04", "2024-10"))
    found = salary_month_list(ND29, replace(DOSSIER, career=replace(CAREER, salary=rows)))
    assert found is not None
    assert [(each.month.shown, each.gap) for each in found.lacking] == [
        ("03/2020", Gap.NO_SALARY),
        ("02/2020", Gap.NO_SALARY),
    ]
    assert found.lacking[0].base_salary == 1_490_000


def test_a_short_career_is_averaged_whole() -> None:
    short = replace(CAREER, insurance=(insured("2023-01", "2024-10"),))
    found = salary_month_list(ND29, replace(DOSSIER, career=short))
    assert found is not None
    assert len(found.months) == 22


def test_without_leave_or_insurance_there_is_no_list() -> None:
    assert salary_month_list(ND29, replace(DOSSIER, leave_on=None)) is None
    assert salary_month_list(ND29, replace(DOSSIER, career=replace(CAREER, insurance=()))) is None


def test_months_of_leave_count_as_the_pack_says() -> None:
    away = replace(
        paid("2020-02", "2020-03"),
        months=MonthSpan(YearMonth(2020, 2), YearMonth(2020, 3)),
        attendance=Attendance.UNPAID_LEAVE,
    )
    rows = (paid("2018-08", "2020-01"), away, paid("2020-04", "2024-10"))
    dossier = replace(DOSSIER, career=replace(CAREER, salary=rows))
    found = salary_month_list(ND29, dossier)
    computed = compute(ND29, dossier).step("average_salary")
    assert found is not None
    assert computed is not None
    amounts = [each.amount for each in found.months if each.amount is not None]
    assert sum(amounts, Fraction(0)) / len(amounts) == computed.value
