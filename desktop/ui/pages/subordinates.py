"""A parent unit's page: the packages of its subordinate units, looked at one by one, taken in or sent back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.money import format_dong
from desktop.domain.subordinates import Standing
from desktop.exchange.container.contents import WrittenPackage
from desktop.services.appraisal.decision_check import is_clean
from desktop.services.appraisal.received_view import Appraisal
from desktop.services.arrivals.receive_package import Received, receive_submission
from desktop.services.office import Office
from desktop.services.parent_units.send_back import send_back
from desktop.services.parent_units.subordinates import (
    CheckedPackage,
    SubordinateItem,
    check_subordinate,
    going_along,
    leave_subordinate,
    subordinate_items,
    take_in_subordinate,
    total_of,
)
from desktop.ui.messages import Messages
from desktop.ui.models import RecordTableModel, RecordTableView
from desktop.ui.pages.frames import button, page_column, quiet_label, row_of, scrolled, set_next_step
from desktop.ui.pages.moments import shown_moment
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.sealed_files import PATTERNS, dropped_packages, with_passphrase
from desktop.ui.pages.send_back_panel import SendBackPanel
from desktop.ui.pages.subordinate_columns import finding_lines, package_columns, person_columns
from desktop.ui.pages.told_together import ToldTogether
from desktop.ui.pages.trust_notice import TrustNotice
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message, refusal_text
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone, step


class SubordinatesPage(Page):
    """Packages above, the people of the one chosen below, with what is computed and found here."""

    page_id = "subordinates"
    icon_name = "inbox"

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office, self._tasks, self._messages = office, tasks, messages
        self._items: tuple[SubordinateItem, ...] = ()
        self.receive_button = button(self.tr("&Nhận gói…"), next_step=True)
        self.take_button = button(self.tr("N&hận vào"))
        self.leave_button = button(self.tr("&Bỏ ra"))
        self.back_button = button(self.tr("&Trả lại…"))
        self.packages = RecordTableModel(package_columns(), lambda item: item.submission.id, self)
        self.table: RecordTableView[SubordinateItem] = RecordTableView(self.packages, self.title)
        self.people_model = RecordTableModel(person_columns(), lambda person: person.sent.dossier_id, self)
        self.people: RecordTableView[Appraisal] = RecordTableView(self.people_model, self.tr("Người trong gói"))
        self.summary, self.found = quiet_label(), quiet_label()
        self.trust_notice = TrustNotice(office)
        self.back_panel = SendBackPanel(messages)
        self._together = ToldTogether()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.refresh(None)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - everything is read anew
        """Read the packages anew."""
        self.trust_notice.renew()
        self._items = subordinate_items(self._office)
        self.table.replace(self._items)
        if self.table.current_record() is None and self._items:
            self.table.selectRow(0)
        for each in (self.table, self.people):
            each.fit_columns()
        self._choose(self.table.current_record())

    def count(self) -> tuple[int, bool]:
        """Return how many packages wait to be looked at."""
        waiting = sum(each.package.standing is Standing.WAITING for each in self._items)
        return waiting, waiting > 0

    def status(self) -> str:
        """Return what would go with the next package."""
        going = going_along(self._office)
        people, total = total_of(going)
        sentence = self.tr("{0} gói đã nhận · {1} gói sẽ gửi kèm: {2} người, {3}")
        return sentence.format(len(self._items), len(going), people, format_dong(total))

    def receive(self, paths: tuple[Path, ...]) -> None:
        """Take these packages in, one after the other; for encrypted ones the passphrase is asked once."""
        with_passphrase(self._office, self._messages, paths, partial(self._take_delivery, paths))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Recompute the package chosen only when somebody looks: it takes its time."""
        super().showEvent(event)
        self._choose(self.table.current_record())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Say that packages may be let go here."""
        if dropped_packages(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Receive what was dropped."""
        event.acceptProposedAction()
        self.receive(dropped_packages(event))

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        empty = EmptyState(
            self.tr("Chưa nhận gói nào"),
            self.tr(
                "Đây là gói do các đơn vị trực thuộc ký và gửi đến. Xem từng gói, nhận vào để gửi kèm danh sách của "
                "đơn vị, hoặc trả lại kèm lý do. Gói được gửi nguyên vẹn, giữ chữ ký của đơn vị lập."
            ),
            self.tr("Nhận gói…"),
        )
        empty.pressed.connect(self._ask_files)
        self.table.set_empty(empty)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        column.addWidget(self.summary)
        column.addWidget(self.people, 1)
        self._found_area = scrolled(self.found)
        column.addWidget(self._found_area, 1)
        place = QSplitter(Qt.Orientation.Vertical)
        place.addWidget(self.table)
        place.addWidget(below)
        place.setSizes([4000, 5000])
        whole = page_column(self)
        whole.addLayout(row_of(self, self.receive_button, self.take_button, self.leave_button, self.back_button))
        whole.addWidget(self.trust_notice)
        whole.addWidget(place, 1)
        whole.addWidget(self.back_panel)

    def _connect(self) -> None:
        self.receive_button.clicked.connect(self._ask_files)
        self.take_button.clicked.connect(lambda: self._judge(take_in_subordinate))
        self.leave_button.clicked.connect(lambda: self._judge(leave_subordinate))
        self.back_button.clicked.connect(self._open_back)
        self.table.current_row_changed.connect(self._choose)
        self.people.current_row_changed.connect(self._explain)
        self.back_panel.wanted.connect(self._send_back)

    def _choose(self, item: object) -> None:
        chosen = item if isinstance(item, SubordinateItem) else None
        waits = chosen is not None and chosen.package.standing is Standing.WAITING
        self.take_button.setEnabled(waits)
        self.leave_button.setEnabled(chosen is not None and chosen.goes)
        self.back_button.setEnabled(waits or (chosen is not None and chosen.goes))
        set_next_step(self.take_button, next_step=waits)
        set_next_step(self.receive_button, next_step=not waits)
        self.back_panel.hide()
        self.people.replace(())
        self.summary.setText("")
        if chosen is not None and self.isVisible():
            self._check(chosen.submission.id)
        self.updated.emit()

    def _check(self, package_id: str) -> None:
        self._tasks.database(
            lambda _progress: check_subordinate(self._office, package_id),
            title=self.tr("Tính lại gói"),
            done=self._checked,
            failed=self._refused,
            owner=self,
        )

    def _checked(self, checked: CheckedPackage) -> None:
        current = self.table.current_record()
        if current is None or current.submission.id != checked.submission.id:
            return  # somebody went on to another package in the meantime
        self.people.replace(checked.people)
        self.people.fit_columns()
        self.people.selectRow(0)
        uneasy = sum(not is_clean(each) for each in checked.people)
        words = self.tr("{0} người · {1} người tính lại khác · {2} người cần xem").format(
            len(checked.people), checked.differing, uneasy
        )
        note = current.package.note
        self.summary.setText(f"{words} · {self.tr('Đã trả lại')}: {note}" if note else words)

    def _explain(self, person: object) -> None:
        """Say in full what was found of the person chosen."""
        self.found.setText(finding_lines(person) if isinstance(person, Appraisal) else "")
        self._found_area.setVisible(bool(self.found.text()))

    def _ask_files(self) -> None:
        title = self.tr("Nhận gói của đơn vị trực thuộc")
        self._messages.open_files(title, done=self.receive, filters=self.tr("Gói Tinh Giản ({0})").format(PATTERNS))

    def _take_delivery(self, paths: tuple[Path, ...], passphrase: str, reason: str = "") -> None:
        self._together.begin(busy=self._tasks.busy)
        for path in paths:
            self._tasks.database(
                partial(self._received_from, path, passphrase, reason),
                title=self.tr("Nhận gói {0}").replace("{0}", path.name),
                done=self._received,
                failed=partial(self._not_received, path, passphrase),
                owner=self,
            )

    def _received_from(self, path: Path, passphrase: str, reason: str, progress: Progress) -> Received:
        told, stopped = progress.report, progress.cancelled
        return receive_submission(self._office, path, passphrase, progress=told, cancelled=stopped, reason=reason)

    def _not_received(self, path: Path, passphrase: str, refusal: Refusal) -> None:
        """Say why; what only waits for an earlier package may be taken in for a reason."""
        self.banner.emit(self._together.add(Banner(refusal_text(refusal), Tone.ERROR)))
        if refusal.code == "package.waits":
            title = self.tr("Gói gửi tiếp một gói chưa nhận")
            label = self.tr("&Lý do nhận không chờ gói trước:")
            self._messages.ask_text(title, label, done=partial(self._take_delivery, (path,), passphrase))

    def _received(self, received: Received) -> None:
        submission = received.submission
        self.refresh(None)
        self.table.choose(submission.id)
        if received.already:
            told = message("receive.already", at=shown_moment(submission.first_seen_at))
        else:
            taken = self.tr("Đã nhận {0} của {1}: {2} người, {3}. Xem rồi nhận vào hoặc trả lại.")
            total = format_dong(submission.total)
            told = taken.format(submission.file_name, submission.unit.name, submission.people, total)
        self.changed.emit(Changed())
        self.banner.emit(self._together.add(Banner(told, Tone.OK)))

    def _judge(self, judge: Callable[[Office, str], SubordinateItem]) -> None:
        current = self.table.current_record()
        if current is None:
            return
        try:
            item = judge(self._office, current.submission.id)
        except Refusal as refusal:
            self._refused(refusal)
            return
        taken = item.package.standing is Standing.TAKEN_IN
        words = self.tr("{0} sẽ gửi kèm lần gửi tới.") if taken else self.tr("{0} không gửi kèm nữa.")
        self._told(words.replace("{0}", item.submission.file_name))

    def _open_back(self) -> None:
        current = self.table.current_record()
        if current is not None:
            self.back_panel.open_for(current)

    def _send_back(self, package_id: str, note: str, folder: Path, passphrase: str) -> None:
        self._tasks.database(
            lambda _progress: send_back(self._office, package_id, note, folder, passphrase),
            title=self.tr("Ký và ghi gói trả lại"),
            done=self._sent_back,
            failed=self._refused,
            owner=self,
        )

    def _sent_back(self, written: WrittenPackage) -> None:
        told = self.tr("Đã ghi {0}. Chuyển tệp này cho đơn vị; đơn vị nhận ở trang Kết quả, sửa rồi gửi lại.")
        self._told(told.replace("{0}", written.path.name))

    def _told(self, text: str) -> None:
        self.changed.emit(Changed())
        self.banner.emit(Banner(text, Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self.banner.emit(Banner(refusal_text(refusal), Tone.ERROR))
