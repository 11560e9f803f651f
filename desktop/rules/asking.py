"""Quantities with an argument, and values that a pack names on the way to an amount."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from desktop.domain.months import YearMonth, format_months
from desktop.domain.people import Sex
from desktop.domain.ratios import format_ratio
from desktop.rules.formulas.evaluation import as_number, exact, rounded
from desktop.rules.formulas.tree import Asked
from desktop.rules.formulas.words import in_words
from desktop.rules.other_packs import amount_alone, amount_of, eligible_alone, eligible_for
from desktop.rules.policy import PolicyPack, Sourced, ValueRule
from desktop.rules.quantities import conventions, retirement, service
from desktop.rules.quantities.conventions import AgeStart
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.quantities.service import RoundingTable, odd_years
from desktop.rules.quantities.sums import Exact
from desktop.rules.salaries import base_salary_in
from desktop.rules.scope import Determined, Quantity, name_of
from desktop.rules.showing import show, show_moment, show_money
from desktop.rules.trace import Unit, Value
from desktop.rules.values import Values

Determine = Callable[[Values, Asked], Determined]


def value_quantity(rule: ValueRule) -> Quantity:
    """Return the quantity that the pack's named value describes."""

    def value(scope: Values) -> Value:
        found = scope.ready(rule.formula).call(scope.value)
        return found if rule.rounding is None else rounded(as_number(found), *rule.rounding)

    def determine(scope: Values) -> Determined:
        (found, cuts), ready = scope.worked_out(rule.formula), scope.ready(rule.formula)
        if rule.rounding is not None:
            found = rounded(as_number(found), *rule.rounding)
        rounding = "" if rule.rounding is None else f", {_rounding_words(*rule.rounding)}"
        return Determined(found, f"{ready.words}{rounding}", ready.filled(scope.shown), rule.citation, note=cuts)

    return Quantity(rule.id, rule.label, rule.unit, determine, lowered=True, value=value)


def _rounding_words(to: Fraction, mode: str) -> str:
    how = {"up": "làm tròn lên", "down": "làm tròn xuống", "half_up": "làm tròn"}[mode]
    return f"{how} đến {show_money(to) if to >= 1 else format_ratio(to)}"


def asked_quantity(node: Asked, pack: PolicyPack, known: Mapping[str, Quantity]) -> Quantity:
    """Return the quantity that a call in a formula asks for; its step's id is the call as written."""
    label, unit, determine = _ASKED[node.function]
    inside = in_words(node.argument, lambda name: name_of(pack, known, name)) if node.argument is not None else ""
    about = inside if node.function != "years" else f"{inside}, {pack.rounding_tables[node.word].label}"
    shown = about or _words_for(node, pack)
    alone = _ALONE.get(node.function)
    value = None if alone is None else (lambda scope: alone(scope, node))
    words = f"{label} ({shown})"
    return Quantity(node.id, words, unit, lambda scope: determine(scope, node), lowered=True, value=value)


def _words_for(node: Asked, pack: PolicyPack) -> str:
    labels = {each.id: each.label for each in pack.obstacles}
    return labels.get(node.word, node.word) if node.function == "has_obstacle" else node.word


def years_of(months: Exact, table: Sourced[RoundingTable]) -> Determined:
    """Return the years that the table makes of months; raises Undetermined for a part of a month."""
    if months.denominator != 1:
        raise Undetermined("rules.part_of_a_month", months=format_ratio(months))
    years = service.rounded_years(int(months), table.content)
    whole, odd = divmod(int(months), 12)
    words = f"{months} tháng = {whole} năm, lẻ {odd} tháng tính {format_ratio(odd_years(odd, table.content))} năm"
    return Determined(years, table.label, words, table.citation, table.provenance, table.note)


def age_on(scope: Values, on: date | YearMonth) -> Determined:
    """Return the age in months on a day, or on the first day of a month, by the pack's convention."""
    convention = scope.pack.conventions.age
    if convention.rule is AgeStart.BIRTH_DAY:
        return _age_by_day(scope, on if isinstance(on, date) else on.first_day)
    birth, month = scope.month("birth_month"), on if isinstance(on, YearMonth) else YearMonth.of(on)
    age = retirement.age_on(birth, month)
    formula, words = "Tháng nghỉ − tháng liền sau tháng sinh", f"{month.shown} − {(birth + 1).shown}"
    return Determined(age, formula, words, convention.citation, note=convention.note, shown=format_months(age))


def _age_by_day(scope: Values, on: date) -> Determined:
    birth, convention = scope.value("birth_on"), scope.pack.conventions.age
    assert isinstance(birth, date), birth  # noqa: S101 - the catalogue says so
    age = conventions.age_in_months(birth, on, convention.rule)
    words = f"{show_moment(birth)} đến {show_moment(on)}"
    return Determined(
        age, "Số tháng tròn từ ngày sinh", words, convention.citation, note=convention.note, shown=format_months(age)
    )


def leave_day(scope: Values) -> date:
    """Return the day of leaving."""
    day = scope.value("leave_on")
    assert isinstance(day, date), day  # noqa: S101 - the catalogue says so
    return day


def _argument(scope: Values, node: Asked) -> Value:
    assert node.argument is not None, node  # noqa: S101 - the parser gives these an argument
    return scope.ready(node.argument).call(scope.value)


def _moment(scope: Values, node: Asked) -> date | YearMonth:
    found = _argument(scope, node)
    assert isinstance(found, date | YearMonth), found  # noqa: S101 - the unit check at load leaves nothing else
    return found


def _number(scope: Values, node: Asked) -> Exact:
    return exact(_argument(scope, node))


def _years(scope: Values, node: Asked) -> Determined:
    return years_of(_number(scope, node), scope.pack.rounding_tables[node.word])


def _base_salary_on(scope: Values, node: Asked) -> Determined:
    found = _moment(scope, node)
    return base_salary_in(scope, found if isinstance(found, YearMonth) else YearMonth.of(found))


def _age_on(scope: Values, node: Asked) -> Determined:
    found = age_on(scope, _moment(scope, node))
    return msgspec.structs.replace(found, formula=found.formula.replace("Tháng nghỉ", "Tháng tính tuổi"))


def _pension_month_by(scope: Values, node: Asked) -> Determined:
    lowered = int(_number(scope, node))
    birth, sex = scope.month("birth_month"), Sex(str(scope.value("sex")))
    table = scope.pack.roadmap
    if table is None:
        raise Undetermined("rules.table_missing", table="lộ trình tuổi nghỉ hưu")
    age = retirement.retirement_age(birth, sex, table.content, lowered)
    words = f"{birth.shown} + {format_months(age)} + 1 tháng"
    formula = f"Tháng sinh + tuổi nghỉ hưu đã hạ {format_months(lowered)} + 1 tháng"
    return Determined(birth + age + 1, formula, words, table.citation, table.provenance)


def _early_months_by(scope: Values, node: Asked) -> Determined:
    pension, leave = _pension_month_by(scope, node).value, scope.month("leave_month")
    assert isinstance(pension, YearMonth), pension  # noqa: S101 - see above
    words = f"{pension.shown} − {leave.shown}"
    return Determined(
        retirement.early_months(pension, leave), "Tháng hưởng lương hưu theo tuổi đã hạ − tháng nghỉ", words
    )


def _already_paid(scope: Values, node: Asked) -> Determined:
    paid = [each for each in scope.dossier.earlier_payments if each.policy == node.word]
    total = sum((Fraction(each.amount) for each in paid), Fraction(0))
    words = " + ".join(show(Fraction(each.amount), Unit.DONG) for each in paid) or "Hồ sơ không ghi khoản đã nhận nào"
    return Determined(total, f"Cộng các khoản đã nhận theo {node.word}", words)


def _has_obstacle(scope: Values, node: Asked) -> Determined:
    sign = next((each for each in scope.pack.obstacles if each.id == node.word), None)
    if sign is None:
        raise Missing("rules.field_missing", "obstacles", label=node.word)
    return Determined(node.word in scope.dossier.obstacles, citation=sign.citation)


_ASKED: dict[str, tuple[str, Unit, Determine]] = {
    "years": ("Số năm quy tròn", Unit.YEARS, _years),
    "base_salary_on": ("Mức lương cơ sở", Unit.DONG_PER_MONTH, _base_salary_on),
    "age_on": ("Tuổi", Unit.MONTHS, _age_on),
    "pension_month_by": ("Tháng hưởng lương hưu khi hạ tuổi", Unit.MONTH, _pension_month_by),
    "early_months_by": ("Số tháng nghỉ trước tuổi khi hạ tuổi", Unit.MONTHS, _early_months_by),
    "already_paid": ("Số tiền đã nhận", Unit.DONG, _already_paid),
    "has_obstacle": ("Có dấu hiệu", Unit.FLAG, _has_obstacle),
    "amount_of": ("Mức hưởng theo gói khác", Unit.DONG, lambda scope, node: amount_of(scope, node.word)),
    "eligible_for": ("Đủ điều kiện theo gói khác", Unit.FLAG, lambda scope, node: eligible_for(scope, node.word)),
}

_ALONE: dict[str, Callable[[Values, Asked], Value]] = {
    "amount_of": lambda scope, node: amount_alone(scope, node.word),
    "eligible_for": lambda scope, node: eligible_alone(scope, node.word),
}
"""Those whose value alone is less work."""
