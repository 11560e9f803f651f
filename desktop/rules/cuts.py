"""Caps, floors and the better of several, in words: what was cut to what."""

from desktop.rules.formulas.evaluation import Pick, key
from desktop.rules.formulas.units import OF_UNIT, Dimension
from desktop.rules.showing import show
from desktop.rules.trace import Unit, Value

_UNITS = {
    (dimension.sort, dimension.dong, dimension.month, dimension.year): unit
    for unit, dimension in reversed(OF_UNIT.items())
}


def unit_shown(dimension: Dimension) -> Unit:
    """Return the unit in which a value of this dimension is shown; a plain number where it has no name."""
    return _UNITS.get((dimension.sort, dimension.dong, dimension.month, dimension.year), Unit.RATIO)


def pick_in_words(pick: Pick, unit: Unit) -> str:
    """Return which value was taken and why: "78.000 đ cao hơn mức tối đa 50.000 đ nên lấy 50.000 đ."."""
    shown = [show(value, unit) for value in pick.values]
    if pick.node.function == "clamp":
        return _clamped(pick, shown)
    if len(shown) > 2:
        which = "nhỏ nhất" if pick.node.function == "min" else "lớn nhất"
        return f"Trong {'; '.join(shown)}: lấy số {which} là {show(pick.found, unit)}."
    (first, second), kept = shown, key(pick.values[0]) == key(pick.found)
    if pick.node.function == "min":
        return f"{first} không cao hơn {second} nên giữ {first}." if kept else _taken(first, "cao hơn", second)
    return f"{first} không thấp hơn {second} nên giữ {first}." if kept else _taken(first, "thấp hơn", second)


def _clamped(pick: Pick, shown: list[str]) -> str:
    value, low, high = shown
    if key(pick.values[0]) == key(pick.found):
        return f"{value} nằm trong khoảng từ {low} đến {high} nên giữ {value}."
    below: Value = pick.values[1]
    if key(pick.found) == key(below):
        return _taken(value, "thấp hơn mức thấp nhất", low)
    return _taken(value, "cao hơn mức cao nhất", high)


def _taken(value: str, relation: str, limit: str) -> str:
    return f"{value} {relation} {limit} nên lấy {limit}."
