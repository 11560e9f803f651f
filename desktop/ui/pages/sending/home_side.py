"""At the side of the home page: the days to keep, and what passed through the office last."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.sending.deadlines import Deadline, DeadlineKind
from desktop.services.sending.recent import Recent, RecentKind
from desktop.ui.pages.frames import Panel, button, heading, quiet_label, row_of
from desktop.ui.pages.sending.home_words import deadline_tone, deadline_words, recent_words
from desktop.ui.widgets.looks import step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.wrapped_list import WrappedList

_PAGES = {
    RecentKind.SENT: "results",
    RecentKind.RECEIVED: "results",
    RecentKind.PRINTED: "submit",
    RecentKind.TAKEN_IN: "people",
}
_THING = Qt.ItemDataRole.UserRole


class DeadlinePanel(Panel):
    """One line for each day; the round's own can be changed from here."""

    change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Hạn"))
        self.lines: list[MarkedLine] = []
        self.none = quiet_label(self.tr("Chưa ghi hạn nào. Ghi hạn gửi của đợt để được nhắc."))
        self.change_button = button(self.tr("&Sửa tên, hạn của đợt…"), quiet=True)
        self.change_button.clicked.connect(self.change)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(step(self, 1))
        self.column.addWidget(heading(self.tr("Hạn")))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.none)
        self.column.addLayout(row_of(self, self.change_button))

    def show_deadlines(self, found: tuple[Deadline, ...], *, has_round: bool) -> None:
        """Show these days, the nearest first."""
        for line in self.lines:
            self._rows.removeWidget(line)
            line.deleteLater()
        self.lines = []
        for each in found:
            line = MarkedLine()
            line.show_text(deadline_tone(each), deadline_words(each), word=False)
            self._rows.addWidget(line)
            self.lines.append(line)
        self.none.setVisible(not any(each.kind is DeadlineKind.ROUND for each in found) and has_round)
        self.change_button.setVisible(has_round)
        self.setVisible(bool(found) or has_round)


class RecentPanel(Panel):
    """Enter or a double click goes to the page that it belongs to. Hidden while there is nothing."""

    chosen = Signal(str)
    """The id of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Gần đây"))
        self.list = WrappedList()
        self.list.setAccessibleName(self.tr("Gần đây"))
        self.list.itemActivated.connect(self._go)
        self.column.addWidget(heading(self.tr("Gần đây")))
        self.column.addWidget(self.list)
        self.column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_recent(self, found: tuple[Recent, ...]) -> None:
        """Show what passed, the newest first."""
        self.setVisible(bool(found))
        self.list.clear()
        for each in found:
            item = QListWidgetItem(recent_words(each))
            item.setData(_THING, _PAGES[each.kind])
            self.list.addItem(item)
        self.list.fit()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the list the height that its lines take at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = sum(self.list.sizeHintForRow(place) for place in range(self.list.count()))
        self.list.setFixedHeight(height + 2 * self.list.frameWidth())

    def _go(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_THING)))
