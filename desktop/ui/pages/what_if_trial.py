"""What a trial computes, away from the window's thread: the months around, and where the answer flips."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.months import MonthSpan, YearMonth
from desktop.rules.policy import PolicyPack
from desktop.services.amounts.compute_support import support_for
from desktop.services.amounts.simulate import Variation, months_carried_on, vary
from desktop.services.amounts.turning_points import (
    MonthAnswer,
    TurningPoint,
    month_answer,
    months_ahead,
    months_around,
    turning_points,
)


@dataclass(frozen=True)
class Ground:
    """The record that is tried on, and the law. `today` is tried where the record has no leave yet."""

    dossier: Dossier
    approval: Approval | None
    packs: tuple[PolicyPack, ...]
    today: YearMonth

    @property
    def month(self) -> YearMonth:
        """The month that the trial starts from."""
        return self.dossier.leave_month or self.today

    @cached_property
    def own_answer(self) -> MonthAnswer:
        """What the packs say of the record as it stands."""
        return month_answer(self.month, support_for(self.dossier, self.approval, self.packs).computations)

    def carried_on(self, variation: Variation) -> int:
        """Return by how many months pay and insurance are taken to go on."""
        return months_carried_on(self.dossier, vary(self.dossier, variation))


@dataclass(frozen=True)
class Trial:
    """What was tried, and what came of it."""

    ground: Ground
    variation: Variation
    months: MonthSpan
    answers: tuple[MonthAnswer, ...]
    points: tuple[TurningPoint, ...]

    @property
    def turns(self) -> frozenset[YearMonth]:
        """The months from which something is otherwise."""
        return frozenset(each.month for each in self.points)


def run_trial(ground: Ground, variation: Variation, centre: YearMonth, look: Callable[[], None]) -> Trial:
    """Walk along the months around `centre`; `look` may raise to stop."""
    months = months_around(ground.packs, centre)
    answers = months_ahead(ground.dossier, ground.approval, ground.packs, variation, months, look)
    return Trial(ground, variation, months, answers, turning_points(answers))
