"""What the window of the first start knows of a step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pages.frames import quiet_label
from desktop.ui.widgets.looks import Size, Tone, step, write_as


class Step(QWidget):
    """A heading, what the step is for, its fields. `without` says what will not work when it is skipped."""

    title = ""
    without = ""

    changed = Signal()
    """Whether the step is done may be otherwise now."""

    def __init__(self, about: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(step(self, 3))
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.heading = quiet_label(self.title)
        write_as(self.heading, Tone.PLAIN, Size.DISPLAY)
        self.column.addWidget(self.heading)
        self.column.addWidget(quiet_label(about))

    @property
    def done(self) -> bool:
        """Whether nothing is left to do here."""
        return False

    def enter(self) -> None:
        """Show what is here now, and take the keyboard."""

    def leave(self) -> bool:
        """Do what going on takes; return False to stay."""
        return True
