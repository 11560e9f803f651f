"""Nghị định 29/2023 in OpenFisca-Core, one person at a time with its trace. Runs in its own environment only.

Reads the people as JSON on standard input, answers JSON on standard output. Knows nothing of the program.
"""

import json
import sys
from time import process_time

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.holders import set_input_dispatch_by_period
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import MONTH, period
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Person = build_entity("person", "persons", "", is_person=True)


def of(kind, formula=None, **more):
    """Return the attributes of a monthly variable."""
    found = {"value_type": kind, "entity": Person, "definition_period": MONTH, **more}
    if formula is not None:
        found["formula"] = formula
    return found


def retirement_age(persons, at, parameters):
    line, birth = parameters(at).roadmap, persons("birth_month", at)
    male, lowered = persons("is_male", at), persons("lowered_by", at)
    first = np.where(male, line.male_first, line.female_first)
    step = np.where(male, line.male_step, line.female_step)
    final = np.where(male, line.male_final, line.female_final)
    age = final - lowered
    for year in range(2035, 2020, -1):
        tried = np.minimum(first + step * (year - 2021), final) - lowered
        age = np.where((birth + tried) // 12 == year, tried, age)
    return age


def lowered_by(persons, at, parameters):
    law = parameters(at).law
    return np.where(persons("special_months", at) >= law.least_special, law.lowered_age, 0)


def early_months(persons, at):
    leave = at.start.year * 12 + at.start.month - 1
    return persons("birth_month", at) + persons("retirement_age", at) + 1 - leave


def years(months):
    whole, odd = months // 12, months % 12
    return whole + np.select([odd == 0, odd <= 6], [0, 0.5], 1)


def monthly_salary(persons, at, parameters):
    return persons("pay_coefficient", at) * parameters(at).base_salary


def average_salary(persons, at):
    return sum(persons("monthly_salary", at.offset(-back)) for back in range(1, 61)) / 60


def eligible(persons, at, parameters):
    law, early = parameters(at).law, persons("early_months", at)
    enough = persons("insured_months", at) >= law.least_service
    return enough * (early >= 1) * (early <= law.most_early)


def early_allowance(persons, at, parameters):
    return parameters(at).law.per_early_year * persons("early_years", at) * persons("average_salary", at)


def first_years_allowance(persons, at, parameters):
    return parameters(at).law.first_years_months * persons("average_salary", at)


def further_years_allowance(persons, at, parameters):
    law = parameters(at).law
    further = np.maximum(persons("insured_years", at) - law.first_years, 0)
    return law.per_further_year * further * persons("average_salary", at)


def total(persons, at, parameters):
    items = ("early_allowance", "first_years_allowance", "further_years_allowance")
    paid = persons("early_months", at) >= parameters(at).law.least_early
    return persons("eligible", at) * paid * sum(persons(item, at) for item in items)


VARIABLES = {
    "is_male": of(bool),
    "birth_month": of(int),
    "insured_months": of(int),
    "special_months": of(int),
    "pay_coefficient": of(float, set_input=set_input_dispatch_by_period),
    "lowered_by": of(int, lowered_by),
    "retirement_age": of(int, retirement_age),
    "early_months": of(int, early_months),
    "early_years": of(float, lambda persons, at: years(persons("early_months", at))),
    "insured_years": of(float, lambda persons, at: years(persons("insured_months", at))),
    "monthly_salary": of(float, monthly_salary),
    "average_salary": of(float, average_salary),
    "eligible": of(bool, eligible),
    "early_allowance": of(float, early_allowance),
    "first_years_allowance": of(float, first_years_allowance),
    "further_years_allowance": of(float, further_years_allowance),
    "total": of(float, total),
}


def dated(value, since="2015-01-01"):
    return {"values": {since: {"value": value}}}


def parameters():
    law = {
        "least_early": 24,
        "most_early": 60,
        "least_service": 240,
        "least_special": 180,
        "lowered_age": 60,
        "per_early_year": 3,
        "first_years": 20,
        "first_years_months": 5,
        "per_further_year": 0.5,
    }
    roadmap = {
        "male_first": 723,
        "male_step": 3,
        "male_final": 744,
        "female_first": 664,
        "female_step": 4,
        "female_final": 720,
    }
    base = {"2019-07-01": 1_490_000, "2023-07-01": 1_800_000, "2024-07-01": 2_340_000}
    return ParameterNode(
        "",
        data={
            "law": {name: dated(value) for name, value in law.items()},
            "roadmap": {name: dated(value) for name, value in roadmap.items()},
            "base_salary": {"values": {since: {"value": value} for since, value in base.items()}},
        },
    )


def system():
    found = TaxBenefitSystem([Person])
    found.parameters = parameters()
    for name, attributes in VARIABLES.items():
        found.add_variable(type(name, (Variable,), dict(attributes)))
    return found


def compute(law, person, *, month_by_month):
    simulation = SimulationBuilder().build_default_simulation(law, count=1)
    simulation.trace = True
    at = person["leave"]
    for name in ("is_male", "birth_month", "insured_months", "special_months"):
        simulation.set_input(name, at, np.array([person[name]]))
    if month_by_month:
        for since, count, coefficient in person["pay"]:
            simulation.set_input("pay_coefficient", period(f"month:{since}:{count}"), np.array([coefficient]))
    else:
        simulation.set_input("average_salary", at, np.array([person["average_salary"]]))
    return float(simulation.calculate("total", at)[0]), simulation.tracer.flat_trace


def main():
    people, law, answers = json.load(sys.stdin), system(), {}
    for month_by_month in (True, False):
        began = process_time()
        totals = [compute(law, person, month_by_month=month_by_month)[0] for person in people]
        name = "month_by_month" if month_by_month else "average_given"
        answers[name] = {"seconds": process_time() - began, "totals": totals}
    json.dump(answers, sys.stdout)


main()
