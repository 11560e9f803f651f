"""Reading a unit's hand-made list: people, approvals and careers, with every doubtful cell named."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.documents.lists.career_joining import CareerSheets, join_careers
from desktop.documents.lists.career_reading import CareerSheet, read_insurance, read_salary
from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.columns import ColumnMapping, recognise_columns
from desktop.documents.lists.duplicates import ReadRow, without_duplicates
from desktop.documents.lists.faults import CellFault, CellNote
from desktop.documents.lists.listed import ListedPerson, ListReading
from desktop.documents.lists.person_reading import read_people
from desktop.documents.lists.row_reading import MappedSheet
from desktop.documents.lists.watching import UNWATCHED, Watch
from desktop.documents.lists.workbook import Workbook
from desktop.domain.errors import Refusal


def read_list(
    workbook: Workbook, mappings: tuple[ColumnMapping, ...] | None = None, *, watch: Watch = UNWATCHED
) -> ListReading:
    """Read the list and its career sheets; `mappings` replaces what would be recognised.

    What is certain is put right and noted; every other doubtful cell is a fault and its field stays empty.
    `watch` is told the rows that are behind and asked whether to stop.
    Raises Refusal list.cancelled, list.no_people_sheet (no sheet looks like a list), list.no_such_sheet (a mapping
    names a sheet that the workbook does not have) or list.nobody (the sheet has a header but no people).
    """
    used = mappings or recognise_columns(workbook)
    sources = {mapping.kind: _source(workbook, mapping) for mapping in used}
    careers = _read_careers(sources, watch, starts_in_1904=workbook.starts_in_1904)
    rows = read_people(sources[SheetKind.LIST], watch, starts_in_1904=workbook.starts_in_1904)
    if not rows:
        raise Refusal("list.nobody", name=workbook.name, sheet=sources[SheetKind.LIST].sheet.name)
    checked = without_duplicates(rows, frozenset(careers.keys()))
    people, waiting = join_careers([_with_faults(row) for row in checked], careers)
    return ListReading(
        people=people,
        faults=_all_faults(checked, careers),
        notes=_all_notes(checked, careers),
        approvals=tuple(dict.fromkeys(each.approval for each in people if each.approval)),
        waiting=waiting,
        mappings=used,
    )


def _source(workbook: Workbook, mapping: ColumnMapping) -> MappedSheet:
    for sheet in workbook.sheets:
        if sheet.name == mapping.sheet:
            return MappedSheet(sheet, mapping)
    raise Refusal("list.no_such_sheet", name=workbook.name, sheet=mapping.sheet)


def _read_careers(sources: dict[SheetKind, MappedSheet], watch: Watch, *, starts_in_1904: bool) -> CareerSheets:
    salary = sources.get(SheetKind.SALARY)
    insurance = sources.get(SheetKind.INSURANCE)
    return CareerSheets(
        read_salary(salary, watch, starts_in_1904=starts_in_1904) if salary else CareerSheet(),
        read_insurance(insurance, watch, starts_in_1904=starts_in_1904) if insurance else CareerSheet(),
    )


def _with_faults(row: ReadRow) -> ListedPerson:
    listed, reading = row
    return replace(listed, faults=tuple(_in_order(reading.faults)))


def _all_faults(rows: list[ReadRow], careers: CareerSheets) -> tuple[CellFault, ...]:
    of_list = [fault for _, reading in rows for fault in reading.faults]
    return (*_in_order(of_list), *_in_order(careers.salary.faults), *_in_order(careers.insurance.faults))


def _in_order(faults: Iterable[CellFault]) -> list[CellFault]:
    return sorted(faults, key=lambda fault: (fault.row, fault.column))


def _all_notes(rows: list[ReadRow], careers: CareerSheets) -> tuple[CellNote, ...]:
    of_list = [note for _, reading in rows for note in reading.notes]
    return (*of_list, *careers.salary.notes, *careers.insurance.notes)
