"""Take a list back that was taken in, as if it had not been, and again; for as long as nobody worked on it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from desktop.documents.lists.watching import UNWATCHED, CancelCheck, Tell, Watch
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Param, Refusal
from desktop.domain.states import EDITABLE, DossierState
from desktop.services.entry.unread import ImportReport
from desktop.services.lists.import_list import ListTakenIn
from desktop.services.lists.settling import settle_all
from desktop.services.office import Office
from desktop.services.papers.left_out import bring_back, leave_out
from desktop.storage import UnitOfWork

_PART = 500
"""People put into the bin or taken out between two looks."""


@dataclass(frozen=True, slots=True)
class ListTakenBack:
    """How many were put into the bin, put back as they were, taken out of the bin again."""

    binned: int
    put_back: int
    restored: int


class ListAct:
    """An import as an act that goes back and forth; each way is one transaction."""

    def __init__(self, office: Office, round_id: str, taken: ListTakenIn) -> None:
        self._office, self._round_id, self._taken = office, round_id, taken
        self._ahead = False

    def undo(self) -> None:
        """Take the list back; raises Refusal as `take_back_list` does."""
        self._once(self._take_back)

    def redo(self) -> None:
        """Take the list in again; raises Refusal as `take_in_again` does."""
        self._once(self._take_in)

    def undo_ahead(self, progress: Tell | None = None, cancelled: CancelCheck | None = None) -> None:
        """Take the list back in a thread of its own; the next `undo` has nothing left to do then.

        Raises Refusal("list.cancelled") beside those of `undo`; then nothing has changed.
        """
        self._take_back(Watch(progress, cancelled))
        self._ahead = True

    def redo_ahead(self, progress: Tell | None = None, cancelled: CancelCheck | None = None) -> None:
        """Take the list in again in a thread of its own, as `undo_ahead` goes back."""
        self._take_in(Watch(progress, cancelled))
        self._ahead = True

    def _once(self, act: Callable[[Watch], None]) -> None:
        """Do what was not done ahead."""
        if self._ahead:
            self._ahead = False
            return
        act(UNWATCHED)

    def _take_back(self, watch: Watch) -> None:
        self._taken = _with_editions(self._office, self._round_id, self._taken, watch)

    def _take_in(self, watch: Watch) -> None:
        self._taken = take_in_again(self._office, self._round_id, self._taken, watch)


def take_back_list(office: Office, round_id: str, taken: ListTakenIn) -> ListTakenBack:
    """Put who was added into the bin and everything else back as it was, in one transaction.

    The documents that it entered go with it, but for those that somebody changed or uses since. Raises Refusal:
    record.not_found, list.sent_since (somebody whom the list brought or changed was sent: that never changes),
    list.worked_on (somebody is not as it left them, and can be again) and those of the store; then nothing has changed.
    """
    with office.store.begin() as work:
        _take_back(office, work, round_id, taken, UNWATCHED)
    return ListTakenBack(len(taken.dossiers), len(taken.changed), len(taken.binned))


def take_in_again(office: Office, round_id: str, taken: ListTakenIn, watch: Watch = UNWATCHED) -> ListTakenIn:
    """Do again what was taken back: out of the bin, into it, changed as before; return it with the new editions.

    Raises Refusal: record.not_found, list.sent_since, list.worked_on, and those of the store; then nothing has changed.
    """
    with office.store.begin() as work:
        of_round = work.rounds.need(round_id)
        now = {each.id: each for each in work.dossiers.of_round(round_id)}
        _check(taken, [before for before, _ in taken.changed], now)
        _in_parts(work.dossiers.restore_all, taken.dossiers, watch)
        work.dossiers.discard_all([each.id for each in taken.binned])
        after = [_put(work, wanted, now[before.id]) for before, wanted in watch.over(taken.changed)]
        bring_back(work, round_id, taken.new_approvals)
        for each in taken.waiting:
            work.waiting_careers.put(round_id, each.citizen_id, each.full_name, each.career)
        for import_id, text in taken.reports_after:
            work.imports.rewrite_report(import_id, text)
        doubtful = {each.id for each in after if each.state is DossierState.DRAFT} - _whole(taken)
        settled = settle_all(office, work, of_round, after, doubtful, watch)
        _note(office, work, round_id, "list.taken_in_again", taken)
    changed = tuple((before, each) for (before, _), each in zip(taken.changed, settled, strict=True))
    return replace(taken, changed=changed)


def _whole(taken: ListTakenIn) -> set[str]:
    return {after.id for _, after in taken.changed if after.state is DossierState.COMPLETE}


def _with_editions(office: Office, round_id: str, taken: ListTakenIn, watch: Watch) -> ListTakenIn:
    with office.store.begin() as work:
        back = _take_back(office, work, round_id, taken, watch)
    return replace(taken, changed=tuple((now, after) for now, (_, after) in zip(back, taken.changed, strict=True)))


def _take_back(
    office: Office, work: UnitOfWork, round_id: str, taken: ListTakenIn, watch: Watch
) -> tuple[Dossier, ...]:
    of_round = work.rounds.need(round_id)
    now = {each.id: each for each in work.dossiers.of_round(round_id)}
    _check(taken, [*taken.dossiers, *(after for _, after in taken.changed)], now)
    _in_parts(work.dossiers.discard_all, taken.dossiers, watch)
    work.dossiers.restore_all([each.id for each in taken.binned])
    back = [_put(work, before, now[before.id]) for before, _ in watch.over(taken.changed)]
    leave_out(work, round_id, taken.new_approvals)
    _waiting_as_before(work, round_id, taken)
    _reports_as_before(work, round_id, taken)
    _note(office, work, round_id, "list.taken_back", taken)
    return settle_all(office, work, of_round, back, (), watch)


def _in_parts(act: Callable[[list[str]], None], people: Sequence[Dossier], watch: Watch) -> None:
    """Do it to everybody, some hundreds at a time, and look between whether to stop."""
    for start in range(0, len(people), _PART):
        watch.tell(start, len(people), people[start].person.full_name)
        act([each.id for each in people[start : start + _PART]])


def _check(taken: ListTakenIn, left: Iterable[Dossier], now: dict[str, Dossier]) -> None:
    """Refuse when somebody is not as they were left; who was edited and put back is."""
    touched = [each for each in left if each.id not in now or replace(now[each.id], edition=each.edition) != each]
    for_good = [each for each in touched if each.id in now and now[each.id].state not in EDITABLE]
    if for_good:
        raise Refusal("list.sent_since", name=_first_of(for_good, taken), people=len(for_good))
    if touched:
        raise Refusal("list.worked_on", name=_first_of(touched, taken), people=len(touched))


def _first_of(people: Sequence[Dossier], taken: ListTakenIn) -> str:
    return people[0].person.full_name or taken.import_id


def _put(work: UnitOfWork, wanted: Dossier, now: Dossier) -> Dossier:
    return work.dossiers.save(replace(wanted, edition=now.edition, state=now.state))


def _waiting_as_before(work: UnitOfWork, round_id: str, taken: ListTakenIn) -> None:
    for citizen_id, before in taken.waiting_before:
        work.waiting_careers.take(round_id, citizen_id)
        if before is not None:
            work.waiting_careers.put(round_id, citizen_id, before.full_name, before.career)


def _reports_as_before(work: UnitOfWork, round_id: str, taken: ListTakenIn) -> None:
    """Let earlier imports say again what they said; this one only what concerns people who are in the bin now."""
    for import_id, text in taken.reports_before:
        work.imports.rewrite_report(import_id, text)
    added = {each.id for each in taken.dossiers}
    for record in work.imports.of_round(round_id):
        if record.id == taken.import_id:
            report = msgspec.json.decode(record.report_json, type=ImportReport)
            unread = tuple(each for each in report.unread if each.dossier_id in added)
            bare = msgspec.json.encode(replace(report, unread=unread, read="")).decode("utf-8")
            work.imports.rewrite_report(record.id, bare)


def _note(office: Office, work: UnitOfWork, round_id: str, action: str, taken: ListTakenIn) -> None:
    counts: dict[str, Param] = {"people": len(taken.dossiers), "changed": len(taken.changed)}
    work.audit.append(office.operator, action, round_id, counts | {"import": taken.import_id})
