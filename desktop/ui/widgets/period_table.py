"""A table in which periods are typed by keyboard alone, or pasted from Excel."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.looks import Tone, row_height, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.period_cells import YES, PeriodKind
from desktop.ui.widgets.period_model import PeriodModel

P = TypeVar("P")
_TICKED_WORDS = frozenset({"x", "có", "1", "true", "đúng"})
_ROWS_SHOWN = 6
_USUAL_LETTERS = 20
"""A column of more letters takes the room that is left."""


class PeriodGrid(QTableView):
    """Enter goes to the next cell, at the end to a new row; Ctrl+C and Ctrl+V copy and paste blocks."""

    def __init__(self, cells: PeriodModel[P], name: str) -> None:
        super().__init__()
        self.cells = cells
        self.setModel(cells)
        self.setAccessibleName(name)
        self.setWordWrap(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self._size_cells()

    def _size_cells(self) -> None:
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height(self.fontMetrics()))
        letter = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(self.cells.kind.columns):
            title = self.fontMetrics().horizontalAdvance(column.title) * 5 // 4
            self.setColumnWidth(place, max(letter * column.letters, title + letter * 3))
        header.setHighlightSections(False)
        for place in self._wide_columns():
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(rows.defaultSectionSize() * (_ROWS_SHOWN + 1))

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
        for editor in self.viewport().findChildren(QLineEdit):
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def go_on(self) -> None:
        """Go to the next cell; after the last one to a new row, unless the last row is still blank."""
        current, last = self.currentIndex(), self.cells.columnCount() - 1
        if not current.isValid():
            return
        if current.column() < last:
            self.setCurrentIndex(current.siblingAtColumn(current.column() + 1))
            return
        if current.row() == self.cells.rowCount() - 1 and not self._is_blank(current.row()):
            self.cells.add_row()
        self.setCurrentIndex(self.cells.index(current.row() + 1, 0) if self._has_below(current) else current)

    def copy_text(self) -> str:
        """Return the selected block as Excel pastes it."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        lines: dict[int, list[str]] = {}
        for row, column in chosen:
            lines.setdefault(row, []).append(self._text(row, column))
        return "\n".join("\t".join(line) for line in lines.values())

    def paste_text(self, text: str) -> None:
        """Put a block into the cells from the current one on, with new rows where they are needed."""
        current = self.currentIndex()
        top, left = (current.row(), current.column()) if current.isValid() else (self.cells.rowCount(), 0)
        for down, line in enumerate(text.rstrip("\r\n").splitlines()):
            if top + down == self.cells.rowCount():
                self.cells.add_row()
            for across, cell in enumerate(line.split("\t")[: self.cells.columnCount() - left]):
                self._put(top + down, left + across, cell)

    def _put(self, row: int, column: int, text: str) -> None:
        index = self.cells.index(row, column)
        if self.cells.kind.columns[column].ticked:
            ticked = text.strip().lower() in _TICKED_WORDS
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            self.cells.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        else:
            self.cells.setData(index, text)

    def _text(self, row: int, column: int) -> str:
        index = self.cells.index(row, column)
        if self.cells.kind.columns[column].ticked:
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            return YES if state == Qt.CheckState.Checked else ""
        return str(index.data())

    def _empty_selected(self) -> None:
        for index in self.selectedIndexes():
            self._put(index.row(), index.column(), "")

    def _is_blank(self, row: int) -> bool:
        cells = tuple(self._text(row, column) for column in range(self.cells.columnCount()))
        return self.cells.kind.is_blank(cells)

    def _has_below(self, current: QModelIndex) -> bool:
        return current.row() + 1 < self.cells.rowCount()


class PeriodTable(QWidget, Generic[P]):
    """The grid, what is wrong in it, and buttons to add and remove rows."""

    edited = Signal()
    """The clerk changed something; `value` and `faults` tell what now stands there."""

    def __init__(self, kind: PeriodKind[P], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = PeriodModel(kind, self)
        self.grid = PeriodGrid(self._cells, name)
        self._line = MarkedLine()
        self._add = QPushButton(self.tr("Thêm dòng"))
        self._remove = QPushButton(self.tr("Xóa dòng"))
        self._restore = QPushButton(self.tr("Lấy lại dòng vừa xóa"))
        self._restore.setVisible(False)
        self._lay_out()
        self._add.clicked.connect(self.add_row)
        self._remove.clicked.connect(self.remove_row)
        self._restore.clicked.connect(self.restore_row)
        self._cells.edited.connect(self._changed)
        self.setFocusProxy(self.grid)

    def set_value(self, periods: tuple[P, ...]) -> None:
        """Show these periods; does not count as the clerk's change."""
        self._cells.set_value(periods)
        self._restore.setVisible(False)
        self._say_faults()

    def value(self) -> tuple[P, ...]:
        """Return the periods; a row with a fault counts as it was last readable, a new one not at all: see `faults`."""
        return self._cells.value()

    def unread(self) -> tuple[tuple[int, tuple[str, ...], bool, str], ...]:
        """Return (row, cells, known, why) of each row that cannot be read, to be taken up again."""
        said = {row: self._sentence(row, column, fault) for row, column, fault in reversed(self.faults())}
        sentences = [said[row] for row in sorted(said)]
        rows = zip(self._cells.unread(), sentences, strict=True)
        return tuple((row, cells, known, why) for (row, cells, known), why in rows)

    def take_up(self, rows: Sequence[tuple[int, tuple[str, ...], bool]]) -> None:
        """Show rows that could not be read before; does not count as the clerk's change."""
        self._cells.take_up_unread(rows)
        self._restore.setVisible(False)
        self._say_faults()

    def commit(self) -> None:
        """Take what is typed in the open cell."""
        self.grid.commit_open()

    def faults(self) -> tuple[tuple[int, int, str], ...]:
        """Return (row, column, sentence), from 0, of every cell that cannot be read."""
        return self._cells.faults()

    @property
    def line(self) -> MarkedLine:
        """The line below the grid that says the first fault."""
        return self._line

    def add_row(self) -> None:
        """Put a new row after the current one and go there."""
        current = self.grid.currentIndex()
        at = self._cells.add_row(current.row() + 1 if current.isValid() else None)
        self.grid.setCurrentIndex(self._cells.index(at, 0))
        self.grid.setFocus()

    def remove_row(self) -> None:
        """Take out the current row; it can be brought back."""
        current = self.grid.currentIndex()
        if current.isValid():
            self._cells.remove_row(current.row())
            self._restore.setVisible(True)
            self.grid.setFocus()

    def restore_row(self) -> None:
        """Bring back the row that was taken out last."""
        at = self._cells.restore_row()
        self._restore.setVisible(self._cells.can_restore)
        if at is not None:
            self.grid.setCurrentIndex(self._cells.index(at, 0))
            self.grid.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self._add, self._remove, self._restore):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self.grid, 1)
        column.addWidget(self._line)
        column.addLayout(buttons)

    def _changed(self) -> None:
        self._say_faults()
        self.edited.emit()

    def _say_faults(self) -> None:
        faults = self.faults()
        if not faults:
            self._line.show_text(Tone.PLAIN, "")
            return
        more = self.tr(" Còn {0} ô khác cũng cần sửa.").format(len(faults) - 1) if len(faults) > 1 else ""
        self._line.show_text(Tone.ERROR, self._sentence(*faults[0]) + more)

    def _sentence(self, row: int, column: int, fault: str) -> str:
        where = self.tr("Dòng {0}, cột {1}: ").format(row + 1, self._cells.kind.columns[column].title)
        return where + fault
