"""The life of a record: states and the moves between them (product: "The life of a record")."""

from enum import StrEnum

from desktop.domain.errors import Refusal


class DossierState(StrEnum):
    """Where a dossier stands."""

    DRAFT = "draft"
    COMPLETE = "complete"
    SENT = "sent"
    RECEIVED = "received"
    UNDER_APPRAISAL = "under_appraisal"
    APPROVED = "approved"
    ADJUSTED = "adjusted"
    RETURNED = "returned"
    REJECTED = "rejected"
    ALLOCATED = "allocated"
    PAID = "paid"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    """A version that was sent, in whose place a later package put another one or the same again."""


_S = DossierState

FORWARD: dict[DossierState, frozenset[DossierState]] = {
    _S.DRAFT: frozenset({_S.COMPLETE, _S.WITHDRAWN}),
    _S.COMPLETE: frozenset({_S.SENT, _S.WITHDRAWN}),
    _S.SENT: frozenset({_S.APPROVED, _S.ADJUSTED, _S.RETURNED, _S.REJECTED, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.RECEIVED: frozenset({_S.UNDER_APPRAISAL, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.UNDER_APPRAISAL: frozenset({_S.APPROVED, _S.ADJUSTED, _S.RETURNED, _S.REJECTED, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.APPROVED: frozenset({_S.ALLOCATED, _S.SUPERSEDED}),
    _S.ADJUSTED: frozenset({_S.ALLOCATED, _S.SUPERSEDED}),
    _S.RETURNED: frozenset({_S.WITHDRAWN, _S.SUPERSEDED}),
    _S.REJECTED: frozenset({_S.SUPERSEDED}),
    _S.ALLOCATED: frozenset({_S.PAID}),
    _S.PAID: frozenset({_S.SETTLED}),
    _S.SETTLED: frozenset(),
    _S.WITHDRAWN: frozenset(),
    _S.SUPERSEDED: frozenset(),
}
"""At a unit, SENT leads straight to the decision: what happens between is the receiver's knowledge."""

BACKWARD: dict[DossierState, frozenset[DossierState]] = {
    _S.COMPLETE: frozenset({_S.DRAFT}),
    _S.SENT: frozenset({_S.DRAFT}),
    _S.RETURNED: frozenset({_S.DRAFT, _S.UNDER_APPRAISAL}),
    _S.APPROVED: frozenset({_S.UNDER_APPRAISAL}),
    _S.ADJUSTED: frozenset({_S.UNDER_APPRAISAL}),
    _S.REJECTED: frozenset({_S.UNDER_APPRAISAL}),
    _S.WITHDRAWN: frozenset({_S.DRAFT, _S.SENT, _S.RETURNED}),
}
"""Moves that take something back; each needs a reason.

SENT leads back to DRAFT for a correction: what was sent stays as it was, the working record becomes the next revision.
"""

EDITABLE = frozenset({_S.DRAFT, _S.COMPLETE})
WAITING = frozenset({_S.RECEIVED, _S.UNDER_APPRAISAL})
"""At the receiving office: no decision yet."""
DECIDED = frozenset({_S.APPROVED, _S.ADJUSTED, _S.RETURNED, _S.REJECTED})


def check_move(current: DossierState, wanted: DossierState, reason: str = "") -> None:
    """Allow the move or raise Refusal("state.not_allowed") or Refusal("state.reason_missing")."""
    if wanted in FORWARD[current]:
        return
    if wanted not in BACKWARD.get(current, frozenset()):
        raise Refusal("state.not_allowed", current=current.value, wanted=wanted.value)
    if not reason.strip():
        raise Refusal("state.reason_missing", current=current.value, wanted=wanted.value)
