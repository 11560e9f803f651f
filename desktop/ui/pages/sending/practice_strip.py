"""The strip over a window in which one practises; light, since every window looks for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.messages import Messages
from desktop.ui.pages.frames import button
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine


class PracticeStrip(QFrame):
    """Always in sight while one practises."""

    again = Signal()
    """Throw this practice away and begin anew."""
    left = Signal()
    """Go back to the real profile."""

    coach_wanted = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
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
        self.coach_button.clicked.connect(self.coach_wanted)
        self.again_button.clicked.connect(self._ask_again)
        self.leave_button.clicked.connect(self.left)

    def _ask_again(self) -> None:
        self._messages.confirm(
            self.tr("Làm lại từ đầu"),
            self.tr("Bỏ mọi thứ đã tập trong đợt này và bắt đầu lại? Dữ liệu thật không bị đụng tới."),
            yes=self.tr("Làm lại"),
            done=self.again.emit,
        )
