"""The figures of a person as they were computed, and as the truth beside a sample has them."""

from fractions import Fraction
from typing import Any

from desktop.domain.money import round_half_up
from desktop.rules.trace import Computation
from desktop.services.amounts.compute_support import Support


def _step(computation: Computation, step_id: str) -> Any:
    step = computation.step(step_id)
    assert step is not None, step_id
    return step.value


def figures_of(support: Support) -> dict[str, Any]:
    """Return what was computed for a person, under the names of the truth."""
    nd29, city = support.computations
    source = nd29 if nd29.applies else city
    return {
        "early_months": _step(source, "early_months"),
        "early_years": Fraction(_step(source, "early_years")),
        "insured_months": _step(source, "insured_months"),
        "insured_years": Fraction(_step(source, "insured_years")),
        "current_salary": round_half_up(Fraction(_step(source, "current_salary"))),
        "average_salary": round_half_up(Fraction(_step(source, "average_salary"))),
        "nd29": nd29.total if nd29.applies else None,
    }


def true_figures(person: dict[str, Any]) -> dict[str, Any]:
    """Return what a person of a truth has to come to."""
    expected = dict(person["expected"])
    return expected | {key: Fraction(expected[key]) for key in ("early_years", "insured_years")}
