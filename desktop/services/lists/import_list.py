"""Take a unit's Excel list into a round: look first, then take in; good rows whole, faulty rows as drafts."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.faults import CellFault, CellNote
from desktop.documents.lists.listed import ListReading
from desktop.documents.lists.old_fonts import OldFontColumn
from desktop.documents.lists.reader import read_list
from desktop.documents.lists.watching import CancelCheck, Tell, Watch
from desktop.documents.lists.workbook import Workbook, read_workbook
from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Param
from desktop.domain.names import compose
from desktop.domain.registers import ImportRecord, WaitingCareer
from desktop.domain.rounds import Round
from desktop.domain.states import DossierState
from desktop.services.lists.comparison import Choices, ListComparison, compared
from desktop.services.lists.entering import enter
from desktop.services.lists.preparing import PreparedList, judge_additions, still_holds
from desktop.services.lists.record_of_reading import packed
from desktop.services.lists.settling import settle_all
from desktop.services.lists.taking_in import Applied, apply_choices, forget_mended, report_json
from desktop.services.office import Office
from desktop.services.recovery.left_overs import staging_file
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A workbook that was read and not taken in yet."""

    path: Path
    workbook: Workbook
    reading: ListReading


@dataclass(frozen=True, slots=True)
class ListTakenIn:
    """What an import did, and what it takes to take it back. `known` are people who were in the round before."""

    import_id: str
    dossiers: tuple[Dossier, ...]
    """Who was added, as they stand now."""
    complete: int
    drafts: int
    """Of those added."""
    known: tuple[str, ...]
    """Names of the people of the list that were in the round before."""
    approvals: tuple[Approval, ...]
    """The documents that the list names."""
    faults: tuple[CellFault, ...]
    notes: tuple[CellNote, ...]
    changed: tuple[tuple[Dossier, Dossier], ...] = ()
    """Before, and as they stand now."""
    binned: tuple[Dossier, ...] = ()
    new_approvals: tuple[Approval, ...] = ()
    waiting: tuple[WaitingCareer, ...] = ()
    """Careers that wait for their person since this import."""
    waiting_before: tuple[tuple[str, WaitingCareer | None], ...] = ()
    reports_before: tuple[tuple[str, str], ...] = ()
    """The reports of earlier imports by id, as they were."""
    reports_after: tuple[tuple[str, str], ...] = ()
    """All reports that the import wrote, its own among them."""


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


def take_in_list(  # noqa: PLR0913 - all but the first three are options
    office: Office,
    round_id: str,
    preview: ListPreview,
    comparison: ListComparison | None = None,
    choices: Choices | None = None,
    *,
    prepared: PreparedList | None = None,
    progress: Tell | None = None,
    cancelled: CancelCheck | None = None,
) -> ListTakenIn:
    """Put what was chosen of a preview into the round in one transaction; the original is kept with its digest.

    Without a comparison everybody who is new is added and who is in the round stays as they are. What was `prepared`
    of the same comparison and choices is not judged again, unless the round is another one since. `progress` is told
    people that are behind, people in all, and a name. Raises Refusal: record.not_found, list.cancelled (the person
    asked to stop), list.other_round (the comparison was made with another round), record.changed_elsewhere (somebody
    was edited since it was made) and those of the store; then nothing has changed, and no copy is left.
    """
    if comparison is not None:
        comparison.need_round(round_id)
    watch = Watch(progress, cancelled)
    watch.tell(0, len(preview.reading.people))
    with staging_file(office.store, preview.path) as (kept, _), office.store.begin() as work:
        work.staged_files.clear([kept])
        of_round = work.rounds.need(round_id)
        found = comparison or compared(work, round_id, preview.reading)
        chosen = choices or Choices.only_new(found)
        if prepared is None or not still_holds(work, prepared):
            prepared = judge_additions(office, work, of_round, found, chosen, watch)
        applied = apply_choices(work, of_round, preview.reading, found, chosen, prepared.additions, watch)
        reports = forget_mended(work, round_id, applied)
        record = _record(office, of_round, preview, kept, applied)
        work.imports.add(record)
        added, changed = _stored(office, work, prepared, applied, watch)
        counts: dict[str, Param] = {"people": len(added), "changed": len(changed), "binned": len(applied.binned)}
        work.audit.append(office.operator, "list.taken_in", of_round.id, counts | {"sha256": kept})
        touched = {record.id, *(import_id for import_id, _ in reports)}
        rewritten = tuple((each.id, each.report_json) for each in work.imports.of_round(round_id) if each.id in touched)
    complete = sum(dossier.state is DossierState.COMPLETE for dossier in added)
    return ListTakenIn(
        import_id=record.id,
        dossiers=added,
        complete=complete,
        drafts=len(added) - complete,
        known=tuple(each.full_name for each in found.people if each.listed and each.dossier),
        approvals=tuple(applied.approvals[each] for each in preview.reading.approvals if each in applied.approvals),
        faults=preview.reading.faults,
        notes=preview.reading.notes,
        changed=changed,
        binned=applied.binned,
        new_approvals=applied.new_approvals,
        waiting=applied.waiting,
        waiting_before=applied.waiting_before,
        reports_before=reports,
        reports_after=rewritten,
    )


def _stored(
    office: Office, work: UnitOfWork, prepared: PreparedList, applied: Applied, watch: Watch
) -> tuple[tuple[Dossier, ...], tuple[tuple[Dossier, Dossier], ...]]:
    """Store who was added, and move on who is complete now; a row with an unread cell stays a draft until saved."""
    doubtful = {each.dossier_id for each in applied.unread}
    added = enter(work, applied.added, prepared.whole, office.operator, watch)
    after = settle_all(office, work, prepared.of_round, [now for _, now in applied.changed], doubtful, watch)
    return added, tuple((before, now) for (before, _), now in zip(applied.changed, after, strict=True))


def _record(office: Office, of_round: Round, preview: ListPreview, sha256: str, applied: Applied) -> ImportRecord:
    reading = preview.reading
    report = report_json(len(reading.people), len(reading.notes), applied.unread, packed(applied.read))
    return ImportRecord(uuid4().hex, of_round.id, compose(preview.path.name), sha256, office.stamp(), report)
