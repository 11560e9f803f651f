"""A pasted block as a list that is being taken in: the same steps, the same checks, one way back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.documents.lists.block import parse_block, write_block
from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.columns import ColumnMapping, recognise_sheet
from desktop.documents.lists.old_fonts import old_fonts_in, with_converted
from desktop.documents.lists.workbook import Sheet, read_workbook
from desktop.services.lists.plan import Because, ListPlan, SheetPlan, fields_of


def open_block(text: str, folder: Path, name: str, columns: Sequence[str]) -> ListPlan:
    """Keep a block as a workbook in the folder and plan how it is read.

    A header in its first rows is recognised; without one its columns are `columns` in their order ("": not read).
    Raises Refusal: block.empty, block.too_large.
    """
    path = write_block(parse_block(text), folder / name)
    workbook = read_workbook(path)
    fonts = old_fonts_in(workbook)
    sheet = with_converted(workbook, fonts).sheets[0]
    found = recognise_sheet(sheet)
    if found is not None:
        plan = SheetPlan(sheet, found, taken=True, because=Because.GUESSED)
    else:
        plan = SheetPlan(sheet, _by_place(sheet, columns), taken=True, because=Because.PLACED)
    return ListPlan(workbook, (plan,), path, fonts)


def _by_place(sheet: Sheet, columns: Sequence[str]) -> ColumnMapping:
    known = fields_of(SheetKind.LIST)
    placed = {field: at for at, field in enumerate(columns[: sheet.width]) if field in known}
    bare = ColumnMapping(SheetKind.LIST, sheet.name, 0, {}, ("",) * sheet.width)
    return replace(bare, columns=placed)
