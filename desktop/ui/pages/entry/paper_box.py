"""Choose the paper of the register that proves something."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.domain.approvals import Approval
from desktop.domain.dates import format_date
from desktop.ui.widgets.going_on import go_past
from desktop.ui.widgets.keys import ENTER
from desktop.ui.widgets.listed_choice import ListedChoice
from desktop.ui.widgets.looks import step


class PaperBox(QWidget):
    """One of the papers or none yet, and beside it the way to the register."""

    committed = Signal()
    """The clerk chose another."""
    register_asked = Signal()
    """The clerk wants to put a paper into the register first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ListedChoice()
        self.more = QPushButton(self.tr("Thêm…"))
        self.more.setToolTip(self.tr("Thêm giấy tờ vào sổ văn bản rồi chọn ở đây"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step(self, 1))
        row.addWidget(self.choice, 1)
        row.addWidget(self.more)
        self.choice.committed.connect(self.committed)
        self.more.clicked.connect(self.register_asked)
        self.setFocusProxy(self.choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with Enter, past the way to the register."""
        if event.key() in ENTER:
            go_past(self)
            return
        super().keyPressEvent(event)

    def set_papers(self, papers: tuple[Approval, ...]) -> None:
        """Offer these papers; none is chosen then."""
        self.choice.set_choices([(each.id, self._words(each)) for each in papers])

    def value(self) -> str:
        """Return the id of the paper, "" for none."""
        return self.choice.value()

    def set_value(self, value: str) -> None:
        """Choose; does not count as the clerk's change."""
        self.choice.set_value(value)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the list after what is asked, and the button after what it does for it."""
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)
        self.more.setAccessibleName(f"{name}: {self.more.toolTip()}")

    def _words(self, paper: Approval) -> str:
        day = format_date(paper.issued_on) if paper.issued_on else self.tr("chưa có ngày")
        return f"{paper.number or paper.summary} · {day}"
