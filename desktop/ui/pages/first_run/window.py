"""The window of the first start: the steps at the left, one of them at the right, back and on at the foot."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.exchange.signing.pin import AskPin, nobody_to_ask
from desktop.services.office import Clock, Mode, Office
from desktop.ui.messages import Messages
from desktop.ui.pages.first_run.key_step import KeysStep
from desktop.ui.pages.first_run.office_step import OfficeStep
from desktop.ui.pages.first_run.policy_step import PolicyStep
from desktop.ui.pages.first_run.rebuild_step import DataStep
from desktop.ui.pages.first_run.restore_step import RestoreStep
from desktop.ui.pages.first_run.step import Step
from desktop.ui.pages.first_run.step_list import StepList
from desktop.ui.pages.first_run.trust_step import trust_step
from desktop.ui.pages.frames import button, quiet_label, row_of, scrolled, set_next_step
from desktop.ui.pages.print_view import PrintStack
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.pages_base import Banner
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.mnemonics import KeysOnAlt, settle_keys
from desktop.ui.widgets.rooms import Rooms


class FirstRun(QWidget):
    """Emits `created` with the office when one goes on to work, after the last step or by skipping the rest."""

    created = Signal(object)
    practice_wanted = Signal()
    """Somebody would rather practise first."""

    def __init__(
        self, home: Path, now: Clock, tasks: Tasks, messages: Messages, *, ask_pin: AskPin = nobody_to_ask
    ) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Tinh Giản – thiết lập"))
        self._tasks, self._messages, self._ask_pin = tasks, messages, ask_pin
        self.office: Office | None = None
        self._keys = KeysOnAlt(self)
        self.work = TrustWork(tasks, self)
        self.office_step = OfficeStep(home, now, self._begin)
        self.restore_step = RestoreStep(home, now, self.work, messages, self._come_back)
        self.steps: list[Step] = []
        self.list = StepList()
        self._pages = Rooms()
        self.banner = MarkedLine()
        self._areas: dict[Step, QScrollArea] = {}
        self.back = button(self.tr("‹ &Quay lại"), quiet=True)
        self.restore = button(self.tr("Khôi phục từ &bản sao lưu…"), quiet=True)
        self.practise = button(self.tr("&Tập làm với đơn vị mẫu…"), quiet=True)
        self.practise.setToolTip(self.tr("Số liệu giả định, khóa tạm, để riêng; lúc nào cũng bỏ ra được"))
        self.without = quiet_label()
        self.skip = button(self.tr("Bỏ q&ua bước này"))
        self.next = button(self.tr("Tiếp tục ›"), next_step=True)
        self._lay_out(home)
        self._connect()
        self._show_steps([self.office_step], self._future())
        self._go(0)

    @property
    def current(self) -> Step:
        """The step that is shown."""
        return self.steps[self._at]

    def _future(self) -> list[str]:
        return [self.tr("Khóa và mật khẩu"), self.tr("Tin cậy: so dấu vân tay"), self.tr("Chính sách")]

    def _begin(self, made: Office) -> None:
        """Add the steps of the office that was just set up."""
        office = self.office = replace(made, ask_pin=self._ask_pin)
        keys = KeysStep(office, self.work, self._messages)
        trust = trust_step(office, self.work, self._messages)
        keys.key.made.connect(trust.take_passphrase)
        policy = PolicyStep(office, self.work, self._tasks, self._messages)
        self._show_steps([self.office_step, keys, trust, policy], [])

    def _come_back(self, made: Office) -> None:
        """After a restore only the data is missing."""
        office = self.office = replace(made, ask_pin=self._ask_pin)
        self.office_step.settle(office)
        more: list[Step] = []
        if office.identity.mode is Mode.UNIT:
            more.append(DataStep(office, self.work, self._messages))
        more.append(PolicyStep(office, self.work, self._tasks, self._messages))
        self._show_steps([self.restore_step, *more], [])
        self._go(1)

    def _show_steps(self, steps: list[Step], future: list[str]) -> None:
        self.steps = steps
        for each in steps:
            if each not in self._areas:
                each.column.addStretch(1)
                self._areas[each] = scrolled(each)
                self._pages.addWidget(self._areas[each])
                each.changed.connect(self._offer)
        self._titles = [each.title for each in steps] + future

    def _go(self, place: int) -> None:
        self._at = place
        self.banner.show_text(Tone.PLAIN, "")
        self._pages.setCurrentWidget(self._areas[self.current])
        self._offer()
        self.current.enter()

    def _offer(self) -> None:
        """Offer what can be done from here: on when the step is done, else skipping it with its price."""
        step_, first, last = self.current, self._at == 0, self._at == len(self.steps) - 1
        restoring = step_ is self.restore_step
        self.list.show_steps(self._titles, self._at, [each.done for each in self.steps])
        self.back.setVisible(not first or (restoring and self.office is None))
        self.restore.setVisible(step_ is self.office_step and self.office is None)
        self.practise.setVisible(step_ is self.office_step and self.office is None)
        free = step_.done or step_ is self.office_step
        self.skip.setVisible(not free and not restoring)
        self.without.setText("" if free else step_.without)
        self.without.setVisible(bool(self.without.text()))
        self.next.setVisible(free and not restoring)
        self.next.setText(self.tr("&Vào làm việc") if last and self.office else self.tr("&Tiếp tục ›"))
        set_next_step(self.next, next_step=True)
        settle_keys(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look after the keys from now on."""
        super().showEvent(event)
        self._keys.watch()
        settle_keys(self)

    def _forward(self) -> None:
        if not self.current.leave():
            return
        if self._at + 1 < len(self.steps):  # the office's own steps are there by now
            self._go(self._at + 1)
        elif self.office is not None:
            self.created.emit(self.office)

    def _backward(self) -> None:
        if self.current is self.restore_step:
            self._show_steps([self.office_step], self._future())
            self._go(0)
        elif self.current.leave():
            self._go(self._at - 1)

    def _open_restore(self) -> None:
        self._show_steps([self.restore_step], [self.tr("Dữ liệu của đơn vị"), self.tr("Chính sách")])
        self._go(0)

    def _lay_out(self, home: Path) -> None:
        margin = step(self, 3)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(step(self, 2))
        self.prints = PrintStack(self._pages, self._tasks, self._messages, home)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.without)
        buttons = row_of(self, self.back, self.restore, self.practise)
        for each in (self.skip, self.next):
            buttons.addWidget(each)
        foot.addLayout(buttons)
        column.addWidget(self.banner)
        column.addWidget(self.prints, 1)
        column.addWidget(self._tasks.strip)
        column.addWidget(self._foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.list)
        whole.addWidget(right, 1)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 150, line * 36)

    def _connect(self) -> None:
        self.next.clicked.connect(self._forward)
        self.skip.clicked.connect(self._forward)
        self.back.clicked.connect(self._backward)
        self.restore.clicked.connect(self._open_restore)
        self.practise.clicked.connect(self.practice_wanted)
        self.work.told.connect(self._tell)
        self.work.done.connect(self._offer)
        self.work.printed.connect(self._print)
        self.prints.said.connect(self._tell)
        self.prints.view.closed.connect(self._foot.show)

    def _print(self, title: str, name: str, making: object) -> None:
        self._foot.hide()
        self.prints.make(title, name, making)  # type: ignore[arg-type]  # a Making, as TrustWork.printed says

    def _tell(self, banner: Banner) -> None:
        self.banner.show_text(banner.tone, banner.text, word=banner.tone is not Tone.OK)
