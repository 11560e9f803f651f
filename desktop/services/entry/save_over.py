"""Save what was typed on a record that was changed elsewhere meanwhile."""

from collections.abc import Iterable

from desktop.domain.dossiers import Dossier
from desktop.services.entry.dotted_fields import changed_fields, with_fields
from desktop.services.entry.edit_dossier import DossierSaved, save_dossier
from desktop.services.entry.unread import TypedRow
from desktop.services.office import Office
from desktop.services.rounds.round_view import RoundView


def save_over(
    office: Office,
    before: Dossier,
    typed: Dossier,
    *,
    unread: Iterable[TypedRow] | None = None,
    known: RoundView | None = None,
) -> DossierSaved:
    """Put the fields that differ between `before` and `typed` on the dossier as it stands now, and save it.

    A dossier that is in the bin is taken out. Raises Refusal: record.not_found, record.changed_elsewhere,
    record.not_editable.
    """
    with office.store.begin() as work:
        work.dossiers.restore(typed.id)
        now = work.dossiers.need(typed.id)
    return save_dossier(office, overlaid(now, before, typed), unread=unread, known=known)


def overlaid(now: Dossier, before: Dossier, typed: Dossier) -> Dossier:
    """Return `now` with every field that was typed anew."""
    return with_fields(now, {field: after for field, (_, after) in changed_fields(before, typed).items()})
