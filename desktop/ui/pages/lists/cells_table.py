"""Cells of a list in a table: which could not be read, and which were put right."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.documents.lists.faults import CellFault, CellNote
from desktop.documents.lists.listed import ListReading
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.lists.names import column_name
from desktop.ui.texts import message

Place = tuple[str, int]


def faults_table() -> RecordTableView[CellFault]:
    """Return a table of cells that could not be read."""
    columns = (
        Column[CellFault]("cell", _tr("Ô"), lambda each: f"{each.column_letter}{each.row}", sort=_order),
        Column[CellFault]("sheet", _tr("Trang"), lambda each: each.sheet),
        Column[CellFault]("field", _tr("Cột"), lambda each: column_name(each.field)),
        Column[CellFault]("value", _tr("Đang ghi"), lambda each: each.value or _tr("(trống)")),
        Column[CellFault]("why", _tr("Vì sao, cần ghi thế nào"), sentence_of),
    )
    model = RecordTableModel(columns, identity=lambda each: (each.sheet, each.row, each.column))
    return RecordTableView(model, _tr("Các ô chưa đọc được"))


def notes_table() -> RecordTableView[CellNote]:
    """Return a table of cells whose content was certain and was put right."""
    columns = (
        Column[CellNote]("cell", _tr("Ô"), lambda each: f"{each.column_letter}{each.row}", sort=_order),
        Column[CellNote]("sheet", _tr("Trang"), lambda each: each.sheet),
        Column[CellNote]("field", _tr("Cột"), lambda each: column_name(each.field)),
        Column[CellNote]("value", _tr("Đang ghi"), lambda each: each.value),
        Column[CellNote]("corrected", _tr("Đọc thành"), lambda each: each.corrected),
        Column[CellNote]("why", _tr("Vì sao"), lambda each: message(each.correction.value, **each.params)),
    )
    model = RecordTableModel(columns, identity=lambda each: (each.sheet, each.row, each.column, each.correction))
    return RecordTableView(model, _tr("Các ô đã tự chỉnh"))


def sentence_of(fault: CellFault) -> str:
    """Return what is wrong with a cell, where, why, and what would be right."""
    return message(fault.reason.value, **fault.params)


def names_by_row(reading: ListReading) -> Mapping[Place, str]:
    """Return whose row a row of the list is."""
    return {(each.sheet, each.sheet_row): each.person.full_name for each in reading.people}


def _order(cell: CellFault | CellNote) -> tuple[str, int, int]:
    return cell.sheet, cell.row, cell.column


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListCells", text)
