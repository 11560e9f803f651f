"""Choices that a policy pack lists: one of them, or any number of them."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

Choice: TypeAlias = tuple[str, str]
"""The id that a record holds, and its words."""


class ListedChoice(QComboBox):
    """One of the listed choices, or "" for none yet; an id that is not listed stays and is shown as it is."""

    committed = Signal()
    """The clerk chose another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.activated.connect(lambda _place: self.committed.emit())
        self.set_choices(())

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; none is chosen then."""
        self.clear()
        self.addItem(self.tr("Chưa chọn"), "")
        for each, words in choices:
            self.addItem(words, each)
            self.setItemData(self.count() - 1, words, Qt.ItemDataRole.ToolTipRole)

    def value(self) -> str:
        """Return the id of the choice, "" for none."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose; does not count as the clerk's change."""
        if self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(self.findData(value))
        self.setToolTip(self.currentText() if value else "")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()


class ListedTicks(QWidget):
    """Any number of the listed choices; ids that are not listed are kept untouched."""

    committed = Signal()
    """The clerk ticked or unticked one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._boxes: dict[str, QCheckBox] = {}
        self._strange: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; none is ticked then, unless they are those offered already."""
        if self._choices == tuple(choices):
            return
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        self._choices, self._strange = tuple(choices), ()
        self._boxes = {name: self._box(words) for name, words in choices}
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def _box(self, words: str) -> QCheckBox:
        made = QCheckBox(words.replace("&", "&&"))
        made.clicked.connect(lambda _ticked: self.committed.emit())
        self._column.addWidget(made)
        return made

    def value(self) -> tuple[str, ...]:
        """Return the ids that are ticked, in the order listed, then those that are not listed."""
        return (*(name for name, box in self._boxes.items() if box.isChecked()), *self._strange)

    def set_value(self, value: tuple[str, ...]) -> None:
        """Tick these and no others; does not count as the clerk's change."""
        for name, box in self._boxes.items():
            box.setChecked(name in value)
        self._strange = tuple(name for name in value if name not in self._boxes)
