"""What each person gets: every pack of the round asked, the sum of what could be determined, what is open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.rules.own_checks import FailedCheck, compute_and_check
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Computation, OpenValue


@dataclass(frozen=True, slots=True)
class Support:
    """What the packs answered for one dossier, in the order of the round; what their own checks found."""

    computations: tuple[Computation, ...]
    failed: tuple[FailedCheck, ...] = ()

    @property
    def amount(self) -> Dong | None:
        """The sum of what could be determined, None when nothing could (never 0 in its place)."""
        return determined_amount(self.computations)

    @property
    def open_values(self) -> tuple[OpenValue, ...]:
        """The values of the law that are missing for this person, each once."""
        return open_values_of(self.computations)

    @property
    def practice(self) -> bool:
        """Whether an invented pack took part."""
        return any(each.practice for each in self.computations)


def support_for(dossier: Dossier, approval: Approval | None, packs: Sequence[PolicyPack]) -> Support:
    """Compute one dossier under the packs; faults of the record show in the computations, nothing is raised."""
    approved_on: date | None = approval.issued_on if approval else None
    answers = [compute_and_check(pack, dossier, approved_on=approved_on, others=packs) for pack in packs]
    return Support(tuple(each for each, _ in answers), tuple(failed for _, found in answers for failed in found))


def determined_amount(computations: Iterable[Computation]) -> Dong | None:
    """Return the sum of the totals that are known, None when none is."""
    totals = [each.total for each in computations if each.applies and each.total is not None]
    return Dong(sum(totals)) if totals else None


def open_values_of(computations: Iterable[Computation]) -> tuple[OpenValue, ...]:
    """Return the open values of the packs that apply, each once."""
    return tuple(dict.fromkeys(value for each in computations if each.applies for value in each.open_values))
