"""What stands half typed in the fields of a form, and back into them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from desktop.services.entry.drafts import Part
from desktop.ui.widgets.labelled_field import LabelledField
from desktop.ui.widgets.period_grid import PeriodGrid
from desktop.ui.widgets.period_table import PeriodTable
from desktop.ui.widgets.typed_edit import TypedEdit


def parts_of(fields: Mapping[str, LabelledField]) -> tuple[Part, ...]:
    """Return the text of every line and cell that its record does not have yet: half typed, or not to be read."""
    found = [_part(name, field.editor) for name, field in fields.items()]
    return tuple(each for each in found if each is not None)


def line_part(name: str, line: TypedEdit[Any]) -> Part | None:
    """Return what stands in a line and was not read, None where all was."""
    if not (line.half_typed or line.problem):
        return None
    return Part(name, line.text(), line.standing, line.half_typed)


def lay_over(fields: Mapping[str, LabelledField], parts: Sequence[Part]) -> tuple[str, ...]:
    """Put the text back where its field still says what it said then; return the other fields.

    What was read and could not be understood stands as it stood; the line in which the cursor was is typed on.
    """
    return tuple(part.field for part in parts if part.field in fields and not _laid(fields[part.field], part))


def _part(name: str, editor: object) -> Part | None:
    if isinstance(editor, TypedEdit):
        return line_part(name, editor)
    return _cell_part(name, editor.grid) if isinstance(editor, PeriodTable) else None


def _cell_part(name: str, grid: PeriodGrid) -> Part | None:
    line = _open_line(grid)
    at = grid.currentIndex()
    if line is None or not at.isValid() or line.text() == str(at.data() or ""):
        return None
    return Part(name, line.text(), str(at.data() or ""), row=at.row(), column=at.column())


def _open_line(grid: PeriodGrid) -> QLineEdit | None:
    editing = grid.state() == QAbstractItemView.State.EditingState
    return next(iter(grid.viewport().findChildren(QLineEdit)), None) if editing else None


def _laid(field: LabelledField, part: Part) -> bool:
    editor = field.editor
    if isinstance(editor, TypedEdit):
        return _laid_line(field, editor, part)
    return isinstance(editor, PeriodTable) and _laid_cell(field, editor.grid, part)


def _laid_line(field: LabelledField, line: TypedEdit[Any], part: Part) -> bool:
    said = line.means(part.text)
    if line.text() == part.text or (said is not None and said == line.value()):
        return True
    if line.text() != part.shown:
        return False
    if part.open:
        field.focus_editor()
        line.setText(part.text)  # not `set_text`: it is still being typed
    else:
        line.set_text(part.text)
    return True


def _laid_cell(field: LabelledField, grid: PeriodGrid, part: Part) -> bool:
    while grid.cells.rowCount() <= part.row:
        grid.cells.add_row()
    at = grid.cells.index(part.row, part.column)
    if str(at.data() or "") != part.shown:
        return str(at.data() or "") == part.text
    field.focus_editor()
    grid.setFocus(Qt.FocusReason.OtherFocusReason)
    grid.setCurrentIndex(at)
    grid.edit(at)
    line = _open_line(grid)
    if line is not None:
        line.setText(part.text)
    return line is not None
