"""The months that the average salary runs over, folded to a line that says whether any is missing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QVBoxLayout, QWidget

from desktop.domain.ratios import format_ratio
from desktop.rules.salary_month_list import Gap, SalaryMonth, SalaryMonthList
from desktop.rules.showing import show_money
from desktop.ui.widgets.going_on import FoldButton, PassedTable
from desktop.ui.widgets.looks import Tone, colour, row_height, step, tint, write_as
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon

_Role = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex
_ROWS_SHOWN = 8
_NAMED = 6
"""So many missing months are named in the line; the table shows them all."""


class SalaryMonthView(QWidget):
    """Computes nothing itself; the list is asked for while it is unfolded, and its line always."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = MarkedLine()
        self.unfold = FoldButton()
        self.unfold.setText(self.tr("Từng tháng tính bình quân"))
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setArrowType(Qt.ArrowType.RightArrow)
        self.unfold.setCheckable(True)
        self.unfold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.months = _Months(self)
        self.table = _month_table(self.months)
        self.table.setAccessibleName(self.unfold.text())
        self.cited = QLabel()
        self.cited.setWordWrap(True)
        write_as(self.cited, Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        for widget in (self.unfold, self.line, self.table, self.cited):
            column.addWidget(widget)
        self.unfold.toggled.connect(self._fold)
        self.show_list(None)
        self._fold(shown=False)

    def show_list(self, listed: SalaryMonthList | None) -> None:
        """Show these months; None hides the whole: there is no average, or it cannot be said over which months."""
        self.setVisible(listed is not None)
        self.months.show_months(listed.months if listed else ())
        if listed is None:
            return
        self.cited.setText(f"{listed.title}: {listed.citation}")
        lacking = listed.lacking
        if not lacking:
            said = self.tr("Đủ lương của {0} tháng tính bình quân ({1} – {2}).").replace("{0}", str(len(listed.months)))
            said = said.replace("{1}", listed.months[-1].month.shown).replace("{2}", listed.months[0].month.shown)
            self.line.show_text(Tone.OK, said, word=False)
            return
        names = ", ".join(each.month.shown for each in lacking[:_NAMED]) + (" …" if len(lacking) > _NAMED else "")
        said = self.tr("{0} trong {1} tháng tính bình quân chưa có số tiền: {2}.").replace("{0}", str(len(lacking)))
        self.line.show_text(Tone.WARNING, said.replace("{1}", str(len(listed.months))).replace("{2}", names))

    def _fold(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.unfold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.table.setVisible(shown)
        self.cited.setVisible(shown)


class _Months(QAbstractTableModel):
    """Months by column; the amount stands where it is seen without scrolling."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._rows: tuple[SalaryMonth, ...] = ()
        self._columns: tuple[tuple[str, Callable[[SalaryMonth], str]], ...] = (
            (self.tr("Tháng"), lambda each: each.month.shown),
            (self.tr("Số tiền"), self._amount),
            (self.tr("Lương cơ sở"), lambda each: "" if each.base_salary is None else show_money(each.base_salary)),
            (self.tr("Hệ số"), lambda each: "" if each.coefficient is None else format_ratio(each.coefficient)),
            (self.tr("Các khoản được tính"), lambda each: each.pay),
        )

    def show_months(self, months: tuple[SalaryMonth, ...]) -> None:
        """Show these months."""
        if months != self._rows:
            self.beginResetModel()
            self._rows = months
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and its root index
        """Return the number of months."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and its root index
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: N802
        """Return the titles."""
        shown = orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return self._columns[section][0] if shown else None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """Return the text of a cell; a month without an amount is marked."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
            return self._columns[index.column()][1](row)
        if role == _Role.TextAlignmentRole:
            left = index.column() == len(self._columns) - 1
            return (Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
        if row.gap in {None, Gap.LEFT_OUT}:
            return None
        marks: dict[int, object] = {
            _Role.BackgroundRole: tint(Tone.WARNING, self._view.palette()),
            _Role.ForegroundRole: colour(Tone.WARNING, self._view.palette()),
        }
        if index.column() == 0:
            marks[_Role.DecorationRole] = mark_icon(Tone.WARNING, self._view.palette())
        return marks.get(role)

    def _amount(self, row: SalaryMonth) -> str:
        if row.amount is not None:
            return show_money(row.amount)
        return {
            None: "",
            Gap.NO_SALARY: self.tr("chưa có lương"),
            Gap.NO_BASE_SALARY: self.tr("chưa có lương cơ sở"),
            Gap.LEFT_OUT: self.tr("không tính"),
            Gap.NOT_COUNTED: self.tr("chưa tính được"),
        }[row.gap]


def _month_table(months: _Months) -> QTableView:
    table = PassedTable()
    table.setModel(months)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height(table.fontMetrics()))
    letter = table.fontMetrics().averageCharWidth()
    for place, letters in enumerate((12, 16, 13, 9, 28)):
        table.setColumnWidth(place, letter * letters)
    table.setFixedHeight(row_height(table.fontMetrics()) * (_ROWS_SHOWN + 1))
    return table
