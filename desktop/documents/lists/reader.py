"""Reading a unit's hand-made list: people, approvals and careers, with every doubtful cell named."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from desktop.documents.lists.career_joining import CareerSheets, join_careers
from desktop.documents.lists.career_reading import CareerSheet, read_insurance, read_insured_pay, read_salary
from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.columns import ColumnMapping, best_of, candidates
from desktop.documents.lists.duplicates import without_duplicates
from desktop.documents.lists.faults import CellFault, CellNote, Reason
from desktop.documents.lists.listed import ListedPerson, ListReading
from desktop.documents.lists.old_fonts import OldFontColumn, old_fonts_in, with_converted
from desktop.documents.lists.person_reading import read_people
from desktop.documents.lists.remarks import remarks_on
from desktop.documents.lists.row_reading import MappedSheet, SheetReading, in_order
from desktop.documents.lists.watching import UNWATCHED, Watch
from desktop.documents.lists.workbook import Workbook
from desktop.domain.errors import Refusal
from desktop.system.collecting import without_collecting


@without_collecting()
def read_list(
    workbook: Workbook,
    mappings: tuple[ColumnMapping, ...] | None = None,
    *,
    converted: Collection[OldFontColumn] = (),
    watch: Watch = UNWATCHED,
) -> ListReading:
    """Read the list and its career sheets; `mappings` replaces what would be recognised.

    `converted` are columns in an old font that somebody agreed to read as Unicode (`ListReading.old_fonts` has all);
    a cell of any other that is in an old font is a fault.

    What is certain is put right and noted; every other doubtful cell is a fault and its field stays empty.
    `watch` is told how far the work is and asked whether to stop. Raises Refusal list.cancelled,
    list.no_people_sheet (no sheet looks like a list), list.no_such_sheet (a mapping names a sheet that the workbook
    does not have) or list.nobody (the sheet has a header but no people).
    """
    fonts = old_fonts_in(workbook)
    found = candidates(workbook)
    used = mappings or best_of(workbook, found)
    agreed = with_converted(workbook, converted)
    left = [each for each in fonts if each not in converted]
    sources = {mapping.kind: _source(agreed, mapping, left) for mapping in used}
    careers = _read_careers(sources, watch, starts_in_1904=workbook.starts_in_1904)
    listed, reading = read_people(sources[SheetKind.LIST], watch, starts_in_1904=workbook.starts_in_1904)
    if not listed:
        raise Refusal("list.nobody", name=workbook.name, sheet=sources[SheetKind.LIST].sheet.name)
    checked = without_duplicates(listed, reading, frozenset(careers.keys()))
    people, waiting = join_careers([_with_faults(each, reading) for each in checked], careers)
    others = tuple(each for _, each in found if each.sheet not in {mapping.sheet for mapping in used})
    hidden = (fault.row for fault in _all_faults(reading, careers) if fault.reason is Reason.HIDDEN_ROW)
    return ListReading(
        people=people,
        faults=_all_faults(reading, careers),
        notes=_all_notes(reading, careers),
        approvals=tuple(dict.fromkeys(each.approval for each in people if each.approval)),
        waiting=waiting,
        mappings=used,
        old_fonts=fonts,
        others=others,
        remarks=remarks_on(workbook, used, others, hidden),
    )


def _source(workbook: Workbook, mapping: ColumnMapping, old_fonts: Iterable[OldFontColumn]) -> MappedSheet:
    for sheet in workbook.sheets:
        if sheet.name == mapping.sheet:
            own = {each.column: each.font for each in old_fonts if each.sheet == sheet.name}
            return MappedSheet(sheet, mapping, own)
    raise Refusal("list.no_such_sheet", name=workbook.name, sheet=mapping.sheet)


def _read_careers(sources: dict[SheetKind, MappedSheet], watch: Watch, *, starts_in_1904: bool) -> CareerSheets:
    salary = sources.get(SheetKind.SALARY)
    insurance = sources.get(SheetKind.INSURANCE)
    paid = read_salary(salary, watch, starts_in_1904=starts_in_1904) if salary else CareerSheet()
    if insurance is not None:
        return CareerSheets(paid, read_insurance(insurance, watch, starts_in_1904=starts_in_1904))
    if salary is not None and salary.has("insured_at"):
        return CareerSheets(paid, read_insured_pay(salary, watch, starts_in_1904=starts_in_1904))
    return CareerSheets(paid)


def _with_faults(listed: ListedPerson, reading: SheetReading) -> ListedPerson:
    faults = reading.faults_in(listed.sheet_row - 1)
    return replace(listed, faults=faults) if faults else listed


def _all_faults(reading: SheetReading, careers: CareerSheets) -> tuple[CellFault, ...]:
    of_list = [fault for faults in reading.faults.values() for fault in faults]
    return (*in_order(of_list), *in_order(careers.salary.faults), *in_order(careers.insurance.faults))


def _all_notes(reading: SheetReading, careers: CareerSheets) -> tuple[CellNote, ...]:
    return (*in_order(reading.notes), *in_order(careers.salary.notes), *in_order(careers.insurance.notes))
