"""Home: what is to be done, the next step first."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.money import format_dong
from desktop.domain.states import DossierState
from desktop.services.office import Office
from desktop.services.practice.mark import is_practice
from desktop.services.rounds.work_to_do import Task, ToDo, work_to_do
from desktop.services.sending.deadlines import deadline_of, deadlines
from desktop.services.sending.recent import recent
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import button, in_order, page_column, quiet_label, scrolled
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages.round_form import ChangeRoundForm, RoundForm
from desktop.ui.pages.sending.home_side import DeadlinePanel, RecentPanel
from desktop.ui.pages.sending.home_words import deadline_words
from desktop.ui.pages.sending.mending_places import DEADLINE
from desktop.ui.pages_base import Changed, Page
from desktop.ui.texts import message
from desktop.ui.widgets.looks import step

_SIDE_LETTERS = 46
_BY_DEADLINE = frozenset({Task.SEND, Task.MEND_DRAFTS, Task.TAKE_IN_LIST, Task.MEND_RETURNED})
"""What the round's deadline is told with, where it comes first."""
_QUIET = frozenset({Task.AWAIT_DECISION, Task.WAIT_FOR_PACKAGES, Task.OPEN_PACKAGES})
"""What is always there, or waits for others."""


class HomePage(Page):
    """The tasks as buttons, in the order of the work; opens the first round, and others on request."""

    page_id = "home"
    icon_name = "home"
    practice_wanted = Signal()
    """Somebody would rather practise."""

    def __init__(self, office: Office, desk: Desk | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = page_name(self.page_id)
        self._office = office
        self._desk = desk
        self._practises = is_practice(office)
        self._tasks: tuple[ToDo, ...] = ()
        self._stale = False
        self._first: QWidget = self
        self.deadlines, self.recent = DeadlinePanel(), RecentPanel()
        self.practise = button(self.tr("Tập làm với đơn vị mẫu (&thực hành)…"), quiet=True)
        self.practise.setToolTip(self.tr("Số liệu giả định, khóa tạm, để riêng; lúc nào cũng bỏ ra được"))
        self._lay_out()
        self.deadlines.change.connect(self._change_round)
        self.recent.chosen.connect(self._show_recent)
        self.practise.clicked.connect(self.practice_wanted)
        self.refresh(None)

    def put_off(self, changed: Changed | None) -> None:  # noqa: ARG002 - everything is read anew
        """Count what is to be done; it is shown when the page is."""
        self._stale = True
        self._recount()

    def catch_up(self) -> None:
        """Show what is to be done now."""
        if self._stale:
            self.refresh(None)

    def _recount(self) -> None:
        contents = self._desk.contents if self._desk else None
        if contents is None:
            self._tasks = work_to_do(self._office, None)
        else:
            self._tasks = work_to_do(self._office, contents.view, contents.plan, contents.open_ones)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - everything is read anew
        """Show what is to be done now."""
        self._stale = False
        self._recount()
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.deleteLater()
        self._column.addWidget(self._heading())
        counts = self._counts()
        if counts is not None:
            self._column.addWidget(counts)
        cards = [self._card(task, first=place == 0) for place, task in enumerate(self._tasks)]
        for card in cards:
            self._column.addWidget(card)
        self._first = _first_field(cards[0])
        in_order(self, self._work, self._side)
        if self._desk and self._desk.round:
            self._column.addWidget(self._another(), alignment=Qt.AlignmentFlag.AlignLeft)
        self._show_side()

    def _lay_out(self) -> None:
        self._work = work = QWidget()
        self._column = QVBoxLayout(work)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(step(self, 2))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(step(self, 2))
        right.addWidget(self.deadlines)
        right.addWidget(self.recent)
        right.addWidget(self.practise, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch()
        self._side = side
        self._side.setFixedWidth(self.fontMetrics().averageCharWidth() * _SIDE_LETTERS)
        self._side.setVisible(self._desk is not None)
        both = QWidget()
        self._row = QHBoxLayout(both)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(step(self, 3))
        self._row.addWidget(work, 1)
        self._row.addWidget(self._side)
        page_column(self).addWidget(scrolled(both))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the side below the work where both beside each other would be too tight."""
        super().resizeEvent(event)
        side = self.fontMetrics().averageCharWidth() * _SIDE_LETTERS
        narrow = self.width() < 3 * side
        self._row.setStretchFactor(self._work, 0 if narrow else 1)
        self._row.setStretch(self._row.count() - 1, 1 if narrow else 0)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else side)
        self._side.setMaximumWidth(self.width() if narrow else side)

    def _show_side(self) -> None:
        if self._desk is None:
            return
        self.deadlines.show_deadlines(deadlines(self._office), has_round=self._desk.round is not None)
        self.recent.show_recent(recent(self._office))
        self.practise.setVisible(not self._practises)

    def _counts(self) -> QLabel | None:
        """Say how far the round is, None without one."""
        contents = self._desk.contents if self._desk else None
        if contents is None or not contents.view.dossiers:
            return None
        view = contents.view
        people = len(view.dossiers)
        drafts = sum(each.state is DossierState.DRAFT for each in view.dossiers)
        total = format_dong(contents.total)
        told = self.tr("{0} người: {1} đủ số liệu, {2} còn thiếu · {3} văn bản · tổng {4}").format(
            people, people - drafts, drafts, len(view.approvals), total
        )
        unknown = contents.amounts.count(None)
        told += self.tr(" (chưa gồm {0} người chưa xác định được)").format(unknown) if unknown else ""
        return quiet_label(told)

    def _show_recent(self, page: str) -> None:
        self.go.emit(page, None)

    def _change_round(self) -> None:
        """Put the form for the round's name and deadline above the tasks."""
        opened = self._desk.round if self._desk else None
        if opened is None or self.findChild(ChangeRoundForm) is not None:
            return
        form = ChangeRoundForm(self._office, opened, self)
        form.changed.connect(self._round_changed)
        form.closed.connect(self._close_form)
        self._column.insertWidget(1, form)
        form.deadline.setFocus()

    def _close_form(self) -> None:
        self.refresh(None)
        self.deadlines.change_button.setFocus()

    def _round_changed(self) -> None:
        if self._desk:
            self._desk.read()
        self.changed.emit(Changed())
        self._close_form()

    def arrive(self, target: object) -> None:
        """Open the form for the round's deadline, which a finding leads to."""
        if target == DEADLINE:
            self._change_round()

    def take_focus(self) -> None:
        """Give the keyboard to the next step."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> tuple[int, bool]:
        """Return how many kinds of task wait."""
        waiting = [each for each in self._tasks if each.task not in _QUIET]
        return len(waiting), bool(waiting)

    def _heading(self) -> QLabel:
        unit = self._office.identity.unit.name
        opened = self._desk.round if self._desk else None
        label = QLabel(f"{unit} · {opened.name}" if opened else unit, textFormat=Qt.TextFormat.PlainText)
        label.setProperty("role", "title")
        return label

    def _card(self, task: ToDo, *, first: bool) -> QWidget:
        if task.task is Task.OPEN_ROUND:
            return self._form()
        card = QFrame()
        card.setProperty("panel", "true")
        act = QPushButton(message(f"task.{task.task.value}", count=task.count, round=task.round_name))
        act.setProperty("next", "true" if first else "false")
        act.setDefault(first)
        act.clicked.connect(partial(self._go_there, task))
        column = QVBoxLayout(card)
        column.addWidget(act, alignment=Qt.AlignmentFlag.AlignLeft)
        hint = QLabel(self._hint(task))
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        column.addWidget(hint)
        return card

    def _hint(self, task: ToDo) -> str:
        """Return what the task is about; of what has to be sent, by when."""
        hint = message(f"task_hint.{task.task.value}")
        opened = task.round or (self._desk.round if self._desk else None)
        due = deadline_of(self._office, opened) if opened and task.task in _BY_DEADLINE else None
        return f"{hint} {deadline_words(due)}." if due else hint

    def _form(self) -> RoundForm:
        form = RoundForm(self._office, self)
        form.opened.connect(self._round_opened)
        return form

    def _another(self) -> QPushButton:
        another = QPushButton(self.tr("&Lập đợt mới…"))
        another.setProperty("quiet", "true")
        another.clicked.connect(self._ask_for_another)
        return another

    def _ask_for_another(self) -> None:
        """Put the form in the place of the button that asked for it."""
        asked = self.sender()
        if isinstance(asked, QPushButton):
            form = self._form()
            self._column.replaceWidget(asked, form)
            asked.deleteLater()
            form.name.setFocus()

    def _go_there(self, task: ToDo) -> None:
        """Go where it is done; what waits in another round brings that round onto the desk."""
        desk = self._desk
        if desk and task.round and desk.round and task.round.id != desk.round.id:
            desk.turn_to(task.round.id)
            self.changed.emit(Changed())
        self.go.emit(task.page, None)

    def _round_opened(self, round_id: str) -> None:
        if self._desk:
            self._desk.choose(round_id)
        self.changed.emit(Changed())
        self.refresh(None)


def _first_field(card: QWidget) -> QWidget:
    """Return where the keyboard goes: the button of a task, the name in the form."""
    return card.name if isinstance(card, RoundForm) else card.findChild(QPushButton) or card
