"""Records of made-up people for the tests of the rules."""

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.domain.careers import Career, InsurancePeriod, SalaryPeriod
from desktop.domain.dates import BirthDate
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.months import MonthSpan, YearMonth
from desktop.domain.people import Person, Sex

ROOT = Path(__file__).parents[2]
TRUTH = ROOT / "tests" / "golden" / "don-vi-60-nguoi" / "truth.json"
SECOND_TRUTH = ROOT / "resources" / "samples" / "don-vi-thu-hai" / "truth.json"


def span(first: str, last: str) -> MonthSpan:
    return MonthSpan(YearMonth.parse(first), YearMonth.parse(last))


def pay(first: str, last: str, coefficient: str, **items: str) -> SalaryPeriod:
    ratios = {name: Fraction(value) for name, value in items.items()}
    return SalaryPeriod(span(first, last), Fraction(coefficient), **ratios)


def insured(first: str, last: str, **marks: bool) -> InsurancePeriod:
    return InsurancePeriod(span(first, last), **marks)


def dossier(  # noqa: PLR0917 - a record has that many parts, and each has a default
    sex: Sex = Sex.MALE,
    birth: str = "1965-06-03",
    leave_on: str = "2024-11-01",
    salary: tuple[SalaryPeriod, ...] = (pay("2010-01", "2024-10", "3.00"),),
    insurance: tuple[InsurancePeriod, ...] = (insured("1993-01", "2024-10"),),
    group: Group = Group.DOWNSIZING,
    route: Route = Route.EARLY_RETIREMENT,
) -> Dossier:
    birthday = BirthDate.parse(birth)
    person = Person(full_name="Trần Văn Mẫu", sex=sex, birth=birthday, workplace="Trung tâm Văn hóa")
    career = Career(salary=salary, insurance=insurance)
    return Dossier("d1", "r1", 1, person, group, route, date.fromisoformat(leave_on), career)


@dataclass(frozen=True)
class Expected:
    early_months: int
    early_years: Fraction
    insured_months: int
    insured_years: Fraction
    current_salary: int
    average_salary: int
    nd29: int | None


_ROUTES = {
    "early-retirement": (Group.DOWNSIZING, Route.EARLY_RETIREMENT),
    "severance": (Group.DOWNSIZING, Route.SEVERANCE),
    "voluntary-early-leave": (Group.VOLUNTARY, Route.EARLY_RETIREMENT),
}


def true_people(truth: Path = TRUTH) -> list[tuple[Dossier, Expected]]:
    people = json.loads(truth.read_text(encoding="utf-8"))["people"]
    return [(_dossier(person), _expected(person["expected"])) for person in people]


def _dossier(person: dict[str, Any]) -> Dossier:
    group, route = _ROUTES[person["route"]]
    salary = tuple(
        pay(
            row["from"],
            row["to"],
            row["coefficient"],
            position_allowance=row["position"],
            beyond_frame=row["beyond_frame_pct"],
            seniority=row["seniority_pct"],
            reserved_difference=row["reserved"],
        )
        for row in person["salary_history"]
    )
    insurance = tuple(insured(row["from"], row["to"]) for row in person["insurance_periods"])
    return dossier(Sex(person["sex"]), person["birth"], person["leave_on"], salary, insurance, group, route)


def _expected(truth: dict[str, Any]) -> Expected:
    return Expected(**{**truth, **{name: Fraction(truth[name]) for name in ("early_years", "insured_years")}})
