"""What formulas can name for one dossier: each value determined once, its step and its inputs kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from desktop.domain.errors import Refusal
from desktop.rules.policy import DatedFigure, Parameter, PolicyPack
from desktop.rules.quantities.missing import Undetermined
from desktop.rules.showing import NOT_DETERMINED, NOT_KNOWN, reason_of, show
from desktop.rules.trace import Citation, Provenance, Step, Unit, Value
from desktop.rules.values import OpenParameter, Subject, Values, plain

if TYPE_CHECKING:
    from desktop.rules.prepared import Prepared


class Determined(msgspec.Struct, gc=False):  # made some thirty times for each person: a dataclass takes twice as long
    """A value and how it came about; `formula` in words, `substituted` with the numbers put in."""

    value: Value
    formula: str = ""
    substituted: str = ""
    citation: Citation | None = None
    provenance: Provenance | None = None
    note: str = ""
    shown: str = ""
    """Where the value needs other words than its unit's own."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that formulas can name. `choices` are the words that a text may be compared with.

    `lowered` says that it changes when the retirement age is lowered.
    """

    id: str
    label: str
    unit: Unit
    determine: "Callable[[Values], Determined]"
    choices: tuple[str, ...] = ()
    lowered: bool = False
    value: "Callable[[Values], Value] | None" = None
    """The value alone, where that is less work than the value with its words."""


class Scope(Values):
    """The values with their steps: what, how in words, with numbers, by what right, resting on what."""

    def __init__(self, pack: PolicyPack, subject: Subject, prepared: "Prepared", lowered_by: str = "") -> None:
        super().__init__(pack, subject, prepared, lowered_by, {})  # what is known stands in the steps
        self.steps: dict[str, Step] = {}
        self._inputs: dict[str, None] = {}
        """What the step at work looked at so far, in that order."""
        self._doubts: dict[str, int] = {}

    def lowered(self, lowered_by: str) -> "Scope":
        """Return the scope in which the retirement age is lowered by that parameter ("" for not at all)."""
        changing = self._prepared.changing
        if lowered_by == self.lowered_by and changing.isdisjoint(self.steps) and changing.isdisjoint(self._refused):
            return self  # nothing has been asked yet that would change
        other = Scope(self.pack, self._subject, self._prepared, lowered_by)
        other.steps = self._unchanging(self.steps)
        other._refused = self._unchanging(self._refused)
        return other

    def value(self, name: str) -> Value:
        """Return the value; raises Missing, Undetermined or OpenParameter, the same each time."""
        self._inputs[name] = None
        step = self.steps.get(name) or self._determine(name)
        if step is None or step.value is None:
            raise self._refused[name].with_traceback(None)
        return step.value

    def known(self, name: str) -> Value | None:
        """Return a value that was determined, None where there is none."""
        step = self.steps.get(name)
        return None if step is None else step.value

    def try_value(self, name: str) -> Refusal | None:
        """Determine the value if that can be done, and return why not otherwise."""
        try:
            self.value(name)
        except Refusal as refusal:
            return refusal
        return None

    def run(self, step_id: str, label: str, unit: Unit, determine: "Callable[[Scope], Determined]") -> Step:
        """Determine a step and keep it, with what it looked at as its inputs; refusals are kept, not raised."""
        outer, self._inputs = self._inputs, {}
        try:
            found = determine(self)
            reason, value = found.note, found.value
            shown = found.shown or show(value, unit)
        except Refusal as refusal:
            self._refused[step_id] = refusal
            found, value = Determined(False), None  # noqa: FBT003 - stands for no value at all
            reason = reason_of(refusal.code, refusal.params)
            shown = NOT_KNOWN if isinstance(refusal, OpenParameter) else NOT_DETERMINED
        inputs, self._inputs = tuple(self._inputs), outer
        step = self.steps[step_id] = Step(
            step_id,
            label,
            unit,
            value,
            shown,
            found.formula,
            found.substituted,
            found.citation,
            found.provenance,
            inputs,
            reason,
        )
        return step

    def keep(self, step: Step) -> None:
        """Keep a step that was determined elsewhere, as an input of the one at work."""
        self._inputs[step.id] = None
        self.steps[step.id] = step

    def label(self, name: str) -> str:
        """Return the words for a name: the pack's, else the catalogue's."""
        if name in self.steps:
            return self.steps[name].label
        return name_of(self.pack, self._prepared.quantities, name)

    def shown(self, name: str) -> str:
        """Return the value as shown where it is known, else the label."""
        step = self.steps.get(name)
        return f"“{self.label(name)}”" if step is None else step.shown

    def refusal(self, name: str) -> Refusal | None:
        """Return why a name has no value, None when it has one or nobody asked."""
        return self._refused.get(name)

    @property
    def complete(self) -> bool:
        """Whether everything asked for was determined."""
        return not self._refused

    def weakest(self, name: str) -> Provenance | None:
        """Return the least sure provenance among a step and all that it rests on."""
        if len(self._doubts) != len(self.steps):
            self._doubts = _doubts(self.steps)
        doubt = self._doubts.get(name, -1)
        return None if doubt < 0 else _DOUBT[doubt]

    def below(self, names: tuple[str, ...]) -> set[str]:
        """Return the steps named and all that they rest on."""
        seen: set[str] = set()
        waiting = list(names)
        while waiting:
            current = waiting.pop()
            if current not in seen and current in self.steps:
                seen.add(current)
                waiting.extend(self.steps[current].inputs)
        return seen

    def _determine(self, name: str) -> Step | None:
        known = self._figures.steps.get(name)
        if known is not None:
            self.steps[name] = known
            return known
        quantity = self._prepared.quantities.get(name)
        if quantity is not None:
            return self.run(name, self._prepared.labels[name], quantity.unit, quantity.determine)
        if name in self.pack.parameters:
            return self._figure_step(self.pack.parameters[name])
        # an item or a total that this person's case does not have
        self._refused[name] = Undetermined("rules.not_in_this_case", label=self.label(name))
        return None

    def _figure_step(self, parameter: Parameter) -> Step:
        step = self.run(parameter.id, parameter.label, parameter.unit, lambda scope: _figure(scope, parameter))
        refusal = self._refused.get(parameter.id)
        if isinstance(refusal, OpenParameter):
            cited = refusal.open_values[0].citation
            step = msgspec.structs.replace(step, citation=cited, provenance=Provenance.OPEN)
            self.steps[parameter.id] = step
        return step


def _figure(scope: Scope, parameter: Parameter) -> Determined:
    figure, value = scope.figure(parameter)
    return Determined(plain(value), citation=figure.citation, provenance=figure.provenance, note=figure.note)


_DOUBT = (
    Provenance.VERIFIED,
    Provenance.DERIVED,
    Provenance.REPORTED,
    Provenance.RECALLED,
    Provenance.INVENTED,
    Provenance.OPEN,
)


_PLACE = {provenance: place for place, provenance in enumerate(_DOUBT)}


def _doubts(steps: Mapping[str, Step]) -> dict[str, int]:
    """Return how unsure each step is, with all that it rests on: those stand before it. -1 where nothing says."""
    found: dict[str, int] = {}
    for name, step in steps.items():
        doubt = -1 if step.provenance is None else _PLACE[step.provenance]
        for each in step.inputs:
            below = found.get(each, -1)
            if below > doubt:  # noqa: PLR1730 - `max` takes three times as long
                doubt = below
        found[name] = doubt
    return found


def figure_step(parameter: Parameter, figure: DatedFigure) -> Step:
    """Return the step of a known figure of the law, the same as working it out gives."""
    return Step(
        parameter.id,
        parameter.label,
        parameter.unit,
        None if figure.value is None else plain(figure.value),
        show(figure.value, parameter.unit),
        citation=figure.citation,
        provenance=figure.provenance,
        reason=figure.note,
    )


def name_of(pack: PolicyPack, quantities: Mapping[str, Quantity], name: str) -> str:
    """Return the words for a name: the pack's label, the catalogue's, or the parameter's."""
    if name in pack.labels:
        return pack.labels[name]
    if name in quantities:
        return quantities[name].label
    return pack.parameters[name].label if name in pack.parameters else pack.component_label(name)
