"""The items of support and their total. One rounding at the end, on the exact sum."""

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import TypeVar

from desktop.domain.money import Dong, round_half_up
from desktop.rules.formulas.evaluation import as_number, rounded
from desktop.rules.formulas.tree import Node
from desktop.rules.formulas.words import in_words
from desktop.rules.policy import Case, Component, MoneyRule
from desktop.rules.quantities.sums import Exact, exact_sum
from desktop.rules.salaries import rounding_words
from desktop.rules.scope import Determined, Scope
from desktop.rules.trace import ComponentAmount, OpenValue, Provenance, Unit
from desktop.rules.values import OpenParameter

T = TypeVar("T")

TOTAL, SUM = "total", "components_sum"
_SUM_LABEL = "Cộng các khoản"
_NOT_DUE = "Không đủ điều kiện của khoản này nên không tính."


def determine_components(scope: Scope, case: Case) -> None:
    """Determine each item; one that is open or lacks a field keeps its reason, one not due is 0."""
    for component in case.components:
        if component.when is not None:
            _judge(scope, component, component.when)
        scope.run(component.id, component.label, Unit.DONG, _amount(component))


def _judge(scope: Scope, component: Component, formula: Node) -> None:
    label = f"{component.label}: có được tính không"
    scope.run(f"{component.id}_when", label, Unit.FLAG, lambda scope: _judged(scope, formula, component))


def _judged(scope: Scope, formula: Node, component: Component) -> Determined:
    ready = scope.ready(formula)
    due = bool(ready.call(scope.value))
    return Determined(due, ready.words, ready.filled(scope.shown), component.citation)


def _amount(component: Component) -> Callable[[Scope], Determined]:
    def determine(scope: Scope) -> Determined:
        if component.when is not None and not scope.value(f"{component.id}_when"):
            return Determined(Fraction(0), citation=component.citation, note=_NOT_DUE)
        ready = scope.ready(component.formula)
        found, cuts = scope.worked_out(component.formula)
        value: Exact = as_number(found)
        if component.rounding is not None:
            value = round_by(value, component.rounding)
        return Determined(value, ready.words, ready.filled(scope.shown), component.citation, note=cuts)

    return determine


def round_by(value: Exact, rule: MoneyRule) -> Exact:
    """Return đồng rounded as the rule says."""
    if rule.to == 1 and rule.mode == "half_up":
        return round_half_up(value)
    return rounded(as_number(value), Fraction(rule.to), rule.mode)


def determine_total(scope: Scope, case: Case) -> None:
    """Determine the sum of the items, the total by the case's own formula if it has one, and round it."""
    scope.run(SUM, _SUM_LABEL, Unit.DONG, lambda scope: _sum(scope, case))
    scope.run(TOTAL, "Tổng số tiền", Unit.DONG, lambda scope: _total(scope, case))


def _given(scope: Scope, case: Case) -> tuple[Component, ...]:
    """Return the items that count: all but those whose `when` does not hold."""
    return tuple(component for component in case.components if not _not_due(scope, component))


def _not_due(scope: Scope, component: Component) -> bool:
    judged = scope.steps.get(f"{component.id}_when")
    return judged is not None and judged.value is False


def _sum(scope: Scope, case: Case) -> Determined:
    given = tuple(component.id for component in _given(scope, case))
    total = exact_sum([scope.number(name) for name in given])
    if not given:
        return Determined(total, "Không có khoản nào bằng tiền", citation=case.citation)
    words = " + ".join(scope.label(name) for name in given)
    return Determined(total, words, " + ".join(scope.shown(name) for name in given), case.citation)


def _total(scope: Scope, case: Case) -> Determined:
    rule = scope.pack.total_rounding
    formula = case.total
    if formula is None:
        value, words, numbers, cuts = scope.number(SUM), _SUM_LABEL, scope.shown(SUM), ""
    else:
        ready = scope.ready(formula)
        found, cuts = scope.worked_out(formula, with_sum(scope.value))
        value = as_number(found)
        words, numbers = in_words(formula, with_sum(scope.label)), ready.filled(with_sum(scope.shown))
    amount = int(round_by(value, rule))
    return Determined(amount, f"{words}, {rounding_words(rule)}", numbers, case.citation, note=cuts)


def with_sum(lookup: Callable[[str], T]) -> Callable[[str], T]:
    """Return a look-up in which `total` is the sum of the items, as in a case's own formula for the total."""
    return lambda name: lookup(SUM if name == TOTAL else name)


def total_of(scope: Scope) -> Dong | None:
    """Return the total, None when it was not determined."""
    step = scope.steps.get(TOTAL)
    return None if step is None or step.value is None else Dong(int(as_number(step.value)))


def listed_amounts(scope: Scope, case: Case) -> tuple[ComponentAmount, ...]:
    """Return the items in whole đồng, in the pack's order.

    Where the total is the plain sum, what rounding leaves over goes to the items with the largest fractions, so
    that the printed items add up to the printed total.
    """
    given = _given(scope, case)
    whole = _whole(scope, case, given)
    return tuple(
        ComponentAmount(component.id, component.label, amount, component.citation, _provenance(scope, component.id))
        for component, amount in zip(given, whole, strict=True)
    )


def _whole(scope: Scope, case: Case, given: tuple[Component, ...]) -> list[Dong | None]:
    values = [scope.steps[component.id].value for component in given]
    exact = [as_number(value) for value in values if value is not None]
    total = total_of(scope)
    if case.total is None and total is not None:
        return list(apportion(exact, total))
    return [None if value is None else Dong(round_half_up(as_number(value))) for value in values]


def apportion(exact: list[Fraction], total: Dong) -> tuple[Dong, ...]:
    """Return whole đồng that add up to `total`, each as near its exact amount as that allows."""
    if not exact:
        return ()
    quotients = [value.as_integer_ratio() for value in exact]
    common = lcm(*[below for _, below in quotients])  # over it, all parts of a đồng are whole numbers
    cut = [divmod(above * (common // below), common) for above, below in quotients]
    each, extra = divmod(total - sum([whole for whole, _ in cut]), len(cut))
    by_fraction = sorted(range(len(cut)), key=lambda place: -cut[place][1])
    first = by_fraction[:extra]
    return tuple([Dong(whole + each + (place in first)) for place, (whole, _) in enumerate(cut)])


def _provenance(scope: Scope, name: str) -> Provenance:
    if isinstance(scope.refusal(name), OpenParameter):
        return Provenance.OPEN
    return scope.weakest(name) or Provenance.DERIVED


def listed_open(scope: Scope, needed: tuple[str, ...]) -> tuple[OpenValue, ...]:
    """Return the figures that are not known and that the named steps rest on."""
    if scope.complete:
        return ()
    refusals = (scope.refusal(name) for name in scope.below(needed))
    found = {
        value.parameter: value for each in refusals if isinstance(each, OpenParameter) for value in each.open_values
    }
    return tuple(found[name] for name in sorted(found))
