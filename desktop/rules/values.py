"""The values of one dossier under one pack, without steps or words: what sums over many people need."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import msgspec

from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.rules.cuts import pick_in_words
from desktop.rules.formulas.evaluation import Lookup, Noting
from desktop.rules.formulas.tree import Node
from desktop.rules.policy import Case, DatedFigure, Parameter, PolicyPack
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.showing import show
from desktop.rules.trace import OpenValue, Step, Unit, Value

if TYPE_CHECKING:
    from desktop.rules.other_packs import OtherAnswers
    from desktop.rules.prepared import Prepared, Ready


T = TypeVar("T")

LEAVE_ON = "leave_on"
"""The quantity that parameters are dated by unless they say otherwise."""


def plain(value: Value) -> Value:
    """Return whole numbers as `int`: formulas are several times faster with these."""
    return value.numerator if type(value) is Fraction and value.denominator == 1 else value


class OpenParameter(Undetermined):
    """A figure of the law that is not known; nothing is put in its place."""

    def __init__(self, *open_values: OpenValue) -> None:
        cited = "; ".join(dict.fromkeys(str(value.citation) for value in open_values))
        super().__init__("rules.open_parameter", citation=cited)
        self.open_values = open_values


class Subject(msgspec.Struct, frozen=True):
    """What is computed for: a dossier, the date of its approval document, and what other packs say of it."""

    dossier: Dossier
    approved_on: date | None
    others: "OtherAnswers"


class Values:
    """A name's value is determined on first use and then kept, and so is the reason why it has none."""

    def __init__(
        self,
        pack: PolicyPack,
        subject: Subject,
        prepared: "Prepared",
        lowered_by: str = "",
        known: dict[str, Value] | None = None,
    ) -> None:
        self.pack = pack
        self.dossier = subject.dossier
        self.approved_on = subject.approved_on
        self.lowered_by = lowered_by
        self.others = subject.others
        self._subject = subject
        self._prepared = prepared
        self._figures = prepared.figures_on(subject.dossier.leave_on)
        self._known: dict[str, Value] = self._figures.values.copy() if known is None else known
        self._refused: dict[str, Refusal] = {}
        self.ready: Callable[[Node], Ready] = prepared.formula
        """Returns a formula of the pack, ready to be called."""

    def lowered(self, lowered_by: str) -> "Values":
        """Return the values when the retirement age is lowered by that parameter ("" for not at all)."""
        other = Values(self.pack, self._subject, self._prepared, lowered_by, self._unchanging(self._known))
        other._refused = self._unchanging(self._refused)
        return other

    def _unchanging(self, found: dict[str, T]) -> dict[str, T]:
        """Return what stays as it is when the retirement age is lowered, in the same order."""
        if not found:
            return {}
        left = found.copy()
        for name in left.keys() & self._prepared.changing:
            del left[name]
        return left

    @property
    def retirement_ages(self) -> dict[tuple[int, Value, int], int]:
        """Ages that the pack's roadmap gave already, by birth month, sex and months lowered: some thousand at most."""
        return self._prepared.retirement_ages

    @property
    def base_salary_steps(self) -> tuple[Step, ...]:
        """The steps that cite the pack's base salaries, oldest first."""
        return self._prepared.base_salary_steps

    def worked_out(self, node: Node, lookup: Lookup | None = None) -> tuple[Value, str]:
        """Return the value of a formula of the pack, and what caps, floors and best-of in it did, in words."""
        ready = self.ready(node)
        if not ready.picks:
            return ready.call(lookup or self.value), ""
        noting = Noting(lookup or self.value)
        found = ready.call(noting)
        return found, " ".join(pick_in_words(pick, self._prepared.unit_of(pick.node)) for pick in noting.picks)

    def cases(self, group: Group | None, route: Route | None) -> tuple[Case, ...]:
        """Return the pack's cases for a group and a route."""
        return self._prepared.cases(group, route)

    def value(self, name: str) -> Value:
        """Return the value; raises Missing, Undetermined or OpenParameter, the same each time."""
        found = self._known.get(name)
        if found is not None:
            return found
        if name in self._refused:
            raise self._refused[name].with_traceback(None)
        try:
            found = self._known[name] = self._found(name)
        except Refusal as refusal:
            self._refused[name] = refusal
            raise
        return found

    def number(self, name: str) -> Fraction:
        """Return the value of a name that holds a number."""
        value = self.value(name)
        assert isinstance(value, (int, Fraction)), name  # noqa: S101 - the catalogue says so
        return value if type(value) is Fraction else Fraction(value)

    def whole(self, name: str) -> int:
        """Return the value of a name that holds a number, its whole part."""
        value = self.value(name)
        assert isinstance(value, (int, Fraction)), name  # noqa: S101 - the catalogue says so
        return int(value)

    def whole_if_known(self, name: str) -> int | None:
        """Return the whole part of a number that was determined already; asking leaves no trace."""
        value = self.known(name)
        return int(value) if isinstance(value, (int, Fraction)) else None

    def month(self, name: str) -> YearMonth:
        """Return the value of a name that holds a calendar month."""
        value = self.value(name)
        assert isinstance(value, YearMonth), name  # noqa: S101 - the catalogue says so
        return value

    def label(self, name: str) -> str:
        """Return no words: nobody reads them here."""
        return name

    def shown(self, name: str) -> str:
        """Return no words: nobody reads them here."""
        return name

    def keep(self, step: Step) -> None:
        """Keep nothing of a step that was determined elsewhere."""

    @property
    def open(self) -> bool:
        """Whether something that was asked for rests on a figure of the law that is not known."""
        return self.why_open() is not None

    def why_open(self) -> OpenParameter | None:
        """Return a figure of the law that is not known and that something asked for rests on, None without any."""
        return next((each for each in self._refused.values() if isinstance(each, OpenParameter)), None)

    def attempt(self, name: str, determine: Callable[[], Value]) -> None:
        """Keep the value of an item, sum or condition, or the reason why it has none."""
        try:
            self._known[name] = determine()
        except Refusal as refusal:
            self._refused[name] = refusal

    def known(self, name: str) -> Value | None:
        """Return a value that was determined, None where there is none."""
        return self._known.get(name)

    def figure(self, parameter: Parameter) -> tuple[DatedFigure, Fraction | date]:
        """Return a parameter's figure for this dossier and its value; raises OpenParameter and the like."""
        day = self._day(parameter)
        figure = parameter.on(day)
        if figure is None:
            raise Undetermined("rules.parameter_not_dated", label=parameter.label, day=show(day, Unit.DATE))
        if figure.value is None:
            raise OpenParameter(OpenValue(parameter.id, parameter.label, figure.citation))
        return figure, figure.value

    def _found(self, name: str) -> Value:
        alone = self._prepared.alone.get(name)
        if alone is not None:
            return alone(self)
        parameter = self.pack.parameters.get(name)
        if parameter is None:  # an item or a total that this person's case does not have
            raise Undetermined("rules.not_in_this_case", label=name)
        return plain(self.figure(parameter)[1])

    def _day(self, parameter: Parameter) -> date:
        if parameter.dated_by == LEAVE_ON:  # not a step of its own: every trace begins with it
            if self.dossier.leave_on is None:
                raise Missing("rules.field_missing", "leave_on", label="thời điểm nghỉ")
            return self.dossier.leave_on
        day = self.value(parameter.dated_by)
        assert isinstance(day, date | YearMonth), day  # noqa: S101 - checked when the pack loads
        return day if isinstance(day, date) else day.first_day
