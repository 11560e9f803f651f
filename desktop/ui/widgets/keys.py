"""Keys that mean the same everywhere."""

from PySide6.QtCore import QKeyCombination, Qt

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""In a field: done, go to the next."""

REDO = (
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y),
    QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Z),
)
"""Do again what was taken back: as in Excel, and as elsewhere."""

COPY_ABOVE = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)
"""The value of the person, or the cell, above."""
