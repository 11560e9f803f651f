"""The tree of a formula. Every node is immutable; numbers are exact."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from desktop.domain.months import YearMonth


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Text:
    """A quoted word, to compare a choice with: `sex = "female"`."""

    value: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A fixed date or month: `date(2025, 6, 16)`, `month(2024, 7)`."""

    value: date | YearMonth


@dataclass(frozen=True, slots=True)
class Name:
    """A quantity, parameter, salary base or component by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class Unary:
    """`-x` or `not x`."""

    operator: str
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic, comparison (`=`, `<>`, `<`, `<=`, `>`, `>=`), `and`, `or`."""

    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    """`if`, `min`, `max`, `clamp`, `percent`, `months_between`, `add_months`."""

    function: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A quantity with an argument: `age_on(leave_on)`, `years(insured_months, halves)`, `already_paid("nq27")`.

    `word` is the table, policy, pack answer or obstacle that is named; `id` is the call as written, and the id of
    its step in traces.
    """

    function: str
    id: str
    argument: "Node | None"
    word: str = ""


@dataclass(frozen=True, slots=True)
class RoundTo:
    """`round_to(value, unit, mode)`; the mode is `up`, `down` or `half_up`."""

    value: "Node"
    unit: "Node"
    mode: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `band` or `tiered`: up to and including `limit`, `value`; `flat` gives it once, not per unit."""

    limit: "Node"
    value: "Node"
    flat: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """`band(x; 24: 12, 60: 6, else: 0)`: the value of the first row whose limit `x` does not pass."""

    subject: "Node"
    rows: tuple[Row, ...]
    otherwise: "Node | None"


@dataclass(frozen=True, slots=True)
class Tiered:
    """`tiered(x; 20: 5 flat, then 0.5)`: what each tier gives for the part of `x` inside it, summed."""

    subject: "Node"
    rows: tuple[Row, ...]
    then: "Node | None"


Node: TypeAlias = Number | Text | Moment | Name | Unary | Binary | Call | Asked | RoundTo | Band | Tiered


def children(node: Node) -> tuple[Node, ...]:  # noqa: PLR0911 - one answer per kind of node
    """Return the nodes directly below."""
    match node:
        case Unary(_, operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case Asked(argument=argument):
            return () if argument is None else (argument,)
        case RoundTo(value, unit, _):
            return (value, unit)
        case Band(subject, rows, last) | Tiered(subject, rows, last):
            below = [each for row in rows for each in (row.limit, row.value)]
            return (subject, *below, *((last,) if last is not None else ()))
        case _:
            return ()


def depth(node: Node) -> int:
    """Return the levels of the tree, 1 for a number or name."""
    return 1 + max((depth(child) for child in children(node)), default=0)


def size(node: Node) -> int:
    """Return how many numbers, names and operations the formula has."""
    return 1 + sum(size(child) for child in children(node))


def names_in(node: Node) -> tuple[str, ...]:
    """Return the ids that the formula names, each once, in reading order."""
    if isinstance(node, Name):
        return (node.id,)
    return tuple(dict.fromkeys(name for child in children(node) for name in names_in(child)))


def asked_in(node: Node) -> tuple[Asked, ...]:
    """Return the quantities with arguments that the formula asks for, those inside others first."""
    below = tuple(each for child in children(node) for each in asked_in(child))
    return (*below, node) if isinstance(node, Asked) else below
