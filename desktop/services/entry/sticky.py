"""Fields that stay from person to person: chosen once, remembered by the office, off until then."""

from uuid import uuid4

import msgspec

from desktop.domain.dossiers import Dossier
from desktop.services.entry.dotted_fields import field_value, with_fields
from desktop.services.office import Office

STICKABLE = (
    *("person.post", "person.workplace", "person.employment", "person.management_level"),
    *("group", "route", "leave_on", "approval_id", "reason", "career.rank"),
)
"""What several people of a list may have in common; who somebody is never stays."""
_SETTING = "entry.sticky_fields"


def sticky_fields(office: Office) -> frozenset[str]:
    """Return the fields that a new person begins with."""
    with office.store.begin() as work:
        kept = work.settings.get(_SETTING)
    chosen = msgspec.json.decode(kept, type=list[str]) if kept else []
    return frozenset(chosen) & frozenset(STICKABLE)


def stick(office: Office, field: str, *, stays: bool) -> frozenset[str]:
    """Let a field stay or not; return all that stay. Raises ValueError for one that never stays."""
    if field not in STICKABLE:
        raise ValueError(field)
    chosen = sticky_fields(office) | {field} if stays else sticky_fields(office) - {field}
    with office.store.begin() as work:
        work.settings.put(_SETTING, msgspec.json.encode(sorted(chosen)).decode("utf-8"))
    return chosen


def begin_person(office: Office, round_id: str, after: Dossier | None) -> Dossier:
    """Add a draft at the end of the round that begins with what stays of the person before.

    Raises Refusal("record.not_found").
    """
    stay = sticky_fields(office) if after is not None and after.round_id == round_id else frozenset()
    with office.store.begin() as work:
        opened = work.rounds.need(round_id)
        empty = Dossier(uuid4().hex, opened.id, work.dossiers.next_ordinal(opened.id))
        values = {field: field_value(after, field) for field in stay} if after is not None else {}
        begun = with_fields(empty, values)
        work.dossiers.add(begun)
        work.audit.append(office.operator, "dossier.added", begun.id)
    return begun
