"""What a pack says of a dossier: whether it applies, the case, conditions, items, total, and every step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.rules import ENGINE_VERSION
from desktop.rules.amounts import TOTAL, determine_components, determine_total, listed_amounts, listed_open, total_of
from desktop.rules.applying import CASE, DOES_NOT_APPLY, Applying, applying, choose_case, no_case_fits
from desktop.rules.catalogue import FACTS, STANDARD, quantities_of
from desktop.rules.formulas.evaluation import evaluate
from desktop.rules.formulas.words import in_words
from desktop.rules.other_packs import OtherAnswers
from desktop.rules.policy import Case, PolicyPack, Rule
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.reasons import fill
from desktop.rules.scope import Determined, Scope
from desktop.rules.trace import Computation, Condition, Provenance, Step, Unit


def compute(
    pack: PolicyPack,
    dossier: Dossier,
    *,
    approved_on: date | None = None,
    others: Sequence[PolicyPack] = (),
    stated: Mapping[str, Dong] | None = None,
) -> Computation:
    """Return what the pack says of the dossier; `approved_on` is the date of its approval document.

    `others` are the packs that formulas may take amounts from; `stated` gives such amounts by pack and item, "nd29-2023.total"
    instead.

    Never raises for what a record lacks or the law leaves open: the answer says it, and its total is None.
    """
    return _answer(_run(_start(pack, dossier, approved_on, others, stated)))


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


@dataclass(frozen=True, slots=True)
class _Run:
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
    answers = _Others(dossier, approved_on, others, stated or {}, (pack.id,)).answers()
    return Scope(pack, dossier, approved_on, quantities_of(pack), answers)


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


class _Others:
    """The answers of other packs for one dossier, each computed once; no pack is asked while it is at work."""

    def __init__(
        self,
        dossier: Dossier,
        approved_on: date | None,
        packs: Sequence[PolicyPack],
        stated: Mapping[str, Dong],
        at_work: tuple[str, ...],
    ) -> None:
        self._dossier = dossier
        self._approved_on = approved_on
        self._packs = packs
        self._stated = stated
        self._at_work = at_work
        self._found: dict[str, Computation | None] = {}

    def answers(self) -> OtherAnswers:
        return OtherAnswers(self._answer, self._stated)

    def _answer(self, pack_id: str) -> Computation | None:
        if pack_id in self._at_work:
            raise Undetermined("rules.pack_cycle", packs=" → ".join((*self._at_work, pack_id)))
        if pack_id not in self._found:
            pack = next((each for each in self._packs if each.id == pack_id), None)
            self._found[pack_id] = None if pack is None else self._compute(pack)
        return self._found[pack_id]

    def _compute(self, pack: PolicyPack) -> Computation:
        inner = _Others(self._dossier, self._approved_on, self._packs, self._stated, (*self._at_work, pack.id))
        start = Scope(pack, self._dossier, self._approved_on, quantities_of(pack), inner.answers())
        return _answer(_run(start))


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
    refusals = (scope.refusal(name) for name in scope.below(needed))
    return tuple(sorted({refusal.field for refusal in refusals if isinstance(refusal, Missing)}))


def _warnings(scope: Scope) -> tuple[str, ...]:
    return tuple(_unverified(step) for step in scope.steps.values() if step.provenance is Provenance.RECALLED)


def _unverified(step: Step) -> str:
    where = f" ({step.citation})" if step.citation else ""
    return f"“{step.label}” chưa đối chiếu được với văn bản{where}."
