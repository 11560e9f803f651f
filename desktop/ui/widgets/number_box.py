"""A whole number with arrows; what it says stands as far from the edge as in other fields."""

from PySide6.QtWidgets import QSpinBox, QWidget

from desktop.ui.widgets.looks import step


class NumberBox(QSpinBox):
    """Qt's own, whose text begins at the very edge: a style sheet cannot move it."""

    def __init__(self, least: int = 0, most: int = 99, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(step(self, 1), 0, 0, 0)
