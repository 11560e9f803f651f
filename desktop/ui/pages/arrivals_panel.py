"""What arrived and calls for somebody: alarms until looked into, packages that wait until taken in or deleted."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.domain.receipts import ArrivalAlarm
from desktop.services.arrivals.held_files import held_path
from desktop.services.arrivals.take_in import TakenIn, take_in_waiting
from desktop.services.arrivals.waiting_packages import WaitingPackage, drop_waiting, waiting_packages
from desktop.services.arrivals.watch_arrivals import alarms, look_into
from desktop.services.office import Office
from desktop.ui.arrival_words import alarm_line, told, uneasy, waiting_line
from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button, plain_label, row_of, scrolled
from desktop.ui.pages.sealed_files import with_passphrase
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.pill import Pill

_LINES = 7
"""How many lines of text the panel shows before it scrolls."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Arrivals", text)


class ArrivalsPanel(QWidget):
    """One line for each alarm and each package that waits, with what can be done; hidden while there is none."""

    said = Signal(object)
    """`Banner`."""
    acted = Signal()
    """Something was taken in, deleted or looked into."""

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_tr("Gói cần xem xét"))
        self._office, self._tasks, self._messages = office, tasks, messages
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(step(self, 1))
        self._area = scrolled(self._rows)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.hide()

    def refresh(self) -> None:
        """Read anew what there is."""
        self._clear()
        found = [self._alarm_row(each) for each in alarms(self._office)]
        found += [self._waiting_row(each) for each in waiting_packages(self._office)]
        for each in found:
            self._column.addWidget(each)
        self.setVisible(bool(found))
        self._fit()

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()

    def _fit(self) -> None:
        """Take the room that the rows need, up to some lines; more is scrolled to."""
        room = self.width() - 2 * self._area.frameWidth()
        heights = [each.height_in(room) for each in self._shown_rows()]
        for row, height in zip(self._shown_rows(), heights, strict=True):
            row.setFixedHeight(height)
        wanted = sum(heights) + self._column.spacing() * len(heights)
        self._area.setFixedHeight(min(wanted, self.fontMetrics().lineSpacing() * _LINES) + 2 * self._area.frameWidth())

    def _shown_rows(self) -> list["_Row"]:
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        rows = (each.widget() for each in items if each is not None)
        return [each for each in rows if isinstance(each, _Row)]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Sentences wrap otherwise in another width."""
        super().resizeEvent(event)
        self._fit()

    def _alarm_row(self, alarm: ArrivalAlarm) -> "_Row":
        seen = button(_tr("Đã xem xét…"))
        seen.clicked.connect(partial(self._ask_note, alarm))
        return _Row(_tr("Cảnh báo"), alarm_line(alarm), Tone.ERROR, seen)

    def _waiting_row(self, waiting: WaitingPackage) -> "_Row":
        take = button(_tr("Nhận ngay") if waiting.due else _tr("Nhận không chờ…"))
        drop = button(_tr("Xóa…"))
        take.clicked.connect(partial(self._ask_take, waiting))
        drop.clicked.connect(partial(self._ask_drop, waiting))
        take.setVisible(not waiting.missing_parts)
        return _Row(_tr("Đang chờ"), waiting_line(waiting), Tone.WARNING, take, drop)

    def _ask_note(self, alarm: ArrivalAlarm) -> None:
        label = _tr("Đã tìm hiểu được gì về gói này?")
        self._messages.ask_text(_tr("Xem xét cảnh báo"), label, done=partial(self._look_into, alarm))

    def _look_into(self, alarm: ArrivalAlarm, note: str) -> None:
        try:
            look_into(self._office, alarm.id, note)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._acted(Banner(message("arrival.alarm_seen"), Tone.OK))

    def _ask_take(self, waiting: WaitingPackage) -> None:
        if waiting.due:
            self._take(waiting, "")
        else:
            label = _tr("Vì sao nhận gói này mà không chờ gói trước?")
            self._messages.ask_text(_tr("Nhận không chờ"), label, done=partial(self._take, waiting))

    def _take(self, waiting: WaitingPackage, reason: str) -> None:
        path = held_path(self._office, waiting.held)
        with_passphrase(self._office, self._messages, (path,), partial(self._take_with, waiting, reason))

    def _take_with(self, waiting: WaitingPackage, reason: str, passphrase: str) -> None:
        def work(_progress: Progress) -> TakenIn:
            return take_in_waiting(self._office, waiting.held.package_id, passphrase, reason)

        title = _tr("Nhận gói {0}").replace("{0}", waiting.held.file_name)
        self._tasks.database(work, title=title, done=self._taken, failed=self._refused, owner=self)

    def _taken(self, taken: TakenIn) -> None:
        self._acted(Banner(" ".join(told(taken)), Tone.WARNING if uneasy(taken) else Tone.OK))

    def _ask_drop(self, waiting: WaitingPackage) -> None:
        label = _tr("Vì sao xóa gói {0}?").replace("{0}", shown(waiting.held.file_name))
        self._messages.ask_text(_tr("Xóa gói đang chờ"), label, done=partial(self._drop, waiting))

    def _drop(self, waiting: WaitingPackage, reason: str) -> None:
        try:
            drop_waiting(self._office, waiting.held.package_id, reason)
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._acted(Banner(message("arrival.dropped"), Tone.OK))

    def _acted(self, banner: Banner) -> None:
        self.refresh()
        self.said.emit(banner)
        self.acted.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))


class _Row(QWidget):
    """Mark and word, the sentence, and at the right what can be done."""

    def __init__(self, word: str, text: str, tone: Tone, *buttons: QPushButton) -> None:
        super().__init__()
        self._label, self._beside = plain_label(text), (Pill(tone, word), *buttons)
        pill, *others = self._beside
        laid = row_of(self, pill, self._label, *others, stretch=False)
        laid.setStretch(1, 1)
        self._gap = laid.spacing()
        self.setLayout(laid)
        for each in buttons:
            each.setAccessibleDescription(text)

    def height_in(self, width: int) -> int:
        """Return what the row needs in this width."""
        beside = [each.sizeHint() for each in self._beside if not each.isHidden()]
        room = width - sum(each.width() + self._gap for each in beside)
        return max(self._label.heightForWidth(room), *(each.height() for each in beside))
