"""Two versions of a policy over the same people: who changes, by how much, who gains or loses."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import PolicyRef
from desktop.rules.amount_only import answer_alone
from desktop.rules.policy import PolicyPack

Progress = Callable[[int, int], None]
CancelCheck = Callable[[], bool]
_EVERY = 64
"""How many people between two looks at progress and cancel."""


class ChangeKind(StrEnum):
    """How a person stands under the other version; each has its word in the texts."""

    GAINS = "gains"
    """Eligible only under the new version."""
    LOSES = "loses"
    """Eligible only under the old version."""
    BECOMES_KNOWN = "becomes_known"
    """The amount was open."""
    BECOMES_OPEN = "becomes_open"
    MORE = "more"
    LESS = "less"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody to compute; `where` says which round, submission or example it is."""

    id: str
    name: str
    where: str
    dossier: Dossier
    approved_on: date | None = None
    policies: tuple[str, ...] = ()
    """Ids of the packs that are asked about this person; none named: all that are compared."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one version says of somebody; `amount` None is open, not due, or lacks something: never 0 in its place."""

    eligible: bool
    amount: Dong | None
    open: bool = False

    @property
    def undecided(self) -> bool:
        """Whether it is not known that the person is not eligible: a condition rests on what is open."""
        return self.open and not self.eligible


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody under both versions."""

    subject_id: str
    name: str
    where: str
    before: Outcome
    after: Outcome

    @property
    def kind(self) -> ChangeKind:
        """How the two differ."""
        before, after = self.before, self.after
        undecided = before.undecided or after.undecided
        if before.eligible is not after.eligible and not undecided:
            return ChangeKind.GAINS if after.eligible else ChangeKind.LOSES
        if (before.amount is None) is not (after.amount is None):
            return ChangeKind.BECOMES_KNOWN if before.amount is None else ChangeKind.BECOMES_OPEN
        if self.difference == 0:
            return ChangeKind.SAME
        return ChangeKind.MORE if self.difference > 0 else ChangeKind.LESS

    @property
    def difference(self) -> int:
        """The new amount less the old one in đồng, what has no amount counted as nothing."""
        return (self.after.amount or 0) - (self.before.amount or 0)


@dataclass(frozen=True, slots=True)
class PolicyImpact:
    """What another version changes. `changes` lists only those who change; totals are of what has an amount."""

    before: PolicyRef | None
    after: PolicyRef
    people: int
    changes: tuple[Change, ...]
    total_before: int
    total_after: int
    still_open: int
    """People whose answer under the new version waits for a figure that is not known."""

    @property
    def difference(self) -> int:
        """How much more, in đồng, everybody together gets."""
        return self.total_after - self.total_before

    def count(self, kind: ChangeKind) -> int:
        """Return how many people change in this way."""
        return sum(change.kind is kind for change in self.changes)


def compare_policies(  # noqa: PLR0913 - three of them are options, given by name
    before: Sequence[PolicyPack],
    after: Sequence[PolicyPack],
    people: Iterable[Subject],
    *,
    others: Sequence[PolicyPack] = (),
    progress: Progress | None = None,
    cancelled: CancelCheck | None = None,
) -> PolicyImpact:
    """Compute everybody under both versions; without a `before` nobody had anything.

    The first pack on each side is the one that differs; those after it take amounts from it and change with it.
    `others` are the packs that either side may ask besides.

    Raises Refusal("policy.comparison_cancelled").
    """
    listed = tuple(people)
    changes: list[Change] = []
    total_before = total_after = still_open = 0
    for done, subject in enumerate(listed):
        if not done % _EVERY:
            _look(done, len(listed), progress, cancelled)
        change = _compared((before, after), subject, others)
        total_before += change.before.amount or 0
        total_after += change.after.amount or 0
        still_open += change.after.open
        if change.kind is not ChangeKind.SAME:
            changes.append(change)
    _look(len(listed), len(listed), progress, cancelled)
    return PolicyImpact(
        before[0].ref if before else None,
        after[0].ref,
        len(listed),
        tuple(sorted(changes, key=lambda each: -abs(each.difference))),
        total_before,
        total_after,
        still_open,
    )


def _look(done: int, of: int, progress: Progress | None, cancelled: CancelCheck | None) -> None:
    if cancelled is not None and cancelled():
        raise Refusal("policy.comparison_cancelled")
    if progress is not None:
        progress(done, of)


def _compared(
    sides: tuple[Sequence[PolicyPack], Sequence[PolicyPack]], subject: Subject, others: Sequence[PolicyPack]
) -> Change:
    before, after = (_outcome(side, subject, others) for side in sides)
    return Change(subject.id, subject.name, subject.where, before, after)


def _outcome(side: Sequence[PolicyPack], subject: Subject, others: Sequence[PolicyPack]) -> Outcome:
    beside = (*side, *(each for each in others if each.id not in {pack.id for pack in side}))
    asked = [pack for pack in side if not subject.policies or pack.id in subject.policies]
    found = [answer_alone(pack, subject.dossier, approved_on=subject.approved_on, others=beside) for pack in asked]
    known = [each.amount for each in found if each.amount is not None]
    return Outcome(
        eligible=any(each.eligible for each in found),
        amount=Dong(sum(known)) if known else None,
        open=any(each.open for each in found),
    )
