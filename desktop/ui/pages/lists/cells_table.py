"""Cells of a list in a table: which could not be read, and which were put right."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.documents.lists.faults import CellFault, CellNote
from desktop.documents.lists.listed import ListReading
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.lists.names import column_name
from desktop.ui.texts import message

Place = tuple[str, int]
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def faults_table(whose: Callable[[CellFault], str]) -> RecordTableView[CellFault]:
    """Return a table of cells that could not be read; `whose` names the person of a cell."""
    columns = (
        Column[CellFault]("cell", _tr("Ô"), lambda each: f"{each.column_letter}{each.row}", sort=_order),
        Column[CellFault]("sheet", _tr("Trang"), lambda each: each.sheet),
        Column[CellFault]("name", _tr("Người"), whose),
        Column[CellFault]("field", _tr("Cột"), lambda each: column_name(each.field)),
        Column[CellFault]("value", _tr("Đang ghi"), lambda each: _as_written(each.value)),
        Column[CellFault]("why", _tr("Vì sao, cần ghi thế nào"), sentence_of),
    )
    model = RecordTableModel(columns, identity=lambda each: (each.sheet, each.row, each.column, each.reason))
    return RecordTableView(model, _tr("Các ô chưa đọc được"))


def notes_table() -> RecordTableView[CellNote]:
    """Return a table of cells whose content was certain and was put right."""
    columns = (
        Column[CellNote]("cell", _tr("Ô"), lambda each: f"{each.column_letter}{each.row}", sort=_order),
        Column[CellNote]("sheet", _tr("Trang"), lambda each: each.sheet),
        Column[CellNote]("field", _tr("Cột"), lambda each: column_name(each.field)),
        Column[CellNote]("value", _tr("Đang ghi"), lambda each: _as_written(each.value)),
        Column[CellNote]("corrected", _tr("Đọc thành"), lambda each: each.corrected),
        Column[CellNote]("why", _tr("Vì sao"), lambda each: message(each.correction.value, **each.params)),
    )
    model = RecordTableModel(columns, identity=lambda each: (each.sheet, each.row, each.column, each.correction))
    return RecordTableView(model, _tr("Các ô đã tự chỉnh"))


def _as_written(value: str) -> str:
    """Return the content of a cell as the spreadsheet shows it: dates with the day first."""
    if not value:
        return _tr("(trống)")
    return "/".join(reversed(value.split("-"))) if _ISO_DAY.fullmatch(value) else value


def sentence_of(fault: CellFault) -> str:
    """Return what is wrong with a cell, where, why, and what would be right."""
    return message(fault.reason.value, **fault.params)


def names_by_cell(reading: ListReading) -> Mapping[Place, str]:
    """Return whose each cell is that could not be read, by sheet and row."""
    names = {(each.sheet, each.sheet_row): each.person.full_name for each in reading.people}
    owners = [*((each.person.full_name, each.faults) for each in reading.people)]
    owners += [(each.full_name, each.faults) for each in reading.waiting]
    return names | {(fault.sheet, fault.row): name for name, faults in owners for fault in faults}


def _order(cell: CellFault | CellNote) -> tuple[str, int, int]:
    return cell.sheet, cell.row, cell.column


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListCells", text)
