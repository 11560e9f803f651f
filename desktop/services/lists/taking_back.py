"""Take a list back that was taken in: as if it had not been, for as long as nobody worked on what it brought."""

from dataclasses import dataclass, replace

import msgspec

from desktop.documents.lists.watching import UNWATCHED
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Param, Refusal
from desktop.services.import_list import ListTakenIn
from desktop.services.lists.settling import settle_all
from desktop.services.office import Office
from desktop.services.unread import ImportReport
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class ListTakenBack:
    """How many were put into the bin, put back as they were, taken out of the bin again."""

    binned: int
    put_back: int
    restored: int


def take_back_list(office: Office, round_id: str, taken: ListTakenIn) -> ListTakenBack:
    """Put who was added into the bin and everything else back as it was, in one transaction.

    Documents stay in the register: those in the bin rest on them. Raises Refusal: record.not_found,
    list.worked_on (somebody whom the list brought or changed was edited since) and those of the store; then nothing
    has changed.
    """
    with office.store.begin() as work:
        of_round = work.rounds.need(round_id)
        _check_untouched(work, taken)
        for added in taken.dossiers:
            work.dossiers.discard(added.id)
        for binned in taken.binned:
            work.dossiers.restore(binned.id)
        back = [_put_back(work, before, now) for before, now in taken.changed]
        _waiting_as_before(work, round_id, taken)
        _reports_as_before(work, round_id, taken)
        settle_all(office, work, of_round, back, (), UNWATCHED)
        counts: dict[str, Param] = {"people": len(taken.dossiers), "changed": len(back), "import": taken.import_id}
        work.audit.append(office.operator, "list.taken_back", round_id, counts)
    return ListTakenBack(len(taken.dossiers), len(back), len(taken.binned))


def _check_untouched(work: UnitOfWork, taken: ListTakenIn) -> None:
    after = {each.id: each for each in (*taken.dossiers, *(now for _, now in taken.changed))}
    now = {each.id: each for each in work.dossiers.of_round(next(iter(after.values())).round_id)} if after else {}
    touched = [each for each in after.values() if each.id not in now or now[each.id].edition != each.edition]
    if touched:
        raise Refusal("list.worked_on", name=touched[0].person.full_name, people=len(touched))


def _put_back(work: UnitOfWork, before: Dossier, now: Dossier) -> Dossier:
    return work.dossiers.save(replace(before, edition=now.edition, state=now.state))


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
