"""What changed since the list was printed last: who came, who went, which field from what to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.dossiers import Dossier
from desktop.domain.money import Dong
from desktop.services.corrections.differences import FieldChange, differences
from desktop.services.office import Office
from desktop.services.prints.print_forms import live
from desktop.services.prints.printed_list import ListDigest, last_print
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.print_snapshot import PrintedPerson, PrintSnapshot, last_snapshot, snapshot_of


class PrintChange(StrEnum):
    """What happened to one person since the print."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ChangedSincePrint:
    """One person; `fields` are those of the record that differ, amounts are what the list shows (None: open)."""

    dossier_id: str
    full_name: str
    change: PrintChange
    fields: tuple[FieldChange, ...] = ()
    amount_before: Dong | None = None
    amount_after: Dong | None = None


@dataclass(frozen=True, slots=True)
class PrintState:
    """The list that is about to be signed beside the one on paper; digests are SHA-256 in hex."""

    digest: str
    """Of the list as it would be printed now."""
    printed_at: str = ""
    """UTC, RFC 3339; "" while nothing was printed."""
    printed_digest: str = ""
    changes: tuple[ChangedSincePrint, ...] = ()
    policies_before: tuple[str, ...] = ()
    policies_after: tuple[str, ...] = ()
    told: bool = True
    """Whether what changed could be told: not of a print made by a version of the program that did not keep it."""

    @property
    def printed(self) -> bool:
        """Whether the list was printed at all."""
        return bool(self.printed_at)

    @property
    def same(self) -> bool:
        """Whether paper and data are the same list."""
        return self.printed and self.printed_digest == self.digest


def print_state(office: Office, view: RoundView, people: tuple[Dossier, ...] | None = None) -> PrintState:
    """Compare the last print of the round with a list of these people, or of everybody who was not withdrawn.

    Raises Refusal: blob.missing, blob.changed.
    """
    listed = live(view) if people is None else people
    digest = _digest(view, listed)
    with office.store.begin() as work:
        record = last_print(work, view.round.id)
    if record is None:
        return PrintState(digest)
    if record.digest == digest:
        return PrintState(digest, record.printed_at, record.digest)
    before = last_snapshot(office, view.round.id)
    if before is None:
        return PrintState(digest, record.printed_at, record.digest, told=False)
    after = snapshot_of(view, listed)
    return PrintState(
        digest,
        record.printed_at,
        record.digest,
        changes=_changes(before, after),
        policies_before=before.policies,
        policies_after=after.policies,
    )


def _digest(view: RoundView, listed: tuple[Dossier, ...]) -> str:
    """Return the digest of the list; that which the checks took is taken once for a view."""
    printed, taken = view.context.printed, view.context.list_digest
    same = printed.people == tuple(each.id for each in listed) if printed and printed.people else listed == live(view)
    if same and taken is not None:
        return taken()
    return ListDigest(((each, view.approval_of(each)) for each in listed), view.packs)()


def _changes(before: PrintSnapshot, after: PrintSnapshot) -> tuple[ChangedSincePrint, ...]:
    """Return who changed and who came in the order of the list, then who went."""
    old = {each.id: each for each in before.people}
    here = {each.id for each in after.people}
    found = [_change(old, each) for each in after.people]
    gone = [
        ChangedSincePrint(each.id, each.full_name, PrintChange.REMOVED, amount_before=_dong(each))
        for each in before.people
        if each.id not in here
    ]
    return (*(each for each in found if each is not None), *gone)


def _change(old: Mapping[str, PrintedPerson], now: PrintedPerson) -> ChangedSincePrint | None:
    before = old.get(now.id)
    if before is None:
        return ChangedSincePrint(now.id, now.full_name, PrintChange.ADDED, amount_after=_dong(now))
    if before == now:
        return None
    fields = () if before.record == now.record else differences(before.record, now.record)
    return ChangedSincePrint(now.id, now.full_name, PrintChange.CHANGED, fields, _dong(before), _dong(now))


def _dong(person: PrintedPerson) -> Dong | None:
    return None if person.amount is None else Dong(person.amount)
