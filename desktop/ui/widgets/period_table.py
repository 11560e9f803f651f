"""A table of typed rows: the grid, what is wrong in it, and its buttons."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.going_on import go_past
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.period_cells import RowKind
from desktop.ui.widgets.period_grid import PeriodGrid
from desktop.ui.widgets.period_model import PeriodModel

P = TypeVar("P")
_ROWS_SHOWN = 6


class PeriodTable(QWidget, Generic[P]):
    """The grid, what is wrong in it, and buttons to add and remove rows."""

    edited = Signal()
    """The clerk changed something; `value` and `faults` tell what now stands there."""

    def __init__(
        self, kind: RowKind[P], name: str, parent: QWidget | None = None, *, rows_shown: int = _ROWS_SHOWN
    ) -> None:
        super().__init__(parent)
        self._cells = PeriodModel(kind, self)
        self.grid = PeriodGrid(self._cells, name, rows_shown)
        self._line = MarkedLine()
        self._always: set[int] = set()
        self._add = QPushButton(self.tr("Thêm dòng"))
        self._remove = QPushButton(self.tr("Xóa dòng"))
        self._restore = QPushButton(self.tr("Lấy lại dòng vừa xóa"))
        self._restore.setVisible(False)
        self._unfold = QPushButton(self.tr("Thêm cột"))
        self._unfold.setCheckable(True)
        if not any(column.folded for column in kind.columns):
            self._unfold.hide()
        self._unfold.setToolTip(self.tr("Hiện các cột ít dùng; cột đã có số liệu luôn hiện."))
        self._lay_out()
        self._fold()
        self._add.clicked.connect(self.add_row)
        self._remove.clicked.connect(self.remove_row)
        self._restore.clicked.connect(self.restore_row)
        self._unfold.clicked.connect(self._fold)
        self._cells.edited.connect(self._changed)
        self.grid.left_over.connect(self._say_left_over)
        self.grid.passed.connect(self._go_past)
        self.setFocusProxy(self.grid)

    def set_value(self, periods: tuple[P, ...]) -> None:
        """Show these periods; does not count as the clerk's change."""
        self._cells.set_value(periods)
        self._restore.setVisible(False)
        self._fold()
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
        self._fold()
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
        for button in (self._add, self._remove, self._unfold):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rescue = QHBoxLayout()  # a row of its own: beside the others it would widen the form
        rescue.addWidget(self._restore)
        rescue.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self.grid, 1)
        column.addWidget(self._line)
        column.addLayout(buttons)
        column.addLayout(rescue)

    def show_always(self, columns: set[int]) -> None:
        """Show these columns also while they are folded and empty."""
        self._always = columns
        self._fold()

    def doubt_anew(self) -> None:
        """Look anew at what is doubtful: what it depends on has changed."""
        self._cells.doubt_anew()
        self._say_faults()

    def go_to_row(self, row: int) -> None:
        """Put the cursor into a row."""
        self.grid.setCurrentIndex(self._cells.index(row, 0))
        self.grid.scrollTo(self.grid.currentIndex())
        self.grid.setFocus()

    def _go_past(self) -> None:
        go_past(self)

    def _fold(self) -> None:
        self.grid.fold(unfolded=self._unfold.isChecked(), always=self._always)

    def _changed(self) -> None:
        self._say_faults()
        self.edited.emit()

    def _say_faults(self, further: str = "") -> None:
        """Say what is wrong, else what is doubtful, and what there is to say beside it."""
        faults = self.faults()
        found = self._fault_text(faults) if faults else self._advice_text()
        said = " ".join(each for each in (found, further) if each)
        self._line.show_text(Tone.ERROR if faults else Tone.WARNING, said)

    def _fault_text(self, faults: Sequence[tuple[int, int, str]]) -> str:
        more = self.tr(" Còn {0} ô khác cũng cần sửa.").format(len(faults) - 1) if len(faults) > 1 else ""
        return self._sentence(*faults[0]) + more

    def _advice_text(self) -> str:
        advice = self._cells.advice()
        return self._sentence(*advice[0]) if advice else ""

    def _say_left_over(self, cells: int) -> None:
        """Say that a pasted block was wider than the table: nothing is dropped without a word."""
        if cells:
            said = self.tr("{0} ô dán thừa ở bên phải chưa được nhận. Bấm “Thêm cột” rồi dán lại, hoặc dán từ cột đầu.")
            self._say_faults(said.replace("{0}", str(cells)))

    def _sentence(self, row: int, column: int, fault: str) -> str:
        where = self.tr("Dòng {0}, cột {1}: ").format(row + 1, self._cells.kind.columns[column].title)
        return where + fault
