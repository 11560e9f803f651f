"""Salaries as quantities: a pack's definitions, with every month's pay and base salary in the trace."""

from bisect import bisect_right
from fractions import Fraction
from functools import lru_cache

from desktop.domain.careers import SalaryPeriod
from desktop.domain.months import YearMonth
from desktop.domain.ratios import format_ratio
from desktop.rules.formulas.evaluation import rounded
from desktop.rules.policy import DatedFigure, MoneyRule, SalaryDefinition, Sourced
from desktop.rules.quantities import salary
from desktop.rules.quantities.base_salaries import base_salary
from desktop.rules.quantities.pay import contracted, counted_items, item_pay, percent_in, usual
from desktop.rules.quantities.pay_items import ALL_ITEMS, PERCENT_ITEMS, PayItem, SalaryBase
from desktop.rules.quantities.salary import Months, SalarySegment
from desktop.rules.quantities.sums import Exact
from desktop.rules.scope import Determined, Quantity
from desktop.rules.showing import show, show_money
from desktop.rules.trace import Step, Unit
from desktop.rules.values import Values

_WHOLE = "(hệ số lương + phụ cấp chức vụ + thâm niên vượt khung) × (1 + thâm niên nghề) + chênh lệch bảo lưu"


def salary_quantity(name: str, definition: Sourced[SalaryDefinition]) -> Quantity:
    """Return the quantity that the pack's definition describes."""
    content, per_month = definition.content, Unit.DONG_PER_MONTH
    return Quantity(
        name,
        definition.label,
        per_month,
        lambda scope: _salary(scope, definition),
        value=lambda scope: _salary_alone(scope, content),
    )


def base_salary_quantity() -> Quantity:
    """Return the base salary of the month before leaving."""
    return Quantity(
        "base_salary",
        "Mức lương cơ sở trước khi nghỉ",
        Unit.DONG_PER_MONTH,
        lambda scope: base_salary_in(scope, scope.month("leave_month") + -1),
        value=lambda scope: base_salary(scope.month("leave_month") + -1, scope.pack.base_salary),
    )


def base_salary_in(scope: Values, month: YearMonth) -> Determined:
    """Return the base salary of a month; raises Undetermined("rules.base_salary_not_covered")."""
    found = base_salary(month, scope.pack.base_salary)
    _cite_base_salary(scope, month)
    return Determined(found, f"Mức của tháng {month.shown}")


def _salary(scope: Values, definition: Sourced[SalaryDefinition]) -> Determined:
    content = definition.content
    parts = _segments(scope, content)
    for part in parts if content.base.of_base_salary else ():
        _cite_base_salary(scope, part.months.first)
    value = _rounded(salary.segment_average(parts), content)
    averaged = content.months or content.whole_period
    formula, words = _averaged(parts) if averaged else _one_month(parts[0], content.base)
    if content.rounding is not None:
        formula += f"; {rounding_words(content.rounding)}"
    return Determined(value, formula, words, definition.citation, definition.provenance, definition.note)


def _segments(scope: Values, content: SalaryDefinition) -> tuple[SalarySegment, ...]:
    months = _months(scope, content, scope.whole_if_known("insured_months"))
    return salary.segments(scope.dossier.career, months, content.base, scope.pack.base_salary)


def _salary_alone(scope: Values, content: SalaryDefinition) -> Fraction:
    insured = scope.whole("insured_months") if content.months else None
    months, table = _months(scope, content, insured), scope.pack.base_salary
    return _rounded(salary.average_over(scope.dossier.career, months, content.base, table), content)


def _rounded(value: Fraction, content: SalaryDefinition) -> Fraction:
    rule = content.rounding
    return value if rule is None else rounded(value, Fraction(rule.to), rule.mode)


def _months(scope: Values, content: SalaryDefinition, insured: int | None = None) -> Months:
    leave, career = scope.month("leave_month"), scope.dossier.career
    if content.whole_period:
        return salary.all_insured_months(career, leave)
    if not content.months:
        return salary.month_before(career, leave, content.base)
    return salary.averaged_spans(scope.dossier.career, leave, scope.whole(content.months), insured)


def _one_month(part: SalarySegment, base: SalaryBase) -> tuple[str, str]:
    month = part.months.last
    when = f"(tháng {month.shown})"
    if month not in part.period.months:
        when = f"(tháng {month.shown} nghỉ, lấy các khoản của tháng {part.period.months.last.shown})"
    if not part.pay.dong:
        return f"[{formula_in_words(part.period, base)}] × mức lương cơ sở", (
            f"{pay_in_words(part.period, base)} {when} × {show_money(part.base_salary)}"
        )
    return formula_in_words(part.period, base), f"{dong_in_words(part.period, base, part.base_salary)} {when}"


def _averaged(parts: tuple[SalarySegment, ...]) -> tuple[str, str]:
    total = sum(part.count for part in parts)
    listed = " + ".join(f"{part.count} × {show_money(part.monthly)}" for part in parts)
    return f"Cộng tiền lương của {total} tháng trước khi nghỉ, chia cho {total}", f"({listed}) ÷ {total}"


_LABELS = {
    PayItem.RANK: "hệ số lương",
    PayItem.POSITION: "phụ cấp chức vụ",
    PayItem.BEYOND_FRAME: "thâm niên vượt khung",
    PayItem.SENIORITY: "thâm niên nghề",
    PayItem.RESERVED: "chênh lệch bảo lưu",
    PayItem.PUBLIC_SERVICE: "phụ cấp công vụ",
    PayItem.PROFESSIONAL_INCENTIVE: "phụ cấp ưu đãi nghề",
    PayItem.PROFESSIONAL_DUTY: "phụ cấp trách nhiệm theo nghề",
    PayItem.CONTRACT_PAY: "lương theo hợp đồng",
}


_IN_ONE_PRODUCT = ALL_ITEMS.items | {PayItem.CONTRACT_PAY}


def formula_in_words(period: SalaryPeriod, base: SalaryBase) -> str:
    """Return what the base counts of these months, in words; contract pay and rank only where they are paid."""
    items = base.items - {PayItem.RANK if contracted(period, base) else PayItem.CONTRACT_PAY}
    if not base.percent_of:
        return _items_in_words(items)
    return " + ".join(_item_in_words(item, base) for item in PayItem if item in items)


@lru_cache  # the few bases of a pack come back for every person
def _items_in_words(items: frozenset[PayItem]) -> str:
    return _WHOLE if items == ALL_ITEMS.items else " + ".join(_LABELS[item] for item in PayItem if item in items)


def _item_in_words(item: PayItem, base: SalaryBase) -> str:
    if item not in base.percent_of:
        return _LABELS[item]
    return f"{_LABELS[item]} (% của {', '.join(_LABELS[share] for share in base.percent_of[item])})"


def dong_in_words(period: SalaryPeriod, base: SalaryBase, base_salary: Exact) -> str:
    """Return the counted items of one month's pay in đồng, where some are no multiple of the base salary."""
    amounts = ((item, item_pay(item, period, base).at(base_salary)) for item in counted_items(period, base))
    return " + ".join(
        f"{show_money(amount)} ({_LABELS[_paid_as(item, period, base)]})" for item, amount in amounts if amount
    )


def _paid_as(item: PayItem, period: SalaryPeriod, base: SalaryBase) -> PayItem:
    return PayItem.CONTRACT_PAY if item is PayItem.RANK and contracted(period, base) else item


def pay_in_words(period: SalaryPeriod, base: SalaryBase) -> str:
    """Return the counted items of one month's pay, without the base salary: "(3,33 + 0,3) × (1 + 12%)"."""
    if not usual(period, base) or not base.items <= _IN_ONE_PRODUCT:
        return _sum_in_words(period, base)
    sums = [format_ratio(period.coefficient)] if PayItem.RANK in base.items else []
    if PayItem.POSITION in base.items and period.position_allowance:
        sums.append(format_ratio(period.position_allowance))
    if PayItem.BEYOND_FRAME in base.items and period.beyond_frame:
        sums.append(f"{format_ratio(period.coefficient)} × {format_ratio(period.beyond_frame)}%")
    words = " + ".join(sums) or "0"
    if PayItem.SENIORITY in base.items and period.seniority:
        words = f"({words}) × (1 + {format_ratio(period.seniority)}%)"
    if PayItem.RESERVED in base.items and period.reserved_difference:
        words += f" + {format_ratio(period.reserved_difference)}"
    return f"({words})" if " " in words else words


def _sum_in_words(period: SalaryPeriod, base: SalaryBase) -> str:
    counted = ((item, item_pay(item, period, base).coefficient) for item in counted_items(period, base))
    sums = [
        f"{format_ratio(amount)} ({format_ratio(percent_in(item, period))}%)"
        if item in PERCENT_ITEMS
        else format_ratio(amount)
        for item, amount in counted
        if amount
    ]
    return f"({' + '.join(sums)})" if len(sums) > 1 else "".join(sums) or "0"


@lru_cache(maxsize=1_024)  # a pack rounds in a few ways, for every person
def rounding_words(rule: MoneyRule) -> str:
    """Return how đồng are rounded, in words."""
    how = {"up": "làm tròn lên", "down": "làm tròn xuống", "half_up": "làm tròn"}[rule.mode]
    return f"{how} đến {show_money(Fraction(rule.to))} đồng"


def _cite_base_salary(scope: Values, month: YearMonth) -> None:
    place = bisect_right(scope.pack.base_salary.ordinals, month.ordinal) - 1
    scope.keep(scope.base_salary_steps[place])


def base_salary_step(source: DatedFigure) -> Step:
    """Return the step that cites a base salary."""
    first = YearMonth.of(source.first)
    return Step(
        f"base_salary.{first}",
        f"Mức lương cơ sở từ {first.shown}",
        Unit.DONG_PER_MONTH,
        source.value,
        show(source.value, Unit.DONG_PER_MONTH),
        citation=source.citation,
        provenance=source.provenance,
        reason=source.note,
    )
