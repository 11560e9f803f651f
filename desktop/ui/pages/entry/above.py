"""Ctrl+D: the value of the person above in the list, or of the cell above in a table."""

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.models.records import ROW_ROLE
from desktop.ui.models.table import RecordTableView, T
from desktop.ui.widgets.labelled_field import LabelledField


def field_with_focus(fields: Mapping[str, LabelledField]) -> str:
    """Return the field in which the cursor is, "" when it is in none."""
    at = QApplication.focusWidget()
    return next((name for name, field in fields.items() if at is not None and _holds(field.editor, at)), "")


def neighbour(table: RecordTableView[T], step: int) -> T | None:
    """Return the record so many rows below the current one as the list is ordered and filtered now."""
    at = table.currentIndex()
    beside = at.siblingAtRow(at.row() + step) if at.isValid() else at
    found: T | None = beside.data(ROW_ROLE) if beside.isValid() else None
    return found


def _holds(editor: QWidget, at: QWidget) -> bool:
    return editor is at or editor.isAncestorOf(at)
