"""Choices that a policy pack lists: one of them, or any number of them."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QListWidget, QListWidgetItem, QWidget

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


class ListedTicks(QListWidget):
    """Any number of the listed choices; ids that are not listed are kept untouched. Space ticks."""

    committed = Signal()
    """The clerk ticked or unticked one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strange: tuple[str, ...] = ()
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _item: self.committed.emit())

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; none is ticked then."""
        self._strange = ()
        with QSignalBlocker(self):
            self.clear()
            for name, words in choices:
                self.addItem(_tick(name, words))
            self.setCurrentRow(0)
        self._fit()

    def value(self) -> tuple[str, ...]:
        """Return the ids that are ticked, in the order listed, then those that are not listed."""
        ticked = (each for each in self._items() if each.checkState() is Qt.CheckState.Checked)
        return (*(_name(each) for each in ticked), *self._strange)

    def set_value(self, value: tuple[str, ...]) -> None:
        """Tick these and no others; does not count as the clerk's change."""
        with QSignalBlocker(self):
            for item in self._items():
                item.setCheckState(Qt.CheckState.Checked if _name(item) in value else Qt.CheckState.Unchecked)
        listed = {_name(each) for each in self._items()}
        self._strange = tuple(name for name in value if name not in listed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep every choice in sight."""
        super().resizeEvent(event)
        self._fit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _fit(self) -> None:
        """Be as high as the wrapped choices: the form scrolls, not the list in it."""
        line = self.fontMetrics().height()
        room = max(self.viewport().width() - 2 * line, line)
        wrapped = (self._height_of(item.text(), room) for item in self._items())
        self.setFixedHeight(sum(wrapped) + line)

    def _height_of(self, words: str, room: int) -> int:
        """Return the height of a choice; the tick and its margins take two letters' heights of the width."""
        area = QRect(0, 0, room, 10_000)
        return self.fontMetrics().boundingRect(area, Qt.TextFlag.TextWordWrap, words).height() + 2


def _tick(name: str, words: str) -> QListWidgetItem:
    made = QListWidgetItem(words)
    made.setData(Qt.ItemDataRole.UserRole, name)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    made.setCheckState(Qt.CheckState.Unchecked)
    return made


def _name(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
