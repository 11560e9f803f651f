"""The months of an average salary, run by run: they add up to the very average that the trace holds."""

from fractions import Fraction
from typing import Any

import pytest

from desktop.rules.evaluate import compute
from desktop.rules.salary_months import salary_months
from desktop.services.policies.shelf import load_shelf
from desktop.system.resources import resource
from tests.rules.records import dossier, insured, pay, true_people

CENTRAL = load_shelf(resource("policies")).pack("nd29-2023")


@pytest.mark.parametrize("place", range(0, 60, 4))
def test_the_runs_add_up_to_the_average_of_the_trace(place: int) -> None:
    of = true_people()[place][0]
    computation = compute(CENTRAL, of)
    step = computation.step("average_salary")
    assert step is not None
    found = {each.id: each for each in salary_months(CENTRAL, of, computation)}
    if step.value is None:
        assert "average_salary" not in found
        return
    months = found["average_salary"]
    assert isinstance(step.value, int | Fraction)
    assert months.sum / months.count == step.value
    assert months.average == step.value
    assert [run.months.last + 1 for run in months.runs[:-1]] == [run.months.first for run in months.runs[1:]]


def test_sixty_months_are_told_with_the_base_salary_of_their_time() -> None:
    of = dossier()
    (months,) = salary_months(CENTRAL, of, compute(CENTRAL, of))
    assert months.count == 60
    told = [(run.months.first.shown, run.count, run.base_salary) for run in months.runs]
    assert told == [("11/2019", 44, 1_490_000), ("07/2023", 12, 1_800_000), ("07/2024", 4, 2_340_000)]
    assert {run.pay for run in months.runs} == {"3"}


def test_fewer_insured_months_than_asked_are_all_there_are() -> None:
    of = dossier(insurance=(insured("2022-01", "2024-10"),), salary=(pay("2010-01", "2024-10", "3.00"),))
    found = salary_months(CENTRAL, of, compute(CENTRAL, of))
    assert [each.count for each in found] == [34]


@pytest.mark.parametrize(
    "lacking", [{"salary": (pay("2023-01", "2024-10", "3.00"),)}, {"salary": ()}, {"insurance": ()}]
)
def test_what_could_not_be_determined_has_no_months(lacking: dict[str, Any]) -> None:
    of = dossier(**lacking)
    assert salary_months(CENTRAL, of, compute(CENTRAL, of)) == ()
