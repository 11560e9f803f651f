"""What was decided of one person, as the office that asked for it has to know it beside the record."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, Outcome, SentDossier
from desktop.domain.states import DossierState
from desktop.services.office import Office
from desktop.services.sending.deciders import decider_of
from desktop.services.sending.to_mend import ToMend, to_mend
from desktop.storage import UnitOfWork

_GRANTED_OTHERWISE = frozenset({DossierState.ADJUSTED, DossierState.REJECTED})


@dataclass(frozen=True, slots=True)
class DecidedPerson:
    """The last decision about somebody, with the version that it was about."""

    decision: Decision
    sent: SentDossier
    decider: str
    """The name of the office that decided, "" where it is not known any more."""
    items: tuple[ToMend, ...]
    """What is asked of somebody who was returned."""


def decided_person(office: Office, dossier: Dossier) -> DecidedPerson | None:
    """Return what was decided of this person last, None where nothing was."""
    with office.store.begin() as work:
        decision = _last(work, dossier.id)
        sent = work.submissions.dossier(decision.submission_id, dossier.id) if decision else None
        if decision is None or sent is None:
            return None
        decider = decider_of(office, work, decision)
    asked = to_mend(office, dossier.round_id) if decision.outcome is Outcome.RETURNED else ()
    return DecidedPerson(decision, sent, decider, tuple(each for each in asked if each.decision == decision))


def granted_amounts(office: Office, dossiers: Iterable[Dossier]) -> dict[str, Dong]:
    """Return by id what people get of whom it was decided otherwise than was asked; nothing for who was taken out."""
    people = tuple(dossiers)
    found = {each.id: Dong(0) for each in people if each.state is DossierState.WITHDRAWN}
    otherwise = [each.id for each in people if each.state in _GRANTED_OTHERWISE]
    if otherwise:
        with office.store.begin() as work:
            found |= {each: _granted(_last(work, each)) for each in otherwise}
    return found


def _last(work: UnitOfWork, dossier_id: str) -> Decision | None:
    standing = (each for each in work.decisions.of_dossier(dossier_id) if not each.undone_at)
    return max(standing, key=lambda each: each.revision, default=None)


def _granted(decision: Decision | None) -> Dong:
    return (decision.amount if decision else None) or Dong(0)
