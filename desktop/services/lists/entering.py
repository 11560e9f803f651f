"""Putting the people of a list into a round: each is judged before it is stored, so that it is stored once."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from desktop.documents.lists.watching import Watch
from desktop.domain.dossiers import Dossier
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.engine import has_entry_error
from desktop.services.rounds.round_view import RoundView
from desktop.storage import UnitOfWork

_CHUNK = 250
"""People stored between two looks at whether to stop: a tenth of a second."""
_LOOK_EVERY = 50
"""People judged between two."""


def whole_of(view: RoundView, added: Sequence[Dossier], kept_back: Collection[str], watch: Watch) -> frozenset[str]:
    """Return the ids of the new drafts without an error of entry; those of `kept_back` stay drafts whatever is found.

    Raises Refusal("list.cancelled").
    """
    whole = set()
    for place, each in enumerate(added):
        if place % _LOOK_EVERY == 0:
            watch.tell(place, len(added), each.person.full_name)
        if each.id not in kept_back and is_whole(view, each):
            whole.add(each.id)
    return frozenset(whole)


def enter(
    work: UnitOfWork, added: Sequence[Dossier], whole: Collection[str], author: str, watch: Watch
) -> tuple[Dossier, ...]:
    """Store the new drafts, those that are whole as complete; return all as stored, in their order.

    Raises Refusal("list.cancelled") and those of the store.
    """
    stored: list[Dossier] = []
    for start in range(0, len(added), _CHUNK):
        chunk = added[start : start + _CHUNK]
        watch.tell(start, len(added), chunk[0].person.full_name)
        stored += _store(work, chunk, whole, author)
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
