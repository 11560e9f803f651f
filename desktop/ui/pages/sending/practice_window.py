"""The window while one practises: a strip that says so above everything, the coach at the side."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import button
from desktop.ui.pages.sending.practice_coach import PracticeCoach, follow
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine


class PracticeStrip(QFrame):
    """Always in sight while one practises."""

    again = Signal()
    """Throw this practice away and begin anew."""
    left = Signal()
    """Go back to the real profile."""

    def __init__(self, coach: PracticeCoach, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coach, self._messages = coach, messages
        self.setAccessibleName(self.tr("Đang thực hành"))
        self.line = MarkedLine(wraps=False)
        self.line.show_text(Tone.WARNING, message("practice.strip"), word=False)
        self.coach_button = button(self.tr("Bài tập (F4)"), quiet=True)
        self.again_button = button(self.tr("Làm lại từ đầu…"), quiet=True)
        self.leave_button = button(self.tr("Thoát thực hành"))
        row = QHBoxLayout(self)
        row.setContentsMargins(step(self, 3), step(self, 1), step(self, 3), step(self, 1))
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        for each in (self.coach_button, self.again_button, self.leave_button):
            row.addWidget(each)
        self.coach_button.clicked.connect(self.show_coach)
        self.again_button.clicked.connect(self._ask_again)
        self.leave_button.clicked.connect(self.left)

    def show_coach(self) -> None:
        """Bring the coach back, with the keyboard on the step's button."""
        self._coach.show()
        self._coach.go_button.setFocus()

    def _ask_again(self) -> None:
        self._messages.confirm(
            self.tr("Làm lại từ đầu"),
            self.tr("Bỏ mọi thứ đã tập trong đợt này và bắt đầu lại? Dữ liệu thật không bị đụng tới."),
            yes=self.tr("Làm lại"),
            done=self.again.emit,
        )


def dress_for_practice(shell: Shell, desk: Desk, tasks: Tasks, messages: Messages) -> None:
    """Mark the window and put the coach at its side."""
    coach = PracticeCoach(desk, tasks, shell)
    strip = PracticeStrip(coach, messages, shell)
    QShortcut(QKeySequence(Qt.Key.Key_F4), shell).activated.connect(strip.show_coach)
    coach.go.connect(shell.show_page)
    coach.helped.connect(shell.refresh)
    coach.said.connect(shell.set_banner)
    shell.tell_of_pages(partial(follow, coach))
    shell.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, coach)
    shell.setMenuWidget(strip)
    marked = shell.tr("THỰC HÀNH – {0}").format(desk.office.identity.unit.name)
    shell.set_unit(marked)
    shell.setWindowTitle(shell.tr("{unit} – Tinh Giản").format(unit=marked))
