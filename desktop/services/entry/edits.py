"""Save what was typed so that it can be taken back: fields go back alone, and only where nobody changed them since."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.services.entry.dotted_fields import changed_fields, field_value, with_fields
from desktop.services.entry.edit_dossier import DossierSaved, save_dossier, settle_state
from desktop.services.entry.save_over import save_over
from desktop.services.entry.unread import TypedRow, keep_typed, typed_rows
from desktop.services.office import Office
from desktop.services.rounds.round_view import RoundView, round_view
from desktop.storage import UnitOfWork

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edit:
    """One save: the record before and after, and the rows that could not be read then."""

    before: Dossier
    after: Dossier
    unread_before: tuple[TypedRow, ...] = ()
    unread_after: tuple[TypedRow, ...] = ()
    claimed_career: bool = False
    """Whether a career of a list that waited for this person came with it."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The dotted fields that it changed."""
        return tuple(changed_fields(self.before, self.after))

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables in which rows became unreadable or readable."""
        differ = set(self.unread_before) ^ set(self.unread_after)
        return tuple(dict.fromkeys(each.table for each in (*self.unread_before, *self.unread_after) if each in differ))

    def turned(self) -> "Edit":
        """Return the edit that leads back."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            unread_before=self.unread_after,
            unread_after=self.unread_before,
        )


def edit_dossier(
    office: Office, changed: Dossier, *, unread: Iterable[TypedRow] | None = None, known: RoundView | None = None
) -> Edit:
    """Save as `save_dossier` does, with the same refusals, and return what takes it back."""
    rows = None if unread is None else tuple(unread)
    before = typed_rows(office, changed.id)
    return _edit(save_dossier(office, changed, unread=rows, known=known), before, rows)


def edit_over(
    office: Office, before: Dossier, typed: Dossier, *, unread: Iterable[TypedRow], known: RoundView | None = None
) -> Edit:
    """Save as `save_over` does, with the same refusals, and return what takes it back."""
    rows = tuple(unread)
    rows_before = typed_rows(office, typed.id)
    return _edit(save_over(office, before, typed, unread=rows, known=known), rows_before, rows)


def take_over(office: Office, edit: Edit, known: Callable[[], RoundView | None] = lambda: None) -> Dossier:
    """Do the edit (again, or turned: back) on the record as it is now; return it as stored.

    Raises Refusal: record.not_found, record.not_editable, record.changed_elsewhere (in the bin), and
    record.changed_since where one of the fields is not as the edit expects it. What is `known` of the round by then is
    not read again.
    """
    with office.store.begin() as work:
        now = work.dossiers.need(edit.after.id)
        wanted = changed_fields(edit.before, edit.after)
        if any(field_value(now, field) != expected for field, (expected, _) in wanted.items()):
            raise Refusal("record.changed_since", name=now.person.full_name)
        saved = work.dossiers.save(with_fields(now, {field: after for field, (_, after) in wanted.items()}))
        if edit.tables:
            keep_typed(work, saved.id, edit.unread_after)
        if edit.claimed_career:
            _hand_over_career(work, edit)
        after = settle_state(office, work, saved, round_view(office, work, work.rounds.need(saved.round_id), known()))
        work.audit.append(
            office.operator, "dossier.saved", after.id, {"revision": after.revision, "fields": len(wanted)}
        )
    return after


def take_back(office: Office, edit: Edit, known: Callable[[], RoundView | None] = lambda: None) -> Dossier:
    """Put back what the edit changed; raises what `take_over` does."""
    return take_over(office, edit.turned(), known)


def _hand_over_career(work: UnitOfWork, edit: Edit) -> None:
    """Going back the career waits for its person again; going on it is theirs, unless somebody else got it."""
    before, after = edit.before, edit.after
    if not (after.career.salary or after.career.insurance):
        work.waiting_careers.put(before.round_id, before.person.citizen_id, before.person.full_name, before.career)
    elif work.waiting_careers.take(after.round_id, after.person.citizen_id) is None:
        raise Refusal("record.changed_since", name=after.person.full_name)


def _edit(saved: DossierSaved, known: tuple[TypedRow, ...], rows: tuple[TypedRow, ...] | None) -> Edit:
    before = saved.before or saved.after
    return Edit(before, saved.after, known, known if rows is None else rows, saved.claimed_career)
