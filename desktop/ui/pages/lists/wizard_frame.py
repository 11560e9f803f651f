"""What stands around the steps of a list on its way in: heading, trail, and the buttons that lead on, back and away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.foreign_text import shown
from desktop.ui.widgets.looks import step
from desktop.ui.widgets.rooms import Rooms

FILE, COLUMNS, CHECK, RESULT = range(4)
"""The steps. A pasted block has no first one: there is no file to choose."""


class WizardFrame(QWidget):
    """Escape asks to leave, Ctrl+Enter to go on."""

    left = Signal()
    back = Signal()
    on = Signal()

    def __init__(self, steps: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = Rooms()
        for each in steps:
            self.steps.addWidget(each)
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.trail = QLabel()
        self.cancel_button = QPushButton()
        self.back_button = QPushButton(self.tr("‹ T&rước"))
        self.next_button = QPushButton()
        self.next_button.setProperty("next", "true")
        self._lay_out()
        self._connect()

    @property
    def place(self) -> int:
        """The step that is shown."""
        return self.steps.currentIndex()

    def tell(self, name: str, *, pasted: bool) -> None:
        """Say which step of which list it is; `name` is the file's, "" while none is chosen."""
        names = (self.tr("Tệp"), self.tr("Trang và cột"), self.tr("Kiểm tra"), self.tr("Kết quả"))
        first = COLUMNS if pasted else FILE
        parts = [f"{at + 1 - first}. {each}" for at, each in enumerate(names)]
        parts[self.place] = f"<b>{parts[self.place]}</b>"
        self.trail.setText("  ›  ".join(parts[first:]))
        told = self.tr("Bước {n} trong {all}: {name}")
        here = told.format(n=self.place + 1 - first, all=len(names) - first, name=names[self.place])
        self.trail.setAccessibleName(here)
        self.heading.setText(self._title(name, pasted=pasted))

    def offer(self, next_word: str, *, free: bool, may_go_on: bool, pasted: bool) -> None:
        """Let the buttons say what they do now, and rest while something is being done."""
        place = self.place
        self.steps.setEnabled(free)
        self.back_button.setVisible((CHECK if pasted else COLUMNS) <= place <= CHECK)
        self.back_button.setEnabled(free)
        self.next_button.setVisible(place != FILE)
        self.next_button.setText(next_word)
        self.next_button.setEnabled(free and may_go_on)
        self.cancel_button.setText(self.tr("Th&ôi, không nhập") if free else self.tr("D&ừng"))
        self.cancel_button.setVisible(place != RESULT or not free)

    def rest_on_cancel(self) -> None:
        """Give the keyboard to the button that stops: what is disabled cannot hear Escape."""
        self.cancel_button.setVisible(True)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self, name: str, *, pasted: bool) -> str:
        if pasted:
            return self.tr("Dán khối từ Excel")
        return self.tr("Nhập danh sách Excel") + (f": {shown(name)}" if name else "")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 2))
        column.addWidget(self.heading)
        column.addWidget(self.trail)
        column.addWidget(self.steps, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.left)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.on)
        self._shortcut(QKeySequence(Qt.Key.Key_Escape)).activated.connect(self.left)
        self._shortcut(QKeySequence("Ctrl+Return")).activated.connect(self.on)

    def _shortcut(self, keys: QKeySequence) -> QShortcut:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut
