"""Records as the store has them."""

from desktop.domain.dossiers import Dossier
from desktop.services.office import Office
from tests.services.offices import Desks


def people(desks: Desks) -> tuple[Dossier, ...]:
    """The people of the unit's round, in the order of the list."""
    opened = desks.round.id
    with desks.unit.store.begin() as work:
        return work.dossiers.of_round(opened)


def stored(office: Office, dossier_id: str) -> Dossier:
    with office.store.begin() as work:
        return work.dossiers.need(dossier_id)
