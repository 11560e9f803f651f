"""What a pack says of a dossier: whether it applies, the case, conditions, items, total, and every step."""

from datetime import date

from desktop.domain.dossiers import Dossier
from desktop.rules import ENGINE_VERSION
from desktop.rules.amounts import TOTAL, determine_components, determine_total, listed_amounts, listed_open, total_of
from desktop.rules.applying import CASE, DOES_NOT_APPLY, Applying, applying, choose_case, no_case_fits
from desktop.rules.catalogue import FACTS, STANDARD, quantities_of
from desktop.rules.formulas.evaluation import evaluate
from desktop.rules.formulas.words import in_words
from desktop.rules.policy import Case, PolicyPack, Rule
from desktop.rules.quantities.missing import Missing
from desktop.rules.reasons import fill
from desktop.rules.scope import Determined, Scope
from desktop.rules.trace import Computation, Condition, Provenance, Step, Unit


def compute(pack: PolicyPack, dossier: Dossier, *, approved_on: date | None = None) -> Computation:
    """Return what the pack says of the dossier; `approved_on` is the date of its approval document.

    Never raises for what a record lacks or the law leaves open: the answer says it, and its total is None.
    """
    start = Scope(pack, dossier, approved_on, quantities_of(pack))
    for name in FACTS:
        start.try_value(name)
    found = applying(start)
    scope, case = choose_case(start, found.cases)
    _determine_standard(scope)
    if case is None:
        return _answer(scope, found, None, _why_no_case(scope, found))
    conditions = _conditions(scope, case)
    if all(condition.holds for condition in conditions):
        determine_components(scope, case)
        determine_total(scope, case)
    return _answer(scope, found, case, conditions)


def _why_no_case(scope: Scope, found: Applying) -> tuple[Condition, ...]:
    if found.refusals or found.missing:
        return found.refusals
    tried = scope.steps.get(CASE)
    if tried is not None:
        return (Condition(CASE, holds=False, reason=tried.reason, citation=None),)
    return (no_case_fits(scope.pack),)


def _determine_standard(scope: Scope) -> None:
    for name in (*STANDARD, *scope.pack.salaries):
        scope.try_value(name)


def _conditions(scope: Scope, case: Case) -> tuple[Condition, ...]:
    for rule in case.conditions:
        _determine_condition(scope, rule)
    steps = ((scope.steps[rule.id], rule.citation) for rule in case.conditions)
    return tuple(Condition(step.id, bool(step.value), step.reason, citation) for step, citation in steps)


def _determine_condition(scope: Scope, rule: Rule) -> None:
    def judge() -> Determined:
        holds = bool(evaluate(rule.formula, scope.value))
        return Determined(
            holds,
            in_words(rule.formula, scope.label),
            in_words(rule.formula, scope.shown),
            rule.citation,
            note=fill(rule.yes if holds else rule.no, scope),
        )

    scope.run(rule.id, rule.label, Unit.FLAG, judge)


def _answer(scope: Scope, found: Applying, case: Case | None, conditions: tuple[Condition, ...]) -> Computation:
    needed = _needed(case)
    eligible = case is not None and all(condition.holds for condition in conditions)
    return Computation(
        policy=scope.pack.ref,
        title=scope.pack.title,
        engine_version=ENGINE_VERSION,
        practice=scope.pack.practice,
        applies=all(not condition.id.startswith(DOES_NOT_APPLY) for condition in conditions),
        eligible=eligible,
        conditions=conditions,
        components=listed_amounts(scope, case) if case and eligible else (),
        total=total_of(scope),
        open_values=listed_open(scope, needed),
        missing=found.missing or _missing(scope, needed),
        warnings=_warnings(scope),
        trace=tuple(scope.steps.values()),
    )


def _needed(case: Case | None) -> tuple[str, ...]:
    if case is None:
        return (CASE,)
    return (CASE, TOTAL, *(rule.id for rule in case.conditions), *(component.id for component in case.components))


def _missing(scope: Scope, needed: tuple[str, ...]) -> tuple[str, ...]:
    refusals = (scope.refusal(name) for name in scope.below(needed))
    return tuple(sorted({refusal.field for refusal in refusals if isinstance(refusal, Missing)}))


def _warnings(scope: Scope) -> tuple[str, ...]:
    return tuple(_unverified(step) for step in scope.steps.values() if step.provenance is Provenance.RECALLED)


def _unverified(step: Step) -> str:
    where = f" ({step.citation})" if step.citation else ""
    return f"“{step.label}” chưa đối chiếu được với văn bản{where}."
