"""Cells that could not be read, of lists taken in and of career tables: they hold their dossier back until mended.

What stands in a dossier is only what could be read. Sent like that, a row would be missing or older than what the
clerk typed, and nobody would know; so a dossier with such a row stays a draft.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from desktop.domain.careers import Career
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Param
from desktop.domain.names import fold
from desktop.domain.states import DossierState
from desktop.services.office import Office
from desktop.storage import UnitOfWork

_TYPED = "typed.row"
"""The sentence about a typed row."""
_TYPING = "career/"
"""Under this and the person's id the typed rows are kept."""


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell of somebody's row that could not be read; `params` fill the sentence of `reason`."""

    dossier_id: str
    """Or the mark of a career that waits for its person, see `waiting_mark`."""
    field: str
    reason: str
    params: dict[str, Param]
    as_read: str = ""
    """For a cell of a career sheet: the career as it was read without the row."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import leaves behind: counts, the cells that it could not read, and what it read of whom."""

    people: int
    unread: tuple[UnreadCell, ...]
    notes: int
    read: str = ""
    """As `lists.record_of_reading` packs it; "" of an import that was taken back or is of an earlier program."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row of a career table with a cell that cannot be read. `row` counts from 0 among the rows that mean something.

    `known` tells that the dossier holds the row as it was last readable; otherwise it is a new one.
    """

    table: str
    row: int
    cells: tuple[str, ...]
    why: str
    known: bool = True


def unread_cells(office: Office, round_id: str) -> tuple[UnreadCell, ...]:
    """Return the cells of the round's people that nobody has mended yet."""
    with office.store.begin() as work:
        return cells_of(work, round_id, work.dossiers.of_round(round_id))


def cells_of(work: UnitOfWork, round_id: str, dossiers: Iterable[Dossier]) -> tuple[UnreadCell, ...]:
    """Return the unread cells of these people, those of lists first."""
    owners: dict[str, Dossier] = {}
    for dossier in dossiers:
        owners[dossier.id] = owners[waiting_mark(dossier.person.citizen_id, dossier.person.full_name)] = dossier
    reports = [msgspec.json.decode(each.report_json, type=ImportReport) for each in work.imports.of_round(round_id)]
    found = [(cell, owners.get(cell.dossier_id)) for report in reports for cell in report.unread]
    listed = [_of(cell, dossier) for cell, dossier in found if dossier is not None and _open(cell, dossier)]
    return (*listed, *(cell for cell in _typed_cells(work) if cell.dossier_id in owners))


def holds_back(work: UnitOfWork, dossier: Dossier) -> bool:
    """Tell whether a row of the career cannot be read: then the dossier cannot be complete."""
    return any(map(hold_back, cells_of(work, dossier.round_id, (dossier,))))


def hold_back(cell: UnreadCell) -> bool:
    """Tell whether a row of a career is missing because of the cell."""
    return bool(cell.as_read) or cell.reason == _TYPED


def keep_typed(work: UnitOfWork, dossier_id: str, rows: Iterable[TypedRow]) -> None:
    """Remember the rows that were typed and cannot be read, in the place of those before."""
    kept = tuple(rows)
    if kept:
        work.drafts.put(_subject(dossier_id), msgspec.json.encode(kept).decode("utf-8"))
    else:
        work.drafts.remove(_subject(dossier_id))


def typed_rows(office: Office, dossier_id: str) -> tuple[TypedRow, ...]:
    """Return the rows that were typed for this person and cannot be read."""
    with office.store.begin() as work:
        return _kept(work, dossier_id)


def as_read(career: Career) -> str:
    """Return what tells whether the career changed since a list was read."""
    salary = [
        f"{each.months.first.shown}-{each.months.last.shown} {each.coefficient} {each.position_allowance}"
        for each in career.salary
    ]
    insurance = [f"{each.months.first.shown}-{each.months.last.shown} {each.employer}" for each in career.insurance]
    return "; ".join([*salary, "|", *insurance])


def waiting_mark(citizen_id: str, full_name: str) -> str:
    """Return what stands for a person whose career came in before they could be told."""
    return f"waiting:{citizen_id}:{fold(full_name)}"


def _of(cell: UnreadCell, dossier: Dossier) -> UnreadCell:
    return UnreadCell(dossier.id, cell.field, cell.reason, cell.params, cell.as_read)


def _open(cell: UnreadCell, dossier: Dossier) -> bool:
    """A cell of the list is open while its person is a draft; one of a career until the career is mended or checked."""
    if not cell.as_read:
        return dossier.state is DossierState.DRAFT
    untouched = as_read(dossier.career) == cell.as_read and not dossier.career.checked_against_book
    return untouched and dossier.state in {DossierState.DRAFT, DossierState.COMPLETE}


def _typed_cells(work: UnitOfWork) -> list[UnreadCell]:
    found = [each for each in work.drafts.all() if each.subject.startswith(_TYPING)]
    return [
        UnreadCell(draft.subject.removeprefix(_TYPING), row.table, _TYPED, {"why": row.why})
        for draft in found
        for row in msgspec.json.decode(draft.text, type=tuple[TypedRow, ...])
    ]


def _kept(work: UnitOfWork, dossier_id: str) -> tuple[TypedRow, ...]:
    draft = work.drafts.get(_subject(dossier_id))
    return msgspec.json.decode(draft.text, type=tuple[TypedRow, ...]) if draft else ()


def _subject(dossier_id: str) -> str:
    return f"{_TYPING}{dossier_id}"
