"""What formulas can name for one dossier: each value determined once, its step and its inputs kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.rules.policy import Parameter, PolicyPack
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.showing import NOT_DETERMINED, NOT_KNOWN, reason_of, show
from desktop.rules.trace import Citation, OpenValue, Provenance, Step, Unit, Value

if TYPE_CHECKING:
    from desktop.rules.other_packs import OtherAnswers


class OpenParameter(Undetermined):
    """A figure of the law that is not known; nothing is put in its place."""

    def __init__(self, *open_values: OpenValue) -> None:
        cited = "; ".join(dict.fromkeys(str(value.citation) for value in open_values))
        super().__init__("rules.open_parameter", citation=cited)
        self.open_values = open_values


@dataclass(frozen=True, slots=True)
class Determined:
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
    determine: "Callable[[Scope], Determined]"
    choices: tuple[str, ...] = ()
    lowered: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What is computed for: a dossier, the date of its approval document, and what other packs say of it."""

    dossier: Dossier
    approved_on: date | None
    others: "OtherAnswers"


class Scope:
    """The values of one dossier under one pack; a name's value is determined on first use and then kept."""

    def __init__(
        self,
        pack: PolicyPack,
        subject: Subject,
        quantities: Mapping[str, Quantity],
        lowered_by: str = "",
    ) -> None:
        self.pack = pack
        self.dossier = subject.dossier
        self.approved_on = subject.approved_on
        self.lowered_by = lowered_by
        self.others = subject.others
        self._subject = subject
        self.steps: dict[str, Step] = {}
        self._quantities = quantities
        self._refused: dict[str, Refusal] = {}
        self._inputs: list[dict[str, None]] = [{}]

    def lowered(self, lowered_by: str) -> "Scope":
        """Return the scope in which the retirement age is lowered by that parameter ("" for not at all)."""
        other = Scope(self.pack, self._subject, self._quantities, lowered_by)
        kept = {name for name in self.steps if not (name in self._quantities and self._quantities[name].lowered)}
        other.steps = {name: step for name, step in self.steps.items() if name in kept}
        other._refused = {name: refusal for name, refusal in self._refused.items() if name in kept}
        return other

    def value(self, name: str) -> Value:
        """Return the value; raises Missing, Undetermined or OpenParameter, the same each time."""
        self._inputs[-1][name] = None
        if name not in self.steps:
            self._determine(name)
        if name in self._refused:
            raise self._refused[name].with_traceback(None)
        value = self.steps[name].value
        assert value is not None, name  # noqa: S101 - a step without value has its refusal
        return value

    def number(self, name: str) -> Fraction:
        """Return the value of a name that holds a number."""
        value = self.value(name)
        assert isinstance(value, int | Fraction), name  # noqa: S101 - the catalogue says so
        return Fraction(value)

    def month(self, name: str) -> YearMonth:
        """Return the value of a name that holds a calendar month."""
        value = self.value(name)
        assert isinstance(value, YearMonth), name  # noqa: S101 - the catalogue says so
        return value

    def try_value(self, name: str) -> Refusal | None:
        """Determine the value if that can be done, and return why not otherwise."""
        try:
            self.value(name)
        except Refusal as refusal:
            return refusal
        return None

    def run(self, step_id: str, label: str, unit: Unit, determine: Callable[[], Determined]) -> None:
        """Determine a step and keep it, with what it looked at as its inputs; refusals are kept, not raised."""
        self._inputs.append({})
        try:
            found = determine()
            reason, value = found.note, found.value
            shown = found.shown or show(value, unit)
        except Refusal as refusal:
            self._refused[step_id] = refusal
            found, value = Determined(False), None  # noqa: FBT003 - stands for no value at all
            reason = reason_of(refusal.code, refusal.params)
            shown = NOT_KNOWN if isinstance(refusal, OpenParameter) else NOT_DETERMINED
        inputs = tuple(self._inputs.pop())
        self.steps[step_id] = Step(
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

    def keep(self, step: Step) -> None:
        """Keep a step that was determined elsewhere, as an input of the one at work."""
        self._inputs[-1][step.id] = None
        self.steps[step.id] = step

    def label(self, name: str) -> str:
        """Return the words for a name: the pack's, else the catalogue's."""
        if name in self.steps:
            return self.steps[name].label
        return name_of(self.pack, self._quantities, name)

    def shown(self, name: str) -> str:
        """Return the value as shown where it is known, else the label."""
        return self.steps[name].shown if name in self.steps else f"“{self.label(name)}”"

    def refusal(self, name: str) -> Refusal | None:
        """Return why a name has no value, None when it has one or nobody asked."""
        return self._refused.get(name)

    def weakest(self, name: str) -> Provenance | None:
        """Return the least sure provenance among a step and all that it rests on."""
        found = [self.steps[each].provenance for each in self.below((name,))]
        return max((each for each in found if each is not None), key=_DOUBT.index, default=None)

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

    def _determine(self, name: str) -> None:
        if name in self._quantities:
            quantity = self._quantities[name]
            self.run(name, self.label(name), quantity.unit, lambda: quantity.determine(self))
        elif name not in self.pack.parameters:  # an item or a total that this person's case does not have
            self._refused[name] = Undetermined("rules.not_in_this_case", label=self.label(name))
        else:
            parameter = self.pack.parameters[name]
            self.run(name, parameter.label, parameter.unit, lambda: self._figure(parameter))
            self._cite_open(parameter)

    def _figure(self, parameter: Parameter) -> Determined:
        day = self._day(parameter)
        figure = parameter.on(day)
        if figure is None:
            raise Undetermined("rules.parameter_not_dated", label=parameter.label, day=show(day, Unit.DATE))
        if figure.value is None:
            raise OpenParameter(OpenValue(parameter.id, parameter.label, figure.citation))
        return Determined(figure.value, citation=figure.citation, provenance=figure.provenance, note=figure.note)

    def _day(self, parameter: Parameter) -> date:
        if parameter.dated_by == "leave_on":  # not a step of its own: every trace begins with it
            if self.dossier.leave_on is None:
                raise Missing("rules.field_missing", "leave_on", label="thời điểm nghỉ")
            return self.dossier.leave_on
        day = self.value(parameter.dated_by)
        assert isinstance(day, date | YearMonth), day  # noqa: S101 - checked when the pack loads
        return day if isinstance(day, date) else day.first_day

    def _cite_open(self, parameter: Parameter) -> None:
        refusal = self._refused.get(parameter.id)
        if isinstance(refusal, OpenParameter):
            step = self.steps[parameter.id]
            self.steps[parameter.id] = Step(
                step.id,
                step.label,
                step.unit,
                None,
                step.shown,
                citation=refusal.open_values[0].citation,
                provenance=Provenance.OPEN,
                inputs=step.inputs,
                reason=step.reason,
            )


_DOUBT = (
    Provenance.VERIFIED,
    Provenance.DERIVED,
    Provenance.REPORTED,
    Provenance.RECALLED,
    Provenance.INVENTED,
    Provenance.OPEN,
)


def name_of(pack: PolicyPack, quantities: Mapping[str, Quantity], name: str) -> str:
    """Return the words for a name: the pack's label, the catalogue's, or the parameter's."""
    if name in pack.labels:
        return pack.labels[name]
    if name in quantities:
        return quantities[name].label
    return pack.parameters[name].label if name in pack.parameters else pack.component_label(name)
