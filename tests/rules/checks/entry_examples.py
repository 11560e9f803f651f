"""The same for checks of pay, age, service and workplace as they are entered."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from desktop.domain.approvals import BIRTH_PAPER, Approval
from desktop.domain.careers import CashedBenefit, SalaryPeriod
from desktop.domain.dates import BirthDate, Precision
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.money import Dong
from desktop.domain.months import YearMonth
from desktop.domain.people import BirthBasis
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.law_tables import CountedPay, LawTables
from desktop.rules.lookups import BeyondFrame, Ladder
from tests.rules.checks.later_examples import COMPUTED
from tests.rules.checks.situations import (
    APPROVAL,
    CAREER,
    DOSSIER,
    ND29,
    PERSON,
    approved_by,
    around,
    career,
    declared,
    insured,
    paid,
    person,
    with_paper,
)

_TOY_LADDER = Ladder(("A1",), (Fraction(3), Fraction("3.33"), Fraction("3.66")), None)
_OTHER_SEQUENCE = replace(_TOY_LADDER, beyond_frame=BeyondFrame(Fraction(6), Fraction(2), 24))
_COUNTED = CountedPay("Điều 10 Nghị định thử nghiệm", frozenset({"rank", "position"}))
_TABLES = LawTables(ladders={"a1": _TOY_LADDER}, base_salaries=ND29.base_salary, counted_pay=(_COUNTED,))


def _paid(**changes: Any) -> CheckContext:
    """Return the round with this pay over the last years, and the packs' tables."""
    return replace(_around_row(**changes), tables=_TABLES)


def _around_row(**changes: Any) -> CheckContext:
    return around(career(salary=(replace(CAREER.salary[0], **changes),)))


def _stated(amount: int, **changes: Any) -> CheckContext:
    stated = declared(monthly_salary=Dong(amount))
    return around(replace(stated, **changes), computations={DOSSIER.id: (COMPUTED,)})


def _raised(last: str, then: str, coefficient: str = "3.00") -> CheckContext:
    before = SalaryPeriod(paid("2018-08", last).months, Fraction(coefficient))
    return around(career(salary=(before, paid(then, "2024-10"))))


def _lowered(hazardous_from: str, **changes: Any) -> CheckContext:
    rows = (insured("1993-01", "2009-10"), insured(hazardous_from, "2024-10", hazardous=True))
    lowered = replace(DOSSIER, career=replace(CAREER, insurance=rows), claims_lower_age=True)
    return around(replace(lowered, **changes))


def _cashed(benefit: CashedBenefit | None, *, marked: bool, again: bool = False) -> CheckContext:
    row = replace(insured("1993-01", "1999-12"), cashed=marked, cashed_as=benefit)
    counting = insured("1999-12" if again else "2000-01", "2024-10")
    return around(career(insurance=(row, counting)))


def _two_births(**changes: Any) -> Dossier:
    """Return somebody of whom the file has another day of the same month."""
    return person(birth_on_file=BirthDate(date(1965, 6, 30)), **changes)


_PAPERS = {
    APPROVAL.id: APPROVAL,
    "birth": Approval("birth", "r", "12-TB/QU", date(2024, 5, 2), "Quận ủy", proves=BIRTH_PAPER),
    "other": Approval("other", "r", "13-TB/QU", date(2024, 5, 2), "Quận ủy"),
}
_PART_TIMER = _stated(2_340_000, route=Route.COMMUNE_PART_TIMER)

ENTRY_SPEAKS: dict[str, tuple[CheckContext, ...]] = {
    "DD05": (around(person(citizen_id="031234567")),),
    "DD09": (
        around(person(workplace=" ")),
        around(replace(DOSSIER, leave_on=date(2025, 7, 1))),
        around(replace(person(workplace="Huyện Vĩnh Bảo"), leave_on=date(2026, 1, 1))),
    ),
    "NT07": (around(replace(DOSSIER, leave_on=date(2025, 10, 1))),),
    "TH03": (_lowered("2009-12"),),
    "TH06": tuple(around(declared(early_months=26 + off)) for off in (-12, 12, 24, 60)),
    "TH07": (
        around(person(birth_on_file=BirthDate(date(1965, 9, 3)))),
        around(_two_births(birth_basis_reason="Theo lý lịch đảng viên"), approvals=_PAPERS),
        around(replace(_two_births(birth_basis_reason=" "), papers=("birth",)), approvals=_PAPERS),
        around(replace(_two_births(birth_basis_reason="Theo lý lịch"), papers=("other",)), approvals=_PAPERS),
        around(person(birth_basis=BirthBasis.FILE, birth_on_file=PERSON.birth)),
    ),
    "TH08": (around(replace(DOSSIER, reduced_capacity=True)),),
    "BH07": (
        around(career(insurance=(insured("2004-12", "2024-10"),))),
        around(replace(career(insurance=(insured("2009-12", "2024-10"),)), route=Route.COMMUNE_OFFICIAL)),
    ),
    "BH08": (
        _cashed(CashedBenefit.SEVERANCE, marked=False),
        _cashed(CashedBenefit.LUMP_SUM, marked=True, again=True),
        _cashed(None, marked=True, again=True),
    ),
    "LG01": (_paid(coefficient=Fraction("3.34")),),
    "LG02": (_paid(step=3), _paid(step=4), _paid(step=0)),
    "LG03": (
        _paid(coefficient=Fraction("3.33"), beyond_frame=Fraction(5)),
        _paid(coefficient=Fraction("3.66"), beyond_frame=Fraction(4)),
        _paid(coefficient=Fraction("3.66"), beyond_frame=Fraction("5.5")),
        replace(
            _paid(coefficient=Fraction("3.66"), beyond_frame=Fraction(7)),
            tables=LawTables(ladders={"a1": _OTHER_SEQUENCE}),
        ),
    ),
    "LG04": (_paid(seniority=Fraction(10), seniority_amount=Dong(500_000)),),
    "LG05": (
        _paid(public_service=Fraction(25)),
        _paid(other_allowance=Fraction("0.3"), other_allowance_name="Phụ cấp khu vực"),
        _paid(other_allowance=Fraction("0.3")),
    ),
    "LG06": (
        around(career(salary=(replace(paid("2020-01", "2024-10"), base_salary=Dong(1_210_000)),)), tables=_TABLES),
        around(career(salary=(replace(paid("2024-07", "2024-10"), base_salary=Dong(1_800_000)),)), tables=_TABLES),
    ),
    "LG07": (_stated(7_792_201), _stated(6_000_000)),
    "LG08": (
        _stated(7_792),
        _stated(100_000_001),
        _paid(contract_pay=Dong(3_249_999)),
    ),
    "LG09": (_raised("2024-07", "2024-08"), _raised("2024-09", "2024-10")),
    "PD04": (approved_by(issued_on=date(2023, 10, 31)),),
}

ENTRY_SILENT: dict[str, tuple[CheckContext, ...]] = {
    "DD05": (around(), around(person(citizen_id="")), around(person(citizen_id="03123456x"))),
    "DD09": (
        around(),
        around(replace(DOSSIER, leave_on=date(2025, 6, 30))),
        around(person(workplace="Trung tâm Văn hóa")),
        around(person(workplace="Phường Hồng Bàng")),
        around(replace(DOSSIER, leave_on=date(2025, 7, 1)), units=None),
    ),
    "NT07": (around(replace(DOSSIER, leave_on=date(2025, 9, 1))), around(replace(DOSSIER, leave_on=None))),
    "TH03": (
        around(),
        _lowered("2009-11"),
        _lowered("2009-12", reduced_capacity=True),
        _lowered("2009-12", claims_lower_age=False),
    ),
    "TH06": (around(), *(around(declared(early_months=26 + off)) for off in (0, 1, 11, 23))),
    "TH07": (
        around(),
        around(person(birth_on_file=PERSON.birth)),
        around(person(birth_on_file=BirthDate(date(1965, 6, 3), Precision.MONTH))),
        around(replace(_two_births(birth_basis_reason="Theo lý lịch"), papers=("other", "birth")), approvals=_PAPERS),
    ),
    "TH08": (around(), around(replace(DOSSIER, reduced_capacity=True, assessed_month=YearMonth(2024, 5)))),
    "BH07": (
        around(career(insurance=(insured("2004-11", "2024-10"),))),
        around(replace(career(insurance=(insured("2020-01", "2024-10"),)), route=Route.SEVERANCE)),
        around(replace(career(insurance=(insured("2020-01", "2024-10"),)), group=Group.VOLUNTARY)),
        around(replace(career(insurance=(insured("2009-11", "2024-10"),)), route=Route.COMMUNE_OFFICIAL)),
    ),
    "BH08": (around(), _cashed(CashedBenefit.SEVERANCE, marked=True), _cashed(None, marked=False)),
    "LG01": (_paid(), around(tables=LawTables(ladders={"a2": _TOY_LADDER})), around()),
    "LG02": (_paid(step=2), _paid(), _around_row(step=1)),
    "LG03": (
        _paid(),
        _paid(coefficient=Fraction("3.66"), beyond_frame=Fraction(5)),
        _paid(coefficient=Fraction("3.66"), beyond_frame=Fraction(17)),
        _around_row(beyond_frame=Fraction(6)),
    ),
    "LG04": (_paid(seniority=Fraction(10)), _paid(seniority_amount=Dong(500_000))),
    "LG05": (
        _paid(position_allowance=Fraction("0.5")),
        around(career(salary=(replace(CAREER.salary[0], public_service=Fraction(25)),))),
    ),
    "LG06": (
        _paid(),
        around(career(salary=(replace(paid("2020-01", "2024-10"), base_salary=Dong(2_340_000)),)), tables=_TABLES),
        around(career(salary=(replace(paid("2020-01", "2024-10"), base_salary=Dong(1_800_000)),)), tables=_TABLES),
        around(career(salary=(replace(paid("2010-01", "2024-10"), base_salary=Dong(730_000)),)), tables=_TABLES),
        _around_row(base_salary=Dong(1)),
    ),
    "LG07": (_stated(7_792_200), around(declared(monthly_salary=Dong(1)))),
    "LG08": (_stated(7_792_200), _stated(100_000_000), _paid(contract_pay=Dong(3_250_000)), around(), _PART_TIMER),
    "LG09": (
        around(),
        _raised("2024-06", "2024-07"),
        _raised("2024-07", "2024-08", "3.66"),
        with_paper(_raised("2024-07", "2024-08"), "salary_rise_decision"),
    ),
    "PD04": (approved_by(issued_on=date(2023, 11, 1)), approved_by(issued_on=None), around()),
}
