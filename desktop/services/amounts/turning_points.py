"""The months around a leave: what each would give, and where the answer flips. Pure, as `simulate` is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.domain.months import MonthSpan, YearMonth
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Computation
from desktop.services.amounts.compute_support import determined_amount
from desktop.services.amounts.simulate import Variation, simulate, tried_packs

EACH_WAY = 36
"""Months looked at before and after the month tried."""


class Standing(StrEnum):
    """What one policy says of a month, best first."""

    GRANTED = "granted"
    OPEN = "open"
    """Eligible, but a figure of the law is not known."""
    NOT_ELIGIBLE = "not_eligible"
    NOT_COVERED = "not_covered"
    UNDETERMINED = "undetermined"
    """The record lacks something, or the pack's tables do not reach."""

    @property
    def eligible(self) -> bool:
        """Whether the person gets support, known or not."""
        return self in {Standing.GRANTED, Standing.OPEN}


@dataclass(frozen=True, slots=True)
class PolicyAnswer:
    """One policy in one month; `case` names the case of the law that fits, `reasons` say why."""

    policy: str
    title: str
    standing: Standing
    amount: Dong | None
    case: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthAnswer:
    """All policies in one month. `amount` is None when nothing could be determined, never 0 in its place."""

    month: YearMonth
    amount: Dong | None
    answers: tuple[PolicyAnswer, ...]

    @property
    def standing(self) -> Standing:
        """The best that any policy says."""
        return min((each.standing for each in self.answers), key=list(Standing).index, default=Standing.UNDETERMINED)


class Turn(StrEnum):
    """How an answer changes from one month to the next."""

    GAINED = "gained"
    LOST = "lost"
    """The law says no from here on; not being able to say is never a no."""
    DETERMINED = "determined"
    """What could not be said in the month before can be said."""
    OTHER_CASE = "other_case"
    OTHER_REASON = "other_reason"
    """No support that could be determined, for another kind of reason than before."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """From `month` on, one policy answers otherwise than in the month before."""

    month: YearMonth
    turn: Turn
    before: PolicyAnswer
    after: PolicyAnswer


def months_around(packs: Sequence[PolicyPack], month: YearMonth, each_way: int = EACH_WAY) -> MonthSpan:
    """Return the months that lie around `month` and that some pack covers, `month` itself always."""
    firsts = [YearMonth.of(pack.effective_from) for pack in packs]
    lasts = [YearMonth.of(pack.effective_to) for pack in packs if pack.effective_to is not None]
    ends = len(lasts) == len(packs)
    first = max(month + -each_way, min(firsts, default=month))
    last = min(month + each_way, max(lasts, default=month)) if ends else month + each_way
    return MonthSpan(min(first, month), max(last, month))


def months_ahead(  # noqa: PLR0913, PLR0917 - the record, the law and what is tried
    dossier: Dossier,
    approval: Approval | None,
    packs: Sequence[PolicyPack],
    variation: Variation,
    months: MonthSpan,
    look: Callable[[], None] = lambda: None,
) -> tuple[MonthAnswer, ...]:
    """Return the answer for each month; `look` is called before each and may raise to stop."""
    tried, alike = tried_packs(packs, variation), replace(variation, base_salary=None)
    found = []
    for month in months:
        look()
        varied = simulate(dossier, approval, tried, replace(alike, leave_month=month))
        found.append(month_answer(month, varied.support.computations))
    return tuple(found)


def month_answer(month: YearMonth, computations: tuple[Computation, ...]) -> MonthAnswer:
    """Return what the computations say, in short."""
    return MonthAnswer(month, determined_amount(computations), tuple(policy_answer(each) for each in computations))


def policy_answer(computation: Computation) -> PolicyAnswer:
    """Return what one policy says, in short."""
    standing = standing_of(computation)
    fitting = computation.step("case")
    case = fitting.shown if fitting is not None and fitting.value else ""
    reasons = _reasons(computation, standing)
    return PolicyAnswer(computation.policy.id, computation.title, standing, computation.total, case, reasons)


def standing_of(computation: Computation) -> Standing:
    """Return how the policy answers; what is open or missing is never taken for a no."""
    if not computation.applies:
        return Standing.NOT_COVERED
    if computation.total is not None:
        return Standing.GRANTED
    if computation.missing:
        return Standing.UNDETERMINED
    if computation.open_values:
        return Standing.OPEN
    failed = any(not each.holds for each in computation.conditions)
    return Standing.NOT_ELIGIBLE if failed and not _unknown(computation) else Standing.UNDETERMINED


def _unknown(computation: Computation) -> bool:
    """Whether a condition could not be judged at all."""
    steps = (computation.step(each.id) for each in computation.conditions if not each.holds)
    return any(step is not None and step.value is None for step in steps)


def _reasons(computation: Computation, standing: Standing) -> tuple[str, ...]:
    if standing is Standing.OPEN:
        return tuple(dict.fromkeys(str(each.citation) for each in computation.open_values))
    if standing is Standing.GRANTED:
        return tuple(each.reason for each in computation.conditions if each.reason)
    if standing is Standing.UNDETERMINED:
        lacking = (step.reason for step in computation.trace if step.value is None and step.reason)
        return tuple(dict.fromkeys(lacking))[:1]
    return tuple(each.reason for each in computation.conditions if not each.holds)


def turning_points(answers: Sequence[MonthAnswer]) -> tuple[TurningPoint, ...]:
    """Return where a policy's answer changes from one month to the next, in order."""
    return tuple(
        TurningPoint(after.month, turn, one, other)
        for before, after in pairwise(answers)
        for one, other in zip(before.answers, after.answers, strict=True)
        if (turn := _turn(one, other)) is not None
    )


def _turn(before: PolicyAnswer, after: PolicyAnswer) -> Turn | None:
    if Standing.UNDETERMINED in {before.standing, after.standing} and before.standing is not after.standing:
        return Turn.DETERMINED if after.standing.eligible else Turn.OTHER_REASON
    if before.standing.eligible != after.standing.eligible:
        return Turn.GAINED if after.standing.eligible else Turn.LOST
    if after.standing.eligible and before.case != after.case:
        return Turn.OTHER_CASE
    return None if before.standing is after.standing else Turn.OTHER_REASON
