"""What was declared beside what was computed again, step by step: where they part is marked."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from desktop.rules.compare import StepComparison, StepStatus, TraceComparison
from desktop.rules.trace import Computation, Step
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.widgets.looks import Tone, colour, step, write_as
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon

_LABEL, _LEFT, _RIGHT, _STATUS = range(4)
_ONE_SIDED = frozenset({StepStatus.ONLY_LEFT, StepStatus.ONLY_RIGHT})


class _Steps(RecordTableModel[StepComparison]):
    """Steps, struck through, bold or greyed by how they stand."""

    def __init__(self, columns: tuple[Column[StepComparison], ...], parent: QWidget) -> None:
        super().__init__(columns, lambda row: row.id, parent)
        self.first: StepComparison | None = None
        self._view = parent

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return fonts, colours and marks besides the text."""
        if index.isValid() and role == Qt.ItemDataRole.FontRole:
            return self._font(self.rows[index.row()], index.column())
        if index.isValid() and role == Qt.ItemDataRole.ForegroundRole:
            return colour(self._tone(self.rows[index.row()], index.column()), self._palette())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _LABEL and self._is_first(index):
            return mark_icon(Tone.ERROR, self._palette())
        return super().data(index, role)

    def _font(self, row: StepComparison, column: int) -> QFont:
        font = QFont(self._view.font())
        differs = row.status is StepStatus.DIFFERS or row is self.first
        font.setStrikeOut(column == _LEFT and row.status is not StepStatus.SAME)
        font.setBold(differs and column != _LEFT)
        return font

    def _tone(self, row: StepComparison, column: int) -> Tone:
        if row.status is StepStatus.DUE_TO_ABOVE or (row.status in _ONE_SIDED and row is not self.first):
            return Tone.MUTED
        struck = row.status is not StepStatus.SAME and column in {_LEFT, _STATUS}
        return Tone.ERROR if struck else Tone.PLAIN

    def _is_first(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self.first is not None and self.rows[index.row()] is self.first

    def _palette(self) -> QPalette:
        return self._view.palette()


class ComparisonView(QWidget):
    """Rows are the trace's steps. The first that differs is named above, marked and scrolled to."""

    step_chosen = Signal(str)
    """The id of the step that somebody went to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = ("", "")
        self._showing = False
        self._line = MarkedLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(step(self, 2))
        self._column.addWidget(self._line)
        self._model: _Steps | None = None
        self._table: RecordTableView[StepComparison] | None = None
        self._sides: tuple[Computation | None, Computation | None] = (None, None)
        self.working = QLabel()
        self.working.setWordWrap(True)
        self.working.setTextFormat(Qt.TextFormat.PlainText)
        self.working.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        write_as(self.working, Tone.MUTED)
        self.working.hide()

    @property
    def sentence(self) -> str:
        """What stands above the steps: the first that differs, or that all are the same."""
        return self._line.text()

    @property
    def table(self) -> RecordTableView[StepComparison] | None:
        """The rows, None before something was shown."""
        return self._table

    def show_comparison(
        self,
        compared: TraceComparison,
        left_title: str = "",
        right_title: str = "",
        sides: tuple[Computation | None, Computation | None] = (None, None),
    ) -> None:
        """Show these steps, the first that differs in sight; `sides` tell how each office came to a step."""
        self._sides, self._showing = sides, True
        left_title = left_title or self.tr("Khai")
        right_title = right_title or self.tr("Tính lại")
        if self._table is None or self._titles != (left_title, right_title):
            self._build(left_title, right_title)
        assert self._model is not None and self._table is not None  # noqa: S101, PT018 - built above
        first = compared.first_difference
        self._model.first = first
        self._table.replace(compared.rows)
        self._share_width()
        self._say(first, left_title, right_title)
        if first is None:
            self._table.scrollToTop()
        else:
            self._table.choose(first.id)
        self._showing = False

    def _build(self, left: str, right: str) -> None:
        if self._table is not None:
            self._table.deleteLater()
        self._titles = (left, right)
        self._model = _Steps(self._columns(left, right), self)
        self._table = RecordTableView(self._model, self.tr("So sánh từng bước"))
        self._table.setSortingEnabled(False)
        header = self._table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_LABEL, QHeaderView.ResizeMode.Stretch)
        self._share_width()
        self._column.addWidget(self._table, 1)
        self._column.addWidget(self.working)
        self._table.current_row_changed.connect(self._show_working)

    def _show_working(self, row: object) -> None:
        """Say below the steps how each office came to the one chosen."""
        name = row.id if isinstance(row, StepComparison) else ""
        if name and not self._showing:
            self.step_chosen.emit(name)
        left, right = (_working(each.step(name) if each else None) for each in self._sides)
        lines = [f"{title}: {words}" for title, words in zip(self._titles, (left, right), strict=True) if words]
        self.working.setText(right if left == right else "\n".join(lines))
        self.working.setVisible(bool(self.working.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give what is compared the width it needs, within its share; the steps' names have the rest."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        if self._table is None:
            return
        header, whole = self._table.horizontalHeader(), self.width()
        for column, share in ((_LEFT, 0.26), (_RIGHT, 0.26), (_STATUS, 0.22)):
            heading = header.sectionSizeHint(column)  # never cut: the table scrolls first
            content = min(self._table.sizeHintForColumn(column), round(whole * share))
            self._table.setColumnWidth(column, max(heading, content))

    def _columns(self, left: str, right: str) -> tuple[Column[StepComparison], ...]:
        return (
            Column("label", self.tr("Bước"), lambda row: row.label),
            Column("left", left, lambda row: row.left or "–", align_right=True),
            Column("right", right, lambda row: row.right or "–", align_right=True),
            Column("status", self.tr("So sánh"), self._status_word),
        )

    def _status_word(self, row: StepComparison) -> str:
        if self._model is not None and row is self._model.first:
            return self.tr("khác từ đây")
        words = {
            StepStatus.SAME: self.tr("khớp"),
            StepStatus.DIFFERS: self.tr("khác"),
            StepStatus.DUE_TO_ABOVE: self.tr("do bước trên"),
            StepStatus.ONLY_LEFT: self.tr("chỉ bên trái có"),
            StepStatus.ONLY_RIGHT: self.tr("chỉ bên phải có"),
        }
        return words[row.status]

    def _say(self, first: StepComparison | None, left: str, right: str) -> None:
        if first is None:
            self._line.show_text(Tone.OK, self.tr("Hai bên giống nhau ở mọi bước."), word=False)
            return
        sentence = self.tr("Khác từ bước “{step}”: {left} {declared}, {right} {computed}.")
        filled = sentence.format(
            step=first.label,
            left=left.lower(),
            declared=first.left or self.tr("không có"),
            right=right.lower(),
            computed=first.right or self.tr("không có"),
        )
        self._line.show_text(Tone.ERROR, filled, word=False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        table: RecordTableView[StepComparison] | None = getattr(self, "_table", None)
        if event.type() == QEvent.Type.PaletteChange and table is not None:
            table.viewport().update()


def _working(step: Step | None) -> str:
    """Return numbers put in, why, and the article; "" where there is nothing beyond the value."""
    if step is None:
        return ""
    worked = f"{step.substituted} = {step.shown}" if step.substituted else ""
    return " · ".join(each for each in (worked, step.reason, str(step.citation or "")) if each)
