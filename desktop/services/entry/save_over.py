"""Save what was typed on a record that was changed elsewhere meanwhile."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desktop.domain.dossiers import Dossier
from desktop.services.entry.edit_dossier import DossierSaved, save_dossier
from desktop.services.entry.unread import TypedRow
from desktop.services.office import Office


def save_over(
    office: Office, before: Dossier, typed: Dossier, *, unread: Iterable[TypedRow] | None = None
) -> DossierSaved:
    """Put the fields that differ between `before` and `typed` on the dossier as it stands now, and save it.

    A dossier that is in the bin is taken out. Raises Refusal: record.not_found, record.changed_elsewhere,
    record.not_editable.
    """
    with office.store.begin() as work:
        work.dossiers.restore(typed.id)
        now = work.dossiers.need(typed.id)
    return save_dossier(office, overlaid(now, before, typed), unread=unread)


def overlaid(now: Dossier, before: Dossier, typed: Dossier) -> Dossier:
    """Return `now` with every field of record, person and career that was typed anew."""
    return replace(
        now,
        person=replace(now.person, **_typed(before.person, typed.person, _PERSON)),
        career=replace(now.career, **_typed(before.career, typed.career, _CAREER)),
        **_typed(before, typed, _OWN),
    )


_OWN = ("group", "route", "leave_on", "approval_id", "note")
_PERSON = (
    *("full_name", "citizen_id", "insurance_number", "post", "workplace", "qualification"),
    *("bank_account", "bank_name", "sex", "birth", "employment", "management_level"),
)
_CAREER = ("rank", "salary", "insurance", "checked_against_book")


def _typed(before: object, typed: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(typed, name) for name in names if getattr(typed, name) != getattr(before, name)}
