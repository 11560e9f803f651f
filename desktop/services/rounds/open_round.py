"""Open a round (đợt): what a unit will send at one time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.domain.rounds import Round
from desktop.services.office import Mode, Office
from desktop.services.practice.mark import PRACTICE_POLICY, is_practice
from desktop.storage import UnitOfWork

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
    """Open a round; where one only practises, with invented figures.

    Raises Refusal: round.name_missing, round.period_invalid, round.period_taken, round.not_here, policy.not_on_shelf.
    """
    if office.identity.mode is not Mode.UNIT:
        raise Refusal("round.not_here")
    if not name.strip():
        raise Refusal("round.name_missing")
    plain = period.replace("-", "")
    if not (plain.isascii() and plain.isalnum() and len(period) <= 20):
        raise Refusal("round.period_invalid", period=period)
    policies = (PRACTICE_POLICY,) if is_practice(office) else tuple(policies)
    office.shelf.of(policies)
    opened = Round(_id_in_order(office), compose(name), period, policies, office.now().date(), deadline)
    with office.store.begin() as work:
        _refuse_taken(work, period)
        work.rounds.add(opened)
        work.audit.append(office.operator, "round.opened", opened.id)
    return opened


def change_round(office: Office, round_id: str, name: str, deadline: date | None) -> Round:
    """Give a round another name and deadline; its period stands in the names of packages and stays.

    Raises Refusal: round.name_missing, record.not_found.
    """
    if not name.strip():
        raise Refusal("round.name_missing")
    with office.store.begin() as work:
        changed = replace(work.rounds.need(round_id), name=compose(name.strip()), deadline=deadline)
        work.rounds.save(changed)
        work.audit.append(office.operator, "round.changed", round_id)
    return changed


def _id_in_order(office: Office) -> str:
    """Return a new id; of two rounds opened on one day the later one has the greater."""
    moment = int(office.now().timestamp() * 1000)
    return f"{moment:012x}{uuid4().hex[12:]}"


def _refuse_taken(work: UnitOfWork, period: str) -> None:
    """Two rounds of one period would give their packages the same names."""
    taken = next((each for each in work.rounds.all() if each.period.lower() == period.lower()), None)
    if taken is not None:
        raise Refusal("round.period_taken", period=period, name=taken.name)


def all_rounds(office: Office) -> tuple[Round, ...]:
    """Return the rounds, the earliest opened first."""
    with office.store.begin() as work:
        return work.rounds.all()


def current_round(office: Office) -> Round | None:
    """Return the round opened last, None when there is none yet."""
    return next(reversed(all_rounds(office)), None)
