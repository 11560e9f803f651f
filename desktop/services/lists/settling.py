"""Moving many changed dossiers between draft and complete, as their findings say."""

from collections.abc import Collection, Sequence

from desktop.documents.lists.watching import Watch
from desktop.domain.dossiers import Dossier
from desktop.domain.rounds import Round
from desktop.domain.states import DossierState
from desktop.services.entry.unread import cells_of, hold_back
from desktop.services.lists.entering import entry_view, is_whole
from desktop.services.office import Office
from desktop.services.rounds.round_view import round_view
from desktop.storage import UnitOfWork

_EVERY = 50


def settle_all(  # noqa: PLR0913, PLR0917 - the office, the round, who changed, who is held back
    office: Office,
    work: UnitOfWork,
    of_round: Round,
    changed: Sequence[Dossier],
    doubtful: Collection[str],
    watch: Watch,
) -> tuple[Dossier, ...]:
    """Move each to the state that fits and return all as stored, in their order.

    `doubtful` are ids of people with a cell that could not be read: of them a draft stays one. Raises
    Refusal("list.cancelled") and those of the store.
    """
    if not changed:
        return ()
    view = entry_view(round_view(office, work, of_round))
    waiting = {cell.dossier_id for cell in cells_of(work, of_round.id, changed) if hold_back(cell)}
    settled = []
    for place, each in enumerate(changed):
        if place % _EVERY == 0:
            watch.tell(place, len(changed), each.person.full_name)
        stays = each.id in doubtful and each.state is DossierState.DRAFT
        whole = each.id not in waiting and is_whole(view, each)
        settled.append(each if stays else _moved(work, office.operator, each, whole=whole))
    return tuple(settled)


def _moved(work: UnitOfWork, author: str, dossier: Dossier, *, whole: bool) -> Dossier:
    if whole and dossier.state is DossierState.DRAFT:
        return work.move(dossier, DossierState.COMPLETE, author)
    if not whole and dossier.state is DossierState.COMPLETE:
        return work.move(dossier, DossierState.DRAFT, author, "checks")
    return dossier
