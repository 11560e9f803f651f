"""Two parts beside each other, or below each other where a window is too narrow for that."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


class FoldingSplitter(QSplitter):
    """The page says how wide it has to be and when to fold; folded it is higher than the window, and the page scrolls.

    `lines` gives the height, in lines of text, that parts of it ask for while it is folded.
    """

    def __init__(self, *parts: QWidget, lines: Mapping[QWidget, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._parts, self._lines = parts, lines
        for each in parts:
            self.addWidget(each)
        self.setChildrenCollapsible(False)

    @property
    def folded(self) -> bool:
        """Whether the parts lie below each other."""
        return self.orientation() is Qt.Orientation.Vertical

    def unfolded_width(self) -> int:
        """Return how wide it is at least with its parts beside each other, however they lie now."""
        least = sum(max(each.minimumWidth(), each.minimumSizeHint().width()) for each in self._parts)
        return least + self.handleWidth() * (len(self._parts) - 1)

    def fold(self, *, narrow: bool) -> None:
        """Put the parts below each other, or beside each other again."""
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        line = self.fontMetrics().height() if narrow else 0
        for each, lines in self._lines.items():
            each.setMinimumHeight(line * lines)
