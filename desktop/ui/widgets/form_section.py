"""A part of a form under its heading."""

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.widgets.looks import Size, Tone, step, write_as


class FormSection(QWidget):
    """A heading with a rule under it, and fields in `columns` equal columns; Tab goes along the rows."""

    def __init__(self, title: str, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._next = 0
        heading = QLabel(title)
        write_as(heading, Tone.PLAIN, Size.HEADING)
        rule = QFrame()
        rule.setProperty("rule", "true")
        rule.setFixedHeight(1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(step(self, 4))
        self._grid.setVerticalSpacing(step(self, 3))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, step(self, 3))
        whole.setSpacing(step(self, 2))
        whole.addWidget(heading)
        whole.addWidget(rule)
        whole.addLayout(self._grid)
        self.setAccessibleName(title)

    def add(self, field: QWidget, *, span: int = 1) -> None:
        """Put a field at the next place; `span` columns wide, on a new row where it does not fit."""
        wide = min(span, self._columns)
        row, column = divmod(self._next, self._columns)
        if column + wide > self._columns:
            row, column = row + 1, 0
        self._grid.addWidget(field, row, column, 1, wide)
        self._next = row * self._columns + column + wide
