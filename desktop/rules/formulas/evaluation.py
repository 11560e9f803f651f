"""The exact value of a formula. Only the branches that are needed are evaluated."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from desktop.domain.money import round_half_up
from desktop.domain.months import YearMonth
from desktop.rules.formulas.tree import (
    Asked,
    Band,
    Binary,
    Call,
    Moment,
    Name,
    Node,
    Number,
    RoundTo,
    Text,
    Tiered,
    Unary,
)
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.trace import Value

Lookup = Callable[[str], Value]
"""Gives the value of a name, or raises a Refusal when it is missing, open or undetermined."""


def evaluate(node: Node, lookup: Lookup) -> Value:  # noqa: C901, PLR0911 - one answer per kind of node
    """Return the value; the tree must have passed `checking.check`.

    Raises what `lookup` raises, Undetermined("rules.division_by_zero") and Undetermined("rules.band_not_covered").
    """
    match node:
        case Number(value) | Text(value) | Moment(value):
            return value
        case Name(name) | Asked(id=name):
            return lookup(name)
        case Unary("not", operand):
            return not evaluate(operand, lookup)
        case Unary(_, operand):
            return -number(operand, lookup)
        case Binary("and", left, right):
            return bool(evaluate(left, lookup)) and bool(evaluate(right, lookup))
        case Binary("or", left, right):
            return bool(evaluate(left, lookup)) or bool(evaluate(right, lookup))
        case Binary(operator, left, right):
            return _operate(operator, evaluate(left, lookup), evaluate(right, lookup))
        case Call():
            return _call(node, lookup)
        case RoundTo(value, unit, mode):
            return rounded(number(value, lookup), number(unit, lookup), mode)
        case Band():
            return _band(node, lookup)
        case Tiered():
            return _tiered(node, lookup)


def number(node: Node, lookup: Lookup) -> Fraction:
    """Return the value of a formula of numbers."""
    return as_number(evaluate(node, lookup))


def as_number(value: Value) -> Fraction:
    """Return the exact number that a value holds."""
    assert isinstance(value, int | Fraction), value  # noqa: S101 - the unit check at load leaves nothing else
    return Fraction(value)


def rounded(value: Fraction, unit: Fraction, mode: str) -> Fraction:
    """Round to a multiple of `unit`: `up`, `down` (both as on the number line) or `half_up`."""
    if unit <= 0:
        raise Undetermined("rules.division_by_zero")
    share = value / unit
    whole = {"up": lambda: -((-share) // 1), "down": lambda: share // 1, "half_up": lambda: round_half_up(share)}
    return whole[mode]() * unit


_COMPARE: dict[str, Callable[[Value, Value], bool]] = {
    "=": lambda left, right: left == right,
    "<>": lambda left, right: left != right,
    "<": lambda left, right: _key(left) < _key(right),
    "<=": lambda left, right: _key(left) <= _key(right),
    ">": lambda left, right: _key(left) > _key(right),
    ">=": lambda left, right: _key(left) >= _key(right),
}


def _key(value: Value) -> Fraction:
    if isinstance(value, YearMonth):
        return Fraction(value.ordinal)
    return Fraction(value.toordinal()) if isinstance(value, date) else as_number(value)


def _operate(operator: str, left: Value, right: Value) -> Value:
    if operator in _COMPARE:
        return _COMPARE[operator](left, right)
    if isinstance(left, YearMonth):
        return _on_the_calendar(operator, left, right)
    return _arithmetic(operator, as_number(left), as_number(right))


def _on_the_calendar(operator: str, month: YearMonth, other: Value) -> Value:
    if isinstance(other, YearMonth):
        return month - other
    whole = int(as_number(other) // 1)
    return month + (whole if operator == "+" else -whole)


def _arithmetic(operator: str, left: Fraction, right: Fraction) -> Fraction:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            if right == 0:
                raise Undetermined("rules.division_by_zero")
            return left / right


def _call(node: Call, lookup: Lookup) -> Value:
    first = evaluate(node.arguments[0], lookup)
    match node.function:
        case "if":
            return evaluate(node.arguments[1 if first else 2], lookup)
        case "percent":
            return as_number(first) / 100
        case "months_between":
            return _month(evaluate(node.arguments[1], lookup)) - _month(first)
        case "add_months":
            return later(first, number(node.arguments[1], lookup))
        case _:
            return _pick(node.function, [first, *(evaluate(each, lookup) for each in node.arguments[1:])])


def later(day: Value, months: Fraction) -> date:
    """Return the day whole months later, the month's last where it has no such day."""
    assert isinstance(day, date), day  # noqa: S101 - the unit check at load leaves nothing else
    month = YearMonth.of(day) + int(months // 1)
    last = ((month + 1).first_day - month.first_day).days
    return month.first_day.replace(day=min(day.day, last))


def _month(value: Value) -> YearMonth:
    if isinstance(value, YearMonth):
        return value
    assert isinstance(value, date), value  # noqa: S101 - the unit check at load leaves nothing else
    return YearMonth.of(value)


def _pick(function: str, values: list[Value]) -> Value:
    if function == "clamp":
        value, low, high = values
        return max((min((value, high), key=_key), low), key=_key)
    return max(values, key=_key) if function == "max" else min(values, key=_key)


def _band(node: Band, lookup: Lookup) -> Value:
    subject = number(node.subject, lookup)
    for row in node.rows:
        if subject <= number(row.limit, lookup):
            return evaluate(row.value, lookup)
    if node.otherwise is None:
        raise Undetermined("rules.band_not_covered", value=str(subject))
    return evaluate(node.otherwise, lookup)


def _tiered(node: Tiered, lookup: Lookup) -> Fraction:
    subject, floor, total = number(node.subject, lookup), Fraction(0), Fraction(0)
    for row in node.rows:
        if subject <= floor:
            return total
        limit = number(row.limit, lookup)
        share = Fraction(1) if row.flat else min(subject, limit) - floor
        total += number(row.value, lookup) * share
        floor = limit
    if subject > floor and node.then is not None:
        total += number(node.then, lookup) * (subject - floor)
    return total
