"""The window while one practises: a strip that says so above everything, the coach at the side."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.ui.messages import Messages
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.sending.practice_coach import PracticeCoach, follow
from desktop.ui.pages.sending.practice_strip import PracticeStrip
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks


def dress_for_practice(shell: Shell, desk: Desk, tasks: Tasks, messages: Messages) -> None:
    """Mark the window and put the coach at its side."""
    coach = PracticeCoach(desk, tasks, shell)
    strip = PracticeStrip(messages, shell)
    strip.coach_wanted.connect(coach.bring_back)
    QShortcut(QKeySequence(Qt.Key.Key_F4), shell).activated.connect(coach.bring_back)
    coach.go.connect(shell.show_page)
    coach.helped.connect(shell.refresh)
    coach.said.connect(shell.set_banner)
    shell.tell_of_pages(partial(follow, coach))
    shell.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, coach)
    shell.setMenuWidget(strip)
    marked = shell.tr("THỰC HÀNH – {0}").format(desk.office.identity.unit.name)
    shell.set_unit(marked)
    shell.setWindowTitle(shell.tr("{unit} – Tinh Giản").format(unit=marked))
