"""What a pack's formulas and quantities are turned into once, so that each person takes little work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.domain.dossiers import Group, Route
from desktop.rules.catalogue import quantities_of, units_of_built_in
from desktop.rules.cuts import unit_shown
from desktop.rules.formulas.checking import unit_of as dimension_of
from desktop.rules.formulas.evaluation import Function, function_of, has_picks
from desktop.rules.formulas.tree import Node
from desktop.rules.formulas.units import DONG, OF_UNIT, Dimension
from desktop.rules.formulas.words import in_words
from desktop.rules.policy import Case, PolicyPack
from desktop.rules.salaries import base_salary_step
from desktop.rules.scope import Quantity, figure_step, name_of
from desktop.rules.trace import Step, Unit, Value
from desktop.rules.values import LEAVE_ON, Values, plain

_MARK = "\0"
_MOST_DAYS = 1_000
"""Days of leaving whose figures are kept; a list has some dozen."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A formula as a function, in words, and as a pattern in which "%s" stands for each of `names` in turn."""

    call: Function
    words: str
    pattern: str
    names: tuple[str, ...]
    picks: bool
    """Whether it has caps, floors or best-of, which tell what they chose."""

    def filled(self, shown: Callable[[str], str]) -> str:
        """Return the formula with each name as it is shown."""
        return self.pattern % tuple(map(shown, self.names))


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of the law on one day, by the parameter's id: values, whole ones as `int`, and their steps."""

    values: dict[str, Value]
    steps: Mapping[str, Step]


class Prepared:
    """A pack made ready: quantities by name, formulas, cases by group and route."""

    def __init__(self, pack: PolicyPack) -> None:
        self._pack = pack
        self._ready: dict[int, Ready] = {}
        self._figures: dict[date | None, Figures] = {}
        self.retirement_ages: dict[tuple[int, Value, int], int] = {}
        self._units: dict[int, Unit] = {}
        self.base_salary_steps = tuple(map(base_salary_step, pack.base_salary_sources))
        self._cases: dict[tuple[Group | None, Route | None], tuple[Case, ...]] = {}
        self.quantities: Mapping[str, Quantity] = quantities_of(pack)
        self.alone = {name: _value_alone(quantity) for name, quantity in self.quantities.items()}
        """How the value alone of each quantity is determined."""
        self.labels = {name: name_of(pack, self.quantities, name) for name in self.quantities}
        self.changing = frozenset(name for name, quantity in self.quantities.items() if quantity.lowered)
        """Names whose values change when the retirement age is lowered."""

    def formula(self, node: Node) -> Ready:
        """Return a formula of the pack, ready; the pack holds the tree, so that its identity stands for it."""
        found = self._ready.get(id(node))
        if found is None:
            found = self._ready[id(node)] = self._made_ready(node)
        return found

    def _made_ready(self, node: Node) -> Ready:
        parts = in_words(node, lambda name: f"{_MARK}{name}{_MARK}").split(_MARK)
        words = in_words(node, lambda name: name_of(self._pack, self.quantities, name))
        pattern = "%s".join(part.replace("%", "%%") for part in parts[::2])
        return Ready(function_of(node), words, pattern, tuple(parts[1::2]), has_picks(node))

    def unit_of(self, node: Node) -> Unit:
        """Return the unit in which a part of a formula of the pack is shown."""
        if id(node) not in self._units:
            self._units[id(node)] = unit_shown(dimension_of(node, self._dimensions))
        return self._units[id(node)]

    @cached_property
    def _dimensions(self) -> Mapping[str, Dimension]:
        pack, built_in = self._pack, units_of_built_in()
        named = {name: OF_UNIT[quantity.unit] for name, quantity in self.quantities.items()}
        figures = {name: OF_UNIT[parameter.unit] for name, parameter in pack.parameters.items()}
        return {**named, **built_in, **figures, **dict.fromkeys((*pack.component_ids, "total"), DONG)}

    def figures_on(self, leave_on: date | None) -> "Figures":
        """Return the known figures of the law that hold for people leaving on a day; the same for all of them."""
        found = self._figures.get(leave_on)
        if found is None:
            if len(self._figures) >= _MOST_DAYS:
                self._figures.clear()
            found = self._figures[leave_on] = self._known_figures(leave_on)
        return found

    def _known_figures(self, leave_on: date | None) -> "Figures":
        values: dict[str, Value] = {}
        steps: dict[str, Step] = {}
        for name, parameter in self._pack.parameters.items():
            figure = parameter.on(leave_on) if leave_on is not None and parameter.dated_by == LEAVE_ON else None
            if figure is not None and figure.value is not None:
                values[name] = plain(figure.value)
                steps[name] = figure_step(parameter, figure)
        return Figures(values, steps)

    def cases(self, group: Group | None, route: Route | None) -> tuple[Case, ...]:
        """Return the cases for a group and a route, in the pack's order."""
        key = (group, route)
        if key not in self._cases:
            fitting = (case for case in self._pack.cases if group in case.groups and route in case.routes)
            self._cases[key] = tuple(fitting)
        return self._cases[key]


def _value_alone(quantity: Quantity) -> Callable[[Values], Value]:
    return quantity.value or (lambda values: quantity.determine(values).value)


def prepared(pack: PolicyPack) -> Prepared:
    """Return the pack made ready; the same each time."""
    found = pack.kept.get("prepared")
    if not isinstance(found, Prepared):
        found = pack.kept["prepared"] = Prepared(pack)
    return found
