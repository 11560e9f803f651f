"""What a pack says of a dossier: whether it applies, the case, conditions, items, total, and every step."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.rules import ENGINE_VERSION
from desktop.rules.amounts import TOTAL, determine_components, determine_total, listed_amounts, listed_open, total_of
from desktop.rules.applying import CASE, DOES_NOT_APPLY, Applying, applying, choose_case, no_case_fits
from desktop.rules.catalogue import FACTS, STANDARD
from desktop.rules.other_packs import AskedPacks, OtherAnswers
from desktop.rules.policy import Case, PolicyPack, Rule
from desktop.rules.prepared import prepared
from desktop.rules.quantities.missing import Missing
from desktop.rules.reasons import fill
from desktop.rules.scope import Determined, Scope
from desktop.rules.trace import Citation, Computation, Condition, Provenance, Unit
from desktop.rules.values import Subject


def compute(
    pack: PolicyPack,
    dossier: Dossier,
    *,
    approved_on: date | None = None,
    others: Sequence[PolicyPack] = (),
    stated: Mapping[str, Dong] | None = None,
) -> Computation:
    """Return what the pack says of the dossier; `approved_on` is the date of its approval document.

    Its formulas take amounts from the packs of `others`, and those that were at hand when it was loaded; `stated`
    gives such amounts instead, by "nd29-2023.total".

    Never raises for what a record lacks or the law leaves open: the answer says it, and its total is None.
    """
    return _answer(_run(_start(pack, dossier, approved_on, others, stated)))


def compute_with_scope(
    pack: PolicyPack, dossier: Dossier, *, approved_on: date | None = None, others: Sequence[PolicyPack] = ()
) -> tuple[Computation, Scope]:
    """Return what `compute` does, and the values behind it for those who ask further names."""
    run = _run(_start(pack, dossier, approved_on, others, None))
    return _answer(run), run.scope


def computed_scope(
    pack: PolicyPack,
    dossier: Dossier,
    *,
    approved_on: date | None = None,
    others: Sequence[PolicyPack] = (),
    stated: Mapping[str, Dong] | None = None,
) -> Scope:
    """Return every value that computing the dossier determines, for those who ask further names."""
    return _run(_start(pack, dossier, approved_on, others, stated)).scope


class _Run(msgspec.Struct, frozen=True):
    """A computation done: its values, whether the pack applies, the case and its conditions."""

    scope: Scope
    found: Applying
    case: Case | None
    conditions: tuple[Condition, ...]


def _start(
    pack: PolicyPack,
    dossier: Dossier,
    approved_on: date | None,
    others: Sequence[PolicyPack],
    stated: Mapping[str, Dong] | None,
) -> Scope:
    return _Asked(dossier, approved_on, others, stated or {}).scope(pack, ())


def _run(start: Scope) -> _Run:
    for name in FACTS:
        start.try_value(name)
    found = applying(start)
    scope, case = choose_case(start, found.cases)
    _determine_standard(scope)
    if case is None:
        return _Run(scope, found, None, _why_no_case(scope, found))
    conditions = _conditions(scope, case)
    if all(condition.holds for condition in conditions):
        determine_components(scope, case)
        determine_total(scope, case)
    return _Run(scope, found, case, conditions)


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
        self._others = AskedPacks(packs, lambda pack, at_work: _answer(_run(self.scope(pack, at_work))))

    def scope(self, pack: PolicyPack, at_work: tuple[str, ...]) -> Scope:
        """Return the values of the dossier under a pack that the packs `at_work` ask."""
        asking = (*at_work, pack.id)
        answers = OtherAnswers(
            lambda wanted: self._others.ask(wanted, pack, asking),
            stated=self._stated,
            items=lambda wanted: self._others.items(wanted, pack),
        )
        return Scope(pack, Subject(self._dossier, self._approved_on, answers), prepared(pack))


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
    def judge(scope: Scope) -> Determined:
        ready = scope.ready(rule.formula)
        holds = bool(ready.call(scope.value))
        return Determined(
            holds,
            ready.words,
            ready.filled(scope.shown),
            rule.citation,
            note=fill(rule.yes if holds else rule.no, scope),
        )

    scope.run(rule.id, rule.label, Unit.FLAG, judge)


def _answer(run: _Run) -> Computation:
    scope, case, conditions = run.scope, run.case, run.conditions
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
        missing=run.found.missing or _missing(scope, needed),
        warnings=_warnings(scope),
        trace=tuple(scope.steps.values()),
    )


def _needed(case: Case | None) -> tuple[str, ...]:
    if case is None:
        return (CASE,)
    return (CASE, TOTAL, *(rule.id for rule in case.conditions), *(component.id for component in case.components))


def _missing(scope: Scope, needed: tuple[str, ...]) -> tuple[str, ...]:
    if scope.complete:
        return ()
    refusals = (scope.refusal(name) for name in scope.below(needed))
    return tuple(sorted({refusal.field for refusal in refusals if isinstance(refusal, Missing)}))


def _warnings(scope: Scope) -> tuple[str, ...]:
    recalled = Provenance.RECALLED
    return tuple(
        [_unverified(step.label, step.citation) for step in scope.steps.values() if step.provenance is recalled]
    )


@lru_cache(maxsize=1_024)  # the figures of a pack that are not verified come back for every person
def _unverified(label: str, citation: Citation | None) -> str:
    where = f" ({citation})" if citation else ""
    return f"“{label}” chưa đối chiếu được với văn bản{where}."
