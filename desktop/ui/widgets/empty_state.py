"""What a list says while there is nothing in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.looks import Size, Tone, step, write_as


class EmptyState(QWidget):
    """What this list is, what to do about its being empty, and one button that does it."""

    pressed = Signal()

    def __init__(self, title: str, text: str, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title)
        write_as(self._title, Tone.PLAIN, Size.HEADING)
        self._text = QLabel(text)
        write_as(self._text, Tone.MUTED)
        self.button = QPushButton(button)
        self.button.setProperty("next", "true")
        if not button:
            self.button.hide()
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setSpacing(step(self, 3))
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self.setAccessibleName(f"{title}. {text}")
