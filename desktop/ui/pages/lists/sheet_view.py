"""The top of a sheet as it stands in the file, the rows of its header marked."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from desktop.documents.lists.columns import ColumnMapping
from desktop.documents.lists.values import column_letter
from desktop.documents.lists.workbook import Sheet
from desktop.ui.pages.lists.column_table import sample_text
from desktop.ui.widgets.looks import Tone, row_height, tint

_BELOW = 6
"""Rows shown below the header."""
_LETTERS = 14


class SheetView(QTableWidget):
    """Read only; letters and numbers as the spreadsheet shows them, merged cells merged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Sheet, ColumnMapping] | None = None
        self.setAccessibleName(self.tr("Đầu trang như trong tệp; các dòng tiêu đề được tô"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))

    def show_sheet(self, sheet: Sheet, mapping: ColumnMapping) -> None:
        """Show the rows around the header."""
        self._shown = sheet, mapping
        top = max(mapping.header_top, 0)
        rows = min(len(sheet.rows), max(mapping.first_row, top + mapping.header_depth) + _BELOW)
        self.clear()
        self.clearSpans()
        self.setRowCount(rows)
        self.setColumnCount(sheet.width)
        self.setHorizontalHeaderLabels([column_letter(column + 1) for column in range(sheet.width)])
        self.setVerticalHeaderLabels([str(row + 1) for row in range(rows)])
        for row in range(rows):
            for column in range(sheet.width):
                self.setItem(row, column, self._cell(sheet, mapping, row, column))
        for merge in sheet.merges:
            if merge.top < rows:
                height = min(merge.bottom, rows - 1) - merge.top + 1
                self.setSpan(merge.top, merge.left, height, merge.right - merge.left + 1)
        letter = self.fontMetrics().averageCharWidth()
        for column in range(sheet.width):
            self.setColumnWidth(column, letter * _LETTERS)
        self.scrollTo(self.model().index(top, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_shown", None):
            self.show_sheet(*self._shown)  # type: ignore[misc]  # not None, just asked

    def _cell(self, sheet: Sheet, mapping: ColumnMapping, row: int, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem(sample_text(sheet.at(row, column)))
        item.setToolTip(item.text())
        if mapping.header_top <= row < mapping.header_top + mapping.header_depth:
            item.setBackground(tint(Tone.ACCENT, self.palette()))
            bold = QFont(self.font())
            bold.setBold(True)
            item.setFont(bold)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        return item
