"""Rooms of a page of which one is seen; Qt's own stack is as wide and high as the largest, also of those not seen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Rooms(QStackedWidget):
    """Needs what the room that is seen needs."""

    def __init__(self, *rooms: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for room in rooms:
            self.addWidget(room)
        self.currentChanged.connect(self._follow)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that the room seen would like."""
        room = self.currentWidget()
        return super().sizeHint() if room is None else room.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that the room seen needs."""
        room = self.currentWidget()
        return super().minimumSizeHint() if room is None else room.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell whether the room seen needs more height in less width."""
        room = self.currentWidget()
        return room is not None and room.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the room seen at a width."""
        room = self.currentWidget()
        return -1 if room is None else room.heightForWidth(width)

    def _follow(self) -> None:
        self.updateGeometry()
