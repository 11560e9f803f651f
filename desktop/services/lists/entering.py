"""Putting the people of a list into a round: each is judged before it is stored, so that it is stored once."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from desktop.documents.lists.watching import Watch
from desktop.domain.dossiers import Dossier
from desktop.domain.rounds import Round
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import has_entry_error
from desktop.services.entry.unread import cells_of
from desktop.services.office import Office
from desktop.services.rounds.round_view import RoundView, view_over
from desktop.storage import UnitOfWork

_CHUNK = 250
"""People between two looks at whether to stop: some tenths of a second."""


def enter(  # noqa: PLR0913, PLR0917 - the office, the round, and who is in it, who comes, who is held back
    office: Office,
    work: UnitOfWork,
    of_round: Round,
    held: Sequence[Dossier],
    added: Sequence[Dossier],
    doubtful: Collection[str],
    watch: Watch,
) -> tuple[Dossier, ...]:
    """Store the new drafts, those without an error of entry as complete; return all as stored, in their order.

    `doubtful` are ids of people with a cell that could not be read: they stay drafts until somebody saves them.
    Raises Refusal("list.cancelled") and those of the store.
    """
    view = entry_view(view_over(office, work, of_round, (*held, *added)))
    waiting = {cell.dossier_id for cell in cells_of(work, of_round.id, added) if cell.as_read}
    kept_back = waiting | set(doubtful)
    stored: list[Dossier] = []
    for start in range(0, len(added), _CHUNK):
        chunk = added[start : start + _CHUNK]
        watch.tell(start, len(added), chunk[0].person.full_name)
        whole = {each.id for each in chunk if each.id not in kept_back and is_whole(view, each)}
        stored += _store(work, chunk, whole, office.operator)
    watch.tell(len(added), len(added))
    return tuple(stored)


def _store(work: UnitOfWork, chunk: Sequence[Dossier], whole: Collection[str], author: str) -> list[Dossier]:
    drafts = [each for each in chunk if each.id not in whole]
    work.dossiers.add_all(drafts)
    completed = work.add_completed([each for each in chunk if each.id in whole], author)
    return sorted([*drafts, *completed], key=lambda each: each.ordinal)


def is_whole(view: RoundView, dossier: Dossier) -> bool:
    """Tell whether the checks of entry find no error of the dossier."""
    return not has_entry_error(dossier, view.context)


def entry_view(view: RoundView) -> RoundView:
    """Leave out the packs' own checks where none of them is about entry: to ask them is to compute everybody."""
    asked = any(check.stage == Stage.ENTRY for pack in view.packs for check in pack.own_checks)
    return view if asked else replace(view, context=replace(view.context, failed={}))
