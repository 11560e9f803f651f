"""Salaries as quantities: a pack's definitions, with every month's pay and base salary in the trace."""

from desktop.domain.careers import SalaryPeriod
from desktop.domain.months import YearMonth
from desktop.domain.ratios import format_ratio
from desktop.rules.policy import SalaryDefinition, Sourced
from desktop.rules.quantities import salary
from desktop.rules.quantities.salary import PayItem, SalaryBase, SalarySegment
from desktop.rules.scope import Determined, Quantity, Scope
from desktop.rules.showing import show, show_money
from desktop.rules.trace import Step, Unit

_WHOLE = "(hệ số lương + phụ cấp chức vụ + thâm niên vượt khung) × (1 + thâm niên nghề) + chênh lệch bảo lưu"


def salary_quantity(name: str, definition: Sourced[SalaryDefinition]) -> Quantity:
    """Return the quantity that the pack's definition describes."""
    return Quantity(name, definition.label, Unit.DONG_PER_MONTH, lambda scope: _salary(scope, definition))


def base_salary_quantity() -> Quantity:
    """Return the base salary of the month before leaving."""
    return Quantity("base_salary", "Mức lương cơ sở trước khi nghỉ", Unit.DONG_PER_MONTH, _base_salary)


def _base_salary(scope: Scope) -> Determined:
    month = scope.month("leave_month") + -1
    _cite_base_salary(scope, month)
    return Determined(salary.base_salary(month, scope.pack.base_salary), f"Mức của tháng {month.shown}")


def _salary(scope: Scope, definition: Sourced[SalaryDefinition]) -> Determined:
    content = definition.content
    months = _months(scope, content)
    parts = salary.segments(scope.dossier.career, months, content.base, scope.pack.base_salary)
    for part in parts:
        _cite_base_salary(scope, part.months.first)
    value = salary.segment_average(parts)
    formula, words = _averaged(parts) if content.months else _one_month(parts[0], content.base)
    return Determined(value, formula, words, definition.citation, definition.provenance, definition.note)


def _months(scope: Scope, content: SalaryDefinition) -> tuple[YearMonth, ...]:
    leave = scope.month("leave_month")
    if not content.months:
        return (leave + -1,)
    return salary.averaged_months(scope.dossier.career, leave, int(scope.number(content.months)))


def _one_month(part: SalarySegment, base: SalaryBase) -> tuple[str, str]:
    words = f"{pay_in_words(part.period, base)} (tháng {part.months.last.shown}) × {show_money(part.base_salary)}"
    return f"[{_WHOLE}] × mức lương cơ sở", words


def _averaged(parts: tuple[SalarySegment, ...]) -> tuple[str, str]:
    total = sum(part.count for part in parts)
    listed = " + ".join(f"{part.count} × {show_money(part.monthly)}" for part in parts)
    return f"Cộng tiền lương của {total} tháng trước khi nghỉ, chia cho {total}", f"({listed}) ÷ {total}"


def pay_in_words(period: SalaryPeriod, base: SalaryBase) -> str:
    """Return the counted items of one month's pay, without the base salary: "(3,33 + 0,3) × (1 + 12%)"."""
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


def _cite_base_salary(scope: Scope, month: YearMonth) -> None:
    sources = scope.pack.base_salary_sources
    source = next(figure for figure in reversed(sources) if YearMonth.of(figure.first) <= month)
    first = YearMonth.of(source.first)
    scope.keep(
        Step(
            f"base_salary.{first}",
            f"Mức lương cơ sở từ {first.shown}",
            Unit.DONG_PER_MONTH,
            source.value,
            show(source.value, Unit.DONG_PER_MONTH),
            citation=source.citation,
            provenance=source.provenance,
            reason=source.note,
        )
    )
