"""Keys that mean the same everywhere."""

from PySide6.QtCore import Qt

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""In a field: done, go to the next."""
