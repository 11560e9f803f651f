"""The rail: the way through the work in order."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.pages_base import LaterPage, Page
from desktop.ui.theme import Theme, icon

_DIRECT_KEYS = 9
_WIDTH_LETTERS = 22


class RailItem(QPushButton):
    """Icon, word, count and a mark where something waits; the mark is also said in words."""

    def __init__(self, page: Page | LaterPage, key: str, theme: Theme) -> None:
        super().__init__()
        self._theme, self._icon_name, self._word, self._key = theme, page.icon_name, page.title, key
        self._picture, self._count, self._mark = QLabel(), QLabel(), QLabel()
        self._name = QLabel(page.title)
        self._folded = False
        self.setCheckable(True)
        self._lay_out()
        self.paint()
        self.show_count(0, waits=False)

    def show_count(self, count: int, *, waits: bool) -> None:
        """Show how many there are and whether something waits."""
        self._count.setText(str(count) if count else "")
        self._mark.setVisible(waits)
        parts = [self._word, str(count) if count else "", self.tr("có việc đang chờ") if waits else ""]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(f"{self.accessibleName()} ({self._key})" if self._key else self.accessibleName())

    def fold(self, *, folded: bool) -> None:
        """Show the icon and the mark alone, or words and count again; what is spoken stays."""
        self._folded = folded
        for each in (self._name, self._count):
            each.setVisible(not folded)
        self.updateGeometry()

    def paint(self) -> None:
        """Draw icons anew in the colours of the theme."""
        metrics, tokens = self._theme.metrics, self._theme.tokens
        side = QSize(metrics.icon, metrics.icon)
        ratio = self.devicePixelRatio()
        self._picture.setPixmap(icon(self._icon_name, tokens).pixmap(side, ratio))
        self._mark.setPixmap(icon("warning", tokens, tokens.warning).pixmap(side * 0.8, ratio))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave a row for the whole word, with room for the count or the mark."""
        metrics = self._theme.metrics
        if self._folded:
            return QSize(2 * metrics.icon + 3 * metrics.small, metrics.row + metrics.tiny)
        words = self._name.sizeHint().width() + self._count.sizeHint().width() + 2 * metrics.icon + 5 * metrics.small
        return QSize(max(metrics.letter * _WIDTH_LETTERS, words), metrics.row + metrics.tiny)

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        layout = QHBoxLayout(self)
        layout.setContentsMargins(metrics.small, 0, metrics.small, 0)
        layout.setSpacing(metrics.small)
        for label in (self._picture, self._name, self._count, self._mark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label, 1 if label is self._name else 0)
        self._count.setProperty("role", "muted")


class Rail(QFrame):
    """One item per page, those of daily work above, the others at the foot; Ctrl+1 to Ctrl+9 in order."""

    chosen = Signal(str)
    marked = Signal(QWidget)
    """The item of the page that is shown now."""

    def __init__(self, pages: Sequence[Page | LaterPage], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._items = {page.page_id: RailItem(page, key, theme) for page, key in zip(pages, _keys(pages), strict=True)}
        self._group = QButtonGroup(self)
        self._lay_out(pages, theme)
        self._group.buttonClicked.connect(self._choose)
        theme.changed.connect(self._paint)

    def fold(self, *, folded: bool) -> None:
        """Show icons alone, or words again."""
        for each in self._items.values():
            each.fold(folded=folded)

    def show_current(self, page_id: str) -> None:
        """Mark the page that is shown."""
        self._items[page_id].setChecked(True)
        self.marked.emit(self._items[page_id])

    def show_count(self, page: Page | LaterPage) -> None:
        """Show what the page counts, or what is counted for it until it is there."""
        count, waits = page.count()
        self._items[page.page_id].show_count(count, waits=waits)

    def item(self, page_id: str) -> RailItem:
        """Return the item of a page."""
        return self._items[page_id]

    def _lay_out(self, pages: Sequence[Page | LaterPage], theme: Theme) -> None:
        metrics = theme.metrics
        layout = QVBoxLayout(self)
        layout.setContentsMargins(metrics.tiny, metrics.small, metrics.tiny, metrics.small)
        layout.setSpacing(metrics.tiny // 2)
        for foot in (False, True):
            for page in (each for each in pages if each.at_foot is foot):
                self._group.addButton(self._items[page.page_id])
                layout.addWidget(self._items[page.page_id])
            if not foot:
                layout.addStretch(1)

    def _choose(self, item: QPushButton) -> None:
        self.chosen.emit(next(page_id for page_id, each in self._items.items() if each is item))

    def _paint(self) -> None:
        for each in self._items.values():
            each.paint()


class RailArea(QScrollArea):
    """The rail, scrolled where the window is too low for all of it; as wide as the rail."""

    def __init__(self, rail: Rail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail = rail
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setWidgetResizable(True)
        self.setWidget(rail)
        rail.marked.connect(self.ensureWidgetVisible)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the rail's, with room for the bar where it is needed."""
        rail = self._rail.sizeHint()
        tight = 0 < self.height() < self._rail.minimumSizeHint().height()
        return QSize(rail.width() + (self.verticalScrollBar().sizeHint().width() if tight else 0), rail.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width alone."""
        return QSize(self.sizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make or take back the room for the bar."""
        super().resizeEvent(event)
        self.updateGeometry()


def _keys(pages: Sequence[Page | LaterPage]) -> list[str]:
    return [f"Ctrl+{place}" if place <= _DIRECT_KEYS else "" for place in range(1, len(pages) + 1)]
