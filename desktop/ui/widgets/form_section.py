"""A part of a form under its heading."""

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.widgets.looks import Size, Tone, step, write_as


class FormSection(QWidget):
    """A heading with a rule under it, and fields in `columns` equal columns; Tab goes along the rows."""

    def __init__(self, title: str, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._next = 0
        self._title = title
        heading = QLabel(title)
        write_as(heading, Tone.PLAIN, Size.HEADING)
        self._note = QLabel()
        self._note.setWordWrap(True)
        write_as(self._note, Tone.MUTED)
        self._note.setVisible(False)
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
        head = QHBoxLayout()
        head.setSpacing(step(self, 2))
        head.addWidget(heading)
        head.addWidget(self._note, 1)
        whole.addLayout(head)
        whole.addWidget(rule)
        whole.addLayout(self._grid)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Say beside the heading when and of whom this part is needed."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{self._title}: {note}" if note else self._title)

    def add(self, field: QWidget, *, span: int = 1) -> None:
        """Put a field at the next place; `span` columns wide, on a new row where it does not fit."""
        wide = min(span, self._columns)
        row, column = divmod(self._next, self._columns)
        if column + wide > self._columns:
            row, column = row + 1, 0
        self._grid.addWidget(field, row, column, 1, wide)
        self._next = row * self._columns + column + wide
