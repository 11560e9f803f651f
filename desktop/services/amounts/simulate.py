"""What if: the same person leaving in another month, by another route, with other pay. Nothing is ever saved.

Pure: a dossier and packs in, an answer out; it knows no store, so it cannot touch the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from desktop.domain.approvals import Approval
from desktop.domain.careers import Career
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth
from desktop.rules.policy import DatedFigure, PolicyPack
from desktop.rules.quantities.base_salaries import BaseSalaryTable
from desktop.rules.trace import Citation, Provenance
from desktop.services.amounts.compute_support import Support, support_for

ASSUMED = Citation("Mức giả định khi thử")
"""What stands in the place of an article for a base salary that somebody tries."""


@dataclass(frozen=True, slots=True)
class AssumedBaseSalary:
    """A base salary in đồng a month, tried from `first` on in place of what the packs hold."""

    first: YearMonth
    amount: Dong


@dataclass(frozen=True, slots=True)
class Variation:
    """What is tried instead of what the record says; None keeps the record's own."""

    leave_month: YearMonth | None = None
    group: Group | None = None
    route: Route | None = None
    coefficient: Fraction | None = None
    """The salary coefficient of the period that ends the career."""
    base_salary: AssumedBaseSalary | None = None


@dataclass(frozen=True, slots=True)
class Simulation:
    """What the packs answer for the dossier as varied. `carried_on` counts months that the career was continued by."""

    dossier: Dossier
    support: Support
    carried_on: int = 0


def simulate(
    dossier: Dossier, approval: Approval | None, packs: Sequence[PolicyPack], variation: Variation
) -> Simulation:
    """Return what the packs would say; with an empty variation exactly what they say of the record itself.

    A later month needs pay and insurance that the record cannot hold yet: whatever runs up to the recorded leave
    is taken to go on unchanged. Faults show in the computations, nothing is raised.
    """
    varied = vary(dossier, variation)
    support = support_for(varied, approval, tried_packs(packs, variation))
    return Simulation(varied, support, months_carried_on(dossier, varied))


def vary(dossier: Dossier, variation: Variation) -> Dossier:
    """Return the dossier with what is tried put in."""
    leave_on = _leave_on(dossier, variation.leave_month)
    varied = replace(
        dossier,
        leave_on=leave_on,
        group=variation.group or dossier.group,
        route=variation.route or dossier.route,
        career=_carried_on(dossier, leave_on),
    )
    return varied if variation.coefficient is None else _with_coefficient(varied, variation.coefficient)


def months_carried_on(dossier: Dossier, varied: Dossier) -> int:
    """Return by how many months the career was continued beyond the recorded leave."""
    edge, leave = _edge(dossier), varied.leave_month
    return max(0, leave - edge - 1) if edge and leave and varied.career != dossier.career else 0


def _leave_on(dossier: Dossier, month: YearMonth | None) -> date | None:
    """Return the day of leaving: the record's own in its own month, else the first of the month."""
    if month is None or month == dossier.leave_month:
        return dossier.leave_on
    return month.first_day


def _edge(dossier: Dossier) -> YearMonth | None:
    """Return the last month that the record speaks of: before the recorded leave, else where the history ends."""
    if dossier.leave_month:
        return dossier.leave_month + -1
    return max((period.months.last for period in dossier.career.salary), default=None)


def _carried_on(dossier: Dossier, leave_on: date | None) -> Career:
    edge, career = _edge(dossier), dossier.career
    if edge is None or leave_on is None or YearMonth.of(leave_on) + -1 <= edge:
        return career
    last = YearMonth.of(leave_on) + -1
    return replace(
        career,
        salary=tuple(replace(each, months=_longer(each.months, edge, last)) for each in career.salary),
        insurance=tuple(replace(each, months=_longer(each.months, edge, last)) for each in career.insurance),
    )


def _longer(months: MonthSpan, edge: YearMonth, last: YearMonth) -> MonthSpan:
    return MonthSpan(months.first, last) if edge <= months.last < last else months


def _with_coefficient(dossier: Dossier, coefficient: Fraction) -> Dossier:
    leave = dossier.leave_month
    held = dossier.career.salary_in(leave + -1) if leave else None
    if held is None:
        return dossier
    salary = tuple(replace(each, coefficient=coefficient) if each is held else each for each in dossier.career.salary)
    return replace(dossier, career=replace(dossier.career, salary=salary))


def tried_packs(packs: Sequence[PolicyPack], variation: Variation) -> tuple[PolicyPack, ...]:
    """Return the packs, with the base salary that is tried where there is one."""
    assumed = variation.base_salary
    return tuple(packs) if assumed is None else tuple(_with_base_salary(pack, assumed) for pack in packs)


def _with_base_salary(pack: PolicyPack, assumed: AssumedBaseSalary) -> PolicyPack:
    value = Fraction(assumed.amount)
    rows = tuple(row for row in pack.base_salary.rows if row[0] < assumed.first)
    figure = DatedFigure(assumed.first.first_day, value, ASSUMED, Provenance.INVENTED)
    sources = tuple(each for each in pack.base_salary_sources if each.first < figure.first)
    return replace(
        pack,
        base_salary=BaseSalaryTable((*rows, (assumed.first, value))),
        base_salary_sources=(*sources, figure),
        needed={each.id: _with_base_salary(each, assumed) for each in pack.needed.values()},
    )


def base_salary_held(packs: Sequence[PolicyPack], month: YearMonth) -> AssumedBaseSalary | None:
    """Return the base salary that the packs hold in `month` and since when, None when none covers it."""
    rows = (row for pack in packs for row in reversed(pack.base_salary.rows))
    found = next(((first, value) for first, value in rows if first <= month), None)
    return None if found is None else AssumedBaseSalary(found[0], Dong(int(found[1])))
