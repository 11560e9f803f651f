"""The row of pages in the workshop: thumbnails to choose, drag into another order, and take out."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from desktop.documents.scans.page_work import PageTake
from desktop.domain.foreign_text import shown
from desktop.services.papers.page_list import Pages, WorkPage
from desktop.ui.pages.papers.thumbnails import Thumbnails
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.looks import tokens_of

_KEY = Qt.ItemDataRole.UserRole
_LINES_HIGH = 6


class PageStrip(QListWidget):
    """Shows pages from top to bottom; the keys of those chosen are `chosen`."""

    reordered = Signal(object)
    """list of keys in their new order: pages were dragged."""
    looked_at = Signal(int)
    """The place of the page to be shown large, from 0."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Các trang"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMovement(QListView.Movement.Snap)
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        high = self.fontMetrics().height() * _LINES_HIGH
        self.setIconSize(QSize(high, high))
        self._thumbnails = Thumbnails(tasks, round(high * self.devicePixelRatioF()), self)
        self._thumbnails.drawn.connect(self._put_picture)
        self._pages: Pages = ()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._tell_order)
        self.model().rowsMoved.connect(self._settle.start)
        self.currentRowChanged.connect(self._tell_place)
        self.verticalScrollBar().valueChanged.connect(self._want_seen)

    @property
    def chosen(self) -> list[int]:
        """The keys of the chosen pages, from top to bottom."""
        return [self._pages[place].key for place in sorted(self.row(each) for each in self.selectedItems())]

    def show_pages(self, pages: Pages, chosen: Iterable[int] = ()) -> None:
        """Show these pages; those chosen stay so, and the place in the list too."""
        wanted, at = set(chosen), self.currentRow()
        scrolled = self.verticalScrollBar().value()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        self._pages = pages
        for place, page in enumerate(pages):
            self._add(page, place)
        first = next((place for place, each in enumerate(pages) if each.key in wanted), min(max(at, 0), len(pages) - 1))
        self.setCurrentRow(first)
        for place, page in enumerate(pages):
            self.item(place).setSelected(page.key in wanted or (not wanted and place == first))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.verticalScrollBar().setValue(scrolled)
        self.scrollToItem(self.currentItem())
        self.itemSelectionChanged.emit()
        self._want_seen()

    def go_to(self, place: int) -> None:
        """Choose the page at this place alone."""
        self.setCurrentRow(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what came into sight."""
        super().resizeEvent(event)
        self._want_seen()

    def _add(self, page: WorkPage, place: int) -> None:
        item = QListWidgetItem(self._icon(page), self._words(page, place))
        item.setData(_KEY, page.key)
        item.setToolTip(shown(page.source.name))
        if page.first and place:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self.addItem(item)

    def _words(self, page: WorkPage, place: int) -> str:
        files = sum(each.first for each in self._pages[: place + 1]) or 1
        lines = [self.tr("Tệp {number}").format(number=files)] if page.first or not place else []
        lines.append(self.tr("Trang {number}").format(number=place + 1))
        if page.turned:
            lines.append(self.tr("xoay {degrees}°").format(degrees=page.turned))
        if page.slant:
            degrees = f"{abs(page.slant):.1f}".replace(".", ",")
            lines.append(self.tr("nắn {degrees}°").format(degrees=degrees))
        return "\n".join(lines)

    def _icon(self, page: WorkPage) -> QIcon:
        picture = self._thumbnails.of(page.take)
        side = self.iconSize().width()
        card = QPixmap(side, side)
        card.fill(QColor(tokens_of(self.palette()).sunken))
        if picture is not None and not picture.isNull():
            fitted = picture.scaled(
                card.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter = QPainter(card)
            painter.drawPixmap((side - fitted.width()) // 2, (side - fitted.height()) // 2, fitted)
            painter.end()
        return QIcon(card)

    def _want_seen(self) -> None:
        """Have those drawn that are in sight, then the others."""
        area = self.viewport().rect()
        seen = [page for place, page in enumerate(self._pages) if self._rect(place).intersects(area)]
        self._thumbnails.want([page.take for page in (*seen, *self._pages)])

    def _rect(self, place: int) -> QRect:
        return self.visualItemRect(self.item(place))

    def _put_picture(self, take: PageTake) -> None:
        for place, page in enumerate(self._pages):
            if page.take == take and self.item(place) is not None:
                self.item(place).setIcon(self._icon(page))

    def _tell_order(self) -> None:
        self.reordered.emit([self.item(place).data(_KEY) for place in range(self.count())])

    def _tell_place(self, place: int) -> None:
        if place >= 0:
            self.looked_at.emit(place)
