"""A formula in words: names as labels, or as the numbers put in."""

from collections.abc import Callable

from desktop.domain.ratios import format_ratio
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
from desktop.rules.showing import CHOICES, show_moment

Naming = Callable[[str], str]
"""Gives the words for a name: its label, or its value as shown."""

_SIGNS = {"*": "×", "/": "÷", "-": "−", "<=": "≤", ">=": "≥", "<>": "≠", "and": "và", "or": "hoặc"}
_STRENGTH = {"or": 1, "and": 2, "=": 4, "<>": 4, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6}
_MODES = {"up": "làm tròn lên", "down": "làm tròn xuống", "half_up": "làm tròn đến số gần nhất"}
_EACH = "mỗi đơn vị"
_FUNCTIONS = {"min": "số nhỏ nhất trong", "max": "số lớn nhất trong", "months_between": "số tháng giữa"}


def in_words(node: Node, naming: Naming) -> str:  # noqa: PLR0911 - one answer per kind of node
    """Return the formula with Vietnamese words and signs."""
    match node:
        case Number(value):
            return format_ratio(value)
        case Text(value):
            return CHOICES.get(value, value)
        case Moment(moment):
            return show_moment(moment)
        case Name(name) | Asked(id=name):
            return naming(name)
        case Unary(operator, operand):
            return f"{'không phải ' if operator == 'not' else '−'}{_inside(operand, 7, naming)}"
        case Binary(operator, left, right):
            return _binary(operator, left, right, naming)
        case _:
            return _called(node, naming)


def _strength(node: Node) -> int:
    return _STRENGTH[node.operator] if isinstance(node, Binary) else 9


def _inside(node: Node, strength: int, naming: Naming) -> str:
    words = in_words(node, naming)
    return f"({words})" if _strength(node) < strength else words


def _binary(operator: str, left: Node, right: Node, naming: Naming) -> str:
    strength = _STRENGTH[operator]
    after = strength + 1 if operator in {"-", "/"} else strength
    return f"{_inside(left, strength, naming)} {_SIGNS.get(operator, operator)} {_inside(right, after, naming)}"


def _called(node: Node, naming: Naming) -> str:  # noqa: PLR0911 - one answer per kind of node
    match node:
        case Call("if", (condition, yes, no)):
            return (
                f"(nếu {in_words(condition, naming)} thì {in_words(yes, naming)}, nếu không thì {in_words(no, naming)})"
            )
        case Call("percent", (value,)):
            return f"{_inside(value, 7, naming)}%"
        case Call("add_months", (day, months)):
            unit = " tháng" if isinstance(months, Number) else ""
            return f"({in_words(day, naming)} cộng {in_words(months, naming)}{unit})"
        case Call("clamp", (value, low, high)):
            limits = f"không thấp hơn {in_words(low, naming)}, không cao hơn {in_words(high, naming)}"
            return f"({in_words(value, naming)}, {limits})"
        case Call(function, arguments):
            return f"{_FUNCTIONS[function]} ({'; '.join(in_words(each, naming) for each in arguments)})"
        case RoundTo(value, unit, mode):
            return f"({in_words(value, naming)}, {_MODES[mode]} theo {in_words(unit, naming)})"
        case Band(subject, rows, otherwise):
            listed = [_row(row, "", naming) for row in rows]
            return _table(subject, listed, otherwise, "mức còn lại", naming)
        case Tiered(subject, rows, then):
            listed = [_row(row, "" if row.flat else f"{_EACH} ", naming) for row in rows]
            return _table(subject, listed, then, f"{_EACH} tiếp theo được", naming)
        case _:
            raise AssertionError(node)


def _row(row: Row, each: str, naming: Naming) -> str:
    return f"đến {in_words(row.limit, naming)} {each}được {in_words(row.value, naming)}"


def _table(subject: Node, rows: list[str], last: Node | None, last_words: str, naming: Naming) -> str:
    parts = rows if last is None else [*rows, f"{last_words} {in_words(last, naming)}"]
    return f"(tính theo {in_words(subject, naming)}: {'; '.join(parts)})"
