"""The steps of a rank in the salary table: offered, followed by their coefficient, and what no step has is doubted."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.ratios import format_ratio
from desktop.rules.lookups import Ladder
from desktop.ui.widgets.period_cells import span_of
from desktop.ui.widgets.value_cells import step_of

_Index = QModelIndex | QPersistentModelIndex
_BETWEEN = " · "
Marks = dict[tuple[int, int], str]
"""A sentence for each (row, column)."""


@dataclass
class RankSteps:
    """The ladder of the rank that stands in the form, None where no pack has it."""

    rank: str = ""
    ladder: Ladder | None = None

    def offered(self) -> tuple[str, ...]:
        """Return "3 · 3,00" for each step, from 1."""
        steps = enumerate(self.ladder.coefficients if self.ladder else (), start=1)
        return tuple(f"{step}{_BETWEEN}{format_ratio(coefficient)}" for step, coefficient in steps)

    def coefficient_at(self, cell: str) -> str:
        """Return how the coefficient of the step in a cell is written, "" where there is none."""
        try:
            found = self.ladder.at(step_of(cell)) if self.ladder else None
        except Refusal:
            return ""
        return "" if found is None else format_ratio(found)

    def doubt(self, coefficient: Fraction) -> str:
        """Return what is doubtful about a coefficient, "" where a step has it (check LG01)."""
        if self.ladder is None or coefficient in self.ladder.coefficients:
            return ""
        sentence = _tr("Hệ số {0} không có trong ngạch {1}. Các hệ số của ngạch: {2}.")
        steps = "; ".join(map(format_ratio, self.ladder.coefficients))
        return sentence.replace("{2}", steps).replace("{1}", self.rank).replace("{0}", format_ratio(coefficient))


def last_row(rows: Sequence[tuple[str, ...]]) -> int | None:
    """Return the row of the last months: earlier ones may have been in another rank."""
    ends = []
    for place, row in enumerate(rows):
        try:
            ends.append((span_of(row).last.ordinal, place))
        except Refusal:
            continue
    return max(ends)[1] if ends else None


class StepDelegate(QStyledItemDelegate):
    """Edits a step with the list of the rank's steps; without a ladder as any other cell."""

    def __init__(self, steps: RankSteps, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = steps

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802 - Qt's name
        """Return the list of steps, the first of which leaves the cell empty."""
        offered = self._steps.offered()
        if not offered:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.addItems(["", *offered])
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802 - Qt's name
        """Choose the step that the cell holds."""
        if isinstance(editor, QComboBox):
            held = str(index.data() or "")
            places = [place for place, words in enumerate(self._steps.offered(), 1) if words.split(_BETWEEN)[0] == held]
            editor.setCurrentIndex(places[0] if places else 0)
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802 - Qt's name
        """Keep the step; the model fills in its coefficient."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText().split(_BETWEEN)[0])
        else:
            super().setModelData(editor, model, index)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Career", text)
