"""What stands half typed in the fields of a form, and back into them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from desktop.services.entry.typed_parts import Part
from desktop.ui.widgets.labelled_field import LabelledField
from desktop.ui.widgets.period_grid import PeriodGrid
from desktop.ui.widgets.period_table import PeriodTable
from desktop.ui.widgets.typed_edit import TypedEdit

_WITHIN = "#"


def parts_of(fields: Mapping[str, LabelledField]) -> tuple[Part, ...]:
    """Return the text of every line and cell that its record does not have yet: half typed, or not to be read."""
    lines = [line_part(name, line) for name, line in lines_of(fields).items()]
    cells = [_cell_part(name, table.grid) for name, table in _tables_of(fields).items()]
    return tuple(each for each in (*lines, *cells) if each is not None)


def lines_of(fields: Mapping[str, LabelledField]) -> dict[str, TypedEdit[Any]]:
    """Return the lines of a form by field; where an editor holds several, their place follows as `#0`, `#1`."""
    found: dict[str, TypedEdit[Any]] = {}
    for name, field in fields.items():
        if isinstance(field.editor, TypedEdit):
            found[name] = field.editor
        elif not isinstance(field.editor, PeriodTable):
            inside = [each for each in field.editor.findChildren(QLineEdit) if isinstance(each, TypedEdit)]
            found |= {f"{name}{_WITHIN}{place}": line for place, line in enumerate(inside)}
    return found


def line_part(name: str, line: TypedEdit[Any]) -> Part | None:
    """Return what stands in a line and was not read, None where all was."""
    if not (line.half_typed or line.problem):
        return None
    return Part(name, line.text(), line.standing, line.half_typed)


def lay_over(fields: Mapping[str, LabelledField], parts: Sequence[Part]) -> tuple[str, ...]:
    """Put the text back where its field still says what it said then; return the other fields.

    What was read and could not be understood stands as it stood; the line in which the cursor was is typed on.
    """
    lines, tables = lines_of(fields), _tables_of(fields)
    newer = [part.field for part in parts if part.field in lines and not laid_line(lines[part.field], part)]
    newer += [part.field for part in parts if part.field in tables and not _laid_cell(tables[part.field].grid, part)]
    if not any(part.field in tables for part in parts):  # an open cell has the cursor already
        for line in [lines[part.field] for part in parts if part.open and part.field in lines][-1:]:
            line.setFocus(Qt.FocusReason.OtherFocusReason)  # the cursor goes to the end, nothing is selected
    return tuple(each.partition(_WITHIN)[0] for each in newer)


def _tables_of(fields: Mapping[str, LabelledField]) -> dict[str, PeriodTable[Any]]:
    return {name: field.editor for name, field in fields.items() if isinstance(field.editor, PeriodTable)}


def _cell_part(name: str, grid: PeriodGrid) -> Part | None:
    line = _open_line(grid)
    at = grid.currentIndex()
    if line is None or not at.isValid() or line.text() == str(at.data() or ""):
        return None
    return Part(name, line.text(), str(at.data() or ""), row=at.row(), column=at.column())


def _open_line(grid: PeriodGrid) -> QLineEdit | None:
    editing = grid.state() == QAbstractItemView.State.EditingState
    return next(iter(grid.viewport().findChildren(QLineEdit)), None) if editing else None


def laid_line(line: TypedEdit[Any], part: Part) -> bool:
    """Put the text back into the line; False where the line says something newer, which stays."""
    said = line.means(part.text)
    if line.text() == part.text or (said is not None and said == line.value()):
        return True
    if line.text() != part.shown:
        return False
    if part.open:
        line.setText(part.text)  # not `set_text`: it is still being typed
    else:
        line.set_text(part.text)
    return True


def _laid_cell(grid: PeriodGrid, part: Part) -> bool:
    while grid.cells.rowCount() <= part.row:
        grid.cells.add_row()
    at = grid.cells.index(part.row, part.column)
    if str(at.data() or "") != part.shown:
        return str(at.data() or "") == part.text
    grid.setFocus(Qt.FocusReason.OtherFocusReason)
    grid.setCurrentIndex(at)
    grid.edit(at)
    line = _open_line(grid)
    if line is not None:
        line.setText(part.text)
    return line is not None
