"""The grid in which rows are typed by keyboard alone, or pasted from Excel."""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop.domain.names import fold
from desktop.ui.widgets.choice_delegate import ChoiceDelegate
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.looks import row_height
from desktop.ui.widgets.pasted import pasted_lines
from desktop.ui.widgets.period_cells import YES
from desktop.ui.widgets.period_model import PeriodModel

P = TypeVar("P")
_USUAL_LETTERS = 20
"""A column of more letters takes the room that is left."""
_LEAST_LETTERS = 13
"""Where little room is left, every column of such a grid keeps this much, and the grid scrolls."""


class PeriodGrid(QTableView):
    """Enter goes to the next cell, at the end to a new row, and from a blank one at the end on to what follows.

    Ctrl+C and Ctrl+V copy and paste blocks.
    """

    left_over = Signal(int)
    """How many cells of a pasted block found no column."""
    passed = Signal()
    """Enter was pressed where nothing more is to be typed."""

    def __init__(self, cells: PeriodModel[P], name: str, rows_shown: int) -> None:
        super().__init__()
        self.cells = cells
        self._rows_shown = rows_shown
        self.setModel(cells)
        self.setAccessibleName(name)
        self.setWordWrap(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self._choices = ChoiceDelegate(self)
        for place, column in enumerate(cells.kind.columns):
            if column.choices:
                self.setItemDelegateForColumn(place, self._choices)
        self._size_cells()

    def fold(self, *, unfolded: bool, always: set[int]) -> None:
        """Hide the folded columns that no row uses, unless they are asked for or always shown."""
        for place, column in enumerate(self.cells.kind.columns):
            wanted = unfolded or place in always or self.cells.used(place)
            self.setColumnHidden(place, column.folded and not wanted)

    def _shown_columns(self) -> list[int]:
        return [place for place in range(self.cells.columnCount()) if not self.isColumnHidden(place)]

    def _size_cells(self) -> None:
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height(self.fontMetrics()))
        letter = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(self.cells.kind.columns):
            title = self.fontMetrics().horizontalAdvance(column.title) * 5 // 4
            self.setColumnWidth(place, max(letter * column.letters, title + letter * 3))
        header.setHighlightSections(False)
        if self._wide_columns():
            header.setMinimumSectionSize(letter * _LEAST_LETTERS)
        for place in self._wide_columns():
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(rows.defaultSectionSize() * (self._rows_shown + 1))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the rows that should be seen at once, no more."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _wide_columns(self) -> list[int]:
        return [place for place, column in enumerate(self.cells.kind.columns) if column.letters > _USUAL_LETTERS]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with Enter; copy, paste and empty cells."""
        if event.key() in ENTER:
            self._enter()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copy_text())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_text(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self._empty_selected()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Go on, unless a cell is being typed in: its editor passes Enter on here, and then closes itself."""
        if self.state() != QAbstractItemView.State.EditingState:
            self.go_on()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Go on to the next cell when one was finished with Enter."""
        finished = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if finished else hint)
        if finished:
            self.go_on()

    def commit_open(self) -> None:
        """Take what is typed in the open cell and close it."""
        for editor in (*self.viewport().findChildren(QLineEdit), *self.viewport().findChildren(QComboBox)):
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def copy_above(self) -> bool:
        """Put what stands in the cell above into the current one; False in the first row."""
        self.commit_open()
        at = self.currentIndex()
        if not at.isValid() or at.row() == 0:
            return False
        self.cells.put_cells([(at.row(), at.column(), self._text(at.row() - 1, at.column()))])
        return True

    def go_on(self) -> None:
        """Go to the next cell; after the last one to a new row, and out of the table where that is still blank."""
        current, last = self.currentIndex(), self.cells.rowCount() - 1
        if not current.isValid():
            self._begin()
            return
        if current.row() == last and self._is_blank(last):
            self.passed.emit()
            return
        following = next((place for place in self._shown_columns() if place > current.column()), None)
        if following is not None:
            self.setCurrentIndex(current.siblingAtColumn(following))
            return
        if current.row() == last:
            self.cells.add_row()
        self.setCurrentIndex(self.cells.index(current.row() + 1, 0))

    def _begin(self) -> None:
        """Go to the first cell, into a new row where there is none yet."""
        if self.cells.rowCount() == 0:
            self.cells.add_row()
        self.setCurrentIndex(self.cells.index(0, 0))

    def copy_text(self) -> str:
        """Return the selected block as Excel pastes it."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        lines: dict[int, list[str]] = {}
        for row, column in chosen:
            lines.setdefault(row, []).append(self._text(row, column))
        return "\n".join("\t".join(line) for line in lines.values())

    def paste_text(self, text: str) -> None:
        """Put a block into the cells from the current one on, with new rows where they are needed, as one change.

        A first line that repeats the titles is left out; cells beyond the last column are told of by `left_over`.
        """
        current = self.currentIndex()
        top, left = (current.row(), current.column()) if current.isValid() else (self.cells.rowCount(), 0)
        lines = self._without_titles(pasted_lines(text))
        shown = [place for place in self._shown_columns() if place >= left]
        self.cells.put_cells(
            (top + down, place, cell)
            for down, line in enumerate(lines)
            for place, cell in zip(shown, line, strict=False)
        )
        self.left_over.emit(sum(bool(cell.strip()) for line in lines for cell in line[len(shown) :]))

    def _without_titles(self, lines: list[list[str]]) -> list[list[str]]:
        titles = {fold(column.title) for column in self.cells.kind.columns}
        repeated = bool(lines) and any(fold(cell) in titles for cell in lines[0])
        return lines[1:] if repeated else lines

    def _text(self, row: int, column: int) -> str:
        index = self.cells.index(row, column)
        if self.cells.kind.columns[column].ticked:
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            return YES if state == Qt.CheckState.Checked else str(index.data() or "")
        return str(index.data())

    def _empty_selected(self) -> None:
        self.cells.put_cells((index.row(), index.column(), "") for index in self.selectedIndexes())

    def _is_blank(self, row: int) -> bool:
        cells = tuple(self._text(row, column) for column in range(self.cells.columnCount()))
        return self.cells.kind.is_blank(cells)
