"""Amounts (catalogue 3.8)."""

from fractions import Fraction

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.money import Dong, group_digits, round_half_up
from desktop.domain.names import fold
from desktop.rules.amounts import SUM, TOTAL
from desktop.rules.applying import CASE
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits, RoundRule
from desktop.rules.trace import Computation

_DEDUCTED = "already_paid"


def list_does_not_add_up(case: Case[tuple[Finding, ...]]) -> Hits:
    """TT01: the list's total is not the sum of its people."""
    total = case.context.stated_total
    if total is None:
        return
    added = sum(each.amount for each in case.context.stated.values() if each.amount is not None)
    if added != total:
        sums = {"a": group_digits(total), "b": group_digits(added), "c": group_digits(abs(total - added))}
        arrival = case.context.arrival
        yield Hit(sums, subject=arrival.package_id if arrival else None)


def stated_amount_differs(case: Case[Dossier]) -> Hits:
    """TT02: the amount asked for is not the computed one; names the first step that differs where it is known."""
    stated = case.context.stated.get(case.subject.id)
    asked = stated.amount if stated else case.subject.declared.amount
    computed = _determined(case)
    if asked is not None and computed is not None and asked != computed:
        where = (stated.differs_at if stated else "") or TOTAL
        yield Hit({"a": group_digits(asked), "b": group_digits(computed), "buoc": where}, detail=f"{asked}-{computed}")


def negative_amount(case: Case[Dossier]) -> Hits:
    """TT03: a computed item or total is below zero (a fraction of a đồng cannot be held at all)."""
    for computation in case.context.computations.get(case.subject.id, ()):
        for name, amount in _amounts(computation):
            if amount is not None and amount < 0:
                yield Hit({"gia_tri": group_digits(amount)}, detail=f"{computation.policy.id}.{name}")


def above_the_cap(case: Case[Dossier]) -> Hits:
    """TT04: the items together are more than the policy gives at most, and were brought down to it."""
    for computation in case.context.computations.get(case.subject.id, ()):
        items, total = _number(computation, SUM), _number(computation, TOTAL)
        if items is None or total is None or not _capped(case, computation) or _deducted(computation):
            continue
        if items - total >= 1:
            before, after = Dong(round_half_up(items)), Dong(int(total))
            sums = {"a": group_digits(before), "b": group_digits(after)}
            yield Hit(dict(sums), detail=f"{computation.policy.id}:{before}-{after}")


def paid_by_another_source(case: Case[Dossier]) -> Hits:
    """TT05: another source paid for the same purpose, and no computation takes it off.

    What the city's earlier resolutions paid is TR07's.
    """
    if any(_deducted(each) for each in case.context.computations.get(case.subject.id, ())):
        return
    ours = case.words("resolutions")
    for number, payment in enumerate(case.subject.earlier_payments, start=1):
        resolved = any(fold(name) in fold(payment.policy) for name in ours)
        if payment.same_purpose and payment.amount > 0 and not resolved:
            source = payment.source or payment.policy
            shown = {"nguon": source, "so": f"{group_digits(payment.amount)} đ"}
            yield Hit(dict(shown), detail=f"{number}:{payment.amount}:{source}")


def step_value(case: Case[Dossier], step_id: str) -> Fraction | None:
    """Return what the first pack that determined the step says; None when none did."""
    for computation in case.context.computations.get(case.subject.id, ()):
        value = _number(computation, step_id)
        if value is not None:
            return value
    return None


def _number(computation: Computation, step_id: str) -> Fraction | None:
    step = computation.step(step_id)
    value = step.value if step else None
    return Fraction(value) if isinstance(value, int | Fraction) and not isinstance(value, bool) else None


def _capped(case: Case[Dossier], computation: Computation) -> bool:
    chosen = computation.step(CASE)
    return chosen is not None and f"{computation.policy.id}/{chosen.value}" in case.context.tables.capped


def _deducted(computation: Computation) -> bool:
    """Tell whether a computation takes earlier payments into account."""
    return any(step.id.startswith(_DEDUCTED) and step.value for step in computation.trace)


def _determined(case: Case[Dossier]) -> Dong | None:
    answers = case.context.computations.get(case.subject.id, ())
    totals = [each.total for each in answers if each.applies and each.total is not None]
    return Dong(sum(totals)) if totals else None


def _amounts(computation: Computation) -> list[tuple[str, Dong | None]]:
    return [*((item.id, item.amount) for item in computation.components), ("total", computation.total)]


RULES = (
    DossierRule("TT02", stated_amount_differs),
    DossierRule("TT03", negative_amount),
    DossierRule("TT04", above_the_cap),
    DossierRule("TT05", paid_by_another_source),
)
ROUND_RULES = (RoundRule("TT01", list_does_not_add_up),)
