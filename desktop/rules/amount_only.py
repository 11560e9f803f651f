"""The amount alone, for many people at once: the same values as `evaluate.compute`, without steps and words.

A test holds the two against each other over made-up people and laws.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.rules.amounts import SUM, TOTAL, round_by, with_sum
from desktop.rules.applying import applying
from desktop.rules.formulas.evaluation import as_number, exact
from desktop.rules.formulas.tree import Node
from desktop.rules.other_packs import Answer, AskedPacks, OtherAnswers
from desktop.rules.policy import Case, Component, PolicyPack
from desktop.rules.prepared import prepared
from desktop.rules.quantities.sums import exact_sum
from desktop.rules.trace import Value
from desktop.rules.values import Subject, Values


def amount(
    pack: PolicyPack,
    dossier: Dossier,
    *,
    approved_on: date | None = None,
    others: Sequence[PolicyPack] = (),
    stated: Mapping[str, Dong] | None = None,
) -> Dong | None:
    """Return the total of `compute` with the same arguments, None where that has none."""
    return answer_alone(pack, dossier, approved_on=approved_on, others=others, stated=stated).amount


@dataclass(frozen=True, slots=True)
class AnswerAlone:
    """Whether somebody is due anything, how much, and whether a figure that is not known keeps the answer open.

    Who is not eligible and open may be eligible: a condition rests on such a figure.
    """

    eligible: bool
    amount: Dong | None
    open: bool


def answer_alone(
    pack: PolicyPack,
    dossier: Dossier,
    *,
    approved_on: date | None = None,
    others: Sequence[PolicyPack] = (),
    stated: Mapping[str, Dong] | None = None,
) -> AnswerAlone:
    """Return what `compute` says with the same arguments, without its steps and reasons."""
    asked = _Asked(dossier, approved_on, others, stated or {})
    answer = asked.answer(pack, ())
    if not answer.eligible:
        return AnswerAlone(eligible=False, amount=None, open=answer.eligible is None and answer.values.open)
    total = answer.values.known(TOTAL)
    amount = None if total is None else Dong(int(as_number(total)))
    return AnswerAlone(eligible=True, amount=amount, open=answer.values.open)


_NOBODY = OtherAnswers()


class _Asked:
    """One dossier's question to several packs."""

    def __init__(
        self,
        dossier: Dossier,
        approved_on: date | None,
        packs: Sequence[PolicyPack],
        stated: Mapping[str, Dong],
    ) -> None:
        self._dossier = dossier
        self._approved_on = approved_on
        self._stated = stated
        self._others = AskedPacks(packs, self.answer)

    def answer(self, pack: PolicyPack, at_work: tuple[str, ...]) -> Answer:
        """Return what a pack answers that the packs `at_work` ask."""
        asking = (*at_work, pack.id)
        others = _NOBODY
        if pack.needs:
            others = OtherAnswers(alone=lambda wanted: self._others.ask(wanted, pack, asking), stated=self._stated)
        values = Values(pack, Subject(self._dossier, self._approved_on, others), prepared(pack))
        found = applying(values)
        values, case, judged = _chosen(values, found.cases)
        if case is None:
            return Answer(eligible=None if found.undecided or not judged else False, values=values)
        eligible = _eligible(values, case)
        if eligible:
            _determine(values, case)
        return Answer(eligible=eligible, values=values)


def _chosen(values: Values, cases: tuple[Case, ...]) -> tuple[Values, Case | None, bool]:
    """Return the first case whose `when` holds, and whether all before it could be judged; none if not."""
    for case in cases:
        if case.lowered_by != values.lowered_by:
            values = values.lowered(case.lowered_by)
        fits = True if case.when is None else _judged(values, case.when)
        if fits is None:
            return values, None, False
        if fits:
            return values, case, True
    return values, None, True


def _judged(values: Values, formula: Node) -> bool | None:
    try:
        return bool(values.ready(formula).call(values.value))
    except Refusal:
        return None


def _eligible(values: Values, case: Case) -> bool | None:
    """Return whether all conditions hold, None when nothing but what cannot be judged speaks against it."""
    unknown = False
    for rule in case.conditions:
        holds = _judged(values, rule.formula)
        if holds is False:
            return False
        unknown = unknown or holds is None
    return None if unknown else True


def _determine(values: Values, case: Case) -> None:
    for component in case.components:
        if component.when is not None:
            values.attempt(f"{component.id}_when", _due(values, component.when))
        values.attempt(component.id, _item(values, component))
    values.attempt(SUM, lambda: _sum(values, case))
    values.attempt(TOTAL, lambda: _total(values, case))


def _due(values: Values, formula: Node) -> Callable[[], Value]:
    return lambda: bool(values.ready(formula).call(values.value))


def _item(values: Values, component: Component) -> Callable[[], Value]:
    def determine() -> Value:
        if component.when is not None and not values.value(f"{component.id}_when"):
            return 0
        found = exact(values.ready(component.formula).call(values.value))
        return found if component.rounding is None else round_by(found, component.rounding)

    return determine


def _sum(values: Values, case: Case) -> Fraction:
    given = [item.id for item in case.components if item.when is None or values.known(f"{item.id}_when") is not False]
    return exact_sum([exact(values.value(name)) for name in given])


def _total(values: Values, case: Case) -> int:
    whole = values.value(SUM) if case.total is None else values.ready(case.total).call(with_sum(values.value))
    return round_by(exact(whole), values.pack.total_rounding).numerator
