"""What may be decided of a person, and who is so plain that many can be decided together."""

from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Outcome, Reason
from desktop.domain.states import DossierState
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.amounts.compute_support import open_values_of
from desktop.services.appraisal.received_view import Appraisal

WITH_AMOUNT = frozenset({Outcome.APPROVED, Outcome.ADJUSTED})
_GRANTED = frozenset(
    {
        DossierState.APPROVED,
        DossierState.ADJUSTED,
        DossierState.ALLOCATED,
        DossierState.PAID,
        DossierState.SETTLED,
    }
)
NEEDS_REASON = frozenset({Outcome.ADJUSTED, Outcome.RETURNED, Outcome.REJECTED})


def check_decision(appraisal: Appraisal, outcome: Outcome, amount: Dong | None, reasons: tuple[Reason, ...]) -> None:
    """Allow the decision or raise Refusal("appraisal.*"); `reasons` are those with words in them."""
    name = appraisal.sent.full_name
    _check_stands(appraisal)
    if appraisal.practice:
        raise Refusal("appraisal.practice")
    if appraisal.decision is not None:
        raise Refusal("appraisal.already_decided", name=name)
    _check_version(appraisal, outcome)
    if outcome in NEEDS_REASON and not reasons:
        raise Refusal("appraisal.reason_missing", name=name)
    if outcome is Outcome.ADJUSTED:
        _check_adjustment(appraisal, amount)
    elif amount is not None:
        raise Refusal("appraisal.amount_not_needed")
    if outcome is Outcome.APPROVED:
        _check_approval(appraisal)


def _check_stands(appraisal: Appraisal) -> None:
    """Only the version that counts is decided, of somebody whom the unit did not take out."""
    name = appraisal.sent.full_name
    if appraisal.sent.state is DossierState.SUPERSEDED:
        raise Refusal("appraisal.superseded", name=name)
    if appraisal.sent.state is DossierState.WITHDRAWN:
        raise Refusal("appraisal.withdrawn", name=name)


def _check_version(appraisal: Appraisal, outcome: Outcome) -> None:
    """The record is as it was signed, the last that the unit sent, and nobody is granted support twice."""
    sent = appraisal.sent
    if not appraisal.intact:
        raise Refusal("appraisal.changed", name=sent.full_name)
    if any(each.revision > sent.revision for each in appraisal.elsewhere):
        raise Refusal("appraisal.newer_revision", name=sent.full_name, revision=sent.revision)
    if outcome in WITH_AMOUNT and any(each.state in _GRANTED for each in appraisal.elsewhere):
        raise Refusal("appraisal.granted_before", name=sent.full_name)


def _check_adjustment(appraisal: Appraisal, amount: Dong | None) -> None:
    _check_determined(appraisal)
    if amount is None or amount < 0:
        raise Refusal("appraisal.amount_missing", name=appraisal.sent.full_name)
    if amount == appraisal.sent.amount:
        raise Refusal("appraisal.amount_same", name=appraisal.sent.full_name)


def _check_approval(appraisal: Appraisal) -> None:
    _check_determined(appraisal)
    if not appraisal.agrees:
        raise Refusal("appraisal.approved_differs", name=appraisal.sent.full_name)


def _check_determined(appraisal: Appraisal) -> None:
    """An amount that is open in the law is another thing than one that the law does not give."""
    if appraisal.recomputed_amount is not None:
        return
    if open_values_of(appraisal.recomputed):
        raise Refusal("appraisal.nothing_determined", name=appraisal.sent.full_name)
    raise Refusal("appraisal.nothing_due", name=appraisal.sent.full_name)


def is_clean(appraisal: Appraisal) -> bool:
    """Tell whether approval is allowed and nothing about this person needs a look: same law, same steps, no finding."""
    same_law = [each.policy for each in appraisal.declared] == [each.policy for each in appraisal.recomputed]
    same_steps = all(each.first_difference is None for each in appraisal.comparisons)
    return same_law and same_steps and not _unanswered(appraisal) and _may_be_approved(appraisal)


def _may_be_approved(appraisal: Appraisal) -> bool:
    try:
        check_decision(appraisal, Outcome.APPROVED, None, ())
    except Refusal:
        return False
    return True


def _unanswered(appraisal: Appraisal) -> bool:
    errors = blocking(appraisal.findings)
    return bool(errors or unjustified(appraisal.findings, (appraisal.dossier,)))
