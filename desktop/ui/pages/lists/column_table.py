"""The columns of one sheet: its heading, what stands below, and which of our fields it is read as."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.documents.lists.catalogue import SheetKind
from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.values import BrokenCell, CellValue, column_letter, written
from desktop.documents.lists.workbook import Sheet
from desktop.domain.dates import format_date
from desktop.domain.foreign_text import shown
from desktop.services.lists.plan import fields_of
from desktop.ui.pages.lists.names import column_name
from desktop.ui.widgets.looks import row_height

_SAMPLES = 3
_LOOKED_AT = 200
"""Rows among which different samples are looked for."""
_LETTER, _HEADING, _EXAMPLES, _FIELD = range(4)


class ColumnTable(QTableWidget):
    """One row for each column of the sheet; the last cell chooses the field."""

    mapped = Signal(int, str)
    """Column from 0, and the field ("": not read)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._kind: SheetKind | None = None
        self._lines: list[_Line] = []
        self.setHorizontalHeaderLabels([self.tr("Cột"), self.tr("Tiêu đề"), self.tr("Ví dụ"), self.tr("Đọc là")])
        self.setAccessibleName(self.tr("Các cột của trang và cách đọc"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(round(row_height(self.fontMetrics()) * 1.15))
        header = self.horizontalHeader()
        header.setSectionResizeMode(_LETTER, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 9)  # rather scroll than cut a heading
        for column in (_HEADING, _EXAMPLES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(_FIELD, self.fontMetrics().averageCharWidth() * 34)

    def show_mapping(self, sheet: Sheet, mapping: ColumnMapping) -> None:
        """Show the columns as they are read; the current one stays current."""
        current = max(self.currentRow(), 0)
        places = [each for each in range(sheet.width) if _says_something(sheet, mapping, each)]
        if [each.column for each in self._lines] != places or self._kind is not mapping.kind:
            self._build(places, mapping.kind)
        for line in self._lines:
            self._show_line(line, sheet, mapping)
        self.setCurrentCell(min(current, self.rowCount() - 1), _HEADING)

    def choice(self, column: int) -> QComboBox:
        """Return the list of fields of a column, from 0."""
        return next(each.box for each in self._lines if each.column == column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the choice of the current column with Enter or F2."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self.currentRow() >= 0:
            box = self._lines[self.currentRow()].box
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            box.showPopup()
        else:
            super().keyPressEvent(event)

    def _build(self, places: list[int], kind: SheetKind) -> None:
        self._kind = kind
        self.setRowCount(0)
        self.setRowCount(len(places))
        self._lines = [_Line(column, _CalmBox()) for column in places]
        fields = self._fields(kind)
        for row, line in enumerate(self._lines):
            for cell, item in enumerate(line.items):
                self.setItem(row, cell, item)
            line.box.setModel(fields)
            line.box.activated.connect(partial(self._chosen, line))
            self.setCellWidget(row, _FIELD, line.box)

    def _fields(self, kind: SheetKind) -> QStandardItemModel:
        """Return what a column can be, for the lists of all columns: forty of their own would be felt."""
        fields = QStandardItemModel(self)
        for name, text in (("", self.tr("– không đọc –")), *((each, column_name(each)) for each in fields_of(kind))):
            item = QStandardItem(text)
            item.setData(name, Qt.ItemDataRole.UserRole)
            fields.appendRow(item)
        return fields

    def _show_line(self, line: "_Line", sheet: Sheet, mapping: ColumnMapping) -> None:
        heading = mapping.headers[line.column] if line.column < len(mapping.headers) else ""
        letter = column_letter(line.column + 1)
        texts = (letter, shown(heading), _examples(sheet, mapping.first_row, line.column))
        for item, text in zip(line.items, texts, strict=True):
            item.setText(text)
            item.setToolTip(text)
        read_as = next((name for name, at in mapping.columns.items() if at == line.column), "")
        line.box.setCurrentIndex(max(0, line.box.findData(read_as)))
        line.box.setAccessibleName(self.tr("Cột {letter} {heading}: đọc là").format(letter=letter, heading=texts[1]))

    def _chosen(self, line: "_Line", place: int) -> None:
        self.mapped.emit(line.column, str(line.box.itemData(place)))


class _CalmBox(QComboBox):
    """A wheel that passes over it scrolls the table and chooses nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the table scroll."""
        event.ignore()


@dataclass(frozen=True)
class _Line:
    """A row of the table: the sheet's column from 0, the choice, the other cells."""

    column: int
    box: _CalmBox
    items: tuple[QTableWidgetItem, ...] = field(
        default_factory=lambda: (QTableWidgetItem(), QTableWidgetItem(), QTableWidgetItem())
    )


def sample_text(value: CellValue) -> str:
    """Return what stands in a cell as a person would read it."""
    if value is None:
        return ""
    if isinstance(value, BrokenCell | str | bool | int | float):
        return shown(written(value))
    return format_date(value)


def _examples(sheet: Sheet, first_row: int, column: int) -> str:
    values = (sheet.at(row, column) for row in range(first_row, min(len(sheet.rows), first_row + _LOOKED_AT)))
    found: list[str] = []
    for value in values:
        text = sample_text(value)
        if text and text not in found:
            found.append(text)
        if len(found) == _SAMPLES:
            break
    return " · ".join(found)


def _says_something(sheet: Sheet, mapping: ColumnMapping, column: int) -> bool:
    headed = column < len(mapping.headers) and bool(mapping.headers[column])
    return headed or bool(_examples(sheet, mapping.first_row, column))
