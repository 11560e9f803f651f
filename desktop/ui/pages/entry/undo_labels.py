"""What is done on the entry pages, told to the history with the names of what it undoes."""

from collections.abc import Sequence
from functools import partial

from desktop.domain.dossiers import Dossier
from desktop.services.entry.edit_dossier import discard_dossiers, restore_dossiers
from desktop.services.entry.edits import Edit, take_back, take_over
from desktop.services.entry.history import Act, Step
from desktop.services.rounds.round_view import RoundView
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.field_names import field_name
from desktop.ui.texts import message


def name_in_label(dossier: Dossier) -> str:
    """Return the name, or that there is none yet."""
    return dossier.person.full_name or message("ui.nameless")


def edit_label(edit: Edit) -> str:
    """Return "sửa Ngày sinh của Nguyễn Văn A"."""
    name = edit.before.person.full_name or name_in_label(edit.after)
    changed = dict.fromkeys((*edit.fields, *edit.tables))
    if len(changed) == 1:
        return message("undo.field", field=field_name(next(iter(changed))), name=name)
    return message("undo.fields", count=len(changed), name=name)


def note_edit(desk: Desk, edit: Edit, label: str = "") -> Step | None:
    """Tell of a save; None where nothing of the record changed."""
    if not (edit.fields or edit.tables):
        return None

    def known() -> RoundView | None:
        return desk.view

    back, again = partial(take_back, desk.office, edit, known), partial(take_over, desk.office, edit, known)
    return desk.history.done(label or edit_label(edit), back, again, where=edit.after.id)


def note_added(desk: Desk, added: Dossier) -> Step:
    """Tell that somebody was added: going back puts them into the bin."""
    label = message("undo.added", name=name_in_label(added))
    return desk.history.done(label, *bin_acts(desk, (added.id,)), where=added.id)


def note_binned(desk: Desk, binned: Sequence[Dossier]) -> Step:
    """Tell that people were put into the bin: all come back at once."""
    into, out = bin_acts(desk, [each.id for each in binned])
    one = {"name": name_in_label(binned[0])}
    label = message("undo.binned", **one) if len(binned) == 1 else message("undo.binned_many", count=len(binned))
    return desk.history.done(label, out, into, where=binned[0].id)


def note_restored(desk: Desk, restored: Dossier) -> Step:
    """Tell that somebody was taken out of the bin."""
    label = message("undo.restored", name=name_in_label(restored))
    return desk.history.done(label, *bin_acts(desk, (restored.id,)), where=restored.id)


def bin_acts(desk: Desk, dossier_ids: Sequence[str]) -> tuple[Act, Act]:
    """Return what puts these people into the bin, and what takes them out."""
    return partial(discard_dossiers, desk.office, dossier_ids), partial(restore_dossiers, desk.office, dossier_ids)
