"""Open a round (đợt): what a unit will send at one time."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.domain.rounds import Round
from desktop.services.office import Mode, Office

USUAL_POLICIES = ("nd29-2023", "hai-phong-nq07-2024")
"""The central decree and the city's resolution on top of it."""


def open_round(
    office: Office,
    name: str,
    period: str,
    *,
    policies: Sequence[str] = USUAL_POLICIES,
    deadline: date | None = None,
) -> Round:
    """Open a round; raises Refusal: round.name_missing, round.period_invalid, round.not_here, policy.not_on_shelf."""
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("round.not_here")
    if not name.strip():
        raise Refusal("round.name_missing")
    plain = period.replace("-", "")
    if not (plain.isascii() and plain.isalnum() and len(period) <= 20):
        raise Refusal("round.period_invalid", period=period)
    office.shelf.of(policies)
    opened = Round(uuid4().hex, compose(name), period, tuple(policies), office.now().date(), deadline)
    with office.store.begin() as work:
        work.rounds.add(opened)
        work.audit.append(office.operator, "round.opened", opened.id)
    return opened


def current_round(office: Office) -> Round | None:
    """Return the round opened last, None when there is none yet."""
    with office.store.begin() as work:
        rounds = work.rounds.all()
    return rounds[-1] if rounds else None
