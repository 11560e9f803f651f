"""How a workbook will be read: which sheets are taken, what each of their columns is, and why that was guessed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from desktop.documents.lists.catalogue import SheetKind, catalogue
from desktop.documents.lists.columns import ColumnMapping, columns_under, recognise_columns, recognise_sheet
from desktop.documents.lists.old_fonts import OldFontColumn, old_fonts_in, with_converted
from desktop.documents.lists.workbook import Sheet, Workbook
from desktop.domain.errors import Refusal
from desktop.services.lists.layout_memory import RememberedLayout, recalled

_INSTEAD = {
    "birth": frozenset({"birth_male", "birth_female"}),
    "sex": frozenset({"birth_male", "birth_female", "male_mark", "female_mark"}),
    **dict.fromkeys(("approval_number", "approval_date", "approval_issuer"), frozenset({"approval_text"})),
}
"""Columns that give a field in another form."""
_NEVER_CHOSEN = {
    SheetKind.LIST: {"first", "last", "span"},
    SheetKind.SALARY: {"span"},
    SheetKind.INSURANCE: {"span"},
}
"""Columns that only tell a kind of sheet from another, or stand for two others where a header names both."""


class Because(StrEnum):
    """Why a sheet is read as it is, or left out."""

    GUESSED = "guessed"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"
    PLACED = "placed"
    """A pasted block without a header: the columns from the one that was pasted into on."""
    HIDDEN = "hidden"
    UNKNOWN = "unknown"
    """Nothing in it looks like a header that is known."""
    ANOTHER = "another"
    """Another sheet of its kind is read: another year, or a copy."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet: what it would be read as (None: not known), and whether it is taken."""

    sheet: Sheet
    mapping: ColumnMapping | None
    taken: bool
    because: Because
    layout: RememberedLayout | None = None
    """Where the mapping is known from, when it is remembered."""

    @property
    def kind(self) -> SheetKind | None:
        """What the sheet is taken as, None when it is left out."""
        return self.mapping.kind if self.mapping and self.taken else None


@dataclass(frozen=True, slots=True)
class ListPlan:
    """All sheets of a workbook, in its order."""

    workbook: Workbook
    sheets: tuple[SheetPlan, ...]
    path: Path
    """The file that is kept with what is taken in."""
    fonts: tuple[OldFontColumn, ...] = ()
    """Columns typed in a font from before Unicode; their sheets stand here as they would be converted."""
    converts: bool = False
    """Whether somebody agreed to convert them; else each of their cells is a fault."""

    @property
    def mappings(self) -> tuple[ColumnMapping, ...]:
        """What the reader is given."""
        return tuple(each.mapping for each in self.sheets if each.mapping and each.taken)

    def of_kind(self, kind: SheetKind) -> SheetPlan | None:
        """Return the sheet that is taken as this kind."""
        return next((each for each in self.sheets if each.kind is kind), None)

    @property
    def ready(self) -> bool:
        """Whether the workbook can be read like this."""
        return self.of_kind(SheetKind.LIST) is not None and not any(map(lacking, self.mappings))


def plan_workbook(workbook: Workbook, layouts: Iterable[RememberedLayout], path: Path) -> ListPlan:
    """Guess how a workbook is read: as a layout that is remembered, else by the words of its headers."""
    known = tuple(layouts)
    fonts = old_fonts_in(workbook)
    shown = with_converted(workbook, fonts)
    best = _best(shown)
    plans = [_planned(sheet, known) for sheet in shown.sheets]
    taken: dict[SheetKind, int] = {}
    for place in sorted(range(len(plans)), key=lambda at: _preference(plans[at], best)):
        plan = plans[place]
        if plan.mapping and plan.sheet.visible and plan.mapping.kind not in taken:
            taken[plan.mapping.kind] = place
            plans[place] = replace(plan, taken=True)
    return ListPlan(workbook, tuple(each if each.taken else _left_out(each) for each in plans), path, fonts)


def with_sheet(plan: ListPlan, changed: SheetPlan) -> ListPlan:
    """Put another plan for one sheet in; a sheet that was taken as the same kind is left out then."""

    def other(each: SheetPlan) -> SheetPlan:
        if each.sheet.name == changed.sheet.name:
            return changed
        if changed.kind is not None and each.kind is changed.kind:
            return replace(each, taken=False, because=Because.ANOTHER)
        return each

    return replace(plan, sheets=tuple(other(each) for each in plan.sheets))


def taken_as(plan: SheetPlan, kind: SheetKind | None) -> SheetPlan:
    """Return the sheet taken as a kind that was chosen by hand, or left out (None)."""
    if kind is None:
        return replace(plan, taken=False, because=Because.CHOSEN)
    if plan.mapping and plan.mapping.kind is kind:
        return replace(plan, taken=True, because=Because.CHOSEN)
    top, depth = (plan.mapping.header_top, plan.mapping.header_depth) if plan.mapping else (0, 1)
    return SheetPlan(
        plan.sheet, columns_under(plan.sheet, kind, max(top, 0), depth), taken=True, because=Because.CHOSEN
    )


def with_header(plan: SheetPlan, top: int, depth: int) -> SheetPlan:
    """Return the sheet with its header in other rows; the columns are guessed anew from it."""
    if plan.mapping is None:
        return plan
    mapping = columns_under(plan.sheet, plan.mapping.kind, top, depth)
    return replace(plan, mapping=mapping, because=Because.CHOSEN, layout=None)


def with_column(plan: SheetPlan, column: int, field: str) -> SheetPlan:
    """Return the sheet with a column read as this field ("": not read); no other column is read as it then."""
    if plan.mapping is None:
        return plan
    columns = {name: at for name, at in plan.mapping.columns.items() if name != field and at != column}
    if field:
        columns[field] = column
    return replace(plan, mapping=replace(plan.mapping, columns=columns), because=Because.CHOSEN)


def lacking(mapping: ColumnMapping) -> tuple[tuple[str, ...], ...]:
    """Return the fields without which a sheet cannot be read as its kind; of several that would do, all in one."""
    needs = catalogue().needs[mapping.kind]
    found = set(mapping.columns)
    missing: list[tuple[str, ...]] = [(each,) for each in fields_of(mapping.kind) if each in needs.all_of - found]
    if needs.one_of and not needs.one_of & found:
        missing.append(tuple(each for each in fields_of(mapping.kind) if each in needs.one_of))
    return tuple(missing)


def unmapped(mapping: ColumnMapping) -> tuple[str, ...]:
    """Return the fields that everybody needs and no column gives: they stay open and are entered by hand."""
    required = catalogue().required[mapping.kind]
    found = set(mapping.columns)
    told = {field for fields in lacking(mapping) for field in fields}
    return tuple(
        each
        for each in fields_of(mapping.kind)
        if each in required - found - told and not _INSTEAD.get(each, frozenset()) & found
    )


def fields_of(kind: SheetKind) -> tuple[str, ...]:
    """Return the fields that a column of such a sheet can be, in the order of the catalogue."""
    names = (each.field for each in catalogue().columns[kind])
    return tuple(each for each in names if each not in _NEVER_CHOSEN.get(kind, set()))


def _best(workbook: Workbook) -> tuple[ColumnMapping, ...]:
    try:
        return recognise_columns(workbook)
    except Refusal:
        return ()


def _planned(sheet: Sheet, layouts: tuple[RememberedLayout, ...]) -> SheetPlan:
    known = recalled(sheet, layouts)
    if known is not None:
        return SheetPlan(sheet, known[0], taken=False, because=Because.REMEMBERED, layout=known[1])
    return SheetPlan(sheet, recognise_sheet(sheet), taken=False, because=Because.GUESSED)


def _preference(plan: SheetPlan, best: tuple[ColumnMapping, ...]) -> tuple[bool, bool]:
    """What is remembered comes first, of several what the reader would choose, then the order of the workbook."""
    chosen = any(plan.mapping and (each.sheet, each.kind) == (plan.sheet.name, plan.mapping.kind) for each in best)
    return plan.because is not Because.REMEMBERED, not chosen


def _left_out(plan: SheetPlan) -> SheetPlan:
    if not plan.sheet.visible:
        return replace(plan, because=Because.HIDDEN)
    return replace(plan, because=Because.ANOTHER if plan.mapping else Because.UNKNOWN)
