"""The strip that shows slow work: what, how far, and a way to stop it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from desktop.domain.foreign_text import shown
from desktop.ui.progress import Progress

SHOWN_AFTER_MS = 400
_LOOKS_EVERY_MS = 100
_PARTS = 1000


class TaskStrip(QFrame):
    """Shows the oldest work under way; hidden while there is none and for the first 400 ms of any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task_strip")
        self._works: list[tuple[Progress, str]] = []
        self._title, self._item, self._bar = QLabel(), QLabel(), QProgressBar()
        self._cancel = QPushButton(self.tr("&Dừng"))
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._look = QTimer(self, interval=_LOOKS_EVERY_MS)
        self._lay_out()
        self._patience.timeout.connect(self._appear)
        self._look.timeout.connect(self._render)
        self._cancel.clicked.connect(self._stop)
        self.hide()

    def watch(self, progress: Progress, title: str) -> None:
        """Show this work if it takes long."""
        self._works.append((progress, title))
        if not self._patience.isActive() and not self._look.isActive():
            self._patience.start()

    def forget(self, progress: Progress) -> None:
        """Show this work no longer."""
        self._works = [each for each in self._works if each[0] is not progress]
        if not self._works:
            self._patience.stop()
            self._look.stop()
            self.hide()

    def _lay_out(self) -> None:
        for label in (self._title, self._item):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "heading")
        self._item.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar.setAccessibleName(self.tr("Tiến độ"))
        layout = QHBoxLayout(self)
        layout.addWidget(self._title)
        layout.addWidget(self._bar, 2)
        layout.addWidget(self._item, 3)
        layout.addWidget(self._cancel)

    def _appear(self) -> None:
        self._look.start()
        self._render()
        self.show()

    def _render(self) -> None:
        progress, title = self._works[0]
        reached = progress.reached
        self._title.setText(shown(title))
        self._item.setText(self._told(shown(reached.item), len(self._works) - 1))
        self._bar.setRange(0, _PARTS if reached.total else 0)
        self._bar.setValue(reached.done * _PARTS // reached.total if reached.total else 0)
        self._cancel.setEnabled(not progress.cancelled())

    def _told(self, item: str, others: int) -> str:
        more = self.tr("còn {count} việc nữa").format(count=others) if others else ""
        return " · ".join(part for part in (item, more) if part)

    def _stop(self) -> None:
        self._works[0][0].cancel()
        self._render()
