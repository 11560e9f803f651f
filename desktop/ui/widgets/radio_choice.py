"""One of a few, all of them seen."""

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.looks import step

E = TypeVar("E", bound=StrEnum)


class RadioChoice(QWidget, Generic[E]):
    """The members of an enum in words, one of them chosen; arrows change it."""

    committed = Signal()
    """The clerk chose another."""

    def __init__(self, choices: type[E], words: Callable[[E], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members = tuple(choices)
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        for place, member in enumerate(self._members):
            button = QRadioButton(words(member))
            self._buttons.addButton(button, place)
            column.addWidget(button)
        self._settled = self._members[0]
        self.set_value(self._settled)
        self._buttons.idToggled.connect(self._tell)
        self.setFocusProxy(self._buttons.button(0))

    def value(self) -> E:
        """Return the chosen member."""
        return self._members[self._buttons.checkedId()]

    def set_value(self, value: E) -> None:
        """Choose this member; does not count as the clerk's change."""
        self._settled = value
        self._buttons.button(self._members.index(value)).setChecked(True)
        self.setFocusProxy(self._buttons.button(self._members.index(value)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the next field with Enter."""
        if event.key() in ENTER:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's signature
            return
        super().keyPressEvent(event)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the buttons after what is asked, and each after its own words."""
        super().setAccessibleName(name)
        for button in self._buttons.buttons():
            button.setAccessibleName(f"{name}: {button.text()}")

    def _tell(self, _place: int, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        if checked and self.value() is not self._settled:
            self._settled = self.value()
            self.setFocusProxy(self._buttons.button(self._buttons.checkedId()))
            self.committed.emit()
