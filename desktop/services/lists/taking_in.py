"""Take of a list what was chosen into the round, in one transaction that can be taken back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

import msgspec

from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.faults import CellFault
from desktop.documents.lists.listed import ListedApproval, ListedPerson, ListReading, WaitingCareer
from desktop.documents.lists.watching import Watch
from desktop.domain.approvals import Approval
from desktop.domain.careers import Career
from desktop.domain.dossiers import Dossier
from desktop.domain.names import fold
from desktop.domain.people import Person
from desktop.domain.registers import WaitingCareer as StoredCareer
from desktop.domain.rounds import Round
from desktop.services.entry.unread import ImportReport, UnreadCell, as_read, waiting_mark
from desktop.services.lists.comparison import Choices, ComparedPerson, ListComparison, Standing
from desktop.services.lists.fields import FIELDS_OF_COLUMN, Values, column_fields, laid_over, stated_by, values_of
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Applied:
    """What was put into the store of a list, and what stood there before."""

    added: tuple[Dossier, ...]
    """Not stored yet."""
    changed: tuple[tuple[Dossier, Dossier], ...]
    """Before and after."""
    binned: tuple[Dossier, ...]
    approvals: dict[ListedApproval, Approval]
    new_approvals: tuple[Approval, ...]
    waiting: tuple[StoredCareer, ...]
    waiting_before: tuple[tuple[str, StoredCareer | None], ...]
    """By identity number the careers that waited before."""
    unread: tuple[UnreadCell, ...]
    read: Mapping[str, Values]
    here: Mapping[str, Dossier]
    """Everybody of the list who is in the round now, by id."""


def apply_choices(  # noqa: PLR0913, PLR0917 - the round, the list, what was chosen of it
    work: UnitOfWork,
    of_round: Round,
    reading: ListReading,
    comparison: ListComparison,
    choices: Choices,
    watch: Watch,
) -> Applied:
    """Put what was chosen into the store, but for who is added, who is judged first; nobody's state moves here.

    Raises Refusal: record.changed_elsewhere, list.cancelled.
    """
    approvals, new_approvals = _approvals(work, of_round, _wanted_papers(comparison, choices))
    added = _added(work, of_round, comparison, choices, approvals)
    changed = _changed(work, comparison, choices, approvals, watch)
    binned = _binned(work, comparison, choices)
    here = _who_is_who(comparison, added, changed)
    waiting = _without_owner(reading.waiting, [dossier for dossier, _ in here])
    waiting_before = _keep_waiting(work, of_round, waiting)
    mappings = reading.mappings
    return Applied(
        added=tuple(added.values()),
        changed=changed,
        binned=binned,
        approvals=approvals,
        new_approvals=new_approvals,
        waiting=tuple(StoredCareer(of_round.id, each.citizen_id, each.full_name, each.career) for each in waiting),
        waiting_before=waiting_before,
        unread=(*_unread(here, mappings), *_unread_waiting(waiting)),
        read={dossier.id: stated_by(listed, mappings) for dossier, listed in here},
        here={dossier.id: dossier for dossier, _ in here},
    )


def forget_mended(work: UnitOfWork, round_id: str, applied: Applied) -> tuple[tuple[str, str], ...]:
    """Take the cells off earlier imports that this one read, or found unreadable again; return the reports before."""
    before = []
    for record in work.imports.of_round(round_id):
        report = msgspec.json.decode(record.report_json, type=ImportReport)
        kept = tuple(each for each in report.unread if not _settled(each, applied))
        if kept != report.unread:
            before.append((record.id, record.report_json))
            work.imports.rewrite_report(record.id, _json(replace(report, unread=kept)))
    return tuple(before)


def report_json(people: int, notes: int, unread: tuple[UnreadCell, ...], read: str) -> str:
    """Return the text of an import's report."""
    return _json(ImportReport(people, unread, notes, read))


def _json(report: ImportReport) -> str:
    return msgspec.json.encode(report).decode("utf-8")


def _wanted_papers(comparison: ListComparison, choices: Choices) -> tuple[ListedApproval, ...]:
    """Only what somebody who is taken rests on enters the register."""
    wanted = [
        each.listed.approval
        for each in comparison.people
        if each.listed and each.listed.approval and _takes_paper(each, choices)
    ]
    return tuple(dict.fromkeys(wanted))


def _takes_paper(person: ComparedPerson, choices: Choices) -> bool:
    if person.dossier is None:
        return person.row in choices.new
    return "approval" in choices.fields.get(person.dossier.id, ())


def _approvals(
    work: UnitOfWork, of_round: Round, wanted: tuple[ListedApproval, ...]
) -> tuple[dict[ListedApproval, Approval], tuple[Approval, ...]]:
    """Enter each document once; one that the round holds already is used again."""
    held = {
        ListedApproval(each.number, each.issued_on, each.issuer): each for each in work.approvals.of_round(of_round.id)
    }
    fresh = {
        listed: Approval(uuid4().hex, of_round.id, listed.number, listed.issued_on, listed.issuer)
        for listed in wanted
        if listed not in held
    }
    for approval in fresh.values():
        work.approvals.add(approval)
    return held | fresh, tuple(fresh.values())


def _without_owner(waiting: tuple[WaitingCareer, ...], here: list[Dossier]) -> list[WaitingCareer]:
    """Leave out the careers of people whose number was mended in the program: they have them, or took others."""
    known: dict[str, list[Person]] = defaultdict(list)
    for each in here:
        known[each.person.citizen_id].append(each.person)
        known[fold(each.person.full_name)].append(each.person)
    owners = (known.get(each.citizen_id or fold(each.full_name), ()) for each in waiting)
    return [each for each, own in zip(waiting, owners, strict=True) if not any(map(each.belongs_to, own))]


def _keep_waiting(
    work: UnitOfWork, of_round: Round, waiting: list[WaitingCareer]
) -> tuple[tuple[str, StoredCareer | None], ...]:
    before = {each.citizen_id: each for each in work.waiting_careers.of_round(of_round.id)}
    for each in waiting:
        work.waiting_careers.put(of_round.id, each.citizen_id, each.full_name, each.career)
    return tuple((each.citizen_id, before.get(each.citizen_id)) for each in waiting)


def _added(
    work: UnitOfWork,
    of_round: Round,
    comparison: ListComparison,
    choices: Choices,
    approvals: Mapping[ListedApproval, Approval],
) -> dict[int, Dossier]:
    chosen = [each for each in comparison.people if each.dossier is None and each.row in choices.new]
    first = work.dossiers.next_ordinal(of_round.id)
    return {
        each.row: _dossier(of_round, each.listed, approvals, first + place)
        for place, each in enumerate(chosen)
        if each.row is not None and each.listed is not None
    }


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


def _changed(
    work: UnitOfWork,
    comparison: ListComparison,
    choices: Choices,
    approvals: Mapping[ListedApproval, Approval],
    watch: Watch,
) -> tuple[tuple[Dossier, Dossier], ...]:
    found = []
    for each in watch.over(comparison.of(Standing.CHANGED)):
        fields = _chosen(each, choices)
        if each.dossier is not None and each.listed is not None and fields:
            after = _overlaid(each.dossier, each.listed, fields, approvals)
            found.append((each.dossier, work.dossiers.save(after)))
    return tuple(found)


def _chosen(person: ComparedPerson, choices: Choices) -> frozenset[str]:
    """Only what differs can be taken."""
    wanted = choices.fields.get(person.dossier.id, frozenset()) if person.dossier else frozenset()
    return wanted & {each.field for each in person.differences}


def _overlaid(
    dossier: Dossier, listed: ListedPerson, fields: frozenset[str], approvals: Mapping[ListedApproval, Approval]
) -> Dossier:
    changed = laid_over(dossier, listed, fields)
    if "approval" not in fields:
        return changed
    approval = approvals.get(listed.approval) if listed.approval else None
    return replace(changed, approval_id=approval.id if approval else None)


def _binned(work: UnitOfWork, comparison: ListComparison, choices: Choices) -> tuple[Dossier, ...]:
    gone = [each.dossier for each in comparison.of(Standing.GONE) if each.dossier]
    chosen = tuple(each for each in gone if each.id in choices.gone)
    for each in chosen:
        work.dossiers.discard(each.id)
    return chosen


def _who_is_who(
    comparison: ListComparison, added: Mapping[int, Dossier], changed: Iterable[tuple[Dossier, Dossier]]
) -> list[tuple[Dossier, ListedPerson]]:
    """Put each row beside its dossier as it stands now; rows that were left out have none."""
    after = {before.id: now for before, now in changed}
    pairs = []
    for each in comparison.people:
        if each.listed is None or each.row is None:
            continue
        dossier = added.get(each.row) if each.dossier is None else after.get(each.dossier.id, each.dossier)
        if dossier is not None:
            pairs.append((dossier, each.listed))
    return pairs


def _unread(
    here: Iterable[tuple[Dossier, ListedPerson]], mappings: tuple[ColumnMapping, ...]
) -> tuple[UnreadCell, ...]:
    return tuple(
        _cell(dossier.id, fault, listed.sheet, listed.career)
        for dossier, listed in here
        for fault in listed.faults
        if fault.sheet != listed.sheet or not _stands_already(dossier, fault, mappings)
    )


def _stands_already(dossier: Dossier, fault: CellFault, mappings: tuple[ColumnMapping, ...]) -> bool:
    """Whether somebody entered in the program what the cell should have held."""
    if dossier.edition == 0:
        return False
    simple: Mapping[str, object] = {
        "group": dossier.group,
        "route": dossier.route,
        "leave_on": dossier.leave_on,
        "approval": dossier.approval_id,
        "note": dossier.note,
        "career.rank": dossier.career.rank,
        **{f"person.{name}": getattr(dossier.person, name) for name in dossier.person.__slots__},
        **{f"declared.{name}": getattr(dossier.declared, name) for name in dossier.declared.__slots__},
    }
    fields = column_fields(fault, mappings)
    return bool(fields) and all(simple.get(each) not in (None, "") for each in fields)


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


def _settled(cell: UnreadCell, applied: Applied) -> bool:
    """Tell whether this import says of the cell's person what the cell could not; a career closes its cells itself."""
    dossier = applied.here.get(cell.dossier_id)
    if dossier is None:
        return False
    again = [each for each in applied.unread if each.dossier_id == cell.dossier_id]
    if cell.as_read:
        return any(each.as_read for each in again)
    if any(each.field == cell.field and not each.as_read for each in again):
        return True
    paper = next((each for each in applied.approvals.values() if each.id == dossier.approval_id), None)
    now, read = values_of(dossier, paper), applied.read[cell.dossier_id]
    fields = FIELDS_OF_COLUMN.get(cell.field, ())
    return bool(fields) and all(each in read and read[each] == now[each] for each in fields)
