"""The unit of a whole formula, or why it has none."""

from collections.abc import Mapping
from itertools import pairwise

from desktop.rules.formulas.faults import FormulaError
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
    Row,
    Text,
    Tiered,
    Unary,
)
from desktop.rules.formulas.units import (
    BARE,
    CALENDAR_MONTH,
    DATE,
    DONG,
    FLAG,
    MONTHS,
    OF_UNIT,
    TEXT,
    Dimension,
    Freedom,
    Sort,
    common,
    multiply,
)
from desktop.rules.trace import Unit

Names = Mapping[str, Dimension]


def check(node: Node, names: Names, wanted: Dimension) -> None:
    """Check that the formula yields `wanted`.

    Raises FormulaError("pack.unit_mismatch") with both units, or FormulaError("pack.unknown_name").
    """
    _agree(unit_of(node, names), wanted)


def unit_of(node: Node, names: Names) -> Dimension:  # noqa: C901, PLR0911 - one answer per kind of node
    """Return the unit of the formula; raises FormulaError as `check` does."""
    match node:
        case Number():
            return BARE
        case Text():
            return TEXT
        case Moment(value):
            return DATE if hasattr(value, "day") else CALENDAR_MONTH
        case Name(name):
            return _named(name, names)
        case Unary(operator, operand):
            return _unary(operator, unit_of(operand, names))
        case Binary():
            return _binary(node, names)
        case Call():
            return _call(node, names)
        case Asked():
            return _asked(node, names)
        case RoundTo(value, unit, _):
            return _agree(_number(unit_of(unit, names)), _number(unit_of(value, names)))
        case Band(subject, rows, otherwise):
            return _band(subject, rows, otherwise, names)
        case Tiered(subject, rows, then):
            return _tiered(subject, rows, then, names)


def _named(name: str, names: Names) -> Dimension:
    if name not in names:
        raise FormulaError("pack.unknown_name", found=name, expected="")
    return names[name]


def _mismatch(left: Dimension | str, right: Dimension | str) -> FormulaError:
    return FormulaError("pack.unit_mismatch", found=str(left), expected=str(right))


def _agree(left: Dimension, right: Dimension) -> Dimension:
    shared = common(left, right)
    if shared is None:
        raise _mismatch(left, right)
    return shared


def _number(dimension: Dimension) -> Dimension:
    if dimension.sort is not Sort.NUMBER:
        raise _mismatch(dimension, "số")
    return dimension


def _unary(operator: str, operand: Dimension) -> Dimension:
    return _agree(operand, FLAG) if operator == "not" else _number(operand)


def _binary(node: Binary, names: Names) -> Dimension:
    left, right = unit_of(node.left, names), unit_of(node.right, names)
    match node.operator:
        case "and" | "or":
            return _agree(_agree(left, FLAG), _agree(right, FLAG))
        case "*" | "/":
            return multiply(_number(left), _number(right), 1 if node.operator == "*" else -1)
        case "+" | "-":
            return _sum(node.operator, left, right)
        case _:
            return _comparison(node, left, right)


def _sum(operator: str, left: Dimension, right: Dimension) -> Dimension:
    if left.sort is Sort.MONTH and right.sort is Sort.NUMBER:
        _agree(right, MONTHS)
        return CALENDAR_MONTH
    if operator == "-" and left.sort is right.sort is Sort.MONTH:
        return MONTHS
    return _agree(_number(left), _number(right))


def _comparison(node: Binary, left: Dimension, right: Dimension) -> Dimension:
    shared = _agree(left, right)
    if shared.sort in {Sort.TEXT, Sort.FLAG} and node.operator not in {"=", "<>"}:
        raise _mismatch(left, "số, ngày hoặc tháng")
    for side, other in ((node.left, right), (node.right, left)):
        if isinstance(side, Text) and side.value not in other.choices:
            raise FormulaError("pack.unknown_choice", found=side.value, expected=", ".join(other.choices))
    return FLAG


def _call(node: Call, names: Names) -> Dimension:
    units = [unit_of(argument, names) for argument in node.arguments]
    match node.function:
        case "if":
            _agree(units[0], FLAG)
            return _agree(units[1], units[2])
        case "percent":
            plain = _number(units[0])
            return Dimension(Sort.NUMBER) if plain.freedom is Freedom.ANY else plain
        case "months_between":
            for unit in units:
                _moment(unit)
            return MONTHS
        case "add_months":
            _agree(units[1], MONTHS)
            return _agree(units[0], DATE)
        case _:
            return _all_agree(units)


def _moment(unit: Dimension) -> None:
    if unit.sort not in {Sort.DATE, Sort.MONTH}:
        raise _mismatch(unit, "ngày hoặc tháng lịch")


_ANSWERS = {
    "years": OF_UNIT[Unit.YEARS],
    "base_salary_on": OF_UNIT[Unit.DONG_PER_MONTH],
    "age_on": MONTHS,
    "pension_month_by": CALENDAR_MONTH,
    "early_months_by": MONTHS,
    "already_paid": DONG,
    "amount_of": DONG,
    "has_obstacle": FLAG,
    "eligible_for": FLAG,
}
"""The unit of each quantity that takes an argument."""


def _asked(node: Asked, names: Names) -> Dimension:
    if node.argument is not None:
        unit = unit_of(node.argument, names)
        if node.function in {"base_salary_on", "age_on"}:
            _moment(unit)
        else:
            _agree(unit, MONTHS)
    return _ANSWERS[node.function]


def _all_agree(units: list[Dimension]) -> Dimension:
    shared = units[0] if units[0].sort in {Sort.DATE, Sort.MONTH} else _number(units[0])
    for unit in units[1:]:
        shared = _agree(shared, unit)
    return shared


def _rising(rows: tuple[Row, ...]) -> None:
    """Refuse a bare limit that is not above the one before: its row would never count."""
    limits = [row.limit.value for row in rows if isinstance(row.limit, Number)]
    for low, high in pairwise(limits):
        if high <= low:
            raise FormulaError("pack.limits_not_rising", found=str(high), expected=str(low))


def _band(subject: Node, rows: tuple[Row, ...], otherwise: Node | None, names: Names) -> Dimension:
    _rising(rows)
    looked_up = _number(unit_of(subject, names))
    for row in rows:
        _agree(unit_of(row.limit, names), looked_up)
    values = [unit_of(row.value, names) for row in rows]
    return _all_agree([*values, unit_of(otherwise, names)] if otherwise is not None else values)


def _tiered(subject: Node, rows: tuple[Row, ...], then: Node | None, names: Names) -> Dimension:
    _rising(rows)
    measured = _number(unit_of(subject, names))
    given = []
    for row in rows:
        _agree(unit_of(row.limit, names), measured)
        value = _number(unit_of(row.value, names))
        given.append(value if row.flat else multiply(value, measured))
    if then is not None:
        given.append(multiply(_number(unit_of(then, names)), measured))
    return _all_agree(given)
