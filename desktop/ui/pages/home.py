"""Home: what is to be done, the next step first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.services.office import Office
from desktop.services.work_to_do import Task, ToDo, work_to_do
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.round_form import RoundForm
from desktop.ui.pages_base import Changed, Page
from desktop.ui.texts import message

_QUIET = frozenset({Task.AWAIT_DECISION, Task.WAIT_FOR_PACKAGES, Task.OPEN_PACKAGES})
"""What is always there, or waits for others."""


class HomePage(Page):
    """The tasks as buttons, in the order of the work; opens the first round, and others on request."""

    page_id = "home"
    icon_name = "home"

    def __init__(self, office: Office, desk: Desk | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Việc cần làm")
        self._office = office
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._tasks: tuple[ToDo, ...] = ()
        self._first: QWidget = self
        self.refresh(None)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - everything is read anew
        """Show what is to be done now."""
        self._tasks = work_to_do(self._office, self._desk.view if self._desk else None)
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.deleteLater()
        self._column.addWidget(self._heading())
        cards = [self._card(task, first=place == 0) for place, task in enumerate(self._tasks)]
        for card in cards:
            self._column.addWidget(card)
        self._first = _first_field(cards[0])
        if self._desk and self._desk.round:
            self._column.addWidget(self._another(), alignment=Qt.AlignmentFlag.AlignLeft)

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
        button = QPushButton(message(f"task.{task.task.value}", count=task.count))
        button.setProperty("next", "true" if first else "false")
        button.setDefault(first)
        button.setProperty("page", task.page)
        button.clicked.connect(self._go_there)
        column = QVBoxLayout(card)
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        hint = QLabel(message(f"task_hint.{task.task.value}"))
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        column.addWidget(hint)
        return card

    def _form(self) -> RoundForm:
        form = RoundForm(self._office, self)
        form.opened.connect(self._round_opened)
        return form

    def _another(self) -> QPushButton:
        button = QPushButton(self.tr("&Lập đợt mới…"))
        button.setProperty("quiet", "true")
        button.clicked.connect(self._ask_for_another)
        return button

    def _ask_for_another(self) -> None:
        """Put the form in the place of the button that asked for it."""
        button = self.sender()
        if isinstance(button, QPushButton):
            form = self._form()
            self._column.replaceWidget(button, form)
            button.deleteLater()
            form.name.setFocus()

    def _go_there(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.go.emit(str(button.property("page")), None)

    def _round_opened(self, round_id: str) -> None:
        if self._desk:
            self._desk.choose(round_id)
        self.changed.emit(Changed())
        self.refresh(None)


def _first_field(card: QWidget) -> QWidget:
    """Return where the keyboard goes: the button of a task, the name in the form."""
    return card.name if isinstance(card, RoundForm) else card.findChild(QPushButton) or card
