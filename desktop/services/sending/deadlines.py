"""What has to be done by when: rounds that are not sent whole, the certificate, the trust pack."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop.domain.dossiers import Dossier
from desktop.domain.rounds import Round
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.keys.signing_doctor import RENEW_WITHIN
from desktop.services.keys.signing_state import certificate_span
from desktop.services.office import Office

SOON_DAYS: Final = 7
"""A deadline this near is told as one that presses."""
_STILL_HERE = EDITABLE | {DossierState.RETURNED}


class DeadlineKind(StrEnum):
    """What ends."""

    ROUND = "round"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day to keep; `days` from today, below 0 when it is past. `round_id` and `name` of a round, else ""."""

    kind: DeadlineKind
    day: date
    days: int
    name: str = ""
    round_id: str = ""

    @property
    def past(self) -> bool:
        """Whether the day is over."""
        return self.days < 0

    @property
    def soon(self) -> bool:
        """Whether it presses."""
        return self.days <= SOON_DAYS


def deadlines(office: Office) -> tuple[Deadline, ...]:
    """Return the days to keep, the nearest first: of rounds with somebody still to be sent, of what signing needs."""
    today = office.now().date()
    with office.store.begin() as work:
        found = [
            _of_round(each, each.deadline, today)
            for each in work.rounds.all()
            if each.deadline and _somebody_here(work.dossiers.of_round(each.id))
        ]
    span = certificate_span(office)
    if span is not None and span.last_day - today <= RENEW_WITHIN:
        found.append(Deadline(DeadlineKind.CERTIFICATE, span.last_day, (span.last_day - today).days))
    return tuple(sorted(found, key=lambda each: each.day))


def deadline_of(office: Office, of_round: Round) -> Deadline | None:
    """Return the deadline of a round, None when it has none."""
    today = office.now().date()
    return _of_round(of_round, of_round.deadline, today) if of_round.deadline else None


def _of_round(of_round: Round, day: date, today: date) -> Deadline:
    return Deadline(DeadlineKind.ROUND, day, (day - today).days, of_round.name, of_round.id)


def _somebody_here(people: tuple[Dossier, ...]) -> bool:
    """Tell whether somebody is still to be sent; nobody entered yet counts, too."""
    return not people or any(each.state in _STILL_HERE for each in people)
