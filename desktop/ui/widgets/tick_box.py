"""A tick that is typed into a form like any other value."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget


class TickBox(QCheckBox):
    """Yes or no."""

    committed = Signal()
    """The clerk changed it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self._tell)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - one form of setter for all editors
        """Tick it or not; does not count as the clerk's change."""
        self.setChecked(value)

    def _tell(self) -> None:
        self.committed.emit()
