"""Take a unit's Excel list into a round: look first, then take in; good rows whole, faulty rows as drafts."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import msgspec

from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.faults import CellFault, CellNote
from desktop.documents.lists.listed import ListedApproval, ListedPerson, ListReading, WaitingCareer
from desktop.documents.lists.old_fonts import OldFontColumn
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.watching import CancelCheck, Tell, Watch
from desktop.documents.lists.workbook import Workbook, read_workbook
from desktop.domain.approvals import Approval
from desktop.domain.careers import Career
from desktop.domain.dossiers import Dossier
from desktop.domain.names import compose, fold
from desktop.domain.registers import ImportRecord
from desktop.domain.rounds import Round
from desktop.domain.states import DossierState
from desktop.services.left_overs import staging_file
from desktop.services.lists.entering import enter
from desktop.services.office import Office
from desktop.services.unread import ImportReport, UnreadCell, as_read, waiting_mark
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A workbook that was read and not taken in yet."""

    path: Path
    workbook: Workbook
    reading: ListReading


@dataclass(frozen=True, slots=True)
class ListTakenIn:
    """What an import did. `known` are rows whose identity number the round held already: they changed nothing."""

    dossiers: tuple[Dossier, ...]
    complete: int
    drafts: int
    known: tuple[str, ...]
    """Names of the people that were in the round before."""
    approvals: tuple[Approval, ...]
    faults: tuple[CellFault, ...]
    notes: tuple[CellNote, ...]


def preview_list(
    path: Path,
    mappings: tuple[ColumnMapping, ...] | None = None,
    *,
    converted: Collection[OldFontColumn] = (),
    progress: Tell | None = None,
    cancelled: CancelCheck | None = None,
) -> ListPreview:
    """Read a workbook and change nothing; raises the refusals `list.*`, list.cancelled when the person asked to stop.

    `converted` are columns in an old font, of an earlier look's `reading.old_fonts`, that somebody agreed to read as
    Unicode. `progress` is told rows that are behind, rows in all (0 while the file is opened) and the sheet.
    """
    watch = Watch(progress, cancelled)
    workbook = read_workbook(path, watch=watch)
    return ListPreview(path, workbook, read_list(workbook, mappings, converted=converted, watch=watch))


def take_in_list(
    office: Office,
    round_id: str,
    preview: ListPreview,
    *,
    progress: Tell | None = None,
    cancelled: CancelCheck | None = None,
) -> ListTakenIn:
    """Put the people of a preview into the round in one transaction; the original is kept with its digest.

    `progress` is told people that are behind, people in all, and a name. Raises Refusal: record.not_found,
    list.cancelled (the person asked to stop) and those of the store; then nothing has changed, and no copy is left.
    """
    watch = Watch(progress, cancelled)
    watch.tell(0, len(preview.reading.people))
    with staging_file(office.store, preview.path) as (kept, _), office.store.begin() as work:
        work.staged_files.clear([kept])
        of_round = work.rounds.need(round_id)
        approvals = _approvals(work, of_round, preview.reading)
        held = work.dossiers.of_round(of_round.id)
        fresh, known = _split_known(held, preview.reading.people)
        first = work.dossiers.next_ordinal(of_round.id)
        added = [_dossier(of_round, listed, approvals, first + place) for place, listed in enumerate(fresh)]
        for waiting in preview.reading.waiting:
            work.waiting_careers.put(of_round.id, waiting.citizen_id, waiting.full_name, waiting.career)
        unread = (*_unread(added, fresh), *_unread_waiting(preview.reading.waiting))
        work.imports.add(_record(office, of_round, preview, kept, unread))
        doubtful = {dossier.id for dossier, listed in zip(added, fresh, strict=True) if listed.faults}
        settled = enter(office, work, of_round, held, added, doubtful, watch)
        work.audit.append(office.operator, "list.taken_in", of_round.id, {"people": len(settled), "sha256": kept})
    complete = sum(dossier.state is DossierState.COMPLETE for dossier in settled)
    return ListTakenIn(
        dossiers=settled,
        complete=complete,
        drafts=len(settled) - complete,
        known=tuple(each.person.full_name for each in known),
        approvals=tuple(approvals.values()),
        faults=preview.reading.faults,
        notes=preview.reading.notes,
    )


def _approvals(work: UnitOfWork, of_round: Round, reading: ListReading) -> dict[ListedApproval, Approval]:
    """Enter each document of the list once; one that the round holds already is used again."""
    held = {
        ListedApproval(each.number, each.issued_on, each.issuer): each for each in work.approvals.of_round(of_round.id)
    }
    found: dict[ListedApproval, Approval] = {}
    for listed in reading.approvals:
        approval = held.get(listed)
        if approval is None:
            approval = Approval(uuid4().hex, of_round.id, listed.number, listed.issued_on, listed.issuer)
            work.approvals.add(approval)
        found[listed] = approval
    return found


def _split_known(
    held: Iterable[Dossier], people: tuple[ListedPerson, ...]
) -> tuple[list[ListedPerson], list[ListedPerson]]:
    """Part the rows that are new from those already in the round, by identity number, else by name and birth."""
    keys = {key for dossier in held for key in _keys(dossier)}
    known = [listed for listed in people if _key(listed) in keys]
    return [listed for listed in people if _key(listed) not in keys], known


def _keys(dossier: Dossier) -> set[str]:
    person = dossier.person
    return {person.citizen_id, f"{fold(person.full_name)} {person.birth}"} - {""}


def _key(listed: ListedPerson) -> str:
    person = listed.person
    return person.citizen_id or f"{fold(person.full_name)} {person.birth}"


def _dossier(
    of_round: Round, listed: ListedPerson, approvals: Mapping[ListedApproval, Approval], ordinal: int
) -> Dossier:
    approval = approvals.get(listed.approval) if listed.approval else None
    return Dossier(
        id=uuid4().hex,
        round_id=of_round.id,
        ordinal=ordinal,
        person=listed.person,
        group=listed.group,
        route=listed.route,
        leave_on=listed.leave_on,
        career=listed.career,
        approval_id=approval.id if approval else None,
        declared=listed.declared,
        note=listed.note,
    )


def _unread(added: list[Dossier], fresh: list[ListedPerson]) -> tuple[UnreadCell, ...]:
    return tuple(
        _cell(dossier.id, fault, listed.sheet, dossier.career)
        for dossier, listed in zip(added, fresh, strict=True)
        for fault in listed.faults
    )


def _unread_waiting(waiting: Iterable[WaitingCareer]) -> tuple[UnreadCell, ...]:
    return tuple(
        _cell(waiting_mark(each.citizen_id, each.full_name), fault, "", each.career)
        for each in waiting
        for fault in each.faults
    )


def _cell(owner: str, fault: CellFault, own_sheet: str, career: Career) -> UnreadCell:
    """Of a cell of another sheet than the list's own, the row is missing from the career."""
    known = "" if fault.sheet == own_sheet else as_read(career)
    return UnreadCell(owner, fault.field, fault.reason.value, dict(fault.params), known)


def _record(
    office: Office, of_round: Round, preview: ListPreview, sha256: str, unread: tuple[UnreadCell, ...]
) -> ImportRecord:
    report = ImportReport(len(preview.reading.people), unread, len(preview.reading.notes))
    name = compose(preview.path.name)
    text = msgspec.json.encode(report).decode("utf-8")
    return ImportRecord(uuid4().hex, of_round.id, name, sha256, office.stamp(), text)
