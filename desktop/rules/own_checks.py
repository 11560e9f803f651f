"""The checks that a pack brings itself: which of them find a fault, and in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.rules.evaluate import compute_with_scope, computed_scope
from desktop.rules.lookups import OwnCheck
from desktop.rules.policy import PolicyPack
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.reasons import fill
from desktop.rules.scope import Scope
from desktop.rules.trace import Computation


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """A check of the pack that found a fault; the sentences have their values put in."""

    check: OwnCheck
    message: str
    fix: str


def failed_checks(
    pack: PolicyPack,
    dossier: Dossier,
    *,
    approved_on: date | None = None,
    others: Sequence[PolicyPack] = (),
    stated: Mapping[str, Dong] | None = None,
) -> tuple[FailedCheck, ...]:
    """Return the pack's own checks that find a fault in the dossier, in the pack's order.

    A check that cannot be judged, because the record lacks something or a figure is open, says nothing: other
    checks and the computation say what is missing.
    """
    if not _looked_at(pack, dossier):
        return ()
    scope = computed_scope(pack, dossier, approved_on=approved_on, others=others, stated=stated)
    return _failed_in(scope, _looked_at(pack, dossier))


def compute_and_check(
    pack: PolicyPack, dossier: Dossier, *, approved_on: date | None = None, others: Sequence[PolicyPack] = ()
) -> tuple[Computation, tuple[FailedCheck, ...]]:
    """Return what `compute` and `failed_checks` return, determined once."""
    answer, scope = compute_with_scope(pack, dossier, approved_on=approved_on, others=others)
    return answer, _failed_in(scope, _looked_at(pack, dossier))


def _looked_at(pack: PolicyPack, dossier: Dossier) -> tuple[OwnCheck, ...]:
    return tuple(check for check in pack.own_checks if check.looks_at(dossier.group, dossier.route))


def _failed_in(scope: Scope, checks: tuple[OwnCheck, ...]) -> tuple[FailedCheck, ...]:
    found = []
    for check in checks:
        try:
            fault = bool(scope.ready(check.formula).call(scope.value))
        except (Missing, Undetermined):
            continue
        if fault:
            found.append(FailedCheck(check, fill(check.message, scope), fill(check.fix, scope)))
    return tuple(found)
