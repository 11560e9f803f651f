"""A row that goes on in the next line where the window is narrow, as words do: nothing is cut, nothing is too wide."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.ui.widgets.looks import step


class FlowRow(QLayout):
    """Keeps each widget as wide as it wants to be, top down, from the left or, `trailing`, up to the right edge."""

    def __init__(self, owner: QWidget, *widgets: QWidget, trailing: bool = False) -> None:
        super().__init__()
        self._trailing = trailing
        self._items: list[QLayoutItem] = []
        self.setSpacing(step(owner, 2))
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name; None ends it
        """Return one of them, None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name; None ends it
        """Give one away, None behind the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Take no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Need more lines where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, room: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything into the room."""
        super().setGeometry(room)
        self._place(room, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line."""
        hints = [each.sizeHint() for each in self._seen()]
        width = sum(each.width() for each in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((each.height() for each in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest."""
        size = QSize()
        for each in self._seen():
            size = size.expandedTo(each.minimumSize())
        return size

    def _seen(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]

    def _place(self, room: QRect, *, move: bool) -> int:
        """Lay the items out; return the height that they take."""
        y = room.y()
        for line in self._lines(room.width()):
            y += self._put_line(line, room, y, move=move) + self.spacing()
        return max(0, y - self.spacing() - room.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Part the items into lines of this width."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for each in self._seen():
            size = each.sizeHint().boundedTo(QSize(max(width, each.minimumSize().width()), 100_000))
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((each, size))
            left -= size.width() + self.spacing()
        return lines

    def _put_line(self, line: list[tuple[QLayoutItem, QSize]], room: QRect, y: int, *, move: bool) -> int:
        """Put the items of a line where they belong, each in the middle of its height; return the height."""
        height = max(size.height() for _, size in line)
        wide = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
        x = room.x() + (max(0, room.width() - wide) if self._trailing else 0)
        for each, size in line:
            if move:
                each.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
            x += size.width() + self.spacing()
        return height
