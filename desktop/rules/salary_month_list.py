"""Every month that an average salary runs over, each with the base salary of that month; also while some lack."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.rules.policy import PolicyPack, SalaryDefinition, Sourced
from desktop.rules.quantities.base_salaries import base_salary
from desktop.rules.quantities.pay import pay_of
from desktop.rules.quantities.pay_items import SalaryBase
from desktop.rules.quantities.salary import Months, SalarySegment, all_insured_months, averaged_spans, segments
from desktop.rules.salaries import dong_in_words, pay_in_words
from desktop.rules.trace import Citation


class Gap(StrEnum):
    """Why a month has no amount."""

    NO_SALARY = "no_salary"
    NO_BASE_SALARY = "no_base_salary"
    """The pack's table does not reach this month."""
    LEFT_OUT = "left_out"
    """Unpaid or sick leave that the salary base does not count."""
    NOT_COUNTED = "not_counted"
    """Pay of a kind that the base does not know."""


@dataclass(frozen=True, slots=True)
class SalaryMonth:
    """One month. `pay` are the counted items in words; amounts in đồng, exact; `gap` says why there is none."""

    month: YearMonth
    coefficient: Fraction | None = None
    pay: str = ""
    base_salary: Fraction | None = None
    amount: Fraction | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class SalaryMonthList:
    """The months of an average, the latest first, and by what right. `wanted` of them are averaged."""

    title: str
    months: tuple[SalaryMonth, ...]
    citation: Citation

    @property
    def lacking(self) -> tuple[SalaryMonth, ...]:
        """The months that should count and have no amount."""
        return tuple(each for each in self.months if each.gap not in {None, Gap.LEFT_OUT})


def salary_month_list(pack: PolicyPack, dossier: Dossier) -> SalaryMonthList | None:
    """Return the months of the pack's first average; None where it has none or leave or insurance is not known."""
    averages = (each for each in pack.salaries.values() if each.content.months or each.content.whole_period)
    definition = next(averages, None)
    months = _months(pack, dossier, definition.content) if definition else ()
    if definition is None or not months:
        return None
    listed = _in_runs(pack, dossier, definition, months)
    listed = listed or tuple(_month(pack, dossier, definition, month) for month in reversed(months))
    return SalaryMonthList(definition.label, listed, definition.citation)


def _months(pack: PolicyPack, dossier: Dossier, content: SalaryDefinition) -> tuple[YearMonth, ...]:
    leave, career = dossier.leave_month, dossier.career
    length = _length(pack, dossier, content)
    if leave is None or (length is None and not content.whole_period):
        return ()
    try:
        spans = all_insured_months(career, leave) if length is None else averaged_spans(career, leave, length)
    except Refusal:
        return ()
    return tuple(YearMonth.from_ordinal(each) for first, last in spans for each in range(first, last + 1))


def _length(pack: PolicyPack, dossier: Dossier, content: SalaryDefinition) -> int | None:
    """Return how many last months are averaged, None where that is open or not a number of months."""
    parameter = pack.parameters.get(content.months)
    figure = parameter.on(dossier.leave_on) if parameter and dossier.leave_on else None
    value = figure.value if figure else None
    return int(value) if isinstance(value, int | Fraction) else None


def _in_runs(
    pack: PolicyPack, dossier: Dossier, definition: Sourced[SalaryDefinition], months: tuple[YearMonth, ...]
) -> tuple[SalaryMonth, ...]:
    """Return the months from the runs of the computation, () where it does not come to each of them.

    Some ten times faster than month by month, and the usual case.
    """
    base = definition.content.base
    try:
        parts = segments(dossier.career, _spans(months), base, pack.base_salary)
    except Refusal:
        return ()
    rows = {month: _row(part, month, base) for part in parts for month in part.months}
    return tuple(rows[month] for month in reversed(months)) if rows.keys() == set(months) else ()


def _spans(months: tuple[YearMonth, ...]) -> Months:
    """Return months in order as spans."""
    joined: list[tuple[int, int]] = []
    for month in months:
        follows = bool(joined) and joined[-1][1] + 1 == month.ordinal
        first = joined.pop()[0] if follows else month.ordinal
        joined.append((first, month.ordinal))
    return tuple(joined)


def _row(part: SalarySegment, month: YearMonth, base: SalaryBase) -> SalaryMonth:
    in_dong = bool(pay_of(part.period, base).dong)
    words = dong_in_words(part.period, base, part.base_salary) if in_dong else pay_in_words(part.period, base)
    return SalaryMonth(month, part.period.coefficient, words, Fraction(part.base_salary), part.monthly)


def _month(pack: PolicyPack, dossier: Dossier, definition: Sourced[SalaryDefinition], month: YearMonth) -> SalaryMonth:
    career, base = dossier.career, definition.content.base
    recorded = career.salary_in(month)
    if recorded is None:
        return SalaryMonth(month, base_salary=_base_salary(pack, month), gap=Gap.NO_SALARY)
    try:
        (part,) = segments(career, ((month.ordinal, month.ordinal),), base, pack.base_salary)
    except Refusal as why:
        return SalaryMonth(month, recorded.coefficient, base_salary=_base_salary(pack, month), gap=_gap(why))
    return _row(part, month, base)


def _gap(why: Refusal) -> Gap:
    known = {"rules.base_salary_not_covered": Gap.NO_BASE_SALARY, "rules.no_month_counts": Gap.LEFT_OUT}
    return known.get(why.code, Gap.NOT_COUNTED)


def _base_salary(pack: PolicyPack, month: YearMonth) -> Fraction | None:
    try:
        return Fraction(base_salary(month, pack.base_salary))
    except Refusal:
        return None
