"""The exact value of a formula. Only the branches that are needed are evaluated.

A formula becomes a function once and is then called for each person. Whole numbers stay `int` inside, which is several
times faster than `Fraction` and as exact; division always makes a `Fraction`.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

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
    children,
)
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.quantities.sums import Exact, exact_sum
from desktop.rules.trace import Value

Lookup = Callable[[str], Value]
"""Gives the value of a name, or raises a Refusal when it is missing, open or undetermined."""
Function: TypeAlias = Callable[[Lookup], Value]
"""A formula ready to be called."""

PICKING = frozenset({"min", "max", "clamp"})
"""Functions that take one of their arguments."""
MAX_BITS = 4_096
"""Size of a number's numerator or denominator: some 1,200 digits, where a sum of the law has about 30. Values that
are multiplied over and over reach it before they cost time or memory."""


def function_of(node: Node) -> Function:  # noqa: C901, PLR0911 - one answer per kind of node
    """Return the formula as a function; the tree must have passed `checking.check`.

    It raises what the lookup raises, and Undetermined: rules.division_by_zero, rules.band_not_covered,
    rules.number_too_large.
    """
    match node:
        case Number(value):
            return _constant(value.numerator if value.denominator == 1 else value)
        case Text(value) | Moment(value):
            return _constant(value)
        case Name(name) | Asked(id=name):
            return lambda lookup: lookup(name)
        case Unary("not", operand):
            denied = function_of(operand)
            return lambda lookup: not denied(lookup)
        case Unary(_, operand):
            negated = function_of(operand)
            return lambda lookup: -exact(negated(lookup))
        case Binary():
            return _binary(node)
        case Call():
            return _call(node)
        case RoundTo(value, unit, mode):
            value_of, unit_of = function_of(value), function_of(unit)
            return lambda lookup: rounded(Fraction(exact(value_of(lookup))), Fraction(exact(unit_of(lookup))), mode)
        case Band():
            return _band(node)
        case Tiered():
            return _tiered(node)


def evaluate(node: Node, lookup: Lookup) -> Value:
    """Return the value of a formula that is evaluated once; raises as `function_of` says."""
    return function_of(node)(lookup)


def number(node: Node, lookup: Lookup) -> Fraction:
    """Return the value of a formula of numbers."""
    return as_number(evaluate(node, lookup))


def as_number(value: Value) -> Fraction:
    """Return the exact number that a value holds."""
    return value if type(value) is Fraction else Fraction(exact(value))


def rounded(value: Fraction, unit: Fraction, mode: str) -> Fraction:
    """Round to a multiple of `unit`: `up`, `down` (both as on the number line) or `half_up`."""
    if unit <= 0:
        raise Undetermined("rules.division_by_zero")
    share = value if unit == 1 else value / unit
    if mode == "half_up":
        whole = round_half_up(share)
    else:
        whole = -(-share.numerator // share.denominator) if mode == "up" else share.numerator // share.denominator
    return Fraction(whole) if unit == 1 else whole * unit


def _constant(value: Value) -> Function:
    return lambda _: value


def exact(value: Value) -> Exact:
    """Return the number that a value holds, as it is kept."""
    assert isinstance(value, (int, Fraction)), value  # noqa: S101 - the unit check at load leaves nothing else
    return value


def _bounded(value: Exact) -> Exact:
    above, below = value.as_integer_ratio()
    if above.bit_length() > MAX_BITS or below.bit_length() > MAX_BITS:
        raise Undetermined("rules.number_too_large", digits=MAX_BITS * 3 // 10)
    return value


def key(value: Value) -> Exact:
    """Return the number by which values of one unit are ordered."""
    if isinstance(value, YearMonth):
        return value.ordinal
    return value.toordinal() if isinstance(value, date) else exact(value)


def _binary(node: Binary) -> Function:
    left, right = function_of(node.left), function_of(node.right)
    if node.operator == "and":
        return lambda lookup: bool(left(lookup)) and bool(right(lookup))
    if node.operator == "or":
        return lambda lookup: bool(left(lookup)) or bool(right(lookup))
    operate = _OPERATE[node.operator]
    if isinstance(node.left, Name) and isinstance(node.right, Name):
        return _of_two_names(node.left.id, node.right.id, operate)
    return lambda lookup: operate(left(lookup), right(lookup))


def _of_two_names(first: str, second: str, operate: Callable[[Any, Any], Value]) -> Function:
    """Return an operation on two named values, the commonest of all, without a call for each name."""
    return lambda lookup: operate(lookup(first), lookup(second))


def _add(left: Value, right: Value) -> Value:
    if isinstance(left, YearMonth):
        return left + int(exact(right) // 1)
    if type(left) is int and type(right) is int:
        return _bounded(left + right)
    return _bounded(exact_sum((exact(left), exact(right))))


def _subtract(left: Value, right: Value) -> Value:
    if isinstance(left, YearMonth):
        return left - right if isinstance(right, YearMonth) else left + -int(exact(right) // 1)
    if type(left) is int and type(right) is int:
        return _bounded(left - right)
    return _bounded(exact_sum((exact(left), -exact(right))))


def _times(left: Exact, right: Exact) -> Exact:
    if type(left) is int and type(right) is int:
        product = left * right
        return product if product.bit_length() <= MAX_BITS else _bounded(product)
    if type(left) is int:  # a fraction takes a whole number beside it faster than the other way round
        left, right = right, left
    return _bounded(left * right)


def _divide(left: Value, right: Value) -> Value:
    if right == 0:
        raise Undetermined("rules.division_by_zero")
    return _bounded(as_number(left) / exact(right))


_OPERATE: dict[str, Callable[[Any, Any], Value]] = {
    "+": _add,
    "-": _subtract,
    "*": _times,
    "/": _divide,
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
"""Comparisons take any two values of one unit, which have one order: numbers, days, months."""


def _call(node: Call) -> Function:
    arguments = [function_of(argument) for argument in node.arguments]
    match node.function:
        case "if":
            condition, yes, no = arguments
            return lambda lookup: yes(lookup) if condition(lookup) else no(lookup)
        case "percent":
            (percent,) = arguments
            return lambda lookup: as_number(percent(lookup)) / 100
        case "months_between":
            first, last = arguments
            return lambda lookup: _months_between(first(lookup), last(lookup))
        case "add_months":
            day, months = arguments
            return lambda lookup: later(day(lookup), exact(months(lookup)))
        case _:
            return _picking(node, arguments)


def _picking(node: Call, arguments: list[Function]) -> Function:
    def picked(lookup: Lookup) -> Value:
        values = [argument(lookup) for argument in arguments]
        found = pick(node.function, values)
        if isinstance(lookup, Noting):
            lookup.picks.append(Pick(node, tuple(values), found))
        return found

    return picked


def has_picks(node: Node) -> bool:
    """Return whether `min`, `max` or `clamp` stands in the formula itself."""
    return (isinstance(node, Call) and node.function in PICKING) or any(map(has_picks, children(node)))


@dataclass(frozen=True, slots=True)
class Pick:
    """What `min`, `max` or `clamp` chose, and of what."""

    node: Call
    values: tuple[Value, ...]
    found: Value


class Noting:
    """A look-up that remembers what caps, floors and best-of chose on the way."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self.picks: list[Pick] = []

    def __call__(self, name: str) -> Value:
        """Return the value of a name."""
        return self._lookup(name)


def _months_between(first: Value, last: Value) -> int:
    begin, end = _month(first), _month(last)
    return end - begin


def later(day: Value, months: Exact) -> date:
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


def pick(function: str, values: list[Value]) -> Value:
    """Return what `min`, `max` or `clamp` takes of the values."""
    ordered: list[Any] = list(values)  # values of one unit have one order: numbers, days, months
    if function == "clamp":
        value, low, high = ordered
        found: Value = max(min(value, high), low)
    else:
        found = max(ordered) if function == "max" else min(ordered)
    return found


def _band(node: Band) -> Function:
    subject_of = function_of(node.subject)
    rows = [(function_of(row.limit), function_of(row.value)) for row in node.rows]
    otherwise = None if node.otherwise is None else function_of(node.otherwise)

    def look_up(lookup: Lookup) -> Value:
        subject = exact(subject_of(lookup))
        for limit, value in rows:
            if subject <= exact(limit(lookup)):
                return value(lookup)
        if otherwise is None:
            raise Undetermined("rules.band_not_covered", value=str(subject))
        return otherwise(lookup)

    return look_up


def _tiered(node: Tiered) -> Function:
    subject_of = function_of(node.subject)
    rows = [(function_of(row.limit), function_of(row.value), row.flat) for row in node.rows]
    then = None if node.then is None else function_of(node.then)

    def climb(lookup: Lookup) -> Value:
        subject = exact(subject_of(lookup))
        floor: Exact = 0
        total: Exact = 0
        for limit_of, value, flat in rows:
            if subject <= floor:
                return total
            limit = exact(limit_of(lookup))
            share = 1 if flat else min(subject, limit) - floor
            total = _bounded(total + exact(value(lookup)) * share)
            floor = limit
        if then is not None and subject > floor:
            total = _bounded(total + exact(then(lookup)) * (subject - floor))
        return total

    return climb
