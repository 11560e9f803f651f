"""The cells of imported lists that nobody has mended yet, in few lines: the findings below keep their room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.services.entry.unread import UnreadCell
from desktop.ui.pages.lists.cell_fields import form_field
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine

_LINES_SHOWN = 4


class UnreadList(QWidget):
    """How many there are, and each cell; Enter or a double click goes to its field. Hidden when there is none."""

    jump = Signal(str, str)
    """The dossier's id and the dotted field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[UnreadCell, ...] = ()
        self.line = MarkedLine()
        self.cells = QListWidget()
        self.cells.setAccessibleName(self.tr("Ô chưa đọc được trong danh sách Excel"))
        self.cells.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.cells.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.cells.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self.line)
        column.addWidget(self.cells)

    def show_cells(self, cells: tuple[UnreadCell, ...]) -> None:
        """Show these cells."""
        if cells != self._cells:
            self._cells = cells
            self.cells.clear()
            for cell in cells:
                self._add(message(cell.reason, **cell.params))
        told = self.tr("{n} ô trong danh sách Excel chưa đọc được. Chọn một ô rồi Enter để tới chỗ nhập.")
        self.line.show_text(Tone.WARNING, told.format(n=len(cells)) if cells else "", word=False)
        height = max(self.cells.sizeHintForRow(0), 1)
        self.cells.setFixedHeight(height * min(len(cells), _LINES_SHOWN) + step(self, 1))
        self.setVisible(bool(cells))

    def _add(self, sentence: str) -> None:
        item = QListWidgetItem(sentence)
        item.setToolTip(sentence)
        self.cells.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        cell = self._cells[self.cells.row(item)]
        self.jump.emit(cell.dossier_id, form_field(cell.field))
