"""Amounts (catalogue 3.8)."""

from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong, group_digits
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits
from desktop.rules.trace import Computation


def negative_amount(case: Case[Dossier]) -> Hits:
    """TT03: a computed item or total is below zero (a fraction of a đồng cannot be held at all)."""
    for computation in case.context.computations.get(case.subject.id, ()):
        for name, amount in _amounts(computation):
            if amount is not None and amount < 0:
                yield Hit({"gia_tri": group_digits(amount)}, detail=f"{computation.policy.id}.{name}")


def _amounts(computation: Computation) -> list[tuple[str, Dong | None]]:
    return [*((item.id, item.amount) for item in computation.components), ("total", computation.total)]


RULES = (DossierRule("TT03", negative_amount),)
